"""The circuit under construction: nodes are appended, shapes inferred, limits checked before anything is allocated."""

from __future__ import annotations

from collections.abc import Container, Sequence
from math import prod
from typing import Any

from engine.broadcasting import Shape
from engine.errors import EngineError, Span
from engine.gates import Gate
from engine.graph import Graph, Node
from engine.limits import Limits
from engine.lowering.values import Operand


class Builder:
    """Collects nodes in topological order."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.nodes: list[Node] = []
        self.literals: list[float] = []
        self.elements = 0

    def add(self, node: Node) -> int:
        """Append a node; its index."""
        self.elements += prod(node.shape)
        self.limits.check("nodes", len(self.nodes) + 1, node.span)
        self.limits.check("elements", self.elements, node.span)
        self.nodes.append(node)
        return len(self.nodes) - 1

    def constant(self, value: Any, shape: Shape, span: Span) -> int:
        """A constant as a node of its own."""
        return self.add(Node("constant", shape, span, value=value))

    def shape(self, operand: Operand) -> Shape:
        """The shape of a node; a literal is a scalar."""
        return () if isinstance(operand, float) else self.nodes[operand].shape

    def gate(self, gate: Gate, operands: Sequence[Operand], span: Span) -> int:
        """A gate over its operands; literals among them are absorbed."""
        self.limits.check("operands", len(operands), span)
        gate = self._specialised(gate, operands)
        shape = self._infer(gate, operands, span)
        slots = tuple(self._slot(operand) for operand in operands)
        return self.add(Node("gate", shape, span, gate=gate, operands=slots))

    def _specialised(self, gate: Gate, operands: Sequence[Operand]) -> Gate:
        """The gate for the numbers among its operands; one that stands as a node gets its gradient all the same."""
        numbers = {slot: n for slot, operand in enumerate(operands) if (n := self._number(operand)) is not None}
        if not numbers:
            return gate
        found = gate.specialised(numbers)
        if all(found.sends(slot) or isinstance(operands[slot], float) for slot in numbers):
            return found
        return gate.specialised({slot: n for slot, n in numbers.items() if isinstance(operands[slot], float)})

    def _number(self, operand: Operand) -> float | None:
        """The number that an operand always is: an absorbed literal, or one that stands as a node."""
        value = operand if isinstance(operand, float) else self.nodes[operand].value
        return value if isinstance(value, float) else None

    def _infer(self, gate: Gate, operands: Sequence[Operand], span: Span) -> Shape:
        shapes = [self.shape(operand) for operand in operands]
        try:
            return gate.shape(*shapes)
        except EngineError as error:
            error.span = error.span or span
            error.operands = tuple(zip(map(self._input_name, operands), shapes, strict=True))
            raise

    def _input_name(self, operand: Operand) -> str | None:
        is_input = not isinstance(operand, float) and self.nodes[operand].kind == "input"
        return self.nodes[int(operand)].name if is_input else None

    def _slot(self, operand: Operand) -> int:
        if not isinstance(operand, float):
            return operand
        self.literals.append(operand)
        return -len(self.literals)

    def name(self, operand: int, name: str) -> None:
        """Let an intermediate carry the name that a statement gives it; the first name stays."""
        if self.nodes[operand].name is None:
            self.nodes[operand] = self.nodes[operand]._replace(name=name)

    def finish(self, output: int) -> Graph:
        """The circuit of what the output needs, renumbered."""
        keep = self.needed(output)
        number = {old: new for new, old in enumerate(keep)}
        literals: list[float] = []
        nodes = [self._renumbered(self.nodes[old], number, literals) for old in keep]
        return Graph(tuple(nodes), tuple(literals), number[output])

    def needed(self, root: int, known: Container[int] = ()) -> list[int]:
        """A node and all that it needs and that is not ``known`` yet, in topological order."""
        stack = [] if root in known else [root]
        reached = set(stack)
        while stack:
            for k in self.nodes[stack.pop()].operands:
                if k >= 0 and k not in reached and k not in known:
                    reached.add(k)
                    stack.append(k)
        return sorted(reached)

    def _renumbered(self, node: Node, number: dict[int, int], literals: list[float]) -> Node:
        operands = []
        for k in node.operands:
            if k < 0:
                literals.append(self.literals[-1 - k])
            operands.append(number[k] if k >= 0 else -len(literals))
        return node._replace(operands=tuple(operands)) if operands else node
