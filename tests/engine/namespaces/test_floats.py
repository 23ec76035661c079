"""The quick floats are ``math`` itself; the IEEE floats answer where Python raises; neither needs NumPy."""

import itertools
import math
import operator
import subprocess
import sys

import numpy as np
import pytest

from engine.namespaces.ieee import IEEE, exactly, ieee
from engine.namespaces.scalars import fast

NUMBERS = [0.0, -0.0, 1.0, -1.0, 0.5, 3.0, -8.0, 1e308, -1e308, 5e-324, math.inf, -math.inf, math.nan]
OPERATORS = [operator.add, operator.sub, operator.mul, operator.truediv, operator.pow]


def test_functions_come_straight_from_math():
    assert fast.exp is math.exp
    assert fast.log is math.log
    assert fast.power is math.pow


def test_the_names_are_numpys():
    names = {name for name in vars(fast) if not name.startswith("_")}
    assert names - set(dir(np)) == {"erfc", "product_of_others"}
    assert {name for name in vars(ieee) if not name.startswith("_")} <= names


@pytest.mark.parametrize("operation", OPERATORS)
def test_operators_follow_ieee_754(operation):
    for a, b in itertools.product(NUMBERS, repeat=2):
        with np.errstate(all="ignore"):
            expected = operation(np.float64(a), np.float64(b))
        for answer in (operation(IEEE(a), b), operation(a, IEEE(b)), operation(IEEE(a), IEEE(b))):
            assert type(answer) is IEEE
            np.testing.assert_equal(float(answer), float(expected))


def test_signs_are_kept():
    assert type(-IEEE(1.0)) is IEEE
    assert type(abs(IEEE(-1.0))) is IEEE
    assert math.copysign(1, -IEEE(0.0)) == -1
    assert abs(IEEE(-2.0)) == 2.0


def test_exactly_gives_plain_numbers():
    assert exactly(lambda xp, x: 1 / x, 0.0) == math.inf
    answers = exactly(lambda xp, x: (xp.exp(x), None, x > 0, 2.0), 1000.0)
    assert answers == (math.inf, None, True, 2.0)
    assert [type(answer) for answer in answers] == [float, type(None), bool, float]


NAMES = [
    "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "cbrt", "sin", "cos", "tan", "arcsin", "arccos", "arctan",
    "sinh", "cosh", "tanh", "abs", "sign", "floor", "ceil", "round",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_functions_are_numpys(name):
    for x in [*NUMBERS, 710.0, -746.0]:
        with np.errstate(all="ignore"):
            expected = float(getattr(np, name)(x))
        np.testing.assert_array_max_ulp(float(getattr(ieee, name)(IEEE(x))), expected, 1)


def test_scalars_are_the_only_element_of_an_array():
    assert (fast.shape(2.0), fast.ndim(2.0), fast.size(2.0)) == ((), 0, 1)
    assert fast.sum(2.0) == fast.mean(2.0) == fast.max(2.0) == fast.min(2.0) == fast.transpose(2.0) == 2.0
    assert fast.broadcast_to(2.0, ()) == fast.expand_dims(2.0, ()) == fast.dot(1.0, 2.0) == 2.0
    assert fast.prod(2.0) == fast.reshape(2.0, ()) == fast.inner(1.0, 2.0) == 2.0
    assert fast.product_of_others(2.0) == 1.0


@pytest.mark.parametrize("decimals", [0, 1, 3, -1, -2])
def test_rounding_is_numpys(decimals):
    for x in [0.5, 1.5, 2.5, -0.5, 2.675, 25.0, 35.0, -45.0, 1234.5678, 1e300, -0.0, math.inf, math.nan]:
        with np.errstate(all="ignore"):
            expected = float(np.round(x, decimals))
        np.testing.assert_array_equal(float(ieee.round(IEEE(x), decimals)), expected)


def test_logaddexp_is_numpys():
    for a, b in itertools.product([*NUMBERS, 1000.0, -1000.0], repeat=2):
        with np.errstate(all="ignore"):
            expected = float(np.logaddexp(a, b))
        np.testing.assert_allclose(float(ieee.logaddexp(IEEE(a), IEEE(b))), expected, rtol=4e-16)


def test_what_overflows_has_the_right_sign():
    assert [float(getattr(ieee, name)(IEEE(-1000.0))) for name in ("sinh", "cosh")] == [-math.inf, math.inf]


def test_the_gates_do_not_import_numpy():
    program = (
        "import engine.gates, engine.namespaces.symbols, engine.namespaces.ieee, sys; print('numpy' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout == "False\n"
