"""The tables of the notation are true: each example is read, evaluated or refused as stated, and shown on the page."""

import html
import re

import pytest

from app.notation import notation
from engine import EngineError, evaluate, parse
from scripts.notation import PAGE, document

SECTIONS = notation("en")
ROWS = [row for section in SECTIONS for row in section["rows"]]
GOOD = [row for row in ROWS if "error" not in row]
BAD = [row for row in ROWS if "error" in row]


def by_program(rows):
    return pytest.mark.parametrize("row", rows, ids=[row["program"] for row in rows])


def values_for(row):
    """The row's inputs, and for all others what the engine suggests."""
    found = parse(row["program"], row["inputs"]).to_dict()["inputs"]
    return row["inputs"] | {entry["name"]: entry["suggested"] for entry in found if entry["name"] not in row["inputs"]}


@by_program(GOOD)
def test_an_example_is_read_as_stated(row):
    read = parse(row["program"], row["inputs"]).to_dict()["expression"]["canonical"]
    assert read == row.get("read", row["program"])


@by_program(GOOD)
def test_an_example_gives_the_stated_value(row):
    output = evaluate(row["program"], values_for(row)).to_dict()["output"]
    if "shape" in row:
        assert output["shape"] == row["shape"]
    if "value" in row:
        assert flat(output["value"]) == pytest.approx(flat(row["value"]), rel=1e-12, abs=1e-12)


@by_program([row for row in ROWS if "notice" in row])
def test_an_example_raises_the_stated_notice(row):
    reading = parse(row["program"], row["inputs"]).to_dict()["notices"]
    remarks = evaluate(row["program"], values_for(row)).to_dict()["notices"]
    assert row["notice"] in {notice["code"] for notice in reading + remarks}


@by_program(BAD)
def test_an_example_is_refused_as_stated(row):
    with pytest.raises(EngineError) as caught:
        evaluate(row["program"], values_for(row))
    assert caught.value.code == row["error"]


def test_most_examples_state_a_value():
    assert len([row for row in GOOD if "value" in row]) > 0.9 * len(GOOD) > 60


def test_both_languages_have_the_same_examples_and_each_its_own_sentences():
    for english, korean in zip(SECTIONS, notation("ko"), strict=True):
        assert [row["program"] for row in english["rows"]] == [row["program"] for row in korean["rows"]]
        for one, other in zip(sentences(english), sentences(korean), strict=True):
            assert one.count("`") % 2 == other.count("`") % 2 == 0
            assert any("가" <= sign <= "힣" for sign in other) or other == "LaTeX"


def test_the_document_is_written_from_the_tables():
    assert PAGE.read_text(encoding="utf-8") == document(), "run: python -m scripts.notation"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_guide_shows_every_example_as_a_link_that_opens_it(client, language):
    page = client.get(f"/guide?lang={language}").text
    shown = re.findall(r'<a class="example" href="([^"]+)"><code>(.*?)</code></a>', page, re.DOTALL)
    assert [html.unescape(program) for _, program in shown] == [row["program"] for row in ROWS]
    assert all(address.startswith("/?expression=") for address, _ in shown)
    assert page.count("&amp;inputs=") == len([row for row in ROWS if row["inputs"]])


def test_every_call_is_in_the_tables():
    from engine.gates import FUNCTIONS

    internal = {"sigma", "pow", "squared_norm", "index", "less"}
    words = set(re.findall(r"\w+", document()))
    names = {name for name in FUNCTIONS if not name.endswith(("equal", "greater"))} - internal
    assert names <= words


def sentences(section):
    return [section["title"], *section["text"], *section["steps"], *(row["means"] for row in section["rows"])]


def flat(value):
    if isinstance(value, str):
        return [float(value)]
    return [number for entry in value for number in flat(entry)] if isinstance(value, list) else [value]
