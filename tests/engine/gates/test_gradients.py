"""Every gate's gradients, on scalars, vectors, matrices, and what broadcasts."""

from dataclasses import dataclass

import numpy as np
import pytest

from engine.gates import GATES, build
from tests.engine.gates.gradients import check_gradient

UNARY = [((),), ((3,),), ((2, 3),)]
PAIRS = [
    ((), ()),
    ((3,), (3,)),
    ((2, 3), (2, 3)),
    ((), (2, 3)),
    ((2, 3), (3,)),
    ((2, 1), (1, 3)),
    ((3,), (4, 2, 3)),
    ((1,), ()),
]
TRIPLES = [*PAIRS, ((), (), ()), ((2, 3), (3,), ()), ((2,), (2,), (2,), (2,))]
PRODUCTS = [
    ((3,), (3,)),
    ((2, 3), (3,)),
    ((3,), (3, 2)),
    ((2, 3), (3, 4)),
    ((5, 2, 3), (3,)),
    ((3,), (5, 3, 2)),
]
STACKS = [((5, 2, 3), (5, 3, 4)), ((2, 3), (5, 3, 4)), ((5, 2, 3), (3, 4)), ((5, 1, 2, 3), (4, 3, 2))]
ARRAYS = [((4,),), ((2, 3),), ((2, 3, 4),)]


@dataclass(frozen=True)
class Row:
    """What a gate is tried on: shapes of its operands, and numbers from ``low`` to ``high``."""

    shapes: list
    low: float = -2.0
    high: float = 2.0
    flat: bool = False  # a step function, of which autograd has no gradient


ANY, POSITIVE = Row(UNARY), Row(UNARY, 0.2, 3.0)
REDUCTION = Row([((),), *ARRAYS])
ROWS = {
    "add": Row(PAIRS),
    "subtract": Row(PAIRS),
    "multiply": Row(PAIRS),
    "divide": Row(PAIRS, 0.3, 2.0),
    "negative": ANY,
    "reciprocal": POSITIVE,
    "power": Row(PAIRS, 0.3, 2.0),
    "square": ANY,
    "sqrt": POSITIVE,
    "exp": ANY,
    "log": POSITIVE,
    "sin": ANY,
    "cos": ANY,
    "abs": ANY,
    "sigmoid": ANY,
    "tanh": ANY,
    "relu": ANY,
    "maximum": Row(TRIPLES),
    "minimum": Row(TRIPLES),
    **{
        name: Row(PAIRS, flat=True) for name in ("greater", "greater_equal", "less", "less_equal", "equal", "not_equal")
    },
    **dict.fromkeys(("sum", "mean", "max", "min", "norm", "squared_norm", "l1"), REDUCTION),
    "matmul": Row(PRODUCTS + STACKS),
    "dot": Row([((), ()), ((), (2, 3)), ((3,), ()), *PRODUCTS]),
    "transpose": Row([((),), *ARRAYS]),
    "array": Row([((),), ((), (), ()), ((3,), (3,)), ((2, 3),)]),
}


def numbers(row, shapes, seed=1):
    """Numbers for the operands, all different and away from kinks."""
    generator = np.random.default_rng(seed)
    drawn = [generator.uniform(row.low, row.high, size=shape) for shape in shapes]
    return [np.where(np.abs(x) < 0.05, 0.7, x) if x.shape else float(x) for x in drawn]


def test_every_gate_has_a_row():
    assert set(ROWS) == set(GATES)


@pytest.mark.parametrize(("name", "shapes"), [(name, shapes) for name, row in ROWS.items() for shapes in row.shapes])
def test_gradients(name, shapes):
    row = ROWS[name]
    check_gradient(build(name), *numbers(row, shapes), independent=not row.flat)


REDUCED = [name for name, gate in GATES.items() if gate.family == "reduction"]


@pytest.mark.parametrize("name", REDUCED)
@pytest.mark.parametrize("keepdims", [False, True])
@pytest.mark.parametrize("axis", [None, 0, 1, -1, (0, 2), (-1, 0), (0, 1, 2), ()])
def test_gradients_of_reductions_along_axes(name, axis, keepdims):
    check_gradient(build(name, axis=axis, keepdims=keepdims), *numbers(REDUCTION, [(2, 3, 4)]))


POWERS = [(1, b) for b in (0.0, 1.0, 2.0, 3.0, -1.0, -2.0, 0.5, -0.5)] + [(0, a) for a in (2.0, 0.5, 1.0)]


@pytest.mark.parametrize(("slot", "constant"), POWERS)
@pytest.mark.parametrize("shape", [(), (3,), (2, 3)])
def test_gradients_of_powers_with_a_constant(slot, constant, shape):
    operands = numbers(Row([], 0.3, 2.0), [shape])
    operands.insert(slot, constant)
    check_gradient(build("power").specialised({slot: constant}), *operands)


@pytest.mark.parametrize("exponent", [2.0, 3.0, -1.0, 4.0])
def test_a_whole_constant_power_of_negative_numbers_has_a_gradient(exponent):
    check_gradient(build("power").specialised({1: exponent}), np.array([-2.0, -0.5]), exponent)


@pytest.mark.parametrize("name", ["maximum", "minimum"])
@pytest.mark.parametrize("operands", [(0.0, 1.5), (-1.5, 0.0), (0.0, 1.0, 2.0), (0.0, -1.0, -2.0)])
def test_gradients_of_a_choice_with_a_constant_zero(name, operands):
    check_gradient(build(name).specialised({operands.index(0.0): 0.0}), *operands)
