"""A program that cannot be read or evaluated: code, place and hint."""

import pytest

from engine import line_and_column
from tests.engine.failures import check_sentences, failure

ABS = "Write abs(…) for the inner or the outer one."
PASS = "Write the pass itself: names, assignments and functions f(x) = …."
CHOOSE = "Choose with max(0, x), or multiply by a comparison: (x > 0) * y."
EQUALS = "Compare with ==, or write the assignment on a line of its own."
GIVE = "Give each of them a number or an array in inputs."
NORMS = "Write ||x||, ||x||_2 or ||x||_1."
ARRAYS = "Arrays have .T, .dot(…), .sum(…), .mean(…), .max(…), .min(…)."
MODULES = "numpy and math may be imported; their functions are built in."
LATEX = "Write it as text, such as (a + b)/c, sqrt(x) or w_0 x_0."
SUM = "It is called sum(x, axis=None, keepdims=False)."

# program, row of the message table, code, place, hint
SYNTAX = [
    ("", "empty_program", "syntax_error", (0, 0), "Write an expression, such as (x + y) z."),
    ("  \n# nothing", "empty_program", "syntax_error", (0, 12), "Write an expression, such as (x + y) z."),
    ("import math", "empty_program", "syntax_error", (0, 11), "Write an expression, such as (x + y) z."),
    ("1+*2", "operand_expected", "syntax_error", (2, 3), None),
    ("(+)", "operand_expected", "syntax_error", (2, 3), None),
    (".x", "operand_expected", "syntax_error", (0, 1), None),
    ("max(,x)", "operand_expected", "syntax_error", (4, 5), None),
    ("<script>", "operand_expected", "syntax_error", (0, 1), None),
    ("x +", "operand_missing_at_end", "syntax_error", (3, 3), None),
    ("x*\ny", "operand_missing_at_end", "syntax_error", (2, 3), None),
    ("a = ", "operand_missing_at_end", "syntax_error", (4, 4), None),
    ("x : y", "operator_expected", "syntax_error", (2, 3), None),
    ("(x : y)", "operator_expected", "syntax_error", (3, 4), None),
    ("(", "bracket_open", "syntax_error", (0, 1), "Add )"),
    ("2*(x + y", "bracket_open", "syntax_error", (2, 3), "Add )"),
    ("max(x, y", "bracket_open", "syntax_error", (3, 4), "Add )"),
    ("[[1, 2], [3", "bracket_open", "syntax_error", (9, 10), "Add ]"),
    ("|x", "bracket_open", "syntax_error", (0, 1), "Add |"),
    ("||x", "bracket_open", "syntax_error", (0, 2), "Add ||"),
    ("a = (x +\nb = 2", "bracket_open", "syntax_error", (4, 5), "Add )"),
    ("(x; y)", "bracket_open", "syntax_error", (0, 1), "Add )"),
    ("(x]", "bracket_mismatch", "syntax_error", (2, 3), "Write )"),
    ("[x)", "bracket_mismatch", "syntax_error", (2, 3), "Write ]"),
    ("(|x)", "bracket_mismatch", "syntax_error", (3, 4), "Write |"),
    ("(]", "bracket_mismatch", "syntax_error", (1, 2), "Write )"),
    (")", "closing_without_opening", "syntax_error", (0, 1), None),
    ("x + y))", "closing_without_opening", "syntax_error", (5, 6), None),
    ("x]", "closing_without_opening", "syntax_error", (1, 2), None),
    ("()", "empty_brackets", "syntax_error", (0, 2), None),
    ("2*[]", "empty_brackets", "syntax_error", (2, 4), None),
    ("||x|-y|", "nested_bars", "syntax_error", (0, 4), ABS),
    ("|x + |y||", "nested_bars", "syntax_error", (0, 6), ABS),
    ("||x||_3", "norm_order", "unsupported", (5, 7), NORMS),
    ("2 3", "two_numbers", "syntax_error", (0, 3), "Write the operator between them, such as * or +."),
    ("1.5.2", "two_numbers", "syntax_error", (0, 5), "Write the operator between them, such as * or +."),
    ("1_000 x", "underscored_number", "syntax_error", (0, 5), "1000"),
    ("a < b < c", "chained_comparison", "syntax_error", (0, 9), "Multiply two comparisons: (a < b) * (b < c)."),
    ("x, y", "stray_comma", "syntax_error", (1, 2), None),
    ("|x, y|", "stray_comma", "syntax_error", (2, 3), None),
    ("a = b = c", "stray_equals", "syntax_error", (6, 7), EQUALS),
    ("f(x=1)", "stray_equals", "syntax_error", (3, 4), EQUALS),
    ("sum(axis=0, x)", "positional_after_keyword", "syntax_error", (12, 13), None),
    ("sum(x, axis=0, axis=1)", "argument_twice", "bad_argument", (15, 19), None),
    ("f(a, a) = a", "repeated_parameter", "syntax_error", (5, 6), None),
    ("x – y", "look_alike", "syntax_error", (2, 3), "-"),
    ("ｘ", "look_alike", "syntax_error", (0, 1), "x"),
    ("2 + х", "look_alike", "syntax_error", (4, 5), "x"),
    ("x ≤ y", "look_alike", "syntax_error", (2, 3), "<="),
    ("∥x∥", "look_alike", "syntax_error", (0, 1), "||"),
    ("x ＋ y", "look_alike", "syntax_error", (2, 3), "+"),
    ("x % y", "strange_character", "syntax_error", (2, 3), None),
    ("x\u00a0+ 1", "strange_character", "syntax_error", (1, 2), None),
    ("∑ x", "strange_character", "syntax_error", (0, 1), None),
    ("x # \ud800", "strange_character", "syntax_error", (4, 5), None),
    ("exp x", "function_without_brackets", "syntax_error", (0, 5), "exp(x)"),
    ("2 log 3 + y", "function_without_brackets", "syntax_error", (2, 7), "log(3)"),
    ("frobnicate(x)", "unknown_function", "unknown_function", (0, 10), None),
    ("bias (x)", "unknown_function", "unknown_function", (0, 4), None),
    ("np.fft(x)", "unknown_function", "unknown_function", (3, 6), None),
    ("np.linalg", "unknown_function", "unknown_function", (3, 9), None),
    ("2 sigmod(x)", "unknown_function_near", "unknown_function", (2, 8), "sigmoid"),
    ("mysum(a) = a; mysun(x)", "unknown_function_near", "unknown_function", (14, 19), "mysum"),
    ("x.foo", "unknown_attribute", "unsupported", (1, 5), ARRAYS),
    ("x.__class__", "unknown_attribute", "unsupported", (1, 11), ARRAYS),
    ("x.", "attribute_expected", "syntax_error", (1, 2), None),
    ("x.2", "attribute_expected", "syntax_error", (1, 3), None),
    ("\\frac{1}{2}", "latex", "unsupported", (0, 5), LATEX),
    ("x + 'text'", "string", "unsupported", (4, 5), None),
    ("x[0]", "indexing", "unsupported", (0, 2), None),
    ("lambda x: x", "unsupported_statement", "unsupported", (0, 6), PASS),
    ("f = lambda x: x", "unsupported_statement", "unsupported", (4, 10), PASS),
    ("x\nfor i in x: y", "unsupported_statement", "unsupported", (2, 5), PASS),
    ("x if y else z", "conditional", "unsupported", (2, 4), CHOOSE),
    ("not x", "conditional", "unsupported", (0, 3), CHOOSE),
    ("import os", "unsupported_import", "unsupported", (0, 9), MODULES),
    ("from sys import exit", "unsupported_import", "unsupported", (0, 8), MODULES),
    ("x\nimport math, os.path as p", "unsupported_import", "unsupported", (2, 22), MODULES),
    ("import scipy.stats", "unsupported_import", "unsupported", (0, 18), MODULES),
    ("import numpyx", "unsupported_import", "unsupported", (0, 13), MODULES),
]

# the same with inputs
MEANING = [
    ("w0 x0 + b", {"b": 1}, "missing_inputs", "missing_inputs", (0, 2), GIVE),
    ("__class__", {}, "missing_inputs", "missing_inputs", (0, 9), GIVE),
    ("f(x) = f(x) + 1", {"x": 1}, "recursive_function", "recursive_function", (7, 11), None),
    ("f(x) = g(x); g(x) = f(x); f(y)", {"y": 1}, "recursive_function", "recursive_function", (20, 24), None),
    ("f(x) = x; f + y", {"y": 1}, "function_as_value", "unsupported", (10, 11), "Call it: f(…)."),
    ("np.exp", {}, "function_as_value", "unsupported", (3, 6), "Call it: exp(…)."),
    ("f(x) = g(x); f(2); g(x) = x", {"x": 1}, "unknown_function", "unknown_function", (7, 8), None),
    ("exp(x, y)", {"x": 1, "y": 2}, "argument_count", "bad_argument", (0, 9), "It is called exp(x)."),
    ("f(x) = x; f(1, 2)", {}, "argument_count", "bad_argument", (10, 17), "It is called f(x)."),
    ("max()", {}, "argument_count", "bad_argument", (0, 5), "It is called max(x, axis=None, keepdims=False)."),
    ("array(1, 2)", {}, "argument_count", "bad_argument", (0, 11), "It is called array(x)."),
    ("maximum(x)", {"x": 1}, "argument_count", "bad_argument", (0, 10), "It is called maximum(a, b, …)."),
    ("sum(x, 0, axis=1)", {"x": [1, 2]}, "argument_twice", "bad_argument", (0, 17), None),
    ("sum(x, axis=y)", {"x": [1], "y": 0}, "argument_not_constant", "bad_argument", (12, 13), None),
    ("x + True", {"x": 1}, "constant_as_operand", "bad_argument", (4, 8),
     "An array is written with square brackets: [a, b]."),
    ("f(x) = x; f(x=1)", {}, "user_function_keywords", "bad_argument", (10, 16), None),
    ("[[1, 2], [3]]", {}, "ragged_array", "bad_argument", (9, 12), None),
    ("[1, [2]]", {}, "ragged_array", "bad_argument", (4, 7), None),
    ("[" * 33 + "1" + "]" * 33, {}, "deep_array", "bad_argument", (0, 67), None),
    ("W⁻¹", {"W": [[1]]}, "reciprocal_of_matrix", "unsupported", (0, 3), "For 1 divided by every entry, write 1/x."),
    ("z + (x + y)", {"x": [1, 2], "y": [1, 2, 3], "z": 0}, "shapes_do_not_broadcast", "shape_mismatch", (5, 10),
     "Counted from the last axis, two sizes must be equal, or one of them 1."),
    ("A @ x", {"A": [[1, 2]], "x": [1, 2, 3]}, "matmul_inner_sizes", "shape_mismatch", (0, 5), None),
    ("A x", {"A": [[1, 2]], "x": [1, 2, 3]}, "matmul_inner_sizes", "shape_mismatch", (0, 3), None),
    ("x @ y", {"x": 1, "y": [1]}, "matmul_of_number", "shape_mismatch", (0, 5), "Scale an array by a number with *."),
    ("np.dot(A, B)", {"A": [[1]], "B": [[[1]]]}, "dot_of_stacks", "shape_mismatch", (0, 12),
     "Use @ for a product of stacks of matrices."),
    ("A @ B", {"A": [[[1]], [[1]]], "B": [[[1]], [[1]], [[1]]]}, "stacks_do_not_broadcast", "shape_mismatch", (0, 5),
     ...),
    ("[x, y]", {"x": 1, "y": [1]}, "entries_differ", "shape_mismatch", (0, 6), None),
    ("sum(x, axis=1)", {"x": [1]}, "axis_out_of_range", "bad_argument", (0, 14),
     "Axes count from 0, or from -1 backwards."),
    ("sum(X, axis=(0, 0))", {"X": [[1]]}, "axis_repeated", "bad_argument", (0, 19), None),
    ("sum(x, axis=0.5)", {"x": [1]}, "axis_not_an_integer", "bad_argument", (0, 16), None),
    ("sum(x, keepdims=2)", {"x": [1]}, "keepdims_not_a_truth_value", "bad_argument", (0, 18), None),
    ("2 sum(x, foo=1)", {"x": [1]}, "unknown_keyword", "bad_argument", (2, 15), SUM),
    ("array([1], foo=1)", {}, "unknown_keyword", "bad_argument", (0, 17), "It is called array(x)."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "key", "code", "span", "hint"), SYNTAX)
def test_a_program_that_cannot_be_read(source, key, code, span, hint):
    error = failure(source)
    assert (error.key, error.code, error.span, error.hint()) == (key, code, span, hint)
    check_sentences(error)


@pytest.mark.parametrize(("source", "inputs", "key", "code", "span", "hint"), MEANING)
def test_a_program_that_cannot_be_evaluated(source, inputs, key, code, span, hint):
    error = failure(source, inputs)
    assert (error.key, error.code, error.span) == (key, code, span)
    assert hint is ... or error.hint() == hint
    check_sentences(error)


def test_missing_inputs_lists_all_names_in_order():
    error = failure("b + W1 x + θ + b", {"x": 1})
    assert error.details == {"names": ["b", "W1", "θ"]}
    assert "b, W1, θ" in error.message("en")
    assert "b, W1, θ" in error.message("ko")


def test_a_shape_mismatch_names_the_gate_and_both_shapes():
    error = failure("(x + y) z", {"x": [1, 2], "y": [1, 2, 3], "z": 1})
    for language in ("en", "ko"):
        assert all(part in error.message(language) for part in ("add", "(2,)", "(3,)"))


def test_long_names_are_shortened_in_sentences():
    error = failure("q" * 5_000 + "(x)")
    assert len(error.message()) < 300
    assert error.message().endswith("….")
    assert len(failure("+".join(f"a{k}" for k in range(900))).details["names"]) == 900


SENTENCES = [
    ("1+*2", "A name, a number or an opening bracket is expected here, not “*”.",
     "여기에는 이름, 수, 여는 괄호가 와야 합니다. 지금은 “*” 입니다."),
    ("x +", "The expression stops after “+”; something must follow.",
     "식이 “+” 뒤에서 끝났습니다. 뒤에 무언가 있어야 합니다."),
    ("\n (x", "A bracket is still open: “(” at line 2, column 2 has no partner.",
     "괄호가 닫히지 않았습니다: 2행 2열의 “(”"),
    ("x – y", "This character is not part of the notation: – (EN DASH).", "이 표기법에 없는 문자입니다: – (EN DASH)"),
    ("x\u0000", "This character is not part of the notation: U+0000.", "이 표기법에 없는 문자입니다: U+0000"),
    ("sigmod(x)", "There is no function called sigmod.", "그런 이름의 함수는 없습니다: sigmod"),
    ("w0 x0", "These inputs have no value: w0, x0.", "값이 없는 입력이 있습니다: w0, x0"),
    ("exp()", "The number of arguments does not fit exp: it takes 1, and here are 0.",
     "인자의 수가 맞지 않습니다(exp): 필요 1, 지금 0."),
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
