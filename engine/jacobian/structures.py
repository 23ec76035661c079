"""What a wire's Jacobian looks like, told from the gate and the shapes alone."""

from __future__ import annotations

from math import prod
from typing import Any

from engine.broadcasting import Shape
from engine.execution import Trace
from engine.gates.reductions import reduced_axes
from engine.graph import Edge

STRUCTURE = {
    "sum": "sum", "mean": "mean", "max": "choice", "min": "choice", "transpose": "rearranging",
    "reshape": "rearranging", "index": "selection",
}  # fmt: skip
BY_SIDE = {
    "matmul": ("matmul_left", "matmul_right"), "dot": ("matmul_left", "matmul_right"),
    "inner": ("inner_left", "inner_right"), "outer": ("outer_left", "outer_right"),
}  # fmt: skip
JOINING = ("array", "stack", "concatenate")
SOFTMAX = ("softmax", "log_softmax")


def is_number(trace: Trace, index: int) -> bool:
    """Whether a gate has only scalars around it, so that each of its wires has a number for a Jacobian."""
    shapes, node = trace.tape.shapes, trace.tape.graph.nodes[index]
    return not any(shapes[k] for k in (index, *node.operands) if k >= 0)


def structure(trace: Trace, edge: Edge) -> str:
    """The row of :data:`engine.messages.STRUCTURES` for one wire."""
    target = trace.tape.graph.nodes[edge.target]
    gate = target.gate
    assert gate is not None
    if is_number(trace, edge.target):
        return "number"
    if not gate.sends(edge.operand):
        return "label"
    if gate.family == "elementwise" or (gate.name in BY_SIDE and gate.name != "outer" and _scales(trace, edge)):
        return "diagonal" if trace.tape.shapes[edge.source] == target.shape else "broadcast"
    if gate.name in BY_SIDE and target.shape:
        return BY_SIDE[gate.name][edge.operand]
    if gate.name in JOINING:
        return "joining" if len(target.operands) > 1 else "rearranging"
    if gate.name in SOFTMAX:
        return gate.name if _is_one_line(gate, target.shape) else f"{gate.name}_lines"
    return STRUCTURE.get(gate.name) or ("lines" if target.shape and gate.family == "reduction" else "dense")


def _scales(trace: Trace, edge: Edge) -> bool:
    """Whether a product is one with a number, so that it works entry by entry."""
    operands = trace.tape.graph.nodes[edge.target].operands
    return any(k < 0 or not trace.tape.shapes[k] for k in operands)


def _is_one_line(gate: Any, shape: Shape) -> bool:
    """Whether all entries lie along the axis of a gate that mixes along one."""
    return prod(shape) == prod(shape[k] for k in reduced_axes(gate.name, gate.axis, shape))
