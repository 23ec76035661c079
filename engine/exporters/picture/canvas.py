"""SVG elements gathered by how they are painted: colours by role, as attributes that any program reads."""

from __future__ import annotations

from typing import NamedTuple

from engine.exporters.picture.themes import DARK, LIGHT, Theme

LAYERS = (
    *("arrays", "cores", "wires", "branches", "bodies", "halves", "rims", "symbols", "alarms"),
    *("heading", "names", "places", "brackets", "numbers"),
)  # from back to front


UI = (
    "-apple-system,'Segoe UI',Roboto,'Noto Sans','Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',"
    "'Noto Sans CJK KR',system-ui,sans-serif"
)
MATH = "KaTeX_Main,'Latin Modern Roman','STIX Two Text',Cambria,'Times New Roman',serif"
MONO = "ui-monospace,'SF Mono','Cascadia Mono','Roboto Mono','DejaVu Sans Mono',Menlo,Consolas,monospace"


class Families(NamedTuple):
    """The fonts of words and numbers, of names, of programs."""

    ui: str = UI
    maths: str = MATH
    mono: str = MONO


class Paint(NamedTuple):
    """The roles of fill and stroke, and further attributes."""

    fill: str | None = None
    stroke: str | None = None
    more: str = ""


class Canvas:
    """Elements in layers; within a layer, those of one paint share a group."""

    def __init__(self, theme: Theme, families: Families) -> None:
        self.theme, self.families = theme, families
        self.colours = DARK if theme == "dark" else LIGHT
        self.used: set[tuple[str, str]] = set()
        self._layers: dict[str, dict[Paint, list[str]]] = {layer: {} for layer in LAYERS}

    def add(self, layer: str, paint: Paint, element: str) -> None:
        """Put an element, complete but for its paint, on top of a layer."""
        self._layers[layer].setdefault(paint, []).append(element)

    def elements(self) -> str:
        """All groups, each on a line."""
        return "\n".join(
            f"<g{self.attributes(paint)}>{''.join(elements)}</g>"
            for groups in self._layers.values()
            for paint, elements in groups.items()
        )

    def attributes(self, paint: Paint) -> str:
        """A paint as attributes; the classes let another theme repaint it."""
        roles = [("fill", paint.fill), ("stroke", paint.stroke)]
        painted = [(what, role) for what, role in roles if role]
        self.used.update(painted)
        classes = " ".join(f"{what}-{role}" for what, role in painted)
        colours = "".join(f' {what}="{self.colours[role]}"' for what, role in painted)
        named = f' class="{classes}"' if classes else ""
        return named + colours + ("" if paint.fill else ' fill="none"') + paint.more

    def dark_rules(self, scope: str) -> str:
        """Style rules that repaint everything below ``scope`` for a dark page."""
        return "".join(f"{scope} .{what}-{role}{{{what}:{DARK[role]}}}" for what, role in sorted(self.used))
