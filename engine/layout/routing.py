"""Phase 7: the path of every wire.

A wire runs straight on the height of its strand and bends only between columns: after a dot, and just before its gate.
"""

from __future__ import annotations

from heapq import heappop, heappush

from engine.layout.circuit import Circuit, ports
from engine.layout.layers import Layers
from engine.layout.spacing import FIRST_CURVE, Column, free_end, start_of_wire

LONGEST_CURVE = 70.0
LANE = 14.0  # between wires that run below the picture
INSIDE = 8.0  # a curve may end this far inside its column, at the port of a narrow gate


def number(value: float) -> str:
    """A coordinate with two decimals at most."""
    return f"{round(value, 2):.10g}"


class Pen:
    """Draws one path from left to right."""

    def __init__(self, x: float, y: float) -> None:
        self.x, self.y = x, y
        self.parts = [f"M{number(x)},{number(y)}"]

    def line(self, x: float) -> Pen:
        """Straight on to ``x``."""
        if x > self.x:
            self.parts.append(f"H{number(x)}")
            self.x = x
        return self

    def curve(self, begin: float, end: float, y: float) -> Pen:
        """An S between ``begin`` and ``end`` to the height ``y``, both handles halfway; nothing if that is straight."""
        if y != self.y:
            self.line(begin)
            middle = number((self.x + end) / 2)
            self.parts.append(f"C{middle},{number(self.y)} {middle},{number(y)} {number(end)},{number(y)}")
            self.x, self.y = end, y
        return self

    def path(self) -> str:
        """The path's data, as in SVG."""
        return "".join(self.parts)


class Router:
    """Knows where everything stands, and draws."""

    def __init__(self, circuit: Circuit, layers: Layers, heights: list[float], columns: list[Column]) -> None:
        self.circuit = circuit
        self.layers = layers
        self.columns = columns
        self.levels = heights
        self.y = [heights[strand] for strand in layers.of_node]
        gates = {layers.columns[node] for node in range(circuit.size) if circuit.boxes[node].is_gate}
        self.starts = [
            columns[column].centre + start_of_wire(circuit, node, column in gates)
            for node, column in enumerate(layers.columns)
        ]
        self.lanes = self._lanes()

    def trunk(self, node: int) -> str | None:
        """The wire that belongs to the node: up to its dot, or the output's free end."""
        outs, start = len(self.circuit.outs[node]), self.starts[node]
        if outs == 1:
            return None
        end = self.dot(node) if outs else start + free_end(self.circuit.boxes[node])
        return Pen(start, self.y[node]).line(end).path()

    def dot(self, node: int) -> float:
        """Where the node's value branches."""
        return self.columns[self.layers.columns[node]].dot

    def wires(self) -> list[str]:
        """The paths of all wires, in their order."""
        return [
            self._wire(wire, port)
            for node in range(self.circuit.size)
            for wire, port in zip(self.circuit.ins[node], ports(len(self.circuit.ins[node])), strict=True)
        ]

    def _wire(self, wire: int, port: float) -> str:
        source, target, _ = self.circuit.wires[wire]
        if len(self.circuit.outs[source]) > 1:
            pen = Pen(self.dot(source), self.y[source])
            pen.curve(pen.x, self._column(source).branches, self.levels[self.layers.of_wire[wire]])
        else:
            pen = Pen(self.starts[source], self.y[source])
        if wire in self.lanes:
            after = self.layers.columns[source] + 1
            pen.curve(self.columns[after - 1].right, self.columns[after].left, self.lanes[wire])
        return self._arrive(pen, wire, self.y[target] + port, self._port(target, port))

    def _arrive(self, pen: Pen, wire: int, y: float, x: float) -> str:
        """The S just before the gate, and the last piece to its port."""
        target = self.circuit.wires[wire].target
        here = self._column(target)
        end = x if x - here.left <= INSIDE else here.left
        return pen.curve(self._last_bend(wire, end), end, y).line(x).path()

    def _last_bend(self, wire: int, end: float) -> float:
        """Where the S before the gate begins: a wide gap, made for tall curves, is used whole, of a narrow one 70."""
        source, target, _ = self.circuit.wires[wire]
        last = self.layers.columns[target] - 1
        gap = self.columns[last].right
        if end - gap > FIRST_CURVE + INSIDE:
            return gap
        if last > self.layers.columns[source]:
            return end - LONGEST_CURVE
        branches = len(self.circuit.outs[source]) > 1
        own_numbers = gap if branches else self.starts[source] + self.circuit.boxes[source].numbers.stub
        return max(own_numbers, end - LONGEST_CURVE)

    def _port(self, node: int, port: float) -> float:
        """Where the wire meets the body: on the round end of a circle or stadium, else on a straight side."""
        box = self.circuit.boxes[node]
        inset = 0.0
        if box.shape in ("circle", "stadium"):
            radius = box.height / 2
            inset = radius - (radius * radius - port * port) ** 0.5
        return self._column(node).centre - box.width / 2 + inset

    def _column(self, node: int) -> Column:
        return self.columns[self.layers.columns[node]]

    def _lanes(self) -> dict[int, float]:
        """Heights below the picture for the longest wires; a lane is used again once its wire has left it."""
        columns, wires = self.layers.columns, self.circuit.wires
        lanes: dict[int, float] = {}
        free: list[tuple[int, int]] = []  # the column from which on a lane is free, the lane
        below = max(self.levels, default=0.0) + 4 * LANE
        for wire in sorted(self.layers.lanes, key=lambda wire: (columns[wires[wire].source], wire)):
            lane = heappop(free)[1] if free and free[0][0] <= columns[wires[wire].source] else len(free)
            lanes[wire] = below + LANE * lane
            heappush(free, (columns[wires[wire].target], lane))
        return lanes
