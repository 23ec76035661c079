"""Where a gradient does not exist, PyTorch's choice is taken, and the place is known."""

import math

import numpy as np
import pytest

from engine.gates import build
from engine.namespaces.scalars import fast
from tests.engine.gates.gradients import quietly, scalar_run, sent_back


def gradients(gate, *operands, upstream=1.0):
    """What a scalar gate sends back, as a tuple."""
    sent = scalar_run(gate.backward, upstream, scalar_run(gate.forward, *operands), *operands)
    return sent if len(operands) > 1 else (sent,)


def kink(gate, *operands):
    return bool(gate.kinks(fast, scalar_run(gate.forward, *operands), *operands))


ZERO = {0: 0.0}


@pytest.mark.parametrize(
    ("gate", "operands", "expected"),
    [
        (build("relu"), (0.0,), (0.0,)),
        (build("abs"), (0.0,), (0.0,)),
        (build("sqrt"), (0.0,), (math.inf,)),
        (build("norm"), (0.0,), (0.0,)),
        (build("l1"), (0.0,), (0.0,)),
        (build("maximum"), (2.0, 2.0), (0.5, 0.5)),
        (build("minimum"), (2.0, 2.0), (0.5, 0.5)),
        (build("maximum"), (2.0, 2.0, 2.0), (1 / 3, 1 / 3, 1 / 3)),
        (build("maximum"), (2.0, 1.0, 2.0), (0.5, 0.0, 0.5)),
        (build("maximum").specialised(ZERO), (0.0, 0.0), (0.0, 0.0)),
        (build("minimum").specialised({1: 0.0}), (0.0, 0.0), (0.5, 0.5)),
        (build("maximum").specialised({1: -0.0}), (0.0, -0.0), (0.0, 0.0)),
        (build("maximum").specialised(ZERO), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
        (build("maximum").specialised({0: 1.0}), (1.0, 1.0), (0.5, 0.5)),
        (build("power").specialised({1: 0.5}), (0.0, 0.5), (math.inf, None)),
    ],
)
def test_the_choice_at_a_kink(gate, operands, expected):
    assert gradients(gate, *operands) == expected
    assert kink(gate, *operands)


@pytest.mark.parametrize(
    ("gate", "operands"),
    [
        (build("relu"), (1.0,)),
        (build("abs"), (-1.0,)),
        (build("sqrt"), (4.0,)),
        (build("norm"), (3.0,)),
        (build("maximum"), (1.0, 2.0)),
        (build("maximum"), (1.0, 1.0, 2.0)),
        (build("minimum").specialised(ZERO), (0.0, 2.0)),
        (build("power"), (0.0, 2.0)),
        (build("power").specialised(ZERO), (0.0, 0.5)),
        (build("exp"), (0.0,)),
        (build("max"), (1.0,)),
    ],
)
def test_no_kink_where_the_derivative_exists(gate, operands):
    assert not kink(gate, *operands)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (0.0, 0.0, (0.0, 0.0)),
        (0.0, 2.0, (0.0, 0.0)),
        (3.0, 0.0, (0.0, math.log(3.0))),
        (0.0, 1.0, (1.0, 0.0)),
    ],
)
def test_powers_at_the_edge_of_their_domain(a, b, expected):
    assert gradients(build("power"), a, b) == expected


def test_the_logarithm_of_a_base_is_never_taken_for_a_constant_exponent():
    assert gradients(build("power").specialised({1: 3.0}), -2.0, 3.0) == (12.0, None)
    assert gradients(build("power").specialised({1: 2.0}), -2.0, 2.0) == (-4.0, None)
    assert gradients(build("power").specialised({1: 0.0}), -2.0, 0.0) == (0.0, None)


def test_a_negative_base_has_a_gradient_and_its_exponent_none():
    base, exponent = gradients(build("power"), -2.0, 3.0)
    assert base == 12.0
    assert math.isnan(exponent)


@pytest.mark.parametrize("name", ["relu", "maximum", "minimum"])
def test_a_router_sends_nothing_to_a_loser_even_from_an_infinite_upstream(name):
    operands = (-1.0,) if name == "relu" else (1.0, 2.0)
    assert 0.0 in gradients(build(name), *operands, upstream=math.inf)


@pytest.mark.parametrize("name", ["greater", "greater_equal", "less", "less_equal", "equal", "not_equal"])
def test_comparisons_send_back_zero_even_from_infinity(name):
    assert gradients(build(name), math.inf, math.inf, upstream=math.inf) == (0.0, 0.0)


@pytest.mark.parametrize(("name", "best"), [("max", 3.0), ("min", -3.0)])
def test_ties_of_a_reduction_share_equally(name, best):
    x = np.array([[best, 0.0, best], [0.0, best, 0.0]])
    everywhere, by_row = build(name), build(name, axis=1)
    np.testing.assert_array_equal(sent_back(everywhere, 6.0, x)[0], [[2.0, 0.0, 2.0], [0.0, 2.0, 0.0]])
    np.testing.assert_array_equal(sent_back(by_row, np.array([6.0, 1.0]), x)[0], [[3.0, 0.0, 3.0], [0.0, 1.0, 0.0]])
    assert by_row.kinks(np, by_row.forward(np, x), x).tolist() == [True, False]


def test_the_norm_of_a_zero_row_sends_nothing_back():
    x, gate = np.array([[0.0, 0.0], [3.0, 4.0]]), build("norm", axis=1)
    np.testing.assert_array_equal(quietly(sent_back, gate, np.array([1.0, 1.0]), x)[0], [[0.0, 0.0], [0.6, 0.8]])


def test_kinks_of_arrays_are_found_element_by_element():
    x = np.array([-1.0, 0.0, 2.0])
    assert build("relu").kinks(np, np.maximum(x, 0), x).tolist() == [False, True, False]
    assert build("maximum").kinks(np, np.maximum(x, 2), x, 2.0).tolist() == [False, False, True]
