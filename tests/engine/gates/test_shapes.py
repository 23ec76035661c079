"""Shapes are NumPy's, and what does not fit is said with the gate and both shapes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.errors import EngineError
from engine.gates import build

shape = hnp.array_shapes(min_dims=0, max_dims=3, min_side=1, max_side=3)


def numpys(function, *shapes):
    """The shape that NumPy gives, or ``None`` where it raises."""
    try:
        return np.shape(function(*map(np.ones, shapes)))
    except ValueError:
        return None


def ours(gate, *shapes):
    try:
        return gate.shape(*shapes)
    except EngineError:
        return None


@settings(deadline=None)
@given(shape, shape)
def test_matmul(a, b):
    assert ours(build("matmul"), a, b) == numpys(np.matmul, a, b)


@settings(deadline=None)
@given(shape, shape)
def test_dot(a, b):
    if min(len(a), len(b)) < 2 or max(len(a), len(b)) < 3:
        assert ours(build("dot"), a, b) == numpys(np.dot, a, b)
    else:
        assert ours(build("dot"), a, b) is None


axes = st.none() | st.integers(-4, 3) | st.lists(st.integers(-4, 3), min_size=1, max_size=3).map(tuple)


@settings(deadline=None)
@given(hnp.array_shapes(min_dims=1, max_dims=3, min_side=1, max_side=3), axes, st.booleans())
def test_reductions(x, axis, keepdims):
    gate = build("sum", axis=axis, keepdims=keepdims)
    assert ours(gate, x) == numpys(lambda array: np.sum(array, axis=axis, keepdims=keepdims), x)


@settings(deadline=None)
@given(shape)
def test_rearranging(x):
    assert build("transpose").shape(x) == x[::-1]
    assert build("array").shape(x, x) == (2, *x)


@pytest.mark.parametrize(
    ("gate", "shapes", "code", "sentence"),
    [
        (build("add"), [(2,), (3,)], "shape_mismatch", "add cannot broadcast the shapes (2,) and (3,) together."),
        (
            build("matmul"),
            [(10, 3072), (3073,)],
            "shape_mismatch",
            "matmul needs the inner sizes to agree: 3072 and 3073 in (10, 3072) and (3073,).",
        ),
        (build("matmul"), [(2, 2), ()], "shape_mismatch", "one operand is a single number: (2, 2) and ()"),
        (
            build("matmul"),
            [(2, 3, 3), (4, 3, 3)],
            "shape_mismatch",
            "the stacks of matrices of (2, 3, 3) and (4, 3, 3)",
        ),
        (build("dot"), [(2, 3, 3), (3, 3)], "shape_mismatch", "arrays with more axes: (2, 3, 3) and (3, 3)"),
        (build("array"), [(2,), ()], "shape_mismatch", "array got (2,) and ()"),
        (build("max"), [(0,)], "shape_mismatch", "max of no numbers does not exist"),
        (build("sum", axis=2), [(3, 4)], "bad_argument", "sum has no axis 2 in an array of shape (3, 4)."),
        (build("mean", axis=(0, -2)), [(3, 4)], "bad_argument", "mean got an axis twice: (0, -2)"),
        (build("sum", axis=0), [()], "bad_argument", "sum has no axis 0"),
    ],
)
def test_what_does_not_fit(gate, shapes, code, sentence):
    with pytest.raises(EngineError) as raised:
        gate.shape(*shapes)
    assert raised.value.code == code
    assert sentence in raised.value.message("en")
    assert gate.name in raised.value.message("ko")
    assert str(shapes[0]) in raised.value.message("ko")
    assert raised.value.span is None


def test_sums_of_nothing_are_zero_and_means_along_other_axes_are_empty():
    assert build("sum").shape((0,)) == ()
    assert build("mean", axis=1).shape((0, 3)) == (0,)
    x = np.ones((0, 3))
    assert build("mean", axis=1).backward(np, np.ones(0), np.ones(0), x).shape == (0, 3)
