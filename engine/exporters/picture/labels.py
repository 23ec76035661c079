"""The numbers on the wires: texts for scalars, bracketed matrices for small arrays, shapes for larger ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from engine.exporters.picture.items import Dot, Label, Matrix, Role, Text, Tone
from engine.exporters.picture.numbers import (
    format_matrix,
    format_number,
    is_finite,
    printable_rows,
    shape_text,
    sum_terms,
)
from engine.exporters.picture.timeline import Record, Timeline

ABOVE, BELOW = 7, 17  # from the wire up to a value's baseline, down to a gradient's
MATRIX_ABOVE, MATRIX_BELOW = 10, 9  # from the wire to a matrix
PLACE = 12  # from the wire to the dot of a number that is still to come
ROW, LEAST_COLUMN = 17, 46
DIGIT, BOLD_DIGIT = 7.4, 7.6
SUM_GAP, SHAPE_GAP, SHAPE_RISE = 5, 10, 8
MOST_TERMS = 4


class _Spot(NamedTuple):
    """Where a number belongs."""

    x: float
    wire: float
    role: Role


class Labels:
    """Makes the labels of nodes and edges at one step."""

    def __init__(self, line: Timeline, nodes: Mapping[str, Record], digits: int, none: str) -> None:
        self.line, self.nodes, self.digits, self.none = line, nodes, digits, none

    def of_node(self, place: Record) -> Iterator[Label]:
        """The value above a node's wire, the gradient below it, and what stands beside them."""
        node = self.nodes[place["id"]]
        x, wire, shape = place["numbers"]["x"], place["y"], node["shape"]
        value = self._label(_Spot(x, wire, "value"), self.line.has_value(node["id"]), shape, node["value"])
        there = self.line.has_gradient(node["id"])
        gradient = self._label(_Spot(x, wire, "gradient"), there, shape, node["gradient"])
        yield value
        yield gradient
        widths = [label.width for label in (value, gradient) if isinstance(label, Matrix)]
        if widths:
            right = x + max(*widths, place["numbers"]["width"]) / 2
            yield Text(right + SHAPE_GAP, wire - SHAPE_RISE, shape_text(shape), "shape", "value")
        if place["branch"] and self._shows_sum(node):
            yield self._sum(node, x, wire)

    def of_edge(self, edge: Record, numbers: Record) -> Label:
        """The gradient that a branch sends back on its own."""
        spot = _Spot(numbers["x"], numbers["y"], "gradient")
        return self._label(spot, self.line.has_sent(edge), self.nodes[edge["source"]]["shape"], edge["gradient"])

    def _label(self, spot: _Spot, is_there: bool, shape: list[int], entry: Any) -> Label:
        sign = -1 if spot.role == "value" else 1
        if not is_there:
            return Dot(spot.x, spot.wire + sign * PLACE)
        y = spot.wire - ABOVE if spot.role == "value" else spot.wire + BELOW
        if entry is None:
            return Text(spot.x, y, self.none, "none", spot.role)
        tone: Tone = spot.role if is_finite(entry) else "alert"
        rows = printable_rows(shape, entry)
        if rows:
            return self._matrix(spot, rows, tone)
        text = shape_text(shape) if shape else format_number(entry, self.digits)
        return Text(spot.x, y, text, tone, spot.role)

    def _matrix(self, spot: _Spot, rows: list[list[Any]], tone: Tone) -> Matrix:
        texts = format_matrix(rows, self.digits)
        widest = max(len(text) for row in texts for text in row) * DIGIT
        column, height = max(LEAST_COLUMN, widest + 15), ROW * len(texts)
        top = spot.wire - MATRIX_ABOVE - height if spot.role == "value" else spot.wire + MATRIX_BELOW
        return Matrix(spot.x - column * len(texts[0]) / 2, top, column, widest / 2, texts, tone, spot.role)

    def _shows_sum(self, node: Record) -> bool:
        is_number = not node["shape"] and node["gradient"] is not None and is_finite(node["gradient"])
        return is_number and self.line.sums_now(node["id"])

    def _sum(self, node: Record, x: float, wire: float) -> Text:
        sent = [edge["gradient"] for edge in self.line.outgoing[node["id"]] if edge["gradient"] is not None]
        terms = sum_terms(sent, node["gradient"], self.digits)
        if len(terms) > MOST_TERMS:
            terms = [*terms[:2], "…", terms[-1]]
        half = len(format_number(node["gradient"], self.digits)) * BOLD_DIGIT / 2
        return Text(x + half + SUM_GAP, wire + BELOW, f"= {' + '.join(terms)}", "terms", "gradient")
