"""A circuit built anew from another one, with some of its gates exchanged."""

from __future__ import annotations

from engine.gates import Gate
from engine.graph import Node
from engine.lowering.builder import Builder

Operand = int | float  # a node, or a number that is absorbed


class Rebuilder(Builder):
    """Collects nodes whose shapes are known already."""

    def gate_like(self, node: Node, gate: Gate, operands: tuple[Operand, ...]) -> int:
        """A gate with the place, the name and the shape of a node of the old circuit; its index."""
        slots = tuple(map(self._slot, operands))
        return self.add(Node("gate", node.shape, node.span, node.name, gate, slots))

    def _slot(self, operand: Operand) -> int:
        if isinstance(operand, int):
            return operand
        self.literals.append(operand)
        return -len(self.literals)
