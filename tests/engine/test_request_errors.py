"""Inputs, options and limits: nothing is coerced, and every refusal says where."""

from dataclasses import fields, replace

import pytest

from engine import Limits, evaluate
from tests.engine.failures import check_sentences, failure

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
    ({"check": "node"}, "bad_option", "check"),
    ({"check": ["nodes"]}, "bad_option", "check"),
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
    ({"fold": ["exp"]}, "unknown_composite", "exp"),
    ({"upstream": [1, 2]}, "upstream_shape", "(2,)"),
    ({"upstream": {"random": "normal", "shape": []}}, "upstream_not_numbers", "upstream"),
    ({"upstream": True}, "input_not_a_number", "upstream"),
    ({"upstream": "1"}, "input_not_a_number", "upstream"),
    ({"upstream": [[1], []]}, "input_ragged", "upstream[1]"),
    ({"upstream": float("nan")}, "input_not_finite", "upstream"),
]

ROOMY = Limits(expression_characters=1_000, brackets=50, nodes=50, operands=50, function_calls=50, elements=50)
LIMITS = [
    ("expression_characters", 10, "x + x + x + x", {"x": 1}, None),
    ("brackets", 3, "((((x))))", {"x": 1}, (3, 4)),
    ("brackets", 3, "exp(|[[x]]|)", {"x": 1}, (6, 7)),
    ("nodes", 3, "-(x + x) x", {"x": 1}, (0, 10)),
    ("operands", 3, "x + max(x, 1, x, 2)", {"x": 1}, (4, 19)),
    ("operands", 3, "[x, 1, x, 2]", {"x": 1}, (0, 12)),
    ("function_calls", 3, "f(a)=a; f(f(f(f(x))))", {"x": 1}, (14, 18)),
    ("elements", 3, "x", {"x": [1, 2, 3, 4]}, None),
    ("elements", 3, "x + y", {"x": [1, 2], "y": [3, 4]}, None),
    ("elements", 5, "x @ y", {"x": [[1], [2]], "y": [[3, 4]]}, (0, 5)),
    ("elements", 3, "[1, 2, 3, 4]", {}, (0, 12)),
    ("elements", 3, "x", {"x": {"random": "normal", "shape": [2, 2]}}, None),
    ("elements", 10**6, "x", {"x": {"random": "normal", "shape": [10**9, 10**9]}}, None),
]


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
