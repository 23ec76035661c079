"""Indices and class labels have no gradient, whatever they were computed from; what else they are used for has one."""

import numpy as np
import pytest

from engine.execution import Tape, run
from engine.gates import build
from engine.graph import Graph, Node

SCORES = np.array([1.0, -2.0, 0.5])


def trace_of(*gates, shapes, values, literals=()):
    """The trace of gates over inputs; each gate is (gate, operands)."""
    nodes = [Node("input", shape, None) for shape in shapes]
    for gate, operands in gates:
        known = [nodes[k].shape if k >= 0 else () for k in operands]
        nodes.append(Node("gate", gate.shape(*known), None, gate=gate, operands=operands))
    graph = Graph(tuple(nodes), tuple(literals), len(nodes) - 1)
    shape = nodes[-1].shape
    return run(Tape(graph), dict(enumerate(values)), np.ones(shape) if shape else 1.0)


PICKERS = [build("index"), build("svm_loss"), build("cross_entropy")]
pickers = pytest.mark.parametrize("gate", PICKERS, ids=[gate.name for gate in PICKERS])


@pickers
@pytest.mark.parametrize("y", [1.0, np.array(1.0)])
def test_a_label_has_none(gate, y):
    trace = trace_of((gate, (0, 1)), shapes=[(3,), ()], values=[SCORES, y])
    assert trace.gradients[0].shape == (3,)
    assert trace.gradients[1] is None
    assert [trace.sent(edge) is None for edge in trace.tape.graph.edges()] == [False, True]


@pickers
@pytest.mark.parametrize("first", [True, False])
def test_what_is_a_label_here_and_a_number_there_has_the_gradient_of_there(gate, first):
    """``s[y] + 3 y``, in both orders."""
    steps = [(gate, (0, 1)), (build("multiply"), (1, -1))]
    trace = trace_of(*(steps if first else steps[::-1]), (build("add"), (2, 3)), shapes=[(3,), ()],
                     values=[SCORES, 1.0], literals=[3.0])  # fmt: skip
    assert trace.gradients[1] == 3.0


@pickers
def test_nothing_flows_into_what_a_label_was_computed_from(gate):
    """``s[floor(2 y)]``: neither the gates before the label nor its input have a gradient."""
    trace = trace_of((build("multiply"), (1, -1)), (build("floor"), (2,)), (gate, (0, 3)), shapes=[(3,), ()],
                     values=[SCORES, 0.6], literals=[2.0])  # fmt: skip
    assert trace.gradients[1:4] == [None, None, None]
    assert trace.gradients[0].any() or gate.name == "svm_loss"
    assert [trace.sent(edge) is None for edge in trace.tape.graph.edges()] == [True, True, False, True]


def test_arrays_of_labels_too():
    """``S[rows, y + 1]`` and the sum of the rows' numbers."""
    rows, y = np.array([0.0, 1.0, 1.0]), np.array([0.0, 1.0, 0.0])
    trace = trace_of(
        (build("add"), (2, -1)),
        (build("index", key=("·", "·")), (0, 1, 3)),
        (build("multiply"), (4, 1)),
        shapes=[(2, 3), (3,), (3,)], values=[np.arange(6.0).reshape(2, 3), rows, y], literals=[1.0],
    )  # fmt: skip
    assert trace.gradients[2] is None
    np.testing.assert_array_equal(trace.gradients[0], [[0.0, 0.0, 0.0], [0.0, 1.0, 1.0]])
    np.testing.assert_array_equal(trace.gradients[1], [1.0, 5.0, 4.0])
