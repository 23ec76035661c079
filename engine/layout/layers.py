"""Phase 3: strands, pieces of wire and gates that share one height, and the layers that they run through.

Every column is a layer. Where a value of the column is used more than once, a second layer follows, in which each
branch has a straight stub of its own. A *strand* is everything that must lie exactly on one line: a gate with the long
wire that leaves it, up to the next gate with several operands; a spine of one-operand gates; a branch from its stub to
its gate. So what has to be straight is one unknown for the later phases, and cannot come out bent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from engine.layout.circuit import Circuit, ports

PASSING = (6.0, 6.0)  # room above and below a wire that only passes through a layer
CROWDED = (3.0, 3.0)  # the same in a circuit of many nodes
BRANCH_ABOVE = 6.0
LABELLED_BRANCHES = 64  # a value used more often than this shows no gradients at its branches

Room = tuple[float, float]


class Join(NamedTuple):
    """The place where a strand begins or ends at another one: that strand, and how far from its height."""

    strand: int
    offset: float


@dataclass(slots=True)
class Layers:
    """Strands by number, with the layers from ``first`` to ``last`` that each occupies."""

    columns: list[int]
    column_layer: list[int]
    branch_layer: dict[int, int]  # by column
    members: list[list[int]]  # strands in each layer
    room: list[dict[int, Room]]  # in each layer, the strands that do more than pass
    passing: Room
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    before: list[list[Join]] = field(default_factory=list)  # offset: of this strand's port
    after: list[list[Join]] = field(default_factory=list)  # offset: of the other strand's port
    of_node: list[int] = field(default_factory=list)
    of_wire: list[int] = field(default_factory=list)
    lanes: frozenset[int] = frozenset()  # wires so long that they run below the picture

    def open_strand(self, layer: int, room: Room | None) -> int:
        """A new strand that starts in ``layer``."""
        strand = len(self.first)
        self.first.append(layer)
        self.last.append(layer)
        self.before.append([])
        self.after.append([])
        self.members[layer].append(strand)
        self.occupy(strand, layer, room)
        return strand

    def occupy(self, strand: int, layer: int, room: Room | None) -> None:
        """Let the strand reach to ``layer``, passing the layers between."""
        for passed in range(self.last[strand] + 1, layer + 1):
            self.members[passed].append(strand)
        self.last[strand] = layer
        if room:
            self.room[layer][strand] = room

    def join(self, strand: int, other: int, offset: float) -> None:
        """Let ``strand`` end at the port of ``other``, which starts in the next layer."""
        self.before[other].append(Join(strand, offset))
        self.after[strand].append(Join(other, offset))

    def room_of(self, strand: int, layer: int) -> Room:
        """Space above and below the strand in this layer."""
        return self.room[layer].get(strand, self.passing)


def layer(circuit: Circuit, columns: list[int]) -> Layers:
    """Cut the circuit into strands."""
    layers = _empty_layers(circuit, columns)
    layers.of_node = [-1] * circuit.size
    layers.of_wire = [-1] * len(circuit.wires)
    layers.lanes = _lanes(circuit, columns)
    for node in range(circuit.size):
        _add_node(circuit, layers, node)
        _add_wires(circuit, layers, node)
    return layers


def _empty_layers(circuit: Circuit, columns: list[int]) -> Layers:
    branching = {columns[node] for node, outs in enumerate(circuit.outs) if len(outs) > 1}
    column_layer, branch_layer, count = [], {}, 0
    for column in range(max(columns, default=0) + 1):
        column_layer.append(count)
        if column in branching:
            branch_layer[column] = count = count + 1
        count += 1
    passing = PASSING if circuit.size <= 200 else CROWDED
    return Layers(columns, column_layer, branch_layer, [[] for _ in range(count)], [{} for _ in range(count)], passing)


def _lanes(circuit: Circuit, columns: list[int]) -> frozenset[int]:
    """The longest wires, once all wires together would pass more than a few columns per node."""
    budget = 4 * circuit.size + 4_000
    spans = [columns[target] - columns[source] for source, target, _ in circuit.wires]
    if sum(spans) <= budget + len(spans):
        return frozenset()
    kept = 0
    by_length = sorted(range(len(spans)), key=spans.__getitem__)
    for place, wire in enumerate(by_length):
        kept += spans[wire] - 1
        if kept > budget and spans[wire] > 2:
            return frozenset(by_length[place:])
    return frozenset()


def _add_node(circuit: Circuit, layers: Layers, node: int) -> None:
    """A gate with one wire lies on that wire's strand; any other node starts a strand."""
    box = circuit.boxes[node]
    layer = layers.column_layer[layers.columns[node]]
    room = (box.numbers.above, box.numbers.below)
    wires = circuit.ins[node]
    ends = zip(wires, ports(len(wires)), strict=True)
    arriving = [(layers.of_wire[wire], port) for wire, port in ends if wire not in layers.lanes]
    if len(wires) == 1 and arriving:
        layers.of_node[node] = strand = arriving[0][0]
        layers.occupy(strand, layer, room)
        return
    layers.of_node[node] = strand = layers.open_strand(layer, room)
    for wire_strand, port in arriving:
        layers.join(wire_strand, strand, port)


def _add_wires(circuit: Circuit, layers: Layers, node: int) -> None:
    """A node's only wire prolongs its strand; several wires branch, each a strand of its own."""
    outs, trunk = circuit.outs[node], layers.of_node[node]
    stub = layers.branch_layer.get(layers.columns[node], -1)
    room = (BRANCH_ABOVE, circuit.boxes[node].numbers.below) if len(outs) <= LABELLED_BRANCHES else layers.passing
    for wire in outs:
        strand = trunk
        if len(outs) > 1:
            strand = layers.open_strand(stub, room)
            layers.join(trunk, strand, 0.0)
        layers.of_wire[wire] = strand
        if wire not in layers.lanes:
            target = layers.columns[circuit.wires[wire].target]
            layers.occupy(strand, layers.column_layer[target] - 1, None)
