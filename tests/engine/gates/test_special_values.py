"""On floats every scalar gate gives what NumPy gives, infinities, NaN and signed zeros included."""

import itertools
import math

import numpy as np
import pytest

from engine.gates import GATES, build
from tests.engine.gates.gradients import quietly, scalar_run

NUMBERS = [0.0, 1.0, 2.0, 3.0, 0.5, 1 / 3, 37.5, 709.0, 1000.0, 5e-324, 1e-320, 1e200, 1e308, math.inf]
SPECIAL = [*NUMBERS, *(-x for x in NUMBERS), math.nan]
FEW = [0.0, -0.0, 1.0, -2.0, 3.0, 1 / 3, 1000.0, 1e-320, -1e200, math.inf, -math.inf, math.nan]
# Gates that no single number fits, or none of which single numbers come, unless they are made so.
NOT_FOR_SCALARS = {
    "matmul", "outer", "array", "stack", "concatenate", "index", "reshape", "softmax", "log_softmax", "svm_loss",
    "cross_entropy",
}  # fmt: skip
MADE_FOR_SCALARS = [
    build("softmax", axis=None), build("log_softmax", axis=None), build("reshape", shape=()),
    build("index", key=(...,)), build("transpose", axes=()), build("sum", axis=()), build("leaky_relu", slope=-2),
    build("elu", alpha=3), build("round", decimals=1), build("round", decimals=-2), build("logsumexp", keepdims=True),
]  # fmt: skip


def same(ours, numpys):
    """Equal, or with both within 1 ulp of the truth: NumPy's vector routines and the C library round differently."""
    assert type(ours) is float
    if math.isnan(ours) or math.isnan(numpys):
        return math.isnan(ours) and math.isnan(numpys)
    if ours == numpys:
        return math.copysign(1, ours) == math.copysign(1, numpys)
    return abs(ours - numpys) <= 2 * math.ulp(ours)


def operands_of(gate):
    fewest = gate.arity[0]
    return itertools.product(SPECIAL if fewest == 1 else FEW, repeat=fewest)


def assert_same_as_numpy(gate, operands, upstream=1.0):
    arrays = [np.array(x) for x in operands]
    expected = quietly(gate.forward, np, *arrays)
    output = scalar_run(gate.forward, *operands)
    assert same(output, float(expected)), (gate, operands)
    sent = scalar_run(gate.backward, upstream, output, *operands)
    wanted = quietly(gate.backward, np, np.array(upstream), np.array(output), *arrays)
    for ours, numpys in zip(sent, wanted, strict=True) if len(operands) > 1 else [(sent, wanted)]:
        if ours is not None:
            assert same(ours, float(numpys)), (gate, upstream, operands)


@pytest.mark.parametrize("name", sorted(set(GATES) - NOT_FOR_SCALARS))
@pytest.mark.parametrize("upstream", [1.0, 0.0, -2.5, math.inf, math.nan])
def test_scalars_are_numpys(name, upstream):
    for operands in operands_of(GATES[name]):
        assert_same_as_numpy(build(name), operands, upstream)


@pytest.mark.parametrize("gate", MADE_FOR_SCALARS, ids=map(repr, MADE_FOR_SCALARS))
@pytest.mark.parametrize("upstream", [1.0, -2.5, math.inf])
def test_gates_with_parameters_are_numpys(gate, upstream):
    for operands in operands_of(gate):
        assert_same_as_numpy(gate, operands, upstream)


@pytest.mark.parametrize("name", ["power", "maximum", "minimum", "maxout"])
@pytest.mark.parametrize("slot", [0, 1])
def test_gates_with_a_constant_are_numpys(name, slot):
    for operands in operands_of(GATES[name]):
        assert_same_as_numpy(build(name).specialised({slot: operands[slot]}), operands)


@pytest.mark.parametrize("name", ["maximum", "minimum"])
def test_choices_among_three_are_numpys(name):
    for operands in itertools.product(FEW, repeat=3):
        assert_same_as_numpy(build(name), operands)
        assert_same_as_numpy(build(name).specialised({0: 0.0}), (0.0, *operands[1:]))


@pytest.mark.parametrize(
    ("name", "operands", "expected"),
    [
        ("reciprocal", (0.0,), math.inf),
        ("reciprocal", (-0.0,), -math.inf),
        ("divide", (0.0, 0.0), math.nan),
        ("divide", (-3.0, 0.0), -math.inf),
        ("log", (0.0,), -math.inf),
        ("log", (-1.0,), math.nan),
        ("exp", (1000.0,), math.inf),
        ("sqrt", (-1.0,), math.nan),
        ("sin", (math.inf,), math.nan),
        ("power", (9.0, 387420489.0), math.inf),
        ("power", (-9.0, 387420489.0), -math.inf),
        ("power", (-8.0, 1 / 3), math.nan),
        ("power", (0.0, -1.0), math.inf),
        ("power", (-0.0, -1.0), -math.inf),
        ("power", (-0.0, -2.0), math.inf),
        ("sigmoid", (1000.0,), 1.0),
        ("sigmoid", (-1000.0,), 0.0),
        ("maximum", (0.0, math.nan), math.nan),
        ("relu", (math.nan,), math.nan),
    ],
)
def test_where_python_raises_ieee_754_answers(name, operands, expected):
    value = scalar_run(build(name).forward, *operands)
    assert value == expected or (math.isnan(value) and math.isnan(expected))


@pytest.mark.parametrize("x", [1000.0, -1000.0, 40.0, -40.0])
def test_the_sigmoids_gradient_is_never_nan(x):
    gate = build("sigmoid")
    assert 0 <= scalar_run(gate.backward, 1.0, scalar_run(gate.forward, x), x) < 1e-15
