"""What a picture shows: an answer with its layout, up to a step, as lists of things to draw.

The places are the layout's, the distances those of the page's figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from engine.exporters.picture.items import Dot, Gate, Label, Scene, State, Title, Wire
from engine.exporters.picture.labels import ABOVE, MATRIX_ABOVE, ROW, Labels
from engine.exporters.picture.names import Name, name_parts
from engine.exporters.picture.numbers import LARGEST_PRINTED, is_finite, to_number
from engine.exporters.picture.timeline import Record, Timeline

OPERATORS = frozenset("∗+−/*-·×÷")
NAME_GAP, OUTPUT_GAP = 9, 7  # between a wire and the name before it, behind it
NAME_DROP = 6  # from a wire down to a name's baseline
NAME_RISE, FIGURES = 8, 10  # from an intermediate's number up to its name; a number's height

_END = re.compile(r"H(-?[\d.]+)$")


def scene(answer: Record, step: int | None = None, digits: int = 2, none: str = "none") -> Scene:
    """The picture of an answer with a layout; ``none`` is written where there is no gradient."""
    return _Stage(answer, Timeline(answer, step), digits, none).scene()


class _Stage:
    def __init__(self, answer: Record, line: Timeline, digits: int, none: str) -> None:
        self.answer, self.line = answer, line
        self.places: list[Record] = answer["layout"]["nodes"]
        self.nodes: dict[str, Record] = {node["id"]: node for node in answer["nodes"]}
        self.writer = Labels(line, self.nodes, digits, none)
        self.nonfinite = _first_nonfinite(answer)

    def scene(self) -> Scene:
        layout = self.answer["layout"]
        return Scene(
            box=(layout["x"], layout["y"], layout["width"], layout["height"]),
            wires=[*self._wires()],
            branches=[self._branch(place) for place in self.places if place["branch"]],
            gates=[self._gate(place) for place in self.places if self._is_gate(place)],
            names=[*self._names()],
            labels=[*self._labels()],
        )

    def _is_gate(self, place: Record) -> bool:
        return bool(self.nodes[place["id"]]["kind"] == "gate")

    def _drawn_edges(self) -> Iterator[tuple[Record, Record]]:
        return zip(self.answer["edges"], self.answer["layout"]["edges"], strict=True)

    def _wires(self) -> Iterator[Wire]:
        line = self.line
        for place in self.places:
            if place["wire"]:
                yield self._wire(place["id"], place["wire"], line.is_at_turn and place["id"] == line.output)
        for edge, drawn in self._drawn_edges():
            wire = self._wire(edge["source"], drawn["path"], edge["target"] == line.current)
            yield wire._replace(lost=self._is_lost(edge))

    def _wire(self, source: str, path: str, is_current: bool) -> Wire:
        is_array = bool(self.nodes[source]["shape"])
        if not self.line.has_value(source):
            return Wire(path, is_array, "idle")
        return Wire(path, is_array, "current" if is_current else "done")

    def _is_lost(self, edge: Record) -> bool:
        is_router = self.nodes[edge["target"]]["pattern"] == "router"
        local: Any = edge["local"] if is_router else None
        return isinstance(local, float | int) and to_number(local) == 0 and self.line.has_sent(edge)

    def _branch(self, place: Record) -> Dot:
        return Dot(place["branch"]["x"], place["branch"]["y"], not self.line.has_value(place["id"]))

    def _gate(self, place: Record) -> Gate:
        gate, label = place["id"], place["label"]
        state = self._state(gate)
        is_first = gate == self.nonfinite and state != "pending"
        return Gate(gate, place, label, label in OPERATORS, state, is_first)

    def _state(self, gate: str) -> State:
        if gate == self.line.current:
            return "current"
        if not self.line.has_value(gate):
            return "pending"
        return "backward" if self.line.is_past_backward(gate) else "forward"

    def _labels(self) -> Iterator[Label]:
        for place in self.places:
            yield from self.writer.of_node(place)
        for edge, drawn in self._drawn_edges():
            if drawn["numbers"]:
                yield self.writer.of_edge(edge, drawn["numbers"])

    def _names(self) -> Iterator[Title]:
        for place in self.places:
            node = self.nodes[place["id"]]
            if node["kind"] != "gate":
                yield self._input_name(place, node)
            elif self._name_of(node):
                yield self._gate_name(place, node)

    def _name_of(self, node: Record) -> str | None:
        if node["id"] == self.line.output and self.answer["output"]["name"]:
            return str(self.answer["output"]["name"])
        name: str | None = node["name"]
        return name

    def _input_name(self, place: Record, node: Record) -> Title:
        is_bare = node["kind"] == "constant" and not node["name"]
        name = Name(place["label"].replace("-", "−")) if is_bare else name_parts(node["name"])
        return Title("constant" if is_bare else "input", place["x"] - NAME_GAP, place["y"] + NAME_DROP, name)

    def _gate_name(self, place: Record, node: Record) -> Title:
        name = name_parts(self._name_of(node) or "")
        if node["id"] == self.line.output:
            return Title("output", _wire_end(place) + OUTPUT_GAP, place["y"] + NAME_DROP, name)
        return Title("intermediate", place["numbers"]["x"], place["y"] - _height_above(node["shape"]) - NAME_RISE, name)


def _height_above(shape: list[int]) -> float:
    """From a wire up to where the number above it begins."""
    is_printed = 0 < len(shape) < 3 and all(0 < size <= LARGEST_PRINTED for size in shape)
    return MATRIX_ABOVE + shape[0] * ROW if is_printed else ABOVE + FIGURES


def _wire_end(place: Record) -> float:
    """Where the output's wire ends."""
    match = _END.search(place["wire"] or "")
    return float(match[1]) if match else float(place["stub"][1])


def _first_nonfinite(answer: Record) -> str | None:
    """The first node whose value is not finite, else the first gate that sends such a gradient back."""
    for node in answer["nodes"]:
        if not is_finite(node["value"]):
            return str(node["id"])
    finite = {node["id"] for node in answer["nodes"] if is_finite(node["gradient"])}
    senders = {edge["target"] for edge in answer["edges"] if not is_finite(edge["gradient"])}
    return next((gate for gate in answer["order"]["backward"] if gate in finite and gate in senders), None)
