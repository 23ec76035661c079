"""A program that cannot be read or evaluated: code, place, and what to write instead."""

import pytest

from engine import EngineError, line_and_column
from engine.language.parser import parse_program
from tests.engine.failures import check_sentences, failure
from tests.engine.mistakes import brackets, calls, characters, functions, names, shapes, signs, words

TABLES = (brackets, signs, characters, names, words, functions, calls, shapes)
MISTAKES = [mistake for table in TABLES for mistake in table.ROWS]


def test_there_are_many_and_each_stands_once():
    assert len({(mistake.program, str(mistake.inputs)) for mistake in MISTAKES}) == len(MISTAKES) >= 600


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: ascii(mistake.marked[:60]))
def test_a_mistake_is_named_at_its_place(mistake):
    error = failure(mistake.program, mistake.inputs)
    assert (error.key, error.code, error.span) == (mistake.key, mistake.code, mistake.span)
    assert error.hint() == mistake.hint
    check_sentences(error)


REPLACED = ("look_alike", "function_without_brackets", "function_power", "unknown_function_near", "decimal_comma",
            "chained_comparison", "underscored_number")  # fmt: skip
TAKEN = [mistake for mistake in MISTAKES if mistake.key in REPLACED]


@pytest.mark.parametrize("mistake", TAKEN, ids=lambda mistake: ascii(mistake.marked[:60]))
def test_a_hint_that_is_program_text_mends_its_place(mistake):
    """Whatever is still wrong stands elsewhere, or is about the meaning."""
    start, end = mistake.span
    mended = mistake.program[:start] + mistake.hint + mistake.program[end:]
    found = first_error(mended)
    assert found is None or found.key != mistake.key or found.span[0] >= start + len(mistake.hint)


def first_error(source):
    try:
        parse_program(source)
    except EngineError as error:
        return error


def test_missing_inputs_lists_all_names_in_order():
    error = failure("b + W1 x + θ + b", {"x": 1})
    assert error.details == {"names": ["b", "W1", "θ"]}
    assert "b, W1, θ" in error.message("en")
    assert "b, W1, θ" in error.message("ko")


MISMATCHES = [
    ("(x + y) z", {"x": [1, 2], "y": [1, 2, 3], "z": 1}, ["add", "(2,)", "(3,)"]),
    ("W x", {"W": [[1, 2]], "x": [1, 2, 3]}, ["matmul", "(1, 2)", "(3,)"]),
    ("W * x", {"W": [[1, 2]], "x": [1, 2, 3]}, ["multiply", "(1, 2)", "(3,)"]),
    ("x.dot(y)", {"x": [1, 2], "y": [1, 2, 3]}, ["dot", "(2,)", "(3,)"]),
    ("max(x, y)", {"x": [1, 2], "y": [1, 2, 3]}, ["maximum", "(2,)", "(3,)"]),
    ("[x, y]", {"x": [1, 2], "y": 1}, ["array", "(2,)", "()"]),
    ("x.reshape(3)", {"x": [1, 2]}, ["reshape", "(2,)", "(3,)"]),
    ("concatenate((x, y))", {"x": [1, 2], "y": [[1, 2]]}, ["concatenate", "(2,)", "(1, 2)"]),
]


@pytest.mark.parametrize(("source", "inputs", "parts"), MISMATCHES)
def test_a_shape_mismatch_names_the_gate_and_both_shapes(source, inputs, parts):
    error = failure(source, inputs)
    assert error.code == "shape_mismatch"
    for language in ("en", "ko"):
        assert all(part in error.message(language) for part in parts)


def test_long_names_are_shortened_in_sentences():
    error = failure("q" * 5_000 + "(x)")
    assert len(error.message()) < 300
    assert error.message().endswith("….")
    assert len(failure("+".join(f"a{k}" for k in range(900))).details["names"]) == 900


SENTENCES = [
    ("1+*2", "A name or a number is missing between “+” and “*”.", "“+”, “*” 사이에 이름이나 수가 빠졌습니다."),
    ("*2", "A statement cannot begin with “*”.", "문장은 이렇게 시작할 수 없습니다: “*”"),
    ("x +", "The expression stops after “+”; something must follow.",
     "식이 “+” 뒤에서 끝났습니다. 뒤에 무언가 있어야 합니다."),
    ("\n (x", "A bracket is still open: “(” at line 2, column 2 has no partner.",
     "괄호가 닫히지 않았습니다: 2행 2열의 “(”"),
    ("(\n[x)", "“)” cannot close “[” of line 2, column 1.", "2행 1열의 “[” 괄호를 “)” 괄호로 닫을 수 없습니다."),
    ("x – y", "This character is not part of the notation: – (EN DASH).", "이 표기법에 없는 문자입니다: – (EN DASH)"),
    ("2 + х", "This character is not part of the notation: х (CYRILLIC SMALL LETTER HA).",
     "이 표기법에 없는 문자입니다: х (CYRILLIC SMALL LETTER HA)"),
    ("x\u0000", "An invisible character stands here: U+0000.", "여기에 보이지 않는 문자가 있습니다: U+0000"),
    ("\u202ex", "An invisible character stands here: RIGHT-TO-LEFT OVERRIDE.",
     "여기에 보이지 않는 문자가 있습니다: RIGHT-TO-LEFT OVERRIDE"),
    ("sigmod(x)", "There is no function called sigmod.", "그런 이름의 함수는 없습니다: sigmod"),
    ("sin x", "The function sin needs brackets around its argument.", "함수의 인자는 괄호로 묶어야 합니다: sin"),
    ("w0 x0", "These inputs have no value: w0, x0.", "값이 없는 입력이 있습니다: w0, x0"),
    ("exp()", "The number of arguments does not fit exp: it takes 1, and here are 0.",
     "인자의 수가 맞지 않습니다(exp): 필요 1, 지금 0."),
    ("a, b = [1, 2, 3]; a", "The number of names on the left, 2, is not that of the values on the right, 3.",
     "왼쪽에는 이름이 2개, 오른쪽에는 값이 3개 있습니다."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "english", "korean"), SENTENCES)
def test_sentences(source, english, korean):
    error = failure(source)
    assert (error.message("en"), error.message("ko")) == (english, korean)


@pytest.mark.parametrize(
    ("source", "offset", "place"),
    [("", 0, (1, 1)), ("abc", 2, (1, 3)), ("a\nbc", 2, (2, 1)), ("a\n\nb", 3, (3, 1)), ("x😀y", 2, (1, 3))],
)
def test_lines_and_columns_count_code_points_from_one(source, offset, place):
    assert line_and_column(source, offset) == place
