"""A circuit as a graph for Graphviz, which places it; each edge carries the value and the gradient of its wire."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.exporters.picture.names import Name, name_parts
from engine.exporters.picture.numbers import format_matrix, format_number, is_finite, printable_rows, shape_text
from engine.exporters.picture.texts import one_line, xml
from engine.exporters.picture.themes import DARK, LIGHT, Theme
from engine.exporters.picture.timeline import Record, Timeline

OUTPUT = "output"
SHAPES = {"circle": "circle", "stadium": "box", "square": "box", "rearranging": "box", "funnel": "box"}


def dot(answer: Record, step: int | None, digits: int, theme: Theme, heading: str | None, none: str) -> str:
    """The circuit up to a step; ``none`` stands where there is no gradient."""
    return "\n".join(
        _Writer(answer, Timeline(answer, step), digits, DARK if theme == "dark" else LIGHT, none).lines(heading)
    )


class _Writer:
    def __init__(self, answer: Record, line: Timeline, digits: int, colours: dict[str, str], none: str) -> None:
        self.answer, self.line, self.digits, self.colours, self.none = answer, line, digits, colours, none
        self.nodes = {node["id"]: node for node in answer["nodes"]}

    def lines(self, heading: str | None) -> Iterator[str]:
        ink, paper, surface = (self.colours[role] for role in ("ink", "paper", "surface"))
        room = 'nodesep="0.3", ranksep="0.5"'
        yield "digraph circuit {"
        yield f'  graph [rankdir="LR", ordering="in", {room}, bgcolor="{paper}"];'
        if heading:
            yield f'  graph [label={quoted(heading)}, labelloc="t", fontname="sans-serif", fontcolor="{ink}"];'
        yield f'  node [fontname="sans-serif", fontcolor="{ink}", color="{ink}", fillcolor="{surface}"];'
        yield f'  edge [fontname="sans-serif", color="{self.colours["wire"]}", arrowsize="0.6"];'
        for place in self.answer["layout"]["nodes"]:
            yield f"  {place['id']} [{self._node(self.nodes[place['id']], place)}];"
        for edge in self.answer["edges"]:
            yield f"  {edge['source']} -> {edge['target']} [label={self._wire(edge)}];"
        yield from self._output()
        yield "}\n"

    def _node(self, node: Record, place: Record) -> str:
        if node["kind"] != "gate":
            name = name_parts(node["name"]) if node["name"] else Name(place["label"])
            return f'shape="plaintext", style="", label=<{_set_name(name)}{self._total(node)}>'
        rims = 2 if place["composite"] else 1
        style = "filled,rounded" if place["shape"] in ("stadium", "square") else "filled"
        is_named = node["name"] and node["id"] != self.line.output
        label = xml(place["label"]) + (f"<br/>{_set_name(name_parts(node['name']))}" if is_named else "")
        is_plain = place["shape"] == "circle" and not is_named and not self._total(node)
        size = ', width="0.5", fixedsize="true"' if is_plain else ', height="0.5"'
        look = f'shape="{SHAPES[place["shape"]]}", style="{style}", peripheries={rims}{size}'
        return f"{look}, label=<{label}{self._total(node)}>"

    def _total(self, node: Record) -> str:
        """The sum of what comes back to a value that is used more than once; else its only wire tells it."""
        if len(self.line.outgoing[node["id"]]) < 2 or not self.line.has_gradient(node["id"]):
            return ""
        return f"<br/>{self._coloured('gradient', node['shape'], node['gradient'])}"

    def _wire(self, edge: Record) -> str:
        source = self.nodes[edge["source"]]
        gradient = edge["gradient"] if self.line.has_sent(edge) else ...
        return self._numbers(source, gradient)

    def _output(self) -> Iterator[str]:
        node = self.nodes[self.line.output]
        name = self.answer["output"]["name"]
        end = (
            f'shape="plaintext", style="", label=<{_set_name(name_parts(name))}>'
            if name
            else 'shape="point", width="0"'
        )
        yield f"  {OUTPUT} [{end}];"
        gradient = node["gradient"] if self.line.has_gradient(node["id"]) else ...
        yield f'  {node["id"]} -> {OUTPUT} [label={self._numbers(node, gradient)}, arrowhead="none"];'

    def _numbers(self, source: Record, gradient: Any) -> str:
        """Value above gradient; an empty place for what is still to come."""
        value = self._coloured("value", source["shape"], source["value"]) if self.line.has_value(source["id"]) else " "
        return f"<{value}<br/>{' ' if gradient is ... else self._coloured('gradient', source['shape'], gradient)}>"

    def _coloured(self, role: str, shape: list[int], entry: Any) -> str:
        if entry is None:
            return f'<font color="{self.colours["ink3"]}">{xml(self.none)}</font>'
        colour = self.colours[role if is_finite(entry) else "alert"]
        text = xml(self._written(shape, entry))
        return f'<font color="{colour}">{f"<b>{text}</b>" if role == "gradient" else text}</font>'

    def _written(self, shape: list[int], entry: Any) -> str:
        rows = printable_rows(shape, entry)
        if rows:
            return f"[{'; '.join(' '.join(row) for row in format_matrix(rows, self.digits))}]"
        return shape_text(shape) if shape else format_number(entry, self.digits)


def _set_name(name: Name) -> str:
    below = f"<sub>{xml(name.subscript)}</sub>" if name.subscript else ""
    return f"<i>{xml(name.base)}</i>{below}"


def quoted(text: str) -> str:
    """Words as a string of DOT, in which a backslash means itself."""
    escaped = one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
