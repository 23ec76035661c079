"""Independent errors of one program are told together, in their order, and none that only follows from another."""

import pytest

from engine import EngineError, parse
from tests.engine.failures import failure

PROGRAMS = [
    ("a = 1 +\nb = (2\nc = 3 4", ["operand_missing_at_end", "bracket_open", "two_numbers"]),
    ("x +; y *; z", ["operand_missing_at_end", "operand_missing_at_end"]),
    ("sigmod(x)\nsin y\nz", ["unknown_function_near", "function_without_brackets"]),
    ("x – y\nx ≤ y", ["look_alike", "look_alike"]),
    ("q = sigmod(x)\nq + 1", ["unknown_function_near"]),
    ("import os\nx = 'a'\nx", ["unsupported_import", "string"]),
    ("for i in x:\n    y = i +\nz = 2 3", ["loop", "two_numbers"]),
    ("class A:\n    def f(self):\n        pass\nx = )\nx", ["unsupported_statement", "closing_without_opening"]),
    ("def f(x):\n    y = x +\n    return y\nz = sigmod(1)", ["operand_missing_at_end", "unknown_function_near"]),
    ("def f(x):\n    return 2 3\nf(1)\n)", ["two_numbers", "closing_without_opening"]),
    ("def f(x): return x, x\nx[0] = 1\nf(1)", ["several_returned", "index_assignment"]),
    ("if x > 0:\n    y = 1\nelse:\n    y = 2\ny", ["conditional", "conditional"]),
    ("(x\ny = 1\nz = 2 3", ["bracket_open", "two_numbers"]),
    ("(x; y]; z", ["bracket_open", "closing_without_opening"]),
    ("\n\n)\n\n]\n", ["closing_without_opening", "closing_without_opening"]),
    ("x =\r\ny = \r\nz", ["operand_missing_at_end", "operand_missing_at_end"]),
]


@pytest.mark.parametrize(("source", "keys"), PROGRAMS)
def test_each_statement_tells_its_own(source, keys):
    first = failure(source)
    found = [first, *first.further]
    assert [error.key for error in found] == keys
    assert [error.span for error in found] == sorted(error.span for error in found)
    assert all(error.further == () for error in first.further)


def test_ten_are_told_at_most():
    first = failure("\n".join(["x +"] * 50))
    assert len(first.further) == 9
    assert [error.span[0] for error in first.further] == [4 * k + 3 for k in range(1, 10)]


def test_parse_tells_them_too():
    with pytest.raises(EngineError) as raised:
        parse("x +\ny )")
    assert [error.key for error in raised.value.further] == ["closing_without_opening"]


def test_a_limit_stands_alone():
    assert failure("x +\n" + "(" * 1_001).further == ()


@pytest.mark.parametrize("source", ["x + y", "exp()", "f(x) = f(x); f(1)"])
def test_what_a_program_means_is_told_one_by_one(source):
    assert failure(source).further == ()
