"""Every Jacobian in numbers beside a dense one: of the gate's independent reference, by complex steps, row by row."""

import numpy as np
import pytest

from engine.execution import run
from engine.gates import build
from engine.graph import Edge
from engine.jacobian import GateJacobians
from tests.engine.gates.cases import CASES
from tests.engine.gates.references import complex_step
from tests.engine.gates.running import circuit

LARGE = 600  # entries of a Jacobian whose complex steps would take long
GROUPED = [(case, specs) for _, case in CASES for kind in case.kinds.values() for specs in kind]


def numbers(gate, inputs, slot, literals=None):
    """The matrix of one wire of a gate, a diagonal written out."""
    tape, values = circuit(gate, inputs, literals)
    index = tape.graph.output
    trace = run(tape, values, np.ones(tape.shapes[index]) if tape.shapes[index] else 1.0)
    edge = Edge(tape.graph.nodes[index].operands[slot], index, slot)
    found = GateJacobians(trace, index).in_numbers(edge)
    assert (found.diagonal is None) != (found.matrix is None)
    matrix = np.diag(found.diagonal) if found.matrix is None else np.reshape(found.matrix, found.shape)
    assert matrix.shape == found.shape
    return matrix


def dense(case, inputs, slot):
    """The same by complex steps of the reference, with each unit cotangent."""
    shape = case.gate.shape(*map(np.shape, inputs))
    kept = [np.array(x, dtype=int) if k in case.whole_slots() else np.asarray(x) for k, x in enumerate(inputs)]
    if slot in case.whole_slots():
        return np.zeros((int(np.prod(shape)), np.size(inputs[slot])))
    units = np.eye(int(np.prod(shape))).reshape(-1, *shape) if np.prod(shape) else []
    rows = [complex_step(case.reference, unit, kept, slot, case.gate.family == "elementwise") for unit in units]
    return np.reshape(rows, (len(units), np.size(inputs[slot])))


@pytest.mark.parametrize(("case", "specs"), GROUPED, ids=[f"{case!r}, {specs}" for case, specs in GROUPED])
def test_the_numbers_are_those_of_a_dense_jacobian(case, specs):
    inputs = case.drawn(specs, 11)
    for slot in range(len(inputs)):
        if slot not in case.literals:
            found = numbers(case.gate, inputs, slot, case.literals)
            if found.size <= LARGE:
                np.testing.assert_allclose(found, dense(case, inputs, slot), rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("name", ["matmul", "dot", "inner", "outer"])
def test_an_infinite_entry_of_a_product_stays_where_it_is(name):
    a, b = np.array([[1.0, np.inf], [2.0, 3.0]]), np.array([5.0, 7.0])
    found = numbers(build(name), [a, b], 1)
    assert not np.isnan(found).any()
    assert np.isinf(found).sum() == (2 if name == "outer" else 1)


def test_an_infinite_slope_stays_where_it_is():
    found = numbers(build("sqrt"), [np.array([0.0, 4.0])], 0)
    np.testing.assert_array_equal(found, [[np.inf, 0], [0, 0.25]])
    found = numbers(build("divide"), [np.array([[1.0, 2.0]]), np.array([[0.0], [2.0]])], 0)
    np.testing.assert_array_equal(found, [[np.inf, 0], [0, np.inf], [0.5, 0], [0, 0.5]])
