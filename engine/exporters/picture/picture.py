"""One picture of an answer, in the format asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.exporters.picture.canvas import Canvas, Families
from engine.exporters.picture.items import Scene
from engine.exporters.picture.look import Look
from engine.exporters.picture.scene import scene
from engine.exporters.picture.svg import size_of, svg
from engine.exporters.picture.timeline import Record
from engine.exporters.picture.words import description, title_of, word
from engine.limits import limited

MOST_NODES = 1_000  # of a PNG: more take seconds to draw and cannot be told apart
NUMBERS_FROM, LABELS_FROM = 0.55, 0.3  # scales from which they can be read

MEDIA_TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "tikz": "text/x-tex; charset=utf-8",
    "dot": "text/vnd.graphviz; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a file."""

    content: bytes
    format: str

    @property
    def media_type(self) -> str:
        """What an HTTP header calls it."""
        return MEDIA_TYPES[self.format]


def picture(answer: Record, form: str, look: Look) -> Picture:
    """The picture of an answer that has a layout; ``form`` is one of ``FORMATS``.

    Fails with ``unsupported`` for a PNG where the machine cannot draw one.
    """
    none = word("none", look.lang)
    if form == "dot":
        from engine.exporters.picture.dot import dot

        text = dot(answer, look.step, look.digits, look.theme, look.heading, none)
    elif form == "tikz":
        from engine.exporters.picture.tikz import tikz

        drawn = scene(answer, look.step, look.digits)  # plain LaTeX has no Korean words
        text = tikz(drawn, look.heading or title_of(answer, look.lang), look.theme, look.heading, look.standalone)
    else:
        return _drawn(answer, form, look, none)
    return Picture(text.encode(), form)


def canvas_for(form: str, look: Look) -> Canvas:
    """An empty canvas; a PNG has one theme, and fonts that the machine has."""
    if form != "png":
        return Canvas(look.theme, Families())
    from engine.exporters.picture.png import families

    return Canvas("dark" if look.theme == "dark" else "light", families(look.is_korean))


def _drawn(answer: Record, form: str, look: Look, none: str) -> Picture:
    if form == "png":
        limited("png_nodes", len(answer["nodes"]), MOST_NODES)
    drawn = scene(answer, look.step, look.digits, none)
    words = (look.heading or title_of(answer, look.lang), description(answer, look.step, look.digits, look.lang))
    if form == "svg":
        return Picture(svg(drawn, words, canvas_for(form, look), look.heading).encode(), form)
    from engine.exporters.picture.png import png, zoom_for

    width, height = size_of(drawn, look.heading)
    zoom = zoom_for(width, height, look.scale)
    return Picture(png(svg(seen_at(zoom, drawn), words, canvas_for(form, look), look.heading), zoom), form)


def seen_at(zoom: float, drawn: Scene) -> Scene:
    """The scene without what is too small to be read: numbers first, then the labels of gates and the names."""
    if zoom >= NUMBERS_FROM:
        return drawn
    if zoom >= LABELS_FROM:
        return replace(drawn, labels=[])
    return replace(drawn, labels=[], names=[], gates=[gate._replace(label="") for gate in drawn.gates])
