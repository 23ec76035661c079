"""Reads a layout back as a reader sees it: sampled wires, and the boxes that bodies and texts fill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from engine.graph import Graph, Shape

SIGN = 7.4
Point = tuple[float, float]


class Box(NamedTuple):
    """What is written or drawn there, and its sides."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, point: Point) -> bool:
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


class Piece(NamedTuple):
    """A straight or curved piece of a wire: start, two handles, end."""

    start: Point
    first: Point
    second: Point
    end: Point

    def strikes(self, box: Box) -> bool:
        """Whether it runs through the box; only a curve whose frame meets it has to be looked at closely."""
        (x, y), (end_x, end_y) = self.start, self.end
        low, high = min(y, end_y), max(y, end_y)
        if x >= box.right or end_x <= box.left or low >= box.bottom or high <= box.top:
            return False
        return y == end_y or any(box.holds(point) for point in self.points())

    def points(self) -> list[Point]:
        (x, y), (end_x, end_y) = self.start, self.end
        steps = 1 if y == end_y else max(8, min(300, int((end_x - x + abs(end_y - y)) / 3)))
        return [self.at(step / steps) for step in range(steps + 1)]

    def at(self, t: float) -> Point:
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        x, y = (sum(w * value for w, value in zip(weights, side, strict=True)) for side in zip(*self, strict=True))
        return (x, y) if 0 < t < 1 else (self.start, self.end)[round(t)]


def pieces(path: str) -> list[Piece]:
    """A path's data, read back."""
    found: list[Piece] = []
    here = (0.0, 0.0)
    for command, numbers in re.findall(r"([MHC])([^MHC]*)", path):
        values = [float(text) for text in re.split(r"[ ,]", numbers)]
        points = [(values[0], here[1])] if command == "H" else list(zip(values[::2], values[1::2], strict=True))
        if command != "M":
            found.append(Piece(here, points[0], points[-2] if command == "C" else here, points[-1]))
        here = points[-1]
    return found


def sample(path: str) -> list[Point]:
    """Points along a path: the ends of straight pieces, and some 3 px apart along curves."""
    return [point for piece in pieces(path) for point in piece.points()]


def bodies(layout: dict[str, Any]) -> list[Box]:
    """The gates."""
    return [
        Box(node["id"], node["x"] - node["width"] / 2, node["y"] - 18, node["x"] + node["width"] / 2, node["y"] + 18)
        for node in layout["nodes"]
        if node["shape"] not in ("name", "constant")
    ]


def texts(graph: Graph, layout: dict[str, Any]) -> list[Box]:
    """Names, values and gradients, as wide as they are drawn: scalars as ``−12.00``."""
    return [*_node_texts(graph, layout), *_branch_texts(graph, layout)]


def _node_texts(graph: Graph, layout: dict[str, Any]) -> Iterator[Box]:
    for node, drawn in zip(graph.nodes, layout["nodes"], strict=True):
        x, y, numbers = drawn["x"], drawn["y"], drawn["numbers"]
        yield from _numbers(drawn["id"], numbers["x"], y, node.shape)
        if node.gate is None:
            yield Box(f"name of {drawn['id']}", x - 9 - drawn["width"], y - 10, x - 9, y + 10)
        elif node.name and drawn["wire"] and not drawn["branch"]:
            end = float(drawn["wire"].rsplit("H", 1)[1])
            yield Box(f"name of {drawn['id']}", end + 9, y - 10, end + 9 + 10 * len(node.name), y + 10)
        elif node.name:
            half, top = 4.5 * len(node.name), y - numbers["above"]
            yield Box(f"name of {drawn['id']}", numbers["x"] - half, top, numbers["x"] + half, top + 22)


def _branch_texts(graph: Graph, layout: dict[str, Any]) -> Iterator[Box]:
    for wire, drawn in zip(graph.edges(), layout["edges"], strict=True):
        if numbers := drawn["numbers"]:
            *_, below = _numbers(drawn["id"], numbers["x"], numbers["y"], graph.nodes[wire.source].shape)
            yield below


def _numbers(what: str, x: float, y: float, shape: Shape) -> Iterator[Box]:
    """The value above and the gradient below."""
    if shape and len(shape) < 3 and max(shape) <= 3:
        rows, columns = (*shape, 1)[:2]
        half, high, beside = (54 * columns + 4) / 2, 17 * rows, 6.6 * len("×".join(map(str, shape)))
        yield Box(f"value of {what}", x - half, y - 10 - high, x + half, y - 10)
        yield Box(f"shape of {what}", x + half + 10, y - 17, x + half + 10 + beside, y - 6)
        yield Box(f"gradient of {what}", x - half, y + 9, x + half, y + 9 + high)
        return
    half = SIGN * len("×".join(map(str, shape)) or "−12.00") / 2
    yield Box(f"value of {what}", x - half, y - 18, x + half, y - 6)
    yield Box(f"gradient of {what}", x - half, y + 6, x + half, y + 18)


def collisions(graph: Graph, layout: dict[str, Any]) -> list[str]:
    """Every text that touches a wire, a gate or another text, and every wire that runs through a gate."""
    labels, gates = texts(graph, layout), bodies(layout)
    found = [f"{a.what} on {b.what}" for a, b in combinations(labels, 2) if a != b and a.overlaps(b)]
    found += [f"{label.what} on gate {gate.what}" for label in labels for gate in gates if label.overlaps(gate)]
    for wire, drawn in zip(graph.edges(), layout["edges"], strict=True):
        ends = {f"n{wire.source}", f"n{wire.target}"}
        foreign = [gate for gate in gates if gate.what not in ends]
        found += _struck(drawn["id"], drawn["path"], labels + foreign)
    for node in layout["nodes"]:
        found += _struck(f"trunk of {node['id']}", node["wire"] or "", labels)
    return found


def _struck(wire: str, path: str, boxes: list[Box]) -> list[str]:
    return [f"{wire} strikes {box.what}" for piece in pieces(path) for box in boxes if piece.strikes(box)]
