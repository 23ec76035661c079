"""The walk-through is true: every link opens what it says, and every number is what the engine gives."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest

from app.lesson import lesson
from engine import evaluate
from scripts.lesson import PAGES, document

STEPS = [step for section in lesson("en")["sections"] for step in section["steps"]]
LINK = re.compile(r"\]\((/\?[^)\s]+)\)")


def given(text):
    """The inputs of an address, as the engine takes them."""
    drawn = r'{"random": "\1", "shape": [\2], "seed": \3}'
    text = re.sub(r"(\w+)\(([\dx]+);(\d+)\)", lambda found: found.expand(drawn).replace("x", ", "), text)
    return json.loads("{" + re.sub(r"(\w+):(?=[-\d.\[{])", r'"\1":', text) + "}")


def asked(address):
    """What an address asks the engine for."""
    fields = {name: text for name, [text] in parse_qs(urlsplit(address).query).items()}
    options = {"upstream": float(fields["upstream"])} if "upstream" in fields else {}
    if "fold" in fields:
        options["fold"] = fields["fold"].split(",")
    return evaluate(fields["expression"], given(fields["inputs"]), **options).to_dict()


def node_at(answer, wire):
    """The node with that name, or the gate that stands for that part of the program."""
    source = answer["expression"]["source"]
    found = [node for node in answer["nodes"] if node["name"] == wire]
    found += [node for node in answer["nodes"] if source[slice(*(node["span"] or (0, 0)))] == wire]
    return found[0]


def expect_claim(node, claim, field):
    text, number = claim.replace("−", "-"), node[field]
    if "×" in text or isinstance(number, dict):
        assert text == "×".join(map(str, node["shape"]))
        return
    decimals = max(len(part) for part in re.findall(r"\.(\d+)|", text))
    np.testing.assert_allclose(number, json.loads(text), atol=0.5 * 10**-decimals + 1e-12, rtol=0)


@pytest.mark.parametrize("step", STEPS, ids=[step["title"] for step in STEPS])
def test_the_numbers_of_a_step_are_those_of_the_engine(step):
    answer = asked(step["address"])
    assert answer["expression"]["source"] == step["program"]
    assert step["see"]
    for wire, value, gradient in step["see"]:
        node = node_at(answer, wire)
        expect_claim(node, value, "value")
        expect_claim(node, gradient, "gradient")


@pytest.mark.parametrize("language", PAGES)
def test_the_documents_are_up_to_date_and_link_to_every_step(language):
    text = PAGES[language].read_text(encoding="utf-8")
    assert text == document(language), "python -m scripts.lesson writes it anew"
    assert LINK.findall(text) == [step["address"] for step in STEPS]


def test_a_wrong_number_would_be_found():
    node = {"value": 0.7310585786300049, "shape": []}
    expect_claim(node, "0.73", "value")
    with pytest.raises(AssertionError):
        expect_claim(node, "0.74", "value")


def test_it_is_told_in_korean_as_well():
    for english, korean in zip(STEPS, [s for part in lesson("ko")["sections"] for s in part["steps"]], strict=True):
        assert english["address"] == korean["address"]
        for member in ("do", "why"):
            assert any("가" <= sign <= "힣" for sign in korean[member])
            assert not any("가" <= sign <= "힣" for sign in english[member])


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_page_shows_every_step(client, language):
    page = client.get("/lesson", headers={"Accept-Language": language}).text
    for step in STEPS:
        assert f'href="{step["address"].replace("&", "&amp;")}"' in page
    assert 'href="/lesson"' in client.get("/guide", headers={"Accept-Language": language}).text
