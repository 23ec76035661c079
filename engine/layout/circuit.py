"""What the phases share: the wires of a graph, by node and by number, and what is fixed about them."""

from __future__ import annotations

from typing import NamedTuple

from engine.graph import Edge, Graph
from engine.layout.measure import Box

SMALL = 40  # nodes: up to here a reader takes in the whole circuit, and inputs stand in one column as on a slide


class Circuit(NamedTuple):
    """The graph as the layout sees it: wires are numbered as ``graph.edges()``."""

    boxes: list[Box]
    wires: list[Edge]
    ins: list[list[int]]  # wires into each node, in the order of its slots
    outs: list[list[int]]  # wires out of each node, by gate and by slot
    output: int

    @property
    def size(self) -> int:
        """The number of nodes."""
        return len(self.boxes)

    @property
    def is_small(self) -> bool:
        """Inputs share the left column of a small circuit; in a large one they stand beside their gate.

        Beyond some forty nodes the wires from a left column would run through most of the picture side by side.
        """
        return self.size <= SMALL

    def is_pinned(self, node: int) -> bool:
        """Whether the node belongs to the left column."""
        return self.is_small and self.boxes[node].shape == "name"


def wire_up(graph: Graph, boxes: list[Box]) -> Circuit:
    """Index the wires of the graph by the nodes at their ends."""
    wires = list(graph.edges())
    ins: list[list[int]] = [[] for _ in boxes]
    outs: list[list[int]] = [[] for _ in boxes]
    for wire, (source, target, _) in enumerate(wires):
        outs[source].append(wire)
        ins[target].append(wire)
    return Circuit(boxes, wires, ins, outs, graph.output)


def ports(count: int) -> list[float]:
    """Heights of a gate's ports, relative to its axis, for the wires that exist, top to bottom."""
    if count == 1:
        return [0.0]
    half = 9.0 if count == 2 else 12.0
    return [half * (2 * port / (count - 1) - 1) for port in range(count)]
