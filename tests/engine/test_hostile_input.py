"""Whatever is typed gives an answer or an EngineError, and the next program is answered as ever."""

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import EngineError, Limits, evaluate, parse

WIDE = Limits(expression_characters=2_000_000, brackets=200_000, nodes=200_000, function_calls=200_000)


def outcome(source, inputs=None, **options):
    """The code of the error, or ``None`` for an answer that any JSON writer takes."""
    try:
        json.dumps(evaluate(source, inputs, **options).to_dict(), allow_nan=False).encode()
    except EngineError as error:
        check(error, len(source))
        return error.code
    return None


def check(error, size):
    """The error can be sent, and its place lies in the program."""
    for language in ("en", "ko"):
        json.dumps([error.message(language), error.hint(language), error.details], allow_nan=False)
        error.message(language).encode()
    start, end = error.span or (0, 0)
    assert 0 <= start <= end <= size


def test_the_list_of_bad_input():
    for source, code in [
        ("", "syntax_error"),
        ("(", "syntax_error"),
        ("1+*2", "syntax_error"),
        ("frobnicate(x)", "unknown_function"),
        ("x + y", "missing_inputs"),
        ("__class__", "missing_inputs"),
        ("__class__.__mro__", "unsupported"),
        ("__import__('os')", "unknown_function"),
        ("__import__(os)", "unknown_function"),
        ("import os", "unsupported"),
        ("<script>", "syntax_error"),
        ("<script>alert(1)</script>", "syntax_error"),
        ("x; exec(y)", "unknown_function"),
        ("().__class__", "syntax_error"),
    ]:
        assert outcome(source) == code, source
        assert outcome("2 + 3") is None


# Not finite ----------------------------------------------------------------------------------------------------------

NONFINITE = [
    ("1/0", {}, "Infinity"),
    ("-1/0", {}, "-Infinity"),
    ("0/0", {}, "NaN"),
    ("x/0", {"x": 1}, "Infinity"),
    ("x/0", {"x": 0}, "NaN"),
    ("1/x", {"x": 0}, "Infinity"),
    ("1/x", {"x": -0.0}, "-Infinity"),
    ("log(-1)", {}, "NaN"),
    ("log(0)", {}, "-Infinity"),
    ("log(x)", {"x": -1}, "NaN"),
    ("exp(1000)", {}, "Infinity"),
    ("exp(x)", {"x": 1000}, "Infinity"),
    ("9**9**9**9", {}, "Infinity"),
    ("x^x^x^x", {"x": 9}, "Infinity"),
    ("(-8)^(1/3)", {}, "NaN"),
    ("x^(1/3)", {"x": -8}, "NaN"),
    ("sqrt(-x)", {"x": 1}, "NaN"),
    ("1e999", {}, "Infinity"),
    ("-1e999", {}, "-Infinity"),
    ("1e999 - 1e999", {}, "NaN"),
    ("sin(1e999)", {}, "NaN"),
    ("0^-1", {}, "Infinity"),
    ("x*x", {"x": 1e200}, "Infinity"),
    ("x - 2*x", {"x": 1.7e308}, "-Infinity"),
]


@pytest.mark.parametrize(("source", "inputs", "value"), NONFINITE)
@pytest.mark.parametrize("constants", ["absorbed", "nodes"])
def test_what_is_not_finite_is_a_string_and_noticed(source, inputs, value, constants):
    found = evaluate(source, inputs, constants=constants).to_dict()
    assert found["output"]["value"] == value
    (notice,) = [n for n in found["notices"] if n["code"] == "nonfinite" and "gradient" not in n["message"]]
    first = next(node for node in found["nodes"] if isinstance(node["value"], str))
    assert first["id"] in notice["message"]
    assert notice["span"] == first["span"]
    json.dumps(found, allow_nan=False)


@pytest.mark.parametrize(("source", "inputs", "value"), NONFINITE)
def test_arrays_follow_the_same_arithmetic(source, inputs, value):
    if inputs:
        found = evaluate(source, {name: [number, number] for name, number in inputs.items()}).to_dict()
        assert found["output"]["value"] == [value, value]


def test_mixed_arrays_keep_their_finite_entries():
    found = evaluate("log(x)", {"x": [1, 0, -1]}).to_dict()
    assert found["output"]["value"] == [0.0, "-Infinity", "NaN"]
    assert found["inputs"]["x"]["gradient"] == [1.0, "Infinity", -1.0]
    assert [n["code"] for n in found["notices"]] == ["nonscalar_output", "nonfinite"]


def test_a_gradient_that_is_not_finite_is_noticed_at_its_first_node():
    found = evaluate("sqrt(x) * y", {"x": 0, "y": 2}).to_dict()
    assert found["inputs"]["x"]["gradient"] == "Infinity"
    assert {n["code"] for n in found["notices"]} == {"nondifferentiable", "nonfinite"}


def test_finite_results_that_pass_through_infinity():
    found = evaluate("1/(1 + exp(-x))", {"x": -1000})
    assert found.value == 0.0
    assert evaluate("sigmoid(x)", {"x": -1000}).gradients == {"x": 0.0}
    assert evaluate("sigmoid(x)", {"x": 1000}).value == 1.0


# Large ---------------------------------------------------------------------------------------------------------------

MANY = 10_500
LARGE = [
    ("(" * 100_000 + "x" + ")" * 100_000, "limit_exceeded"),
    ("x" * 1_000_000, "limit_exceeded"),
    ("(" * 1_001 + "x" + ")" * 1_001, "limit_exceeded"),
    ("(" * 1_000 + "x" + ")" * 1_000, None),
    ("[" * 1_001 + "x" + "]" * 1_001, "limit_exceeded"),
    ("exp(" * 1_001 + "x" + ")" * 1_001, "limit_exceeded"),
    ("+".join(["x"] * MANY), "limit_exceeded"),
    ("-" * MANY + "x", "limit_exceeded"),
    ("+" * MANY + "x", None),
    ("^".join(["x"] * MANY), "limit_exceeded"),
    ("x" * MANY, "limit_exceeded"),
    ("|x|" * MANY, "limit_exceeded"),
    ("x" + ".T" * MANY, "limit_exceeded"),
    ("x" + "²" * MANY, None),
    ("np." * 9_000 + "exp(x)", "unknown_function"),
    ("self." * 9_000 + "x", "unsupported"),
    ("1" * MANY, None),
    ("_" * MANY, "missing_inputs"),
    ("x<" * MANY + "x", "syntax_error"),
    ("x=" * MANY + "x", "syntax_error"),
    ("max(" + "," * MANY, "syntax_error"),
    ("\n" * MANY, "syntax_error"),
    ("#" * MANY, "syntax_error"),
    ("x;" * MANY, None),
    ("1/x" + " x" * 3_000, None),
    ("f(x)=" + "+".join(["x"] * 9_000) + ";f(1)" * 5_000, "limit_exceeded"),
    ("f(x)=sum([" + ",".join(["1"] * 9_000) + "]);" + "+".join(["f(1)"] * 5_000), "limit_exceeded"),
    ("max(" + ",".join(["x"] * 4_000) + ")", None),
    ("sum([" + ",".join(["x"] * 4_000) + "])", None),
]


@pytest.mark.parametrize(("source", "code"), LARGE, ids=[f"{source[:12]!r}×{len(source)}" for source, _ in LARGE])
def test_large_programs(source, code):
    assert outcome(source, {"x": 1.5}) == code


DEEP = [
    "(" * 20_000 + "x" + ")" * 20_000,
    "-" * 1_500 + "x",
    "+".join(["x"] * 1_500),
    "^".join(["x"] * 1_500),
    "exp(" * 1_500 + "x" + ")" * 1_500,
    "2^-" * 1_200 + "x",
    "max(x, " * 1_200 + "x" + ")" * 1_200,
    "[" * 1_500 + "x" + "]" * 1_500,
    "|(" * 1_200 + "x" + ")|" * 1_200,
]


@pytest.mark.parametrize("source", DEEP, ids=[source[:8] for source in DEEP])
def test_nothing_recurses_over_the_depth_of_a_program(source):
    code = "bad_argument" if source[0] == "[" else None
    assert outcome(source, {"x": 0.5}, limits=WIDE) == code


def test_calls_may_nest_as_deep_as_the_limits_allow():
    chain = "f0(x) = x + 1\n" + "\n".join(f"f{k}(x) = f{k - 1}(x)" for k in range(1, 1_500)) + "\nf1499(x)"
    assert evaluate(chain, {"x": 1}, limits=WIDE).value == 2.0


DOUBLING = "f0(x) = x + x;" + "".join(f"f{k}(x) = f{k - 1}(f{k - 1}(x));" for k in range(1, 60)) + "f59(x)"
ADDING = "f0(x) = x;" + "".join(f"f{k}(x) = f{k - 1}(x) + f{k - 1}(x);" for k in range(1, 60)) + "f59(x)"


@pytest.mark.parametrize("source", [DOUBLING, ADDING])
def test_functions_that_double_end_at_a_limit(source):
    assert outcome(source, {"x": 1}) == "limit_exceeded"


def test_a_shared_value_is_walked_once():
    source = "a = x\n" + "a = a*a\n" * 60 + "a"
    found = evaluate(source, {"x": 1.0}).to_dict()
    assert len(found["nodes"]) == 61
    assert found["inputs"]["x"]["gradient"] == 2.0**60
    assert len(found["expression"]["latex"]) < 5_000


def test_answers_stay_small_for_gates_of_many_operands():
    found = evaluate("max(" + ",".join(["v"] * 300) + ")", {"v": [1, 2, 3]}).to_dict()
    assert len(json.dumps(found)) < 400_000


# Anything ------------------------------------------------------------------------------------------------------------

PIECES = [
    "x", "y", "w0", "θ", "W", "f", "exp", "max", "sum", "np.", "self.", "2", "0.5", "1e9", ".", ",", ";", "\n", "(",
    ")", "[", "]", "{", "}", "|", "||", "‖", "+", "-", "*", "/", "**", "^", "@", "·", "=", "==", "<", ">=", "+=", "²",
    "⁻¹", "ᵀ",
    ".T", ".sum()", "axis", "axis=0", "True", "None", "import ", "lambda ", "if ", "_1", "_", " ", "#", "'", "\\frac",
    "e", "π", "₀", "∑", "𝟏", "\u200b", "f(x) = ", "[1, 2]", "max(0, ", "1/",
]  # fmt: skip
INPUTS = {"x": 1.5, "y": [1.0, -2.0], "W": [[1.0, 2.0], [3.0, 4.0]]}


@settings(max_examples=2_000, derandomize=True, deadline=None, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_row_of_signs(source):
    outcome(source, INPUTS)


@settings(max_examples=400, derandomize=True, deadline=None, database=None)
@given(st.text(max_size=30))
def test_any_text(source):
    outcome(source, INPUTS)
    outcome("x " + source)


@settings(max_examples=150, derandomize=True, deadline=None, database=None)
@given(st.binary(max_size=30))
def test_any_bytes(octets):
    outcome(octets.decode("latin-1"), INPUTS)
    outcome(octets.decode("utf-8", "surrogateescape"), INPUTS)


@settings(max_examples=400, derandomize=True, deadline=None, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_a_program_that_parses_runs_with_the_suggested_inputs(source):
    """Unless its shapes or arguments fit no suggestion."""
    try:
        suggested = {entry["name"]: entry["suggested"] for entry in parse(source).to_dict()["inputs"]}
    except EngineError:
        return
    assert outcome(source, suggested) not in ("missing_inputs", "bad_input_value", "syntax_error")


numbers = st.one_of(st.floats(), st.integers(), st.booleans(), st.none(), st.text(max_size=3))
values = st.recursive(numbers, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner)))


@settings(max_examples=80, derandomize=True, deadline=None, database=None)
@given(st.dictionaries(st.text(max_size=3), values, max_size=3), values)
def test_any_inputs_and_upstream(inputs, upstream):
    outcome("x + 1", inputs)
    outcome("x + 1", {"x": 1.0, **inputs}, upstream=upstream)


@settings(max_examples=80, derandomize=True, deadline=None, database=None)
@given(
    st.dictionaries(
        st.sampled_from(["upstream", "fold", "unfold", "constants", "values", "layout", "check", "seed", "other"]),
        st.one_of(values, st.sampled_from(["none", "all", "nodes", "absorbed", "full", "auto", []])),
    )
)
def test_any_options(options):
    assert outcome("x + 1", {"x": 1.0}, **options) in (None, "bad_option", "bad_input_value")


def test_after_all_this_the_next_program_is_answered_as_ever():
    assert math.isclose(evaluate("1/(1+exp(-x))", {"x": 1.0}).value, 0.7310585786300049, rel_tol=1e-15)
