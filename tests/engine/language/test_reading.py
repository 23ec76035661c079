"""How the notation is read: each row is a program, its S-expression, its canonical text and the inputs, if given."""

import pytest

from engine import parse
from engine.language.parser import parse_program
from engine.language.printer import canonical_text
from tests.engine.language.readings import (
    bars,
    calls,
    definitions,
    indices,
    names,
    numbers,
    operators,
    powers,
    products,
    statements,
)  # fmt: skip
from tests.engine.language.sexpr import sexpr

TABLES = (numbers, operators, powers, products, bars, names, calls, indices, definitions, statements)
ROWS = [(*row, ()) if len(row) == 3 else row for table in TABLES for row in table.ROWS]


def canonical(source, inputs):
    return canonical_text(parse_program(source, inputs).program)


def test_there_are_many_and_each_stands_once():
    assert len({(row[0], tuple(row[3])) for row in ROWS}) == len(ROWS) >= 500


@pytest.mark.parametrize(("source", "tree", "text", "inputs"), ROWS)
def test_reading(source, tree, text, inputs):
    assert sexpr(source, inputs) == tree
    assert canonical(source, inputs) == text


@pytest.mark.parametrize(("source", "tree", "text", "inputs"), ROWS)
def test_canonical_text_reads_the_same(source, tree, text, inputs):
    assert sexpr(text, inputs) == tree
    assert canonical(text, inputs) == text


def test_every_span_quotes_its_own_part():
    source = "−(wᵀ x)² + ‖q‖²/2y"
    found = parse(source).to_dict()
    assert found["expression"]["canonical"] == "-(w.T·x)^2 + (||q||^2/2)·y"
    assert [[source[a:b] for a, b in entry["spans"]] for entry in found["inputs"]] == [["w"], ["x"], ["q"], ["y"]]
