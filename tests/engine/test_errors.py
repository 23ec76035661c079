"""Whatever is wrong with a request is said with a code, a place and what to write instead, in both languages."""

import re
import string
from dataclasses import fields, replace

import pytest

from engine import EngineError, Limits, evaluate, line_and_column
from engine.gates import GATES
from engine.messages import ERRORS, NOTICES, STRUCTURES

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

NESTED = [1.0]
for _ in range(40):
    NESTED = [NESTED]

VALUES = [
    ([1], "inputs_not_an_object", None),
    ("x", "inputs_not_an_object", None),
    ({"": 1}, "input_name", ""),
    ({"2x": 1}, "input_name", "2x"),
    ({"x y": 1}, "input_name", "x y"),
    ({"<script>": 1}, "input_name", "<script>"),
    ({"\ud800": 1}, "input_name", "?"),
    ({"a" * 201: 1}, "input_name", "aaa"),
    ({5: 1}, "input_name", "5"),
    ({"w0": 1, "w_0": 1}, "input_twice", "w_0"),
    ({"θ": 1, "theta": 1}, "input_twice", "theta"),
    ({"x": True}, "input_not_a_number", "true"),
    ({"x": "1"}, "input_not_a_number", '"1"'),
    ({"x": "\udc00"}, "input_not_a_number", '"?"'),
    ({"x": None}, "input_not_a_number", "null"),
    ({"x": 1j}, "input_not_a_number", "complex"),
    ({"x": b"1"}, "input_not_a_number", "bytes"),
    ({"x": []}, "input_not_a_number", "[]"),
    ({"x": [[], []]}, "input_not_a_number", "x[0]"),
    ({"x": [1, "2"]}, "input_not_a_number", "x[1]"),
    ({"x": [[1, 2], [3, None]]}, "input_not_a_number", "x[1][1]"),
    ({"x": [[1, 2], [3, True]]}, "input_not_a_number", "x[1][1]"),
    ({"x": [1, {"random": "normal", "shape": [1]}]}, "input_not_a_number", "x[1]"),
    ({"x": [1, [2]]}, "input_nested", "x[1]"),
    ({"x": [[1, 2], [3]]}, "input_ragged", "x[1]"),
    ({"x": [[1, 2], 3]}, "input_ragged", "x[1]"),
    ({"x": [[[1], [2]], [[3], []]]}, "input_ragged", "x[1][1]"),
    ({"x": NESTED}, "input_deep", "32"),
    ({"x": float("nan")}, "input_not_finite", "x"),
    ({"x": float("inf")}, "input_not_finite", "x"),
    ({"x": 10**400}, "input_not_finite", "x"),
    ({"x": [0.0, float("-inf")]}, "input_not_finite", "x[1]"),
    ({"x": {}}, "input_random", "x"),
    ({"x": {"random": "normal"}}, "input_random", "x"),
    ({"x": {"random": "gauss", "shape": [2]}}, "input_random", "x"),
    ({"x": {"random": ["normal"], "shape": [2]}}, "input_random", "x"),
    ({"x": {"random": "normal", "shape": 2}}, "input_random", "x"),
    ({"x": {"random": "normal", "shape": [0]}}, "input_random", "x"),
    ({"x": {"random": "normal", "shape": [2.0]}}, "input_random", "x"),
    ({"x": {"random": "normal", "shape": [True]}}, "input_random", "x"),
    ({"x": {"random": "normal", "shape": [2], "seed": -1}}, "input_random", "x"),
    ({"x": {"random": "normal", "shape": [2], "seed": "1"}}, "input_random", "x"),
    ({"x": {"random": "normal", "shape": [2], "extra": 1}}, "input_random", "x"),
    ({"x": {"random": "normal", "shape": [1] * 33}}, "input_deep", "32"),
]

OPTIONS = [
    ({"check": 1}, "bad_option", "check"),
    ({"check": None}, "bad_option", "check"),
    ({"layout": "true"}, "bad_option", "layout"),
    ({"seed": -1}, "bad_option", "seed"),
    ({"seed": True}, "bad_option", "seed"),
    ({"seed": 1.0}, "bad_option", "seed"),
    ({"seed": "0"}, "bad_option", "seed"),
    ({"values": "all"}, "bad_option", "values"),
    ({"values": ["full"]}, "bad_option", "values"),
    ({"constants": None}, "bad_option", "constants"),
    ({"fold": "some"}, "bad_option", "fold"),
    ({"fold": 0}, "bad_option", "fold"),
    ({"unfold": 0}, "bad_option", "unfold"),
    ({"colour": 1}, "unknown_option", "colour"),
    ({"upstream": [1, 2]}, "upstream_shape", "(2,)"),
    ({"upstream": {"random": "normal", "shape": []}}, "upstream_not_numbers", "upstream"),
    ({"upstream": True}, "input_not_a_number", "upstream"),
    ({"upstream": "1"}, "input_not_a_number", "upstream"),
    ({"upstream": [[1], []]}, "input_ragged", "upstream[1]"),
    ({"upstream": float("nan")}, "input_not_finite", "upstream"),
]

ROOMY = Limits(expression_characters=1_000, brackets=50, nodes=50, function_calls=50, elements=50)
LIMITS = [
    ("expression_characters", 10, "x + x + x + x", {"x": 1}, None),
    ("brackets", 3, "((((x))))", {"x": 1}, (3, 4)),
    ("brackets", 3, "exp(|[[x]]|)", {"x": 1}, (6, 7)),
    ("nodes", 3, "-(x + x) x", {"x": 1}, (0, 10)),
    ("function_calls", 3, "f(a)=a; f(f(f(f(x))))", {"x": 1}, (14, 18)),
    ("elements", 3, "x", {"x": [1, 2, 3, 4]}, None),
    ("elements", 3, "x + y", {"x": [1, 2], "y": [3, 4]}, None),
    ("elements", 5, "x @ y", {"x": [[1], [2]], "y": [[3, 4]]}, (0, 5)),
    ("elements", 3, "[1, 2, 3, 4]", {}, (0, 12)),
    ("elements", 3, "x", {"x": {"random": "normal", "shape": [2, 2]}}, None),
    ("elements", 10**6, "x", {"x": {"random": "normal", "shape": [10**9, 10**9]}}, None),
]


def failure(*arguments, **options):
    with pytest.raises(EngineError) as raised:
        evaluate(*arguments, **options).to_dict()
    return raised.value


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


@pytest.mark.parametrize(("inputs", "key", "part"), VALUES)
def test_inputs_are_never_coerced(inputs, key, part):
    error = failure("x", inputs)
    assert (error.key, error.code, error.span) == (key, "bad_input_value", None)
    check_sentences(error)
    assert part is None or all(part in error.message(language) for language in ("en", "ko"))


@pytest.mark.parametrize(("options", "key", "part"), OPTIONS)
def test_options_are_never_coerced(options, key, part):
    error = failure("x", {"x": 1}, **options)
    assert error.key == key
    assert error.code == ("bad_input_value" if key.startswith("input") else "bad_option")
    assert all(part in error.message(language) for language in ("en", "ko"))
    check_sentences(error)


@pytest.mark.parametrize("expression", [5, None, b"x", ["x"]])
def test_the_program_must_be_a_text(expression):
    assert failure(expression).key == "expression_not_text"


@pytest.mark.parametrize(("name", "maximum", "source", "inputs", "span"), LIMITS)
def test_each_limit_is_named(name, maximum, source, inputs, span):
    error = failure(source, inputs, limits=replace(ROOMY, **{name: maximum}))
    assert (error.code, error.span) == ("limit_exceeded", span)
    assert error.details == {"limit": name, "maximum": maximum}
    assert all(name in error.message(language) for language in ("en", "ko"))
    assert all(str(maximum) in error.message(language) for language in ("en", "ko"))


@pytest.mark.parametrize(("name", "maximum", "source", "inputs", "span"), LIMITS)
def test_a_limit_is_only_passed_above_it(name, maximum, source, inputs, span):
    if maximum < 100:
        wide = replace(ROOMY, expression_characters=10_000)
        evaluate(source, inputs, limits=wide)


def test_checking_is_limited_too():
    error = failure("sum(x)", {"x": {"random": "normal", "shape": [1001]}}, check=True)
    assert (error.code, error.details) == ("limit_exceeded", {"limit": "checked_entries", "maximum": 1000})


def test_every_limit_has_a_case():
    assert {name for name, *_ in LIMITS} == {field.name for field in fields(Limits)}


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


# The table itself ----------------------------------------------------------------------------------------------------


def check_sentences(error):
    """Both languages say something, with every placeholder filled."""
    for language in ("en", "ko"):
        assert error.message(language)
        assert not re.search(r"\{[a-z_]+\}", error.message(language) + (error.hint(language) or ""))
    assert (error.hint("en") is None) == (error.hint("ko") is None)
    assert str(error) == error.message("en")


UNREACHED = {"reduction_of_nothing"}  # no array of the notation is empty yet; the gates' own tests raise it


def test_every_row_of_the_table_is_raised_by_a_case_above():
    raised = {case[1] for case in SYNTAX} | {case[2] for case in MEANING}
    raised |= {case[1] for case in VALUES + OPTIONS} | {"expression_not_text", "limit_checked_entries"}
    raised |= {f"limit_{case[0]}" for case in LIMITS}
    assert raised | UNREACHED == set(ERRORS)
    with pytest.raises(EngineError) as error:
        GATES["max"]().shape((0,))
    assert error.value.key in UNREACHED


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text or "") if name}


ROWS = [*ERRORS.items(), *NOTICES.items(), *STRUCTURES.items()]


@pytest.mark.parametrize(("key", "row"), ROWS, ids=[key for key, _ in ROWS])
def test_both_languages_say_the_same(key, row):
    assert placeholders(row.en) == placeholders(row.ko)
    assert placeholders(row.hint_en) == placeholders(row.hint_ko)
    assert (row.hint_en is None) == (row.hint_ko is None)
    assert re.search(r"[가-힣]", row.ko)
    assert not re.search(r"[가-힣]", row.en + (row.hint_en or ""))


@pytest.mark.parametrize(("key", "row"), ROWS, ids=[key for key, _ in ROWS])
def test_no_korean_particle_follows_a_live_word(key, row):
    particle = r"[”)\s]?(은|는|이|가|을|를|과|와|로|으로|라|이라|라는|의|에|에서|도|만|처럼|보다|까지|부터)(?![가-힣])"
    assert not re.search(r"\}" + particle, row.ko + " " + (row.hint_ko or ""))


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
