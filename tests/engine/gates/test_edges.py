"""Where a gradient does not exist, PyTorch's choice is taken, and the place is known."""

import math

import numpy as np
import pytest

from engine.errors import EngineError
from engine.gates import GATES, build
from tests.engine.gates.edges import EDGES, OPEN, check_edge
from tests.engine.gates.running import through_tape


@pytest.mark.parametrize("row", EDGES, ids=map(repr, EDGES))
def test_edges(row):
    check_edge(row)


def test_every_gate_that_has_kinks_has_a_row_with_one():
    kinked = {name for name, gate in GATES.items() if gate.kinks is not build("exp").kinks.__func__}
    assert kinked == {row.gate.name for row in EDGES if row.kink}


def test_kinks_of_arrays_are_found_element_by_element():
    x = np.array([-1.0, 0.0, 2.0])
    assert build("relu").kinks(np, np.maximum(x, 0), x).tolist() == [False, True, False]
    assert build("maximum").kinks(np, np.maximum(x, 2), x, 2.0).tolist() == [False, False, True]
    assert build("max", axis=1).kinks(np, np.array([1.0, 2.0]), np.array([[1.0, 1.0], [1.0, 2.0]])).tolist() == [
        True,
        False,
    ]


def normal_tail(x):
    """``Φ(-x)`` for a large ``x``, by the continued fraction of Mills' ratio."""
    fraction = x
    for k in range(60, 0, -1):
        fraction = x + k / fraction
    return math.exp(-x * x / 2) / math.sqrt(2 * math.pi) / fraction


@pytest.mark.parametrize("x", [4.0, 6.0, 10.0, 20.0, 37.0])
def test_gelu_keeps_its_digits_far_below_zero(x):
    density = math.exp(-x * x / 2) / math.sqrt(2 * math.pi)
    for inputs in ([-x], [np.array([-x])]):
        value, (slope,) = through_tape(build("gelu"), inputs, inputs[0] / -x)
        np.testing.assert_allclose(value, -x * normal_tail(x), rtol=1e-12)
        np.testing.assert_allclose(slope, normal_tail(x) - x * density, rtol=1e-12)


@pytest.mark.parametrize("x", [1e-9, 1e-5])
def test_small_numbers_keep_their_digits(x):
    for name, expected in (("log1p", x - x * x / 2), ("expm1", x + x * x / 2), ("tanh", x), ("sinh", x)):
        np.testing.assert_allclose(through_tape(build(name), [x])[0], expected, rtol=1e-10)


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_a_shift_of_all_scores_changes_nothing(name):
    x, upstream = np.array([0.3, -1.2, 2.0]), np.array([1.0, -2.0, 0.5])
    near, far = (through_tape(build(name), [x + shift], upstream) for shift in (0.0, 1024.0))
    np.testing.assert_allclose(near[0], far[0], rtol=1e-12)
    np.testing.assert_allclose(near[1][0], far[1][0], rtol=1e-11)


MISTAKES = [
    ("svm_loss", {}, (np.zeros(3), 3.0), "svm_loss got 3, and the numbers that it can take here go from 0 to 2."),
    ("svm_loss", {}, (np.zeros(3), -1.0), "svm_loss got -1, and the numbers"),
    ("svm_loss", {}, (np.zeros((2, 3)), np.array([0.0, 3.0])), "svm_loss got 3, and"),
    ("svm_loss", {}, (np.zeros(3), 0.5), "svm_loss needs whole numbers for its indices or classes; it got 0.5."),
    ("cross_entropy", {}, (np.zeros(3), 3.0), "cross_entropy got 3, and"),
    ("cross_entropy", {}, (np.zeros(3), math.nan), "it got nan"),
    ("cross_entropy", {}, (np.zeros(3), math.inf), "whole numbers"),
    ("cross_entropy", {}, (np.zeros(3), 1e300), "go from 0 to 2"),
    ("index", {}, (np.zeros(3), 3.0), "index got 3, and the numbers that it can take here go from -3 to 2."),
    ("index", {}, (np.zeros(3), -4.0), "index got -4, and"),
    ("index", {}, (np.zeros(3), np.array([0.0, 1.5])), "whole numbers for its indices or classes; it got 1.5."),
    ("index", {"key": (0, OPEN)}, (np.zeros((2, 3)), np.array([3.0])), "index got 3, and"),
    ("index", {"key": (..., OPEN)}, (np.zeros((5, 3)), np.array([4.0])), "index got 4, and"),
    ("index", {}, (np.zeros((0, 2)), 0.0), "index got 0, and"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "parameters", "operands", "sentence"), MISTAKES)
def test_an_index_or_a_class_that_makes_no_sense_is_refused_when_it_is_known(name, parameters, operands, sentence):
    with pytest.raises(EngineError) as raised:
        through_tape(build(name, **parameters), operands)
    assert (raised.value.code, raised.value.span) == ("bad_argument", (0, 1))
    assert sentence in raised.value.message("en")
    assert name in raised.value.message("ko")
