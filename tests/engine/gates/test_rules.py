"""The rule that is shown comes out of the formula that runs: golden text, and the same number."""

import math

import pytest

from engine.gates import GATES, Gate, build
from engine.namespaces.symbols import named_rules, rule, substituted
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
    "cbrt": [r"\frac{1}{3 \sqrt[3]{x}^{2}}"],
    "sqrt": [r"\frac{1}{2 \sqrt{x}}"],
    "exp": ["e^{x}"],
    "log": [r"\frac{1}{x}"],
    "log2": [r"\frac{1}{x\, \log(2)}"],
    "log10": [r"\frac{1}{x\, \log(10)}"],
    "log1p": [r"\frac{1}{1 + x}"],
    "expm1": ["e^{x}"],
    "sin": [r"\cos(x)"],
    "cos": [r"-\sin(x)"],
    "tan": [r"1 + \tan^{2}(x)"],
    "arcsin": [r"\frac{1}{\sqrt{1 - x^{2}}}"],
    "arccos": [r"-\frac{1}{\sqrt{1 - x^{2}}}"],
    "arctan": [r"\frac{1}{1 + x^{2}}"],
    "sinh": [r"\cosh(x)"],
    "cosh": [r"\sinh(x)"],
    "abs": [r"\operatorname{sign}(x)"],
    "sigmoid": [r"(1 - \sigma(x))\, \sigma(x)"],
    "tanh": [r"1 - \tanh^{2}(x)"],
    "relu": ["[x > 0]"],
    "leaky_relu": [r"[x > 0] + 0.01\, [x \le 0]"],
    "elu": [r"[x > 0] + e^{x}\, [x \le 0]"],
    "selu": [r"1.0507009873554805\, ([x > 0] + 1.6732632423543772\, e^{x}\, [x \le 0])"],
    "gelu": [
        r"\frac{1 + \operatorname{erf}\left(\frac{x}{\sqrt{2}}\right)}{2}"
        r" + x\, \frac{e^{-\frac{x^{2}}{2}}}{\sqrt{2 \pi}}"
    ],
    "silu": [r"\sigma(x)\, (1 + x\, (1 - \sigma(x)))"],
    "softplus": [r"\sigma(x)"],
    **{name: ["0"] for name in ("sign", "floor", "ceil", "round")},
    "maxout": [r"[a > b] + \frac{1}{2}\, [a = b]", r"[b > a] + \frac{1}{2}\, [a = b]"],
    "clip": [r"[a \ge b]\, [a \le c]", r"[a < b]\, [b < c]", r"[\max(a, b) > c]"],
    "where": ["0", r"[a \ne 0]", "[a = 0]"],
    "maximum": [r"[a > b] + \frac{1}{2}\, [a = b]", r"[b > a] + \frac{1}{2}\, [a = b]"],
    "minimum": [r"[a < b] + \frac{1}{2}\, [a = b]", r"[b < a] + \frac{1}{2}\, [a = b]"],
    **{name: ["0", "0"] for name in ("greater", "greater_equal", "less", "less_equal", "equal", "not_equal")},
    "sum": [r"\delta\, \mathbf{1}"],
    "mean": [r"\frac{\delta}{n}\, \mathbf{1}"],
    "max": [r"\frac{\delta}{\sum [x = \max(x)]}\, [x = \max(x)]"],
    "min": [r"\frac{\delta}{\sum [x = \min(x)]}\, [x = \min(x)]"],
    "prod": [r"\delta\, \prod_{j \ne i} x_{j}"],
    "var": [r"\frac{2 \delta}{n}\, (x - \operatorname{mean}(x))"],
    "std": [r"\frac{\delta}{n}\, \frac{x - \operatorname{mean}(x)}{\operatorname{std}(x)}"],
    "logsumexp": [r"\delta\, \operatorname{softmax}(x)"],
    "softmax": [r"\operatorname{softmax}(x)\, (\delta - \sum \delta\, \operatorname{softmax}(x))"],
    "log_softmax": [r"\delta - \operatorname{softmax}(x)\, \sum \delta"],
    "mse": [r"\frac{2 \delta}{n}\, (a - b)", r"-\frac{2 \delta}{n}\, (a - b)"],
    "svm_loss": [
        r"\frac{\delta}{n}\, ([a - a_{b} + 1 > 0] - [j = b]\, \sum [a - a_{b} + 1 > 0])",
        "0",
    ],
    "cross_entropy": [r"\frac{\delta}{n}\, (\operatorname{softmax}(a) - [j = b])", "0"],
    "norm": [r"\delta\, \frac{x}{\lVert x \rVert}"],
    "squared_norm": [r"2 \delta\, x"],
    "l1": [r"\delta\, \operatorname{sign}(x)"],
    "matmul": [r"\delta\, b^{\top}", r"a^{\top}\, \delta"],
    "dot": [r"\delta\, b^{\top}", r"a^{\top}\, \delta"],
    "inner": [r"\delta\, b", r"\delta^{\top}\, a"],
    "outer": [r"\delta\, b", r"\delta^{\top}\, a"],
    "reshape": [r"\operatorname{reshape}(\delta)"],
    "concatenate": [r"\delta_{0}", r"\delta_{1}", r"\delta_{2}"],
    "stack": [r"\delta_{0}", r"\delta_{1}", r"\delta_{2}"],
    "index": [r"S_{[b]}^{\top}\, \delta", "0"],
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


KEYS = [
    ((0,), "[0]"),
    ((slice(1, 3),), "[1{:}3]"),
    ((slice(None, None, -1), None), r"[{:}{:}-1, \mathrm{None}]"),
    ((..., -1), r"[\dots, -1]"),
]
PARAMETERS = [
    ("leaky_relu", {"slope": 0.1}, r"[x > 0] + 0.1\, [x \le 0]"),
    ("elu", {"alpha": 2}, r"[x > 0] + 2 e^{x}\, [x \le 0]"),
    ("var", {"ddof": 1}, r"\frac{2 \delta}{n - 1}\, (x - \operatorname{mean}(x))"),
    ("transpose", {"axes": (1, 0)}, r"\delta^{\top}"),
    ("transpose", {"axes": (2, 0, 1)}, r"\delta^{\top(1, 2, 0)}"),
    ("concatenate", {"axis": None}, r"\delta_{0}"),
    ("stack", {"axis": 5}, r"\delta_{0}"),
    *[("index", {"key": key}, rf"S_{{{text}}}^{{\top}}\, \delta") for key, text in KEYS],
]


@pytest.mark.parametrize(("name", "parameters", "expected"), PARAMETERS)
def test_rules_of_gates_with_parameters(name, parameters, expected):
    assert rule(build(name, **parameters), 0) == expected


def test_a_literal_class_is_named():
    assert rule(build("cross_entropy"), 0, {1: 2.0}) == r"\frac{\delta}{n}\, (\operatorname{softmax}(x) - [j = 2])"


@pytest.mark.parametrize("name", GATES)
def test_no_rule_of_the_catalogue_is_empty(name):
    assert all(named_rules(build(name)))


def test_every_gate_has_its_rule_in_the_table():
    assert set(RULES) == set(GATES)


@pytest.mark.parametrize("name", RULES)
def test_rules(name):
    gate, count = build(name), len(RULES[name])
    assert [rule(gate, slot, {}, count) for slot in range(count)] == RULES[name]


@pytest.mark.parametrize(("name", "literals", "slot", "expected"), CONSTANTS)
def test_rules_with_constants(name, literals, slot, expected):
    assert rule(build(name).specialised(literals), slot, literals) == expected


SCALAR = [
    ("norm", r"\frac{x}{\lVert x \rVert}"),
    ("sum", "1"),
    ("max", "1"),
    ("prod", "1"),
    ("var", "0"),
    ("l1", r"\operatorname{sign}(x)"),
    ("squared_norm", "2 x"),
    ("mse", "2 (a - b)"),
    ("inner", "b"),
    ("dot", "b"),
    ("transpose", "1"),
    ("logsumexp", r"\operatorname{softmax}(x)"),
    (build("softmax", axis=None), r"\operatorname{softmax}(x)\, (1 - \operatorname{softmax}(x))"),
    (build("log_softmax", axis=None), r"1 - \operatorname{softmax}(x)"),
    (build("reshape", shape=()), "1"),
    (build("index", key=(...,)), "1"),
]


def test_rules_of_a_choice_among_many():
    gate = build("maximum")
    assert rule(gate, 1, {}, 3) == r"\frac{1}{n}\, [b = \max(a, b, c)]"
    assert rule(gate.specialised({0: 0.0}), 1, {0: 0.0}, 3) == r"\frac{1}{n}\, [b = \max(0, b, c)]"
    assert rule(gate, 6, {}, 30) == r"\frac{1}{n}\, [g = \max(a, b, \dots, x_{29})]"


@pytest.mark.parametrize(("name", "expected"), SCALAR)
def test_an_array_gate_on_a_single_number_has_a_local_derivative(name, expected):
    gate = name if isinstance(name, Gate) else build(name)
    assert rule(gate, 0, operands=gate.arity[0], scalar=True) == expected


@pytest.mark.parametrize("name", [name for name, gate in GATES.items() if gate.family == "elementwise"])
@pytest.mark.parametrize("operands", [(0.7, 1.6, 0.2), (0.2, 0.7, 1.6), (0.9, 0.9, 0.9)])
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
