"""What one run of a circuit left behind, and the local gradients of its gates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from engine.execution.exact import FAULTS
from engine.execution.tape import Tape, backward, forward
from engine.graph import Edge
from engine.namespaces.ieee import exactly
from engine.namespaces.scalars import fast


@dataclass
class Trace:
    """A value and a gradient for each node, and what every wire sent back, out of the registers of one run."""

    tape: Tape
    registers: list[Any]

    @property
    def values(self) -> list[Any]:
        """The registers; the first are the values of the nodes."""
        return self.registers

    @cached_property
    def gradients(self) -> list[Any]:
        """The gradient of each node; ``None`` where the output does not depend on it in any differentiable way."""
        return [None if k is None else self.registers[k] for k in self.tape.gradient]

    def sent(self, edge: Edge) -> Any:
        """The gradient that a wire sends back, before the sum over its source's wires."""
        register = self.tape.sent(edge.target, edge.operand)
        return None if register is None else self.registers[register]

    def operands(self, index: int) -> list[Any]:
        """The numbers at a gate's slots, absorbed literals included."""
        graph = self.tape.graph
        return [self.registers[k] if k >= 0 else graph.literals[-1 - k] for k in graph.nodes[index].operands]


def run(tape: Tape, inputs: Mapping[int, Any], upstream: Any = 1.0) -> Trace:
    """Both passes, for the inputs by node index and an upstream gradient in the output's shape."""
    with tape.quiet():
        return Trace(tape, backward(tape, forward(tape, inputs), upstream))


def namespace_of(tape: Tape, index: int) -> Any:
    """The namespace in which a gate's formulas run: floats where all its numbers are scalars, else NumPy."""
    if tape.scalar_gates[index]:
        return fast
    import numpy

    return numpy


def local_gradients(trace: Trace, index: int, cotangent: Any = 1.0) -> tuple[Any, ...]:
    """What a gate sends to each of its slots for this upstream gradient; for scalars, with 1, the derivatives."""
    gate = trace.tape.graph.nodes[index].gate
    assert gate is not None
    arguments = [cotangent, trace.registers[index], *trace.operands(index)]
    try:
        with trace.tape.quiet():
            result = gate.backward(namespace_of(trace.tape, index), *arguments)
    except FAULTS:
        result = exactly(gate.backward, *arguments)
    return result if len(arguments) > 3 else (result,)
