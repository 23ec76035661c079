"""Phase 5: the height of every strand.

Two sweeps over the layers, from the output to the inputs and back, move each strand to the mean of the places that it
is joined to. Within a layer, the nearest heights that keep order and distances are found by isotonic regression (pool
adjacent violators). A strand has one height in all its layers; where the sweeps leave two strands too close in one of
them, the strands are separated, and every gate is then moved as far back to the middle of its operands as its
neighbours allow.
"""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import NamedTuple

from engine.layout.layers import Layers
from engine.layout.measure import CLEAR

PASSING_WEIGHT = 8.0  # how firmly a strand keeps the height that another layer gave it
FREE_WEIGHT = 0.1
NEARLY = 14.0  # pixels: a wire that misses its port by no more is made straight

Pull = tuple[int, float, float]  # strand, distance from its height, weight


class Pulls(NamedTuple):
    """What each strand is drawn towards, at its left end and at its right end."""

    left: list[list[Pull]]
    right: list[list[Pull]]


def place(layers: Layers, position: list[float]) -> list[float]:
    """Heights in quarters of a pixel, from 0 at the top, growing downwards."""
    pulls = _pulls(layers)
    heights = _Sweeps(layers, pulls).run()
    order = sorted(range(len(position)), key=position.__getitem__)
    above = _distances(layers)
    heights = _separate(order, above, heights)
    _settle(layers, pulls, above, heights)
    top = min(heights, default=0.0)
    return [round(4 * (height - top)) / 4 for height in heights]


def _pulls(layers: Layers) -> Pulls:
    """A wire from a gate pulls twice as hard as one from an input, so that the main path is the straighter one."""
    firm = [2.0 if before else 1.0 for before in layers.before]
    left = [[(strand, -offset, firm[strand]) for strand, offset in joins] for joins in layers.before]
    right = [[(target, offset, firm[strand]) for target, offset in joins] for strand, joins in enumerate(layers.after)]
    return Pulls(left, right)


class _Sweeps:
    """Heights of all strands, improved layer by layer."""

    def __init__(self, layers: Layers, pulls: Pulls) -> None:
        self.layers = layers
        self.pulls = pulls
        self.offsets = [self._stack(number) for number in range(len(layers.members))]
        self.heights = [0.0] * len(layers.first)
        for members, offsets in zip(layers.members, self.offsets, strict=True):
            for strand, offset in zip(members, offsets, strict=True):
                self.heights[strand] = offset - offsets[-1] / 2

    def _stack(self, number: int) -> list[float]:
        """Heights of the layer's strands if they stood as close as they may, from 0."""
        offsets: list[float] = []
        height = below = 0.0
        for strand in self.layers.members[number]:
            above, room_below = self.layers.room_of(strand, number)
            if offsets:
                height += below + CLEAR + above
            offsets.append(height)
            below = room_below
        return offsets

    def run(self) -> list[float]:
        """First every strand goes to where it leads, then every gate to the middle of its operands.

        More rounds would change nothing: the first sweep starts from the output alone.
        """
        layers, count = self.layers, len(self.layers.members)
        for number in range(count - 1, -1, -1):
            self._place_layer(number, layers.last, self.pulls.right)
        for number in range(count):
            self._place_layer(number, layers.first, self.pulls.left)
        return self.heights

    def _place_layer(self, number: int, ends: list[int], pulls: list[list[Pull]]) -> None:
        """Place the strands that begin or end here, by ``ends``; the others only make room for them."""
        members, offsets = self.layers.members[number], self.offsets[number]
        aims = []
        for strand, offset in zip(members, offsets, strict=True):
            aim, weight = self._aim(strand, pulls[strand] if ends[strand] == number else None)
            aims.append((aim - offset, weight))
        for strand, height, offset in zip(members, isotonic(aims), offsets, strict=True):
            self.heights[strand] = height + offset

    def _aim(self, strand: int, pulls: list[Pull] | None) -> tuple[float, float]:
        """Where the strand would like to lie, and how much."""
        heights = self.heights
        if not pulls:
            return heights[strand], PASSING_WEIGHT if pulls is None else FREE_WEIGHT
        total = weights = 0.0
        for other, offset, weight in pulls:
            total += weight * (heights[other] + offset)
            weights += weight
        return total / weights, weights


def isotonic(aims: list[tuple[float, float]]) -> list[float]:
    """The non-decreasing heights nearest to ``(aim, weight)`` in least squares: pool adjacent violators."""
    blocks: list[tuple[float, float, int]] = []
    for aim, weight in aims:
        mean, count = aim, 1
        while blocks and blocks[-1][0] > mean:
            other_mean, other_weight, other_count = blocks.pop()
            mean = (mean * weight + other_mean * other_weight) / (weight + other_weight)
            weight += other_weight
            count += other_count
        blocks.append((mean, weight, count))
    return [mean for mean, _, count in blocks for _ in range(count)]


def _distances(layers: Layers) -> list[dict[int, float]]:
    """For each strand, the ones next above it in some layer and the distance that they keep."""
    above: list[dict[int, float]] = [{} for _ in layers.first]
    for number, members in enumerate(layers.members):
        for upper, lower in pairwise(members):
            gap = layers.room_of(upper, number)[1] + CLEAR + layers.room_of(lower, number)[0]
            if gap > above[lower].get(upper, 0.0):
                above[lower][upper] = gap
    return above


def _separate(order: list[int], above: list[dict[int, float]], heights: list[float]) -> list[float]:
    """Halfway between pushing down whatever is too close and pushing it up: both keep all distances, so this does."""
    down, up = heights[:], heights[:]
    for strand in order:
        for upper, gap in above[strand].items():
            down[strand] = max(down[strand], down[upper] + gap)
    for strand in reversed(order):
        for upper, gap in above[strand].items():
            up[upper] = min(up[upper], up[strand] - gap)
    return [(a + b) / 2 for a, b in zip(down, up, strict=True)]


def _settle(layers: Layers, pulls: Pulls, above: list[dict[int, float]], heights: list[float]) -> None:
    """Move every strand as near to where it is pulled as its neighbours allow, left to right."""
    below: list[list[tuple[int, float]]] = [[] for _ in above]
    for strand, uppers in enumerate(above):
        for upper, gap in uppers.items():
            below[upper].append((strand, gap))

    def move(strand: int, aim: float) -> None:
        low = max((heights[upper] + gap for upper, gap in above[strand].items()), default=-inf)
        high = min((heights[lower] - gap for lower, gap in below[strand]), default=inf)
        heights[strand] = max(low, min(high, aim))

    for strand in sorted(range(len(heights)), key=layers.first.__getitem__):
        if pulls.left[strand]:
            move(strand, _middle(strand, pulls, heights))
    for strand, right in enumerate(pulls.right):
        if len(right) == 1 and len(pulls.left[strand]) < 2:
            aim = heights[right[0][0]] + right[0][1]
            if abs(aim - heights[strand]) <= NEARLY:
                move(strand, aim)


def _middle(strand: int, pulls: Pulls, heights: list[float]) -> float:
    """The mean of the pulls; but where that makes a wire nearly straight, exactly on it.

    A branch bends behind its dot anyway and follows later, so other wires go first.
    """
    total = weights = 0.0
    firm: list[float] = []
    flexible: list[float] = []
    for other, offset, weight in pulls.left[strand]:
        aim = heights[other] + offset
        total += weight * aim
        weights += weight
        (flexible if len(pulls.left[other]) == 1 else firm).append(aim)
    mean = total / weights
    nearest = min(firm or flexible, key=lambda aim: abs(aim - mean))
    return nearest if abs(nearest - mean) <= NEARLY / 2 else mean
