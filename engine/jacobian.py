"""The Jacobian of one wire: its true size, its structure in words, and its numbers where they are few.

With m outputs and n inputs, both flattened in C order, it is an m × n matrix. The backward pass never builds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any

from engine.broadcasting import Shape
from engine.execution import Trace, fit, local_gradients
from engine.gates.reductions import reduced_axes
from engine.graph import Edge
from engine.messages import STRUCTURES, Language

FEW = 256  # numbers that are listed
MOST = 1_024  # vector–Jacobian products, for all operands of a gate together, that are computed for it

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


class GateJacobians:
    """The Jacobians of all wires into one gate; each vector–Jacobian product serves all of them."""

    def __init__(self, trace: Trace, index: int) -> None:
        self.trace = trace
        self.index = index
        self.target = trace.tape.shapes[index]
        self.operands = len(trace.tape.graph.nodes[index].operands)

    def of(self, edge: Edge) -> Jacobian:
        """The Jacobian of one wire; its numbers where the wire and the gate as a whole have few."""
        source, m = self.trace.tape.shapes[edge.source], prod(self.target)
        structure, shape = _structure(self.trace, edge), (m, prod(source))
        if structure == "diagonal":
            return Jacobian(structure, shape, diagonal=self._row(self._ones, edge) if m <= FEW else None)
        if prod(shape) > FEW or m * self.operands > MOST:
            return Jacobian(structure, shape)
        rows = [self._row(products, edge) for products in self._units]
        return Jacobian(structure, shape, matrix=_array(rows).reshape(shape))

    @cached_property
    def _ones(self) -> tuple[Any, ...]:
        """All entries of a diagonal at once: the vector–Jacobian products with ones."""
        return local_gradients(self.trace, self.index, _array(1.0, self.target))

    @cached_property
    def _units(self) -> list[tuple[Any, ...]]:
        """Row by row: the vector–Jacobian products with each unit cotangent."""
        import numpy

        units = [_array(unit, self.target) for unit in numpy.eye(prod(self.target))]
        return [local_gradients(self.trace, self.index, unit if unit.shape else float(unit)) for unit in units]

    def _row(self, products: tuple[Any, ...], edge: Edge) -> Any:
        source = self.trace.tape.shapes[edge.source]
        gradient = fit(products[edge.operand], source)
        return _array(0.0 if gradient is None else gradient, source).ravel()


def _array(numbers: Any, shape: Shape | None = None) -> Any:
    """The numbers as an array of ``shape``, a single one repeated."""
    import numpy

    array = numpy.asarray(numbers, dtype=float)
    if shape is None:
        return array
    return array.reshape(shape) if array.size == prod(shape) else numpy.full(shape, array)


def _structure(trace: Trace, edge: Edge) -> str:
    """The row of :data:`engine.messages.STRUCTURES` for one wire."""
    target = trace.tape.graph.nodes[edge.target]
    gate = target.gate
    assert gate is not None
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
