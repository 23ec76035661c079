"""The rule that is shown comes out of the formula that runs: golden text, and the same number."""

import math

import pytest

from engine.gates import GATES, build
from engine.namespaces.symbols import rule, substituted
from tests.engine.gates.gradients import scalar_run
from tests.engine.gates.terms import evaluated

RULES = {
    "add": ["1", "1"],
    "subtract": ["1", "-1"],
    "multiply": ["b", "a"],
    "divide": [r"\frac{1}{b}", r"-\frac{a}{b^{2}}"],
    "negative": ["-1"],
    "reciprocal": [r"-\frac{1}{x^{2}}"],
    "power": [r"b\, a^{b - 1}", r"a^{b}\, \log(a)"],
    "square": ["2 x"],
    "sqrt": [r"\frac{1}{2 \sqrt{x}}"],
    "exp": ["e^{x}"],
    "log": [r"\frac{1}{x}"],
    "sin": [r"\cos(x)"],
    "cos": [r"-\sin(x)"],
    "abs": [r"\operatorname{sign}(x)"],
    "sigmoid": [r"(1 - \sigma(x))\, \sigma(x)"],
    "tanh": [r"1 - \tanh^{2}(x)"],
    "relu": ["[x > 0]"],
    "maximum": [r"[a > b] + \frac{1}{2}\, [a = b]", r"[b > a] + \frac{1}{2}\, [a = b]"],
    "minimum": [r"[a < b] + \frac{1}{2}\, [a = b]", r"[b < a] + \frac{1}{2}\, [a = b]"],
    **{name: ["0", "0"] for name in ("greater", "greater_equal", "less", "less_equal", "equal", "not_equal")},
    "sum": [r"\delta\, \mathbf{1}"],
    "mean": [r"\frac{\delta}{n}\, \mathbf{1}"],
    "max": [r"\frac{\delta}{\sum [x = \max(x)]}\, [x = \max(x)]"],
    "min": [r"\frac{\delta}{\sum [x = \min(x)]}\, [x = \min(x)]"],
    "norm": [r"\delta\, \frac{x}{\lVert x \rVert}"],
    "squared_norm": [r"2 \delta\, x"],
    "l1": [r"\delta\, \operatorname{sign}(x)"],
    "matmul": [r"\delta\, b^{\top}", r"a^{\top}\, \delta"],
    "dot": [r"\delta\, b^{\top}", r"a^{\top}\, \delta"],
    "transpose": [r"\delta^{\top}"],
    "array": [r"\delta_{0}", r"\delta_{1}", r"\delta_{2}"],
}
CONSTANTS = [
    ("add", {1: 1.0}, 0, "1"),
    ("subtract", {0: 1.0}, 1, "-1"),
    ("multiply", {0: 2.0}, 1, "2"),
    ("multiply", {1: -0.5}, 0, "-0.5"),
    ("divide", {1: 2.0}, 0, r"\frac{1}{2}"),
    ("divide", {1: -2.0}, 0, r"-\frac{1}{2}"),
    ("divide", {0: 2.0}, 1, r"-\frac{2}{x^{2}}"),
    ("power", {1: 2.0}, 0, "2 x"),
    ("power", {1: 3.0}, 0, "3 x^{2}"),
    ("power", {1: 1.0}, 0, "1"),
    ("power", {1: 0.0}, 0, "0"),
    ("power", {1: -3.0}, 0, "-3 x^{-4}"),
    ("power", {1: 0.5}, 0, r"0.5\, x^{-0.5}"),
    ("power", {0: 2.0}, 1, r"2^{x}\, \log(2)"),
    ("power", {0: math.e}, 1, "e^{x}"),
    ("power", {0: -2.0}, 1, r"(-2)^{x}\, \log(-2)"),
    ("multiply", {0: 1e-5}, 1, r"1 \times 10^{-5}"),
    ("multiply", {0: math.pi}, 1, r"\pi"),
    ("maximum", {0: 0.0}, 1, "[x > 0]"),
    ("maximum", {1: 0.0}, 0, "[x > 0]"),
    ("minimum", {1: 0.0}, 0, r"[x < 0] + \frac{1}{2}\, [x = 0]"),
    ("maximum", {0: 2.0}, 1, r"[x > 2] + \frac{1}{2}\, [2 = x]"),
]


def test_every_gate_has_its_rule_in_the_table():
    assert set(RULES) == set(GATES)


@pytest.mark.parametrize("name", RULES)
def test_rules(name):
    gate, count = build(name), len(RULES[name])
    assert [rule(gate, slot, {}, count) for slot in range(count)] == RULES[name]


@pytest.mark.parametrize(("name", "literals", "slot", "expected"), CONSTANTS)
def test_rules_with_constants(name, literals, slot, expected):
    assert rule(build(name).specialised(literals), slot, literals) == expected


def test_rules_of_a_choice_among_many():
    gate = build("maximum")
    assert rule(gate, 1, {}, 3) == r"\frac{1}{n}\, [b = \max(a, b, c)]"
    assert rule(gate.specialised({0: 0.0}), 1, {0: 0.0}, 3) == r"\frac{1}{n}\, [b = \max(0, b, c)]"
    assert rule(gate, 6, {}, 30) == r"\frac{1}{n}\, [g = \max(a, b, \dots, x_{29})]"


@pytest.mark.parametrize(("name", "expected"), [("norm", r"\frac{x}{\lVert x \rVert}"), ("sum", "1"), ("max", "1")])
def test_an_array_gate_on_a_single_number_has_a_local_derivative(name, expected):
    assert rule(build(name), 0, scalar=True) == expected


@pytest.mark.parametrize("name", [name for name, gate in GATES.items() if gate.family == "elementwise"])
@pytest.mark.parametrize("operands", [(0.7, 1.6), (1.6, 0.7), (2.5, 2.5)])
def test_the_rule_is_worth_the_local_gradient(name, operands):
    gate = build(name)
    numbers = operands[: gate.arity[0]]
    output = scalar_run(gate.forward, *numbers)
    sent = scalar_run(gate.backward, 1.0, output, *numbers)
    for slot, local in enumerate(sent if len(numbers) > 1 else (sent,)):
        assert evaluated(gate, slot, numbers) == pytest.approx(local, rel=1e-13)


SUBSTITUTED = [
    ("exp", [-1.0], {}, 0, "e^{-1.00}"),
    ("reciprocal", [1.3678794], {}, 0, r"-\frac{1}{1.37^{2}}"),
    ("reciprocal", [-2.0], {}, 0, r"-\frac{1}{(-2.00)^{2}}"),
    ("multiply", [2.0, -1.0], {}, 0, "-1.00"),
    ("add", [2.0, -1.0], {}, 0, "1"),
    ("sigmoid", [1.0], {}, 0, r"(1 - \sigma(1.00)) \cdot \sigma(1.00)"),
    ("tanh", [0.5], {}, 0, r"1 - \tanh^{2}(0.50)"),
    ("power", [-2.0, 3.0], {1: 3.0}, 0, r"3 \cdot (-2.00)^{2}"),
    ("power", [2.0, 3.0], {}, 1, r"2.00^{3.00} \cdot \log(2.00)"),
    ("divide", [3.0, -2.0], {}, 1, r"-\frac{3.00}{(-2.00)^{2}}"),
    ("maximum", [2.0, -1.0], {}, 0, "[2.00 > -1.00]"),
    ("maximum", [1.0, 1.0], {}, 0, r"[1.00 > 1.00] + \frac{1}{2} \cdot [1.00 = 1.00]"),
    ("maximum", [1.0, 1.0, 2.0], {}, 2, r"[2.00 = \max(1.00, 1.00, 2.00)]"),
    ("maximum", [2.0, 1.0, 2.0], {}, 2, r"\frac{1}{2} \cdot [2.00 = \max(2.00, 1.00, 2.00)]"),
    ("maximum", [0.0, -1.0], {0: 0.0}, 1, "[-1.00 > 0]"),
    ("norm", [-3.0], {}, 0, r"\frac{-3.00}{\lVert -3.00 \rVert}"),
    ("square", [0.0123], {}, 0, r"2 \cdot 0.012"),
    ("square", [1.5e-7], {}, 0, r"2 \cdot (1.5 \times 10^{-7})"),
    ("square", [-2.5e9], {}, 0, r"2 \cdot (-2.5 \times 10^{9})"),
    ("exp", [-0.0], {}, 0, "e^{0.00}"),
    ("exp", [math.inf], {}, 0, r"e^{\infty}"),
    ("log", [-math.inf], {}, 0, r"\frac{1}{-\infty}"),
    ("exp", [math.nan], {}, 0, r"e^{\mathrm{NaN}}"),
    ("matmul", [[1.0], [2.0]], {}, 0, r"\delta\, b^{\top}"),
    ("array", [1.0, 2.0], {}, 1, r"\delta_{1}"),
]


@pytest.mark.parametrize(("name", "numbers", "literals", "slot", "expected"), SUBSTITUTED)
def test_the_rule_with_numbers(name, numbers, literals, slot, expected):
    assert substituted(build(name).specialised(literals), slot, numbers, literals) == expected


def test_many_operands_keep_the_rule():
    gate, numbers = build("maximum"), [float(k) for k in range(9)]
    assert substituted(gate, 8, numbers) == rule(gate, 8, {}, 9)
