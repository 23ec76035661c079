"""The typeset program whose parts know their places: without the marks it is the same text.

``test_print_and_parse.py`` holds that of random programs, too.
"""

import json
import re
from pathlib import Path

import pytest

from engine import parse
from engine.language.latex_marks import MOST_MARKS
from tests.engine.language.marks import MARK, without_marks
from tests.engine.language.test_latex import TABLE
from tests.engine.snippets.test_snippets import SNIPPETS

FIXTURE = Path(__file__).parents[2] / "static" / "fixtures" / "marked.json"
SET = [
    "x - -y", "2^b + d^x^2", "W^2/(W^2 + l^2)", "w_0^2 + y_hat^2 + loss^2", "-x*y >= 1", "a/b c", "sqrt(x^2 + y^2)",
    "max(0, x) - min(x, y)", "||W @ x||^2", "|x| + ||x||_1", "[[1, -x], [3, x]] @ W", "(W.T x)[0, :]",
    "sin(x) cos(y) 2", "q = x+y\nf = q*z", "def f(a, b=2): return a + b\nf(x)", "log(x) ln(y)", "exp(-x)^2",
    "norm(x)^2", "x == y",
]  # fmt: skip


def places(source):
    """The text at each place that a mark of the program names, by kind, in order."""
    marks = MARK.findall(parse(source).to_dict()["expression"]["marked"])
    found = [re.fullmatch(r"(span|base)=(\d+)-(\d+)", part).groups() for mark in marks for part in mark.split(",")]
    return [(kind, source[int(start) : int(end)]) for kind, start, end in found]


@pytest.mark.parametrize("source", [*(source for source, _ in TABLE), *SET])
def test_without_marks_it_is_the_same_text(source):
    expression = parse(source).to_dict()["expression"]
    assert without_marks(expression["marked"]) == expression["latex"]
    assert "htmlData" not in expression["latex"]


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_course_code(snippet):
    expression = parse(snippet.text, snippet.inputs).to_dict()["expression"]
    if expression["marked"] is not None:
        assert without_marks(expression["marked"]) == expression["latex"]


def test_each_part_is_marked_with_its_place():
    assert places("1/(1+w0x0)") == [
        ("span", "1/(1+w0x0)"), ("span", "1"), ("span", "1+w0x0"), ("span", "1"), ("span", "w0x0"), ("span", "w0"),
        ("span", "x0"),
    ]  # fmt: skip


def test_the_name_that_a_statement_gives_is_marked_unless_it_is_written_otherwise():
    assert places("q = x+y\nq")[:2] == [("span", "q"), ("span", "x+y")]
    assert places(r"w_{0} = x \cdot 2")[:2] == [("span", r"x \cdot 2"), ("span", "x")]


def test_a_letter_below_a_superscript_is_named_by_its_power():
    assert places("b^x") == [("span", "b^x"), ("base", "b"), ("span", "x")]
    assert places("W.T") == [("span", "W.T"), ("base", "W")]
    assert places("w0^2") == [("span", "w0^2"), ("span", "w0"), ("span", "2")]


def test_places_count_code_points():
    assert places("# 𝑎 가중치\nθ + x")[0] == ("span", "θ + x")


def test_shapes_indices_and_slices_are_no_parts():
    found = [text for _, text in places("x.reshape((2, 3))[0:1]")]
    assert found == ["x.reshape((2, 3))[0:1]", "x.reshape((2, 3))", "x", "2", "3", "0", "1"]


def test_a_long_program_is_not_marked():
    most = (MOST_MARKS + 1) // 2
    assert parse(" + ".join(["x"] * most)).to_dict()["expression"]["marked"]
    assert parse(" + ".join(["x"] * (most + 1))).to_dict()["expression"]["marked"] is None


def test_a_mark_is_short():
    source = " + ".join(["x"] * 100)
    expression = parse(source).to_dict()["expression"]
    assert len(expression["marked"]) < len(expression["latex"]) + 199 * len(r"\htmlData{span=000-000}{}")


def test_what_the_page_is_tested_with_is_what_is_printed():
    """``tests/static/marks.test.js`` typesets these with and without marks."""
    printed = [parse(source).to_dict()["expression"] for source in SET]
    kept = json.loads(FIXTURE.read_text(encoding="utf-8"))
    assert kept == [{key: row[key] for key in ("source", "latex", "marked")} for row in printed]
