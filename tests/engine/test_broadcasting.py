"""Broadcast shapes are NumPy's, and a broadcast gradient comes back as a sum over what was repeated."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.broadcasting import broadcast_shape, unbroadcast
from engine.errors import EngineError

shapes = hnp.mutually_broadcastable_shapes(num_shapes=3, min_dims=0, max_dims=4, min_side=0, max_side=4)
any_shape = hnp.array_shapes(min_dims=0, max_dims=3, min_side=1, max_side=3)


@settings(deadline=None)
@given(shapes)
def test_shapes_that_fit_give_numpys_shape(these):
    assert broadcast_shape("add", *these.input_shapes) == these.result_shape


@settings(deadline=None)
@given(any_shape, any_shape)
def test_two_shapes_fit_exactly_when_numpy_says_so(first, second):
    try:
        expected = np.broadcast_shapes(first, second)
    except ValueError:
        with pytest.raises(EngineError, match="add cannot broadcast") as raised:
            broadcast_shape("add", first, second)
        assert raised.value.code == "shape_mismatch"
        assert str(first) in str(raised.value)
        assert str(second) in raised.value.message("ko")
    else:
        assert broadcast_shape("add", first, second) == expected


def test_one_shape_is_its_own():
    assert broadcast_shape("exp", (2, 3)) == (2, 3)


@settings(deadline=None)
@given(hnp.mutually_broadcastable_shapes(num_shapes=2, max_dims=4, max_side=3), st.integers(0, 2**32 - 1))
def test_unbroadcast_is_the_adjoint_of_broadcasting(these, seed):
    """For all x and g: ⟨broadcast(x), g⟩ = ⟨x, unbroadcast(g)⟩."""
    shape, generator = these.input_shapes[0], np.random.default_rng(seed)
    x, gradient = generator.normal(size=shape), generator.normal(size=these.result_shape)
    back = unbroadcast(gradient, shape)
    assert np.shape(back) == shape
    assert np.sum(np.broadcast_to(x, these.result_shape) * gradient) == pytest.approx(np.sum(x * back), abs=1e-9)


def test_a_gradient_that_fits_is_not_copied():
    gradient = np.ones((2, 3))
    assert unbroadcast(gradient, (2, 3)) is gradient


@pytest.mark.parametrize("gradient", [np.ones((2, 3)), np.array(6.0), np.float64(6.0), 6.0])
def test_a_scalar_operand_gets_a_plain_float(gradient):
    back = unbroadcast(gradient, ())
    assert type(back) is float
    assert back == 6.0


def test_sums_over_new_and_repeated_axes_at_once():
    assert unbroadcast(np.ones((5, 2, 3)), (2, 1)).tolist() == [[15.0], [15.0]]
