"""The circuit as plain frozen data: nodes in topological order, operands as indices, no values and no gradients."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from engine.errors import Span
from engine.gates import Gate, labels

Shape = tuple[int, ...]
Kind = Literal["input", "constant", "gate"]


class Node(NamedTuple):
    """An input, a constant or a gate.

    ``operands`` has one entry for each slot of the gate, as written. An entry ``k >= 0`` is the node ``k``; a negative
    one is an absorbed literal, ``graph.literals[-1 - k]``: a list of values that ends with the literals in reverse
    is therefore indexed the same way for both.
    """

    kind: Kind
    shape: Shape
    span: Span | None
    name: str | None = None
    gate: Gate | None = None
    operands: tuple[int, ...] = ()
    value: Any = None


class Edge(NamedTuple):
    """A wire from the node ``source`` to slot ``operand`` of the gate ``target``."""

    source: int
    target: int
    operand: int


@dataclass(frozen=True, slots=True)
class Graph:
    """A circuit: ``nodes`` in forward order, the absorbed ``literals``, and the index of the ``output`` node."""

    nodes: tuple[Node, ...]
    literals: tuple[float, ...]
    output: int

    def edges(self) -> Iterator[Edge]:
        """All wires, by gate in forward order and by slot within a gate."""
        for target, node in enumerate(self.nodes):
            for operand, source in enumerate(node.operands):
                if source >= 0:
                    yield Edge(source, target, operand)

    def absorbed(self, index: int) -> dict[int, float]:
        """The literals that the gate ``index`` has absorbed, by slot."""
        operands = self.nodes[index].operands
        return {slot: self.literals[-1 - k] for slot, k in enumerate(operands) if k < 0}

    def label(self, index: int) -> str:
        """What stands in the gate, such as ``*``, ``+1``, ``exp``; an input's name, a constant's name or number."""
        node = self.nodes[index]
        if node.gate:
            return node.gate.label(self.absorbed(index))
        return node.name or (labels.number(node.value) if isinstance(node.value, float) else "[…]")

    def check(self) -> None:
        """Raise ``ValueError`` unless every operand stands before its gate and every index exists."""
        for index, node in enumerate(self.nodes):
            for k in node.operands:
                if not -len(self.literals) <= k < index:
                    raise ValueError(f"node {index} has the operand {k}")
        if not 0 <= self.output < len(self.nodes):
            raise ValueError(f"the output {self.output} is no node")
