"""What is said about a gate's Jacobian is true of its numbers."""

import numpy as np
import pytest

from engine.execution import run
from engine.gates import GATES, build
from engine.graph import Edge
from engine.jacobian import GateJacobians
from engine.messages import STRUCTURES
from tests.engine.gates.cases import CASES
from tests.engine.gates.running import circuit

OPEN = GATES["index"].OPERAND
A, B = np.array([1.0, -2.0, 0.5]), np.array([3.0, 0.25])
M = np.array([[1.0, 2.0, -1.0], [0.5, -2.0, 1.5]])


def jacobians(gate, *inputs):
    """The Jacobian of each wire, and the output."""
    tape, values = circuit(gate, inputs)
    trace = run(tape, values, np.ones(tape.shapes[-1]) if tape.shapes[-1] else 1.0)
    found = GateJacobians(trace, len(inputs))
    return [found.of(Edge(k, len(inputs), k)) for k in range(len(inputs))], trace.values[len(inputs)]


def matrices(gate, *inputs):
    return [found.matrix for found in jacobians(gate, *inputs)[0]]


STRUCTURED = [
    (build("reshape", shape=(3, 2)), (M,), ["rearranging"]),
    (build("transpose", axes=(1, 0)), (M,), ["rearranging"]),
    (build("stack"), (A,), ["rearranging"]),
    (build("stack"), (A, A), ["joining", "joining"]),
    (build("array"), (A, A), ["joining", "joining"]),
    (build("concatenate"), (A, B), ["joining", "joining"]),
    (build("concatenate"), (A,), ["rearranging"]),
    (build("index", key=(0,)), (A,), ["selection"]),
    (build("index"), (A, 1.0), ["selection", "label"]),
    (build("index", key=(OPEN, OPEN)), (M, B * 0, B * 0), ["selection", "label", "label"]),
    (build("inner"), (M, A), ["inner_left", "inner_right"]),
    (build("inner"), (2.0, A), ["broadcast", "diagonal"]),
    (build("dot"), (M, 2.0), ["diagonal", "broadcast"]),
    (build("outer"), (A, B), ["outer_left", "outer_right"]),
    (build("softmax"), (A,), ["softmax"]),
    (build("softmax"), (M,), ["softmax_lines"]),
    (build("softmax", axis=None), (M,), ["softmax"]),
    (build("log_softmax"), (A,), ["log_softmax"]),
    (build("log_softmax"), (M,), ["log_softmax_lines"]),
    (build("logsumexp"), (A,), ["dense"]),
    (build("logsumexp", axis=0), (M,), ["lines"]),
    (build("var", axis=1), (M,), ["lines"]),
    (build("std"), (A,), ["dense"]),
    (build("prod", axis=1), (M,), ["lines"]),
    (build("mse"), (A, A * 2), ["dense", "dense"]),
    (build("svm_loss"), (A, 0.0), ["dense", "label"]),
    (build("cross_entropy"), (M, B * 0), ["dense", "label"]),
    (build("matmul"), (M, A), ["matmul_left", "matmul_right"]),
    (build("where"), (A, A, 1.0), ["diagonal", "diagonal", "broadcast"]),
]


@pytest.mark.parametrize(("gate", "inputs", "structures"), STRUCTURED)
def test_structures(gate, inputs, structures):
    assert [found.structure for found in jacobians(gate, *inputs)[0]] == structures


def test_inner_of_two_vectors_is_dense():
    assert [found.structure for found in jacobians(build("inner"), A, A)[0]] == ["dense", "dense"]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[repr(case) for _, case in CASES])
def test_every_wire_of_every_gate_is_described_in_both_languages(case):
    if case.literals or not case.points:
        return
    for found in jacobians(case.gate, *case.drawn(case.points, 0))[0]:
        assert found.structure in STRUCTURES
        assert found.description("en") != found.description("ko")


def is_selection(matrix):
    return set(np.unique(matrix)) <= {0.0, 1.0} and (matrix.sum(axis=1) == 1).all()


def test_rearranging_is_a_permutation():
    for gate in (build("reshape", shape=(3, 2)), build("transpose"), build("stack", axis=1), build("concatenate")):
        (matrix,) = matrices(gate, M)
        assert is_selection(matrix)
        assert is_selection(matrix.T)


def test_selecting_has_one_1_in_each_row():
    for key, indices in [((slice(None), -1), ()), ((OPEN,), (np.array([1.0, 0.0, 1.0]),)), ((0, 0), ())]:
        matrix, *labels = matrices(build("index", key=key), M, *indices)
        assert is_selection(matrix)
        assert not np.any(labels)


@pytest.mark.parametrize("name", ["stack", "array", "concatenate"])
def test_joined_parts_share_the_outputs(name):
    first, second = matrices(build(name), A, A)
    assert is_selection(first + second)
    assert is_selection(first.T)
    assert is_selection(second.T)


def test_outer_is_a_kronecker_product():
    left, right = matrices(build("outer"), A, B)
    np.testing.assert_array_equal(left, np.kron(np.eye(3), B[:, None]))
    np.testing.assert_array_equal(right, np.kron(A[:, None], np.eye(2)))


def test_softmax_is_as_described():
    (matrix,), s = matrices(build("softmax"), A), np.exp(A) / np.exp(A).sum()
    np.testing.assert_allclose(matrix, np.diag(s) - np.outer(s, s), atol=1e-15)
    (matrix,) = matrices(build("log_softmax"), A)
    np.testing.assert_allclose(matrix, np.eye(3) - s, atol=1e-15)
    (matrix,) = matrices(build("softmax"), M)
    assert not matrix[:3, 3:].any()
    assert matrix[:3, :3].all()
    (matrix,) = matrices(build("softmax", axis=0), M)
    assert np.count_nonzero(matrix) == 12


def test_lines_depend_on_their_own_entries_only():
    for gate in (build("logsumexp", axis=1), build("var", axis=1), build("prod", axis=1), build("norm", axis=1)):
        (matrix,) = matrices(gate, M)
        assert not matrix[0, 3:].any()
        assert not matrix[1, :3].any()


def test_inner_sees_its_own_rows():
    left, right = matrices(build("inner"), M, np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]))
    assert not left[:2, 3:].any()
    assert not right[0, 3:].any()
    np.testing.assert_array_equal(left[:2, :3], [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    np.testing.assert_array_equal(right[0, :3], M[0])
