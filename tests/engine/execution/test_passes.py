"""Forward, backward, and the Jacobian of one wire."""

import math

import numpy as np
import pytest

from engine import evaluate
from engine.execution import Tape, backward, forward, run
from engine.jacobian import GateJacobians
from engine.language.parser import parse_program
from engine.lowering import InputShape, lower

W = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
X = [0.5, -1.0, 2.0]


def lowered(source, **shapes):
    program = parse_program(source, shapes).program
    return lower(program, {name: InputShape(name, shape) for name, shape in shapes.items()})


def test_a_tape_runs_many_times():
    made = lowered("x*y + x", x=(), y=())
    tape, (x, y) = Tape(made.graph), made.inputs.values()
    for a, b in [(3.0, -4.0), (1.0, 2.0), (3.0, -4.0)]:
        trace = run(tape, {x: a, y: b})
        assert trace.values[made.graph.output] == a * b + a
        assert (trace.gradients[x], trace.gradients[y]) == (b + 1, a)


def test_the_passes_can_be_taken_apart():
    made = lowered("exp(x)", x=())
    tape = Tape(made.graph)
    registers = forward(tape, {0: 0.5})
    assert registers[made.graph.output] == math.exp(0.5)
    back = backward(tape, registers, 2.0)
    assert back[tape.gradient[0]] == 2 * math.exp(0.5)


def test_runs_leave_the_inputs_and_each_other_alone():
    made = lowered("a = v + v; sum(a * a) + sum(a)", v=(3,))
    tape, v = Tape(made.graph), np.array([1.0, 2.0, 3.0])
    first = run(tape, {0: v}).gradients[0].copy()
    second = run(tape, {0: v})
    np.testing.assert_array_equal(second.gradients[0], first)
    np.testing.assert_array_equal(v, [1, 2, 3])
    np.testing.assert_array_equal(first, 8 * v + 2)


@pytest.mark.parametrize(
    "source", ["sum(v)", "mean(v)", "max(v)", "||v||", "||v||^2", "v @ v", "v.dot(v)", "s * sum(v)"]
)
def test_scalars_among_arrays_are_plain_floats(source):
    found = evaluate(source, {"v": [1, 2], "s": 2})
    assert type(found.value) is float
    assert all(type(n) is float or n.ndim > 0 for n in found.trace.values[: len(found.compiled.graph.nodes)])
    assert all(n is None or type(n) is float or n.ndim > 0 for n in found.trace.gradients)


# Jacobians -----------------------------------------------------------------------------------------------------------

SHAPES = {"W": W, "x": X, "s": 2.0, "V": [[1.0, -2.0], [0.5, 3.0], [1.5, 0.25]]}
WIRES = [
    ("exp(x)", 0, "diagonal", (3, 3)),
    ("x * x", 1, "diagonal", (3, 3)),
    ("x + s", 1, "broadcast", (3, 1)),
    ("W + x", 1, "broadcast", (6, 3)),
    ("W + x", 0, "diagonal", (6, 6)),
    ("W @ x", 0, "matmul_left", (2, 6)),
    ("W @ x", 1, "matmul_right", (2, 3)),
    ("W V", 0, "matmul_left", (4, 6)),
    ("W V", 1, "matmul_right", (4, 6)),
    ("x @ V", 0, "matmul_left", (2, 3)),
    ("x @ x", 0, "dense", (1, 3)),
    ("sum(W, axis=0)", 0, "sum", (3, 6)),
    ("sum(W)", 0, "sum", (1, 6)),
    ("mean(W, axis=1)", 0, "mean", (2, 6)),
    ("max(W, axis=1)", 0, "choice", (2, 6)),
    ("||x||", 0, "dense", (1, 3)),
    ("||x||^2", 0, "dense", (1, 3)),
    ("||x||_1", 0, "dense", (1, 3)),
    ("W.T", 0, "rearranging", (6, 6)),
    ("[x, 2x]", 0, "joining", (6, 3)),
]


def differences(source, wire):
    """The Jacobian by the last gate's operand in ``wire``, with central differences of the whole program."""
    found = evaluate(source, {k: v for k, v in SHAPES.items() if k in source})
    edge = [e for e in found.compiled.graph.edges() if e.target == found.compiled.graph.output][wire]
    gate = found.compiled.graph.nodes[edge.target].gate
    operands = [np.array(v, dtype=float) for v in found.trace.operands(edge.target)]
    columns = []
    for place in np.ndindex(operands[edge.operand].shape):
        above, below = ([o.copy() for o in operands] for _ in range(2))
        above[edge.operand][place] += 1e-6
        below[edge.operand][place] -= 1e-6
        columns.append((np.ravel(gate.forward(np, *above)) - np.ravel(gate.forward(np, *below))) / 2e-6)
    return found, edge, np.array(columns).T


@pytest.mark.parametrize(("source", "wire", "structure", "shape"), WIRES)
def test_the_jacobian_of_a_wire(source, wire, structure, shape):
    found, edge, expected = differences(source, wire)
    local = GateJacobians(found.trace, edge.target).of(edge)
    assert (local.structure, local.shape) == (structure, shape)
    numbers = np.diag(local.diagonal) if structure == "diagonal" else local.matrix
    np.testing.assert_allclose(numbers, expected, atol=1e-8)
    assert local.description("en") != local.description("ko")


@pytest.mark.parametrize(("source", "wire", "structure", "shape"), WIRES)
def test_upstream_times_the_jacobian_is_what_the_wire_sends(source, wire, structure, shape):
    generator = np.random.default_rng(3)
    inputs = {k: v for k, v in SHAPES.items() if k in source}
    size = np.shape(evaluate(source, inputs).value)
    upstream = generator.normal(size=size)
    found = evaluate(source, inputs, upstream=upstream.tolist() if size else float(upstream))
    edge = [e for e in found.compiled.graph.edges() if e.target == found.compiled.graph.output][wire]
    local = GateJacobians(found.trace, edge.target).of(edge)
    numbers = np.diag(local.diagonal) if structure == "diagonal" else local.matrix
    np.testing.assert_allclose(np.ravel(found.trace.sent(edge)), np.ravel(upstream) @ numbers, rtol=1e-12)


def test_large_jacobians_are_described_and_not_built():
    found = evaluate("W x", {"W": {"random": "normal", "shape": [50, 60]}, "x": {"random": "normal", "shape": [60]}})
    for edge in found.compiled.graph.edges():
        local = GateJacobians(found.trace, edge.target).of(edge)
        assert (local.matrix, local.diagonal) == (None, None)
        assert local.shape in [(50, 3000), (50, 60)]


def test_the_diagonal_is_listed_up_to_256_entries():
    for count, is_listed in ((256, True), (257, False)):
        found = evaluate("exp(x)", {"x": [0.0] * count}).to_dict()
        assert ("diagonal" in found["edges"][0]["local"]) == is_listed
