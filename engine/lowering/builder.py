"""The circuit under construction: nodes are appended, shapes inferred, limits checked before anything is allocated."""

from __future__ import annotations

from collections.abc import Container, Sequence
from math import prod
from typing import Any, NoReturn

from engine.broadcasting import Shape
from engine.errors import EngineError, Span, fail
from engine.gates import Gate
from engine.graph import Graph, Node
from engine.limits import Limits
from engine.lowering.values import Operand, Value


class Builder:
    """Collects nodes in topological order."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.nodes: list[Node] = []
        self.literals: list[float] = []
        self.elements = 0

    def add(self, node: Node) -> int:
        """Append a node; its index."""
        index = len(self.nodes)
        self.elements += prod(node.shape) if node.shape else 1
        if index >= self.limits.nodes or self.elements > self.limits.elements:
            self.limits.check("nodes", index + 1, node.span)
            self.limits.check("elements", self.elements, node.span)
        self.nodes.append(node)
        return index

    def constant(self, value: Any, shape: Shape, span: Span) -> int:
        """A constant as a node of its own."""
        return self.add(Node("constant", shape, span, value=value))

    def shape(self, operand: Operand) -> Shape:
        """The shape of a node; a literal is a scalar."""
        return () if isinstance(operand, float) else self.nodes[operand].shape

    def gate(self, gate: Gate, operands: Sequence[Value], span: Span) -> int:
        """A gate over its operands; literals among them are absorbed, a tuple or ``None`` is refused."""
        slots: list[int] = []
        shapes: list[Shape] = []
        absorbed: dict[int, float] = {}  # the literals, by slot
        standing: dict[int, float] = {}  # the numbers that are nodes
        for slot, operand in enumerate(operands):
            if isinstance(operand, float):
                absorbed[slot] = operand
                self.literals.append(operand)
                slots.append(-len(self.literals))
                shapes.append(())
            elif isinstance(operand, int):
                node = self.nodes[operand]
                slots.append(operand)
                shapes.append(node.shape)
                if node.value is not None and isinstance(node.value, float):
                    standing[slot] = node.value
            else:
                refuse_as_operand(span)
        if len(slots) > self.limits.operands:
            self.limits.check("operands", len(slots), span)
        if absorbed or standing:
            gate = _specialised(gate, absorbed, standing)
        try:
            shape = gate.shape(*shapes)
        except EngineError as error:
            error.span = error.span or span
            error.operands = tuple(zip(map(self._input_name, slots), shapes, strict=True))
            raise
        return self.add(Node("gate", shape, span, None, gate, tuple(slots)))

    def _input_name(self, slot: int) -> str | None:
        return self.nodes[slot].name if slot >= 0 and self.nodes[slot].kind == "input" else None

    def name(self, operand: int, name: str) -> None:
        """Let an intermediate carry the name that a statement gives it; the first name stays."""
        if self.nodes[operand].name is None:
            self.nodes[operand] = self.nodes[operand]._replace(name=name)

    def finish(self, output: int) -> Graph:
        """The circuit of what the output needs, renumbered."""
        if self._needs_all(output):
            return Graph(tuple(self.nodes), tuple(self.literals), output)
        keep = self.needed(output)
        number = {old: new for new, old in enumerate(keep)}
        literals: list[float] = []
        nodes = [self._renumbered(self.nodes[old], number, literals) for old in keep]
        return Graph(tuple(nodes), tuple(literals), number[output])

    def _needs_all(self, output: int) -> bool:
        """Whether every node but the output feeds a later one, so that nothing is left out; a quick look."""
        fed = set().union(*[node.operands for node in self.nodes])
        return output == len(self.nodes) - 1 == len(fed) - len(self.literals)

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


def refuse_as_operand(span: Span) -> NoReturn:
    """Fail: a tuple or one of Python's constants stands where an operand should."""
    fail("constant_as_operand", span)


def _specialised(gate: Gate, absorbed: dict[int, float], standing: dict[int, float]) -> Gate:
    """The gate for the numbers among its operands; one that stands as a node gets its gradient all the same."""
    if standing:
        found = gate.specialised(absorbed | standing)
        if all(map(found.sends, standing)):
            return found
    return gate.specialised(absorbed) if absorbed else gate
