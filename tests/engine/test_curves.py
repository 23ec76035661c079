"""A gate's curve is what the gate itself computes, point by point."""

import math

import pytest

from engine import EngineError, evaluate, gate_curve
from engine.curves import usual_bounds
from engine.gates import GATES, build
from engine.namespaces.ieee import exactly
from tests.engine.failures import check_sentences

POINTS = [-6.0, -3.0, 0.0, 3.0, 6.0]
SIGMOID = "1/(1+exp(-(w0x0+w1x1+w2)))"
SLIDE = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}


def answer(program, inputs, node, operand=0, points=5, **options):
    return gate_curve(program, inputs, node=node, operand=operand, points=points, **options).to_dict()


def unary(program, x, **options):
    """The curve of a program that is one gate of x."""
    found = answer(program, {"x": x}, "n1", 1 if program in ("3*x", "2^x", "max(0, x)") else 0, **options)
    assert found["points"] == POINTS
    return found["values"], found["derivatives"]


def sigma(x):
    return 1 / (1 + math.exp(-x))


EXACT = {
    "exp(x)": (math.exp, math.exp),
    "x^2": (lambda x: x * x, lambda x: 2 * x),
    "-x": (lambda x: -x, lambda x: -1.0),
    "3*x": (lambda x: 3 * x, lambda x: 3.0),
    "2^x": (lambda x: 2**x, lambda x: 2**x * math.log(2)),
    "max(0, x)": (lambda x: max(0.0, x), lambda x: float(x > 0)),
    "sigmoid(x)": (sigma, lambda x: sigma(x) * (1 - sigma(x))),
    "tanh(x)": (math.tanh, lambda x: 1 - math.tanh(x) ** 2),
    "floor(x)": (math.floor, lambda x: 0.0),
    "sum(x)": (lambda x: x, lambda x: 1.0),
    "logsumexp(x)": (lambda x: x, lambda x: 1.0),
}


@pytest.mark.parametrize("program", EXACT)
def test_values_and_derivatives_are_those_of_the_formula(program):
    value, derivative = EXACT[program]
    values, derivatives = unary(program, 1.5)
    assert values == pytest.approx([value(x) for x in POINTS], rel=1e-14, abs=1e-16)
    assert derivatives == pytest.approx([derivative(x) for x in POINTS], rel=1e-13, abs=1e-16)


def test_what_is_not_finite_is_a_string():
    assert unary("1/x", 2)[0] == [-1 / 6, -1 / 3, "Infinity", 1 / 3, 1 / 6]
    assert unary("1/x", 2)[1][2] == "-Infinity"
    values, derivatives = unary("log(x)", 2)
    assert values[:3] == ["NaN", "NaN", "-Infinity"]
    assert derivatives[2] == "Infinity"
    assert unary("sqrt(x)", 4)[1][2] == "Infinity"


ELEMENTWISE = [name for name, gate in GATES.items() if gate.family == "elementwise"]


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_an_array_of_points_gives_what_one_point_gives(name):
    gate, names = build(name), "abc"[: max(1, GATES[name].arity[0])]
    inputs = {letter: 0.75 + k / 2 for k, letter in enumerate(names)}
    for slot, letter in enumerate(names):
        found = answer(f"{name}({', '.join(names)})", inputs, f"n{len(names)}", slot)
        for point, value, derivative in zip(found["points"], found["values"], found["derivatives"], strict=True):
            operands = [*({**inputs, letter: point}).values()]
            expected = exactly(gate.forward, *operands)
            sent = exactly(gate.backward, 1.0, expected, *operands)
            slope = (sent[slot] if len(names) > 1 else sent) or 0.0
            assert (float(value), float(derivative)) == pytest.approx((expected, slope), rel=1e-12, nan_ok=True)


def test_one_operand_moves_and_the_others_are_held():
    first = answer(SIGMOID, SLIDE, "n2", 0)
    assert (first["values"], first["derivatives"]) == ([6.0, 3.0, 0.0, -3.0, -6.0], [-1.0] * 5)
    second = answer(SIGMOID, SLIDE, "n2", 1)
    assert (second["values"], second["derivatives"]) == ([-12.0, -6.0, 0.0, 6.0, 12.0], [2.0] * 5)
    assert second["at"] == {"point": -1.0, "value": -2.0, "derivative": 2.0}


def test_the_present_point_has_the_numbers_of_the_evaluation():
    nodes = {node["id"]: node for node in evaluate(SIGMOID, SLIDE).to_dict()["nodes"]}
    edges = evaluate(SIGMOID, SLIDE).to_dict()["edges"]
    for edge in edges:
        at = answer(SIGMOID, SLIDE, edge["target"], edge["operand"])["at"]
        expected = (edge["value"], nodes[edge["target"]]["value"], edge["local"])
        assert (at["point"], at["value"], at["derivative"]) == expected


def test_a_condition_has_the_derivative_zero():
    found = answer("where(c, a, b)", {"c": 1, "a": 2, "b": 3}, "n3", 0)
    assert (found["values"], found["derivatives"]) == ([2.0, 2.0, 3.0, 2.0, 2.0], [0.0] * 5)


@pytest.mark.parametrize(
    ("point", "reach"), [(0.0, 6), (5.0, 6), (-5.5, 12), (100.0, 192), (math.nan, 6), (math.inf, 6)]
)
def test_the_usual_range_grows_with_the_point(point, reach):
    assert usual_bounds(point) == (-reach, reach)


def test_the_largest_numbers_stay_in_a_finite_range():
    found = answer("-x", {"x": 1.7e308}, "n1")
    assert all(isinstance(point, float) for point in found["points"])


def test_a_range_is_taken_as_it_is_asked_for():
    found = answer("x^2", {"x": 1}, "n1", points=3, **{"from": 0, "to": 0.5})
    assert (found["points"], found["values"]) == ([0.0, 0.25, 0.5], [0.0, 0.0625, 0.25])
    assert answer("x^2", {"x": 1}, "n1", points=2, **{"from": 2})["points"] == [2.0, 6.0]


REFUSED = {
    "an input": ("exp(x)", {"x": 1}, {"node": "n0"}),
    "no such node": ("exp(x)", {"x": 1}, {"node": "n01"}),
    "no id": ("exp(x)", {"x": 1}, {"node": 1}),
    "a gate of arrays": ("sum(x)", {"x": [1, 2]}, {}),
    "no such slot": ("exp(x)", {"x": 1}, {"operand": 1}),
    "a constant's slot": ("2/x", {"x": 1}, {"operand": 0}),
    "a truth value": ("exp(x)", {"x": 1}, {"operand": False}),
    "an empty range": ("exp(x)", {"x": 1}, {"from": 1, "to": 1}),
    "an endless range": ("exp(x)", {"x": 1}, {"to": math.inf}),
    "a range in words": ("exp(x)", {"x": 1}, {"from": "1"}),
    "one point": ("exp(x)", {"x": 1}, {"points": 1}),
    "too many points": ("exp(x)", {"x": 1}, {"points": 1002}),
    "an unknown option": ("exp(x)", {"x": 1}, {"edge": "e0"}),
}


@pytest.mark.parametrize(("program", "inputs", "asked"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_a_bad_option(program, inputs, asked):
    with pytest.raises(EngineError) as raised:
        gate_curve(program, inputs, **{"node": "n1", "operand": 0} | asked)
    assert raised.value.code == "bad_option"
    check_sentences(raised.value)
