"""Shapes are NumPy's, and what does not fit is said with the gate and both shapes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.errors import EngineError
from engine.gates import GATES, build

OPEN = GATES["index"].OPERAND
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


@settings(deadline=None)
@given(shape, st.lists(st.integers(-2, 4), max_size=4))
def test_reshape(x, sizes):
    expected = numpys(lambda array: np.reshape(array, sizes), x)
    assert ours(build("reshape", shape=sizes), x) == (None if min(sizes, default=0) < -1 else expected)


@settings(deadline=None)
@given(shape, st.none() | st.lists(st.integers(-3, 3), max_size=3).map(tuple))
def test_transpose(x, order):
    assert ours(build("transpose", axes=order), x) == numpys(lambda array: np.transpose(array, order), x)


@settings(deadline=None, max_examples=300)
@given(st.lists(shape, min_size=1, max_size=3), st.none() | st.integers(-4, 3), st.booleans())
def test_joining(shapes, axis, alike):
    shapes = [shapes[0]] * len(shapes) if alike else shapes
    assert ours(build("concatenate", axis=axis), *shapes) == numpys(lambda *x: np.concatenate(x, axis), *shapes)
    if axis is not None:
        assert ours(build("stack", axis=axis), *shapes) == numpys(lambda *x: np.stack(x, axis), *shapes)


@settings(deadline=None)
@given(shape, shape)
def test_inner_and_outer(a, b):
    assert ours(build("inner"), a, b) == numpys(np.inner, a, b)
    assert ours(build("outer"), a, b) == numpys(np.outer, a, b)


bound = st.none() | st.integers(-5, 5)
parts = st.one_of(
    st.integers(-3, 3), st.none(), st.just(...), st.just(OPEN), st.just(OPEN),
    st.builds(slice, bound, bound, st.sampled_from([None, 1, 2, -1, -3])),
)  # fmt: skip
index_shape = st.sampled_from([(), (), (2,), (2,), (1,), (3, 2), (2, 1)])


@settings(deadline=None, max_examples=400)
@given(hnp.array_shapes(min_dims=0, max_dims=4, min_side=1, max_side=3), st.lists(parts, max_size=5), st.data())
def test_indexing(x, key, data):
    indices = [data.draw(index_shape) for part in key if isinstance(part, str)]
    array, arrays = np.arange(np.prod(x, dtype=int)).reshape(x) + 0.0, iter(map(np.zeros, indices))
    whole = tuple(next(arrays).astype(int) if isinstance(part, str) else part for part in key)
    try:
        expected = array[whole]
    except IndexError:
        assert ours(build("index", key=tuple(key)), x, *indices) is None
    else:
        gate = build("index", key=tuple(key))
        assert gate.shape(x, *indices) == np.shape(expected)
        np.testing.assert_array_equal(gate.forward(np, array, *map(np.zeros, indices)), expected)


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
        (build("logsumexp"), [(0,)], "shape_mismatch", "logsumexp of no numbers does not exist"),
        (build("softmax"), [()], "bad_argument", "softmax has no axis -1 in an array of shape ()."),
        (build("softmax", axis=2), [(3, 4)], "bad_argument", "softmax has no axis 2 in an array of shape (3, 4)."),
        (build("log_softmax"), [(3, 0)], "shape_mismatch", "log_softmax of no numbers does not exist"),
        (build("var", ddof=3), [(3,)], "bad_argument", "var with ddof=3 needs more numbers than that"),
        (build("mse"), [(0,), ()], "shape_mismatch", "mse of no numbers does not exist"),
        (build("mse"), [(2,), (3,)], "shape_mismatch", "mse cannot broadcast the shapes (2,) and (3,) together."),
        (build("inner"), [(2, 3), (2,)], "shape_mismatch", "the inner sizes to agree: 3 and 2 in (2, 3) and (2,)."),
        (
            build("reshape", shape=(4, -1)),
            [(2, 3)],
            "shape_mismatch",
            "reshape cannot give the 6 numbers of shape (2, 3) the shape (4, -1).",
        ),
        (build("reshape", shape=(-1, -1)), [(4,)], "shape_mismatch", "the shape (-1, -1)"),
        (build("reshape", shape=(-2, 2)), [(4,)], "shape_mismatch", "the shape (-2, 2)"),
        (build("reshape", shape=(-1, 0)), [(0,)], "shape_mismatch", "the shape (-1, 0)"),
        (
            build("reshape", shape=[1] * 33),
            [(1,)],
            "limit_exceeded",
            "reshape would make an array of more than 32 axes",
        ),
        (build("index", key=(None,) * 33), [(1,)], "limit_exceeded", "index would make an array of more than 32 axes"),
        (build("array"), [(1,) * 32], "limit_exceeded", "array would make an array of more than 32 axes"),
        (build("stack"), [(1,) * 32], "limit_exceeded", "stack would make an array of more than 32 axes"),
        (build("inner"), [(1,) * 32, (1,) * 3], "limit_exceeded", "inner would make an array of more than 32 axes"),
        (build("transpose", axes=(0,)), [(2, 3)], "bad_argument", "transpose needs every axis once; it got (0,)"),
        (build("transpose", axes=(0, -2)), [(2, 3)], "bad_argument", "transpose got an axis twice: (0, -2)"),
        (build("transpose", axes=(0, 2)), [(2, 3)], "bad_argument", "transpose has no axis 2"),
        (build("concatenate"), [(), ()], "bad_argument", "concatenate has no axis 0 in an array of shape ()."),
        (build("concatenate", axis=(0, 1)), [(2, 2)], "bad_argument", "The axis of concatenate must be one integer."),
        (
            build("concatenate"),
            [(2, 3), (2, 4)],
            "shape_mismatch",
            "concatenate along axis 0 needs equal sizes along all other axes: (2, 3) and (2, 4).",
        ),
        (build("stack"), [(2,), (3,)], "shape_mismatch", "stack got (2,) and (3,)"),
        (build("stack", axis=2), [(2,)], "bad_argument", "stack has no axis 2"),
        (build("stack", axis=None), [(2,)], "bad_argument", "The axis of stack must be one integer."),
        (build("svm_loss"), [(3,), (3,)], "shape_mismatch", "or N × C scores and N classes: (3,) and (3,)."),
        (build("cross_entropy"), [(2, 3), ()], "shape_mismatch", "or N × C scores and N classes: (2, 3) and ()."),
        (build("cross_entropy"), [(0, 3), (0,)], "shape_mismatch", "cross_entropy of no numbers does not exist"),
        (
            build("index", key=(3,)),
            [(3,)],
            "bad_argument",
            "index got 3, and the numbers that it can take here go from -3",
        ),
        (build("index", key=(..., -3)), [(5, 2)], "bad_argument", "index got -3, and the numbers"),
        (build("index", key=(10**30,)), [(5, 2)], "bad_argument", "go from -5 to 4."),
        (build("index", key=(0, 0)), [(3,)], "bad_argument", "index got 2 indices for an array of shape (3,)."),
        (build("index"), [(), ()], "bad_argument", "index got 1 indices for an array of shape ()."),
        (
            build("index", key=(..., ...)),
            [(3,)],
            "bad_argument",
            "Three dots can stand once among the indices of index.",
        ),
        (build("index", key=(OPEN, OPEN)), [(3, 3), (2,), (3,)], "shape_mismatch", "index cannot broadcast the shapes"),
    ],
)
def test_what_does_not_fit(gate, shapes, code, sentence):
    with pytest.raises(EngineError) as raised:
        gate.shape(*shapes)
    assert raised.value.code == code
    assert sentence in raised.value.message("en")
    assert gate.name in raised.value.message("ko")
    assert str(shapes[0]) in raised.value.message("ko") or str(shapes[0]) not in raised.value.message("en")
    assert raised.value.span is None


def test_sums_of_nothing_are_zero_and_means_along_other_axes_are_empty():
    assert build("sum").shape((0,)) == ()
    assert build("mean", axis=1).shape((0, 3)) == (0,)
    x = np.ones((0, 3))
    assert build("mean", axis=1).backward(np, np.ones(0), np.ones(0), x).shape == (0, 3)
