"""Unfolding: a composite gate gives way to the gates of its definition."""

from __future__ import annotations

from collections.abc import Container

from engine.errors import Span
from engine.folding.composites import COMPOSITES
from engine.folding.definitions import Place, definition
from engine.folding.rebuilding import Operand, Rebuilder
from engine.graph import Graph, Node
from engine.limits import Limits
from engine.lowering.program import Constants


def unfolded(graph: Graph, names: Container[str], constants: Constants, limits: Limits) -> Graph:
    """The circuit with each of these composites written out, also those that come up in another's definition."""
    return _Unfolding(names, constants, limits).run(graph)


class _Unfolding:
    """Copies a circuit node by node, and a definition's circuit in the place of each composite."""

    def __init__(self, names: Container[str], constants: Constants, limits: Limits) -> None:
        self.names = names
        self.constants = constants
        self.builder = Rebuilder(limits)

    def run(self, graph: Graph) -> Graph:
        """The new circuit."""
        return self.builder.finish(self._copy(graph, {}))

    def _copy(self, graph: Graph, holes: dict[str, int], span: Span | None = None) -> int:
        """Put a circuit into the new one; the number of its output. ``holes`` are inputs that are there already."""
        number: list[int] = []  # of each node, in the new circuit
        for node in graph.nodes:
            if node.name in holes:
                number.append(holes[node.name])
            else:
                operands = tuple(number[k] if k >= 0 else graph.literals[-1 - k] for k in node.operands)
                number.append(self._place(node._replace(span=span) if span else node, operands))
        return number[graph.output]

    def _place(self, node: Node, operands: tuple[Operand, ...]) -> int:
        """Put a node, or what it stands for, into the new circuit; the number of what has its value."""
        if node.gate is None:
            return self.builder.add(node)
        written = self._definition(node, operands) if node.gate.name in self.names else None
        if written is None:
            return self.builder.gate_like(node, node.gate, operands)
        names = COMPOSITES[node.gate.name].operands
        holes = {name: k for name, k in zip(names, operands, strict=True) if isinstance(k, int)}
        index = self._copy(written, holes, node.span)
        if node.name:
            self.builder.name(index, node.name)
        return index

    def _definition(self, node: Node, operands: tuple[Operand, ...]) -> Graph | None:
        assert node.gate is not None
        shapes = tuple(() if isinstance(k, float) else self.builder.nodes[k].shape for k in operands)
        numbers = tuple(k if isinstance(k, float) else None for k in operands)
        return definition(Place(node.gate, shapes, node.shape, numbers), self.constants)
