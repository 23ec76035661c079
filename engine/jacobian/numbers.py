"""The numbers of a gate's Jacobians, out of the gate's own formulas with as few calls as its structure allows.

Most gates need one call of their backward formula with ones: where an output depends on one entry only, or an entry
has a part in one output only, no two derivatives fall together. Gates along an axis take all unit cotangents, stacked
on a new first axis, in one call. Source of the idea: Curtis, Powell and Reid, On the estimation of sparse Jacobian
matrices, 1974. The derivatives of a product and of a gate that only moves numbers are there already: they need places.
"""

from __future__ import annotations

from functools import cached_property
from math import prod
from typing import Any

from engine.broadcasting import Shape
from engine.execution import Trace, fit, local_gradients
from engine.gates.reductions import reduced_axes, spread
from engine.graph import Edge
from engine.jacobian.structures import BY_SIDE, SOFTMAX


class GateNumbers:
    """The derivatives of one gate's outputs by the entries of its operands."""

    def __init__(self, trace: Trace, index: int) -> None:
        self.trace = trace
        self.index = index
        self.target = trace.tape.shapes[index]
        self.gate: Any = trace.tape.graph.nodes[index].gate

    def number(self, slot: int) -> float:
        """The derivative of a gate that has only scalars around it."""
        local = local_gradients(self.trace, self.index)[slot]
        return 0.0 if local is None else float(local)

    def diagonal(self, slot: int) -> Any:
        """For each output its derivative by the only entry that it depends on."""
        import numpy

        return numpy.broadcast_to(self._with_ones[slot], self.target).ravel()

    def matrix(self, edge: Edge, structure: str) -> Any:
        """All numbers, m × n."""
        import numpy

        source = self.trace.tape.shapes[edge.source]
        if structure in ("diagonal", "broadcast"):
            return self._entry_by_entry(edge.operand, source)
        if structure == "label":
            return numpy.zeros((prod(self.target), prod(source)))
        if self.gate.family == "reduction":
            return self._line_by_line(source)
        if self.gate.family == "rearranging":
            return self._moved(edge.operand, source)
        if self.gate.name in BY_SIDE:
            return self._products(edge.operand)
        return self._stacked(source) if self.gate.name in SOFTMAX else self._row_by_row(edge.operand, source)

    @cached_property
    def _with_ones(self) -> tuple[Any, ...]:
        """The vector–Jacobian products with ones, for all operands."""
        import numpy

        return local_gradients(self.trace, self.index, numpy.ones(self.target))

    def _entry_by_entry(self, slot: int, source: Shape) -> Any:
        """Each output depends on one entry; one that is repeated by broadcasting has a part in several outputs."""
        import numpy

        entries = numpy.broadcast_to(numbered(source), self.target).ravel()
        return placed((prod(self.target), prod(source)), numpy.arange(entries.size), entries, self.diagonal(slot))

    def _line_by_line(self, source: Shape) -> Any:
        """Each entry has a part in one output only, that of its line."""
        import numpy

        lines = spread(numpy, numbered(self.target), self.gate.axis, self.gate.keepdims)
        outputs = numpy.broadcast_to(lines, source).ravel()
        numbers = numpy.broadcast_to(self._with_ones[0], source).ravel()
        return placed((prod(self.target), prod(source)), outputs, numpy.arange(outputs.size), numbers)

    def _moved(self, slot: int, source: Shape) -> Any:
        """Each output is one entry: the gate moves the entries' numbers, counted from 1, among zeros."""
        import numpy

        given = enumerate(self.trace.operands(self.index))
        operands = [numpy.zeros_like(x) if self.gate.sends(k) else x for k, x in given]
        operands[slot] = numbered(source) + 1.0
        origins = numpy.asarray(self.gate.forward(numpy, *operands)).ravel().astype(int) - 1
        outputs = numpy.flatnonzero(origins >= 0)
        return placed((prod(self.target), prod(source)), outputs, origins[outputs], 1.0)

    def _stacked(self, source: Shape) -> Any:
        """All rows in one call: counted from the back, the gate's axes are the same behind a new first one."""
        import numpy

        axes = tuple(axis - len(source) for axis in reduced_axes(self.gate.name, self.gate.axis, source))
        stacked, (x,) = type(self.gate)(axes), self.trace.operands(self.index)
        count = prod(source)
        with self.trace.tape.quiet():
            rows = stacked.backward(numpy, numpy.eye(count).reshape(count, *source), self.trace.values[self.index], x)
        return rows.reshape(count, count)

    def _products(self, slot: int) -> Any:
        """Each output sums products along a line of both operands: its derivatives are the other one's line."""
        import numpy

        operands = list(map(numpy.asarray, self.trace.operands(self.index)))
        entries = lines(self.gate.name, *[numbered(x.shape) for x in operands])[slot]
        numbers = lines(self.gate.name, *operands)[1 - slot]
        pairs = numpy.broadcast_shapes(entries.shape, numbers.shape)
        columns = numpy.broadcast_to(entries, pairs).reshape(prod(self.target), pairs[-1])
        rows = numpy.arange(prod(self.target))[:, None]
        shape = prod(self.target), operands[slot].size
        return placed(shape, rows, columns, numpy.broadcast_to(numbers, pairs).reshape(columns.shape))

    def _row_by_row(self, slot: int, source: Shape) -> Any:
        """One call for each output, for gates that have few."""
        import numpy

        count = prod(self.target)
        units = numpy.eye(count).reshape(count, *self.target)
        rows = [fit(local_gradients(self.trace, self.index, unit)[slot], source) for unit in units]
        return numpy.reshape(rows, (count, prod(source)))


def lines(gate: str, a: Any, b: Any) -> tuple[Any, Any]:
    """The operands of a product, turned so that each output is a sum of products along the last axis of both."""
    if gate == "outer":
        return a.reshape(-1, 1, 1), b.reshape(1, -1, 1)
    if gate == "inner":
        return a.reshape(prod(a.shape[:-1]), 1, a.shape[-1]), b.reshape(1, prod(b.shape[:-1]), b.shape[-1])
    columns = b if b.ndim == 1 else b.swapaxes(-1, -2)
    return a.reshape(*a.shape[:-1], 1, a.shape[-1]), columns.reshape(*columns.shape[:-2], 1, *columns.shape[-2:])


def numbered(shape: Shape) -> Any:
    """The entries of an array of this shape counted from 0, in C order."""
    import numpy

    return numpy.arange(prod(shape)).reshape(shape)


def placed(shape: tuple[int, int], rows: Any, columns: Any, numbers: Any) -> Any:
    """A matrix of zeros but for these numbers."""
    import numpy

    matrix = numpy.zeros(shape)
    matrix[rows, columns] = numbers
    return matrix
