"""Phase 4: which strand lies above which.

One order, top to bottom, holds for all layers: strands never cross halfway, only in the S-curves between layers. The
first order is that of a depth-first walk through the operands as written, which draws a tree without a crossing.
Then strands are *sifted*: each is tried a few places up and down, and stays where crossings are fewest.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator
from itertools import accumulate

from engine.layout.circuit import Circuit
from engine.layout.layers import Join, Layers

THOROUGH = 150  # strands: up to here every place is tried
ROUNDS = ((THOROUGH, 8), (3_000, 2), (20_000, 1))  # most strands, and how often all are tried
REACH = 5  # places up and down that are tried in a larger circuit
LONG = 30  # strands through more layers than this stay where they are
CROWD = 2_000  # pairs of wire ends: beyond, a comparison costs more than it brings

End = tuple[float, float]  # position, and port
Link = tuple[End, End, int, int]


def order(circuit: Circuit, layers: Layers) -> list[float]:
    """Positions of the strands, rising downwards; ``layers.members`` is sorted by them."""
    position = _ranks(_written_order(circuit, layers))
    _sort(layers, position)
    position = _Sifter(layers, position).run()
    _sort(layers, position)
    return position


def _sort(layers: Layers, position: list[float]) -> None:
    for members in layers.members:
        members.sort(key=position.__getitem__)


def _ranks(keys: list[float]) -> list[float]:
    """0, 1, 2 ... in the order of the keys; what comes first stays first among equals."""
    position = [0.0] * len(keys)
    for rank, strand in enumerate(sorted(range(len(keys)), key=keys.__getitem__)):
        position[strand] = float(rank)
    return position


def _written_order(circuit: Circuit, layers: Layers) -> list[float]:
    """Keys from the walk: leaves are counted, a gate lies amid its operands, a second use of a value is a leaf."""
    keys = [0.0] * len(layers.first)
    wire_key = [0.0] * len(circuit.wires)
    visited: set[int] = set()
    leaves = 0.0
    for node, wire in _walk(circuit):
        ins = circuit.ins[node]
        if node in visited or not ins:
            key, leaves = leaves, leaves + 1
        else:
            key = sum(wire_key[k] for k in ins) / len(ins)
        if node not in visited:
            visited.add(node)
            if len(ins) != 1:
                keys[layers.of_node[node]] = key
        if wire >= 0:
            wire_key[wire] = keys[layers.of_wire[wire]] = key
    return keys


def _walk(circuit: Circuit) -> Iterator[tuple[int, int]]:
    """Depth first, operands top to bottom: each wire with its source after all that lies behind; outputs with -1."""
    entered = [False] * circuit.size
    todo = [(node, -1) for node in range(circuit.size - 1, -1, -1) if not circuit.outs[node]]
    while todo:
        node, wire = todo.pop()
        if wire < -1:  # everything behind has been seen
            yield node, -3 - wire
        elif entered[node] or not circuit.ins[node]:
            yield node, wire
        else:
            entered[node] = True
            todo.append((node, -3 - wire))
            todo.extend((circuit.wires[k].source, k) for k in reversed(circuit.ins[node]))


def crossings(layers: Layers, position: list[float]) -> int:
    """How many pairs of wires cross, summed over the gaps between layers."""
    total = 0
    for gap in _gaps(layers, position):
        seen: list[End] = []
        for _, right, *_ in sorted(gap):
            total += len(seen) - bisect_right(seen, right)
            insort(seen, right)
    return total


def _gaps(layers: Layers, position: list[float]) -> list[list[Link]]:
    """The wires between each layer and the next, by their ends, with the strands at both."""
    gaps: list[list[Link]] = [[] for _ in layers.members]
    for strand, after in enumerate(layers.after):
        end = (position[strand], 0.0)
        for layer in range(layers.first[strand], layers.last[strand]):
            gaps[layer].append((end, end, strand, strand))
        gaps[layers.last[strand]].extend((end, (position[k], offset), strand, k) for k, offset in after)
    return gaps


def _tangled(layers: Layers, position: list[float]) -> set[int]:
    """The strands at both ends of every wire that crosses another."""
    tangled: set[int] = set()
    for gap in _gaps(layers, position):
        gap.sort()
        rights = [right for _, right, *_ in gap]
        lowest_before = accumulate(rights, max)
        highest_after = list(accumulate(reversed(rights), min))[::-1]
        for (_, right, *strands), low, high in zip(gap, lowest_before, highest_after, strict=True):
            if low > right or high < right:
                tangled.update(strands)
    return tangled


class _Sifter:
    """Moves one strand at a time to the place, within reach, where it crosses least."""

    def __init__(self, layers: Layers, position: list[float]) -> None:
        self.layers = layers
        self.position = position
        strands = len(position)
        self.reach = strands if strands <= THOROUGH else REACH
        self.rounds = next((rounds for most, rounds in ROUNDS if strands <= most), 0)

    def run(self) -> list[float]:
        for _ in range(self.rounds):
            tangled = _tangled(self.layers, self.position)
            if not sum(self._sift(strand) for strand in sorted(tangled, key=self.position.__getitem__)):
                break
            self.position = _ranks(self.position)
        return self.position

    def _sift(self, strand: int) -> bool:
        if self.layers.last[strand] - self.layers.first[strand] > LONG:
            return False
        up, down = (self._best_place(strand, step) for step in (-1, 1))
        gain, place = max(up, down, key=lambda found: found[0])
        if gain > 0:
            self._move(strand, place)
        return gain > 0

    def _best_place(self, strand: int, step: int) -> tuple[int, float]:
        """The crossings won by the best place in this direction, and its position."""
        position = self.position
        passed = self._neighbours(strand, step)
        gain, best, place = 0, 0, 0.0
        for k, other in enumerate(passed[: self.reach]):
            gain -= step * self._gain(strand, other)
            if gain > best:
                beyond = position[passed[k + 1]] if k + 1 < len(passed) else position[other] + 2 * step
                best, place = gain, (position[other] + beyond) / 2
        return best, place

    def _neighbours(self, strand: int, step: int) -> list[int]:
        """Those that share a layer with the strand, nearest first, upwards or downwards; one more than in reach."""
        layers, reach = self.layers, self.reach + 1
        near: set[int] = set()
        for row in layers.members[layers.first[strand] : layers.last[strand] + 1]:
            place = row.index(strand)
            near.update(row[place + 1 : place + 1 + reach] if step > 0 else row[max(0, place - reach) : place])
        return sorted(near, key=self.position.__getitem__, reverse=step < 0)[:reach]

    def _gain(self, strand: int, other: int) -> int:
        """Crossings won when ``strand``, just below ``other``, moves above it."""
        layers = self.layers
        start = max(layers.first[strand], layers.first[other])
        stop = min(layers.last[strand], layers.last[other])
        here = [(self.position[other], 0.0)]  # where a strand that goes on meets the next layer
        gain = 0
        for joins, ends, edge in ((layers.before, layers.first, start), (layers.after, layers.last, stop)):
            mine = self._ends(joins[strand]) if ends[strand] == edge else here
            theirs = self._ends(joins[other]) if ends[other] == edge else here
            gain += _inverted(mine, theirs)
        return gain

    def _ends(self, joins: list[Join]) -> list[End]:
        return [(self.position[strand], offset) for strand, offset in joins]

    def _move(self, strand: int, place: float) -> None:
        layers = self.layers
        rows = layers.members[layers.first[strand] : layers.last[strand] + 1]
        for row in rows:
            row.remove(strand)
        self.position[strand] = place
        for row in rows:
            insort(row, strand, key=self.position.__getitem__)


def _inverted(mine: list[End], theirs: list[End]) -> int:
    """Pairs in which mine lies above theirs, minus those in which it lies below.

    Pairs at one gate count twice: it reads best when its operands come from above one another, as they are written.
    """
    if len(mine) * len(theirs) > CROWD:
        return 0
    total = 0
    for a in mine:
        for b in theirs:
            if a != b:
                weight = 2 if a[0] == b[0] else 1
                total += weight if a < b else -weight
    return total
