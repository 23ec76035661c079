"""The Jacobian of one wire: its true size, its structure in words, and its numbers where they are few.

With m outputs and n inputs, both flattened in C order, it is an m × n matrix. The backward pass never builds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Any

from engine.execution import Trace, local_gradient
from engine.graph import Edge
from engine.messages import STRUCTURES, Language

FEW = 256  # numbers that are listed

STRUCTURE = {
    "sum": "sum", "mean": "mean", "max": "choice", "min": "choice", "transpose": "rearranging", "array": "rearranging",
    "l1": "dense", "norm": "dense", "squared_norm": "dense",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Jacobian:
    """``shape`` is (m, n); ``structure`` a row of :data:`engine.messages.STRUCTURES`; numbers only where few."""

    structure: str
    shape: tuple[int, int]
    diagonal: Any = None
    matrix: Any = None

    def description(self, language: Language) -> str:
        """The structure in words."""
        m, n = self.shape
        return STRUCTURES[self.structure].message(language, {"numbers": f"{n:,}", "entries": f"{m * n:,}"})


def jacobian(trace: Trace, edge: Edge) -> Jacobian:
    """The Jacobian of a wire's gate with respect to the wire's operand."""
    nodes = trace.tape.graph.nodes
    source, target = nodes[edge.source], nodes[edge.target]
    shape = (prod(target.shape), prod(source.shape))
    structure = _structure(trace, edge)
    if structure == "diagonal":
        return Jacobian(structure, shape, diagonal=_diagonal(trace, edge) if shape[0] <= FEW else None)
    return Jacobian(structure, shape, matrix=_matrix(trace, edge, shape) if prod(shape) <= FEW else None)


def _structure(trace: Trace, edge: Edge) -> str:
    nodes = trace.tape.graph.nodes
    gate = nodes[edge.target].gate
    assert gate is not None
    if gate.family == "elementwise":
        return "diagonal" if nodes[edge.source].shape == nodes[edge.target].shape else "broadcast"
    if gate.name in ("matmul", "dot"):
        return "matmul_right" if edge.operand else "matmul_left"
    return STRUCTURE.get(gate.name, "dense")


def _diagonal(trace: Trace, edge: Edge) -> Any:
    """All entries at once: the vector–Jacobian product with ones."""
    import numpy

    local = local_gradient(trace, edge, numpy.ones(trace.tape.graph.nodes[edge.target].shape))
    return numpy.zeros(0) if local is None else numpy.ravel(local)


def _matrix(trace: Trace, edge: Edge, shape: tuple[int, int]) -> Any:
    """Row by row: the vector–Jacobian product with each unit cotangent."""
    import numpy

    m, n = shape
    rows = []
    for unit in numpy.eye(m):
        cotangent = unit.reshape(trace.tape.graph.nodes[edge.target].shape)
        local = local_gradient(trace, edge, cotangent if cotangent.shape else float(cotangent))
        rows.append(numpy.zeros(n) if local is None else numpy.ravel(local))
    return numpy.array(rows).reshape(shape)
