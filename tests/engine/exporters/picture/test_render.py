"""``render``: its options, its formats, and what keeps a PNG from being drawn."""

import json
import struct
import sys

import pytest

from engine import EngineError, evaluate, render
from engine.exporters.picture import Look, png, problem_picture
from engine.exporters.picture.problem import wrapped
from tests.engine.exporters.picture.circuits import PAYLOADS, SIGMOID, SLIDE
from tests.engine.exporters.picture.reading import SVG, collisions, parsed, texts


def size(content):
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", content[16:24])


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "gif"},
        {"format": 1},
        {"format": "html"},
        {"title": 5},
        {"title": "x" * 201},
        {"theme": "blue"},
        {"theme": None},
        {"lang": "fr"},
        {"step": -1},
        {"step": True},
        {"step": 1.5},
        {"digits": 7},
        {"digits": "2"},
        {"standalone": 1},
        {"scale": 0.5},
        {"scale": 5},
        {"scale": float("nan")},
        {"nonsense": 1},
        {"fold": "sigmoid"},
    ],
)
def test_a_wrong_option_is_refused(wrong):
    with pytest.raises(EngineError) as error:
        render("x", {"x": 1}, **wrong)
    assert error.value.code == "bad_option"


def test_json_is_the_answer_with_its_layout():
    found = json.loads(render("x*y", {"x": 2, "y": 3}, format="json", check=True).content)
    assert found == evaluate("x*y", {"x": 2, "y": 3}, layout=True, check=True).to_dict()


def test_a_png_is_as_large_as_asked_for():
    root = parsed(render(SIGMOID, SLIDE).content)
    for scale in (1, 2):
        width, height = size(render(SIGMOID, SLIDE, format="png", scale=scale).content)
        assert width == pytest.approx(scale * float(root.get("width")), abs=1)
        assert height == pytest.approx(scale * float(root.get("height")), abs=1)


def test_a_png_has_a_theme():
    light, auto, dark = (render("x", {"x": 1}, format="png", theme=t).content for t in ("light", "auto", "dark"))
    assert light == auto != dark


def test_a_png_of_a_large_circuit_is_bounded():
    width, height = size(render("+".join(["sin(x)"] * 40), {"x": 1}, format="png", scale=4).content)
    assert width * height <= 4_100_000
    with pytest.raises(EngineError) as error:
        render("+".join(["x"] * 1002), {"x": 1}, format="png")
    assert (error.value.code, error.value.details["limit"]) == ("limit_exceeded", "png_nodes")


def test_without_resvg_or_without_fonts_a_png_is_not_supported(monkeypatch):
    monkeypatch.setattr(png, "SANS", ("No Such Font",))
    monkeypatch.setattr(png, "SERIF", ())
    monkeypatch.setattr(png, "MONO", ())
    png.families.cache_clear()
    try:
        with pytest.raises(EngineError) as error:
            render("x", {"x": 1}, format="png")
        assert (error.value.code, error.value.key) == ("unsupported", "no_font")
        monkeypatch.setitem(sys.modules, "resvg_py", None)
        with pytest.raises(EngineError) as error:
            render("x", {"x": 1}, format="png")
        assert (error.value.code, error.value.key) == ("unsupported", "no_png")
    finally:
        png.families.cache_clear()


def test_a_problem_is_told_in_a_picture():
    place = ("q = x + (y * exp(z)", 19, 1)
    content = problem_picture("The program cannot be read", "A bracket is still open.", "Add )", place).content
    root = parsed(content)
    assert [one.what for one in texts(root)] == [
        "The program cannot be read",
        "A bracket is still open.",
        "q = x + (y * exp(z)",
        "Add )",
    ]
    assert root.findtext(f"{SVG}title") == "The program cannot be read"
    assert collisions(root) == []
    assert size(problem_picture("x", "y", form="png", look=Look(scale=1)).content)[0] == 480


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_problem_does_nothing_whatever_it_quotes(payload):
    parsed(problem_picture(payload, payload * 9, payload, (payload * 9, 50, 1000)).content)


def test_a_sentence_is_broken_between_words_and_a_long_word_within():
    assert wrapped("a b") == ["a b"]
    assert all(len(line) <= 60 for line in wrapped("word " * 40 + "x" * 100))
    assert len(wrapped("word " * 500)) == 6
