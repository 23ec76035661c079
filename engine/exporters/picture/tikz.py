"""A circuit as TikZ, for plain ``pdflatex``: styles on top, then wires, gates, names and numbers, to be edited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.exporters.picture.items import Gate, Matrix, Scene, Text
from engine.exporters.picture.labels import ROW
from engine.exporters.picture.maths import comment, is_settable, label_maths, name_maths, number_maths, plain_text
from engine.exporters.picture.outlines import SECOND_RIM, SPOUT, n
from engine.exporters.picture.themes import DARK, LIGHT, Theme

STYLES = r"""  x=.75bp, y=-.75bp, % one unit is one pixel of the page's figure, y points down
  every node/.style={inner sep=0pt, outer sep=0pt, font=\fontsize{10}{12}\selectfont},
  cr wire/.style={draw=chainrule-wire, line width=1.05bp},
  cr array/.style={draw=chainrule-wire, line width=.9bp, double=chainrule-paper, double distance=1.2bp},
  cr idle/.style={draw=chainrule-idle, double=none, line width=1.05bp, dash pattern=on 1.5bp off 3bp},
  cr lost/.style={dash pattern=on 1.5bp off 1.5bp},
  cr now/.style={draw=chainrule-accent, line width=1.8bp},
  cr gate/.style={draw=chainrule-ink, fill=chainrule-surface, line width=1.05bp},
  cr pending/.style={draw=chainrule-idle},
  cr current/.style={draw=chainrule-accent, fill=chainrule-accent},
  cr backward/.style={path picture={\fill[chainrule-gradsoft, sharp corners] (path picture bounding box.south west)
    rectangle (path picture bounding box.east);}},
  cr rim/.style={draw=chainrule-ink, line width=.8bp},
  cr label/.style={text=chainrule-ink},
  cr name/.style={text=chainrule-ink, font=\fontsize{14.4}{17}\selectfont, anchor=base},
  cr constant/.style={cr name, text=chainrule-ink3, font=\fontsize{10}{12}\selectfont},
  cr number/.style={anchor=base},
  cr value/.style={cr number, text=chainrule-value},
  cr gradient/.style={cr number, text=chainrule-gradient, font=\fontsize{10}{12}\selectfont\boldmath},
  cr alert/.style={cr number, text=chainrule-alert, font=\fontsize{10}{12}\selectfont\boldmath},
  cr shape/.style={cr number, text=chainrule-ink3, anchor=base west, font=\fontsize{8}{10}\selectfont},
  cr terms/.style={cr number, text=chainrule-ink2, anchor=base west},
  cr none/.style={cr number, text=chainrule-ink3},"""
BEFORE = r"""\documentclass{article}
\usepackage{tikz}
\begin{document}
\setbox0=\hbox{%
"""
AFTER = r"""}
% the page is as large as the picture
\pdfhorigin=6bp \pdfvorigin=6bp
\pdfpagewidth=\dimexpr\wd0+12bp\relax \pdfpageheight=\dimexpr\ht0+\dp0+12bp\relax
\shipout\box0
\end{document}
"""
ABOUT = (
    "Drawn by Chainrule for pdflatex; needs \\usepackage{tikz} and no further library.",
    "Values stand above their wires, gradients below. Colours and styles are up here, to be changed.",
)
NAMES = {
    "input": "cr name, anchor=base east",
    "constant": "cr constant, anchor=base east",
    "intermediate": "cr name",
    "output": "cr name, anchor=base west",
}
WHITE = "#FFFFFF"  # the paper of a light picture is the page's own

_MOVES = re.compile(r"([MHC])([^MHC]*)")


def tikz(drawn: Scene, title: str, theme: Theme, heading: str | None = None, standalone: bool = True) -> str:
    """The picture of a scene: a whole document, or the ``tikzpicture`` alone, to be read in by another one."""
    lines = [*map(comment, (title, *ABOUT)), *_colours(theme), r"\begin{tikzpicture}[", STYLES, "]"]
    lines += [*_paper(drawn, theme), *_heading(drawn, heading), *_wires(drawn), *_gates(drawn), *_names(drawn)]
    picture = "\n".join([*lines, *_labels(drawn), r"\end{tikzpicture}%", ""])
    return BEFORE + picture + AFTER if standalone else picture


def _colours(theme: Theme) -> Iterator[str]:
    colours = DARK if theme == "dark" else {**LIGHT, "paper": WHITE}
    return (rf"\definecolor{{chainrule-{role}}}{{HTML}}{{{colour[1:]}}}%" for role, colour in colours.items())


def _paper(drawn: Scene, theme: Theme) -> Iterator[str]:
    if theme == "dark":
        left, top, width, height = drawn.box
        yield rf"\fill[chainrule-paper] {_at(left, top)} rectangle {_at(left + width, top + height)};"


def _heading(drawn: Scene, heading: str | None) -> Iterator[str]:
    if heading and is_settable(heading):
        left, top, *_ = drawn.box
        where = _at(left + 14, top - 7)
        yield rf"\node[cr label, anchor=base west, font=\bfseries] at {where} {{{plain_text(heading)}}};"


def _wires(drawn: Scene) -> Iterator[str]:
    yield "% wires"
    for wire in drawn.wires:
        styles = ["cr array" if wire.array else "cr wire"]
        styles += {"idle": ["cr idle"], "current": ["cr now"]}.get(wire.state, [])
        styles += ["cr lost"] * wire.lost
        yield rf"\draw[{', '.join(styles)}] {_path(wire.path)};"
    for dot in drawn.branches:
        yield rf"\fill[chainrule-{'idle' if dot.pending else 'wire'}] {_at(dot.x, dot.y)} circle[radius=4.5];"


def _path(path: str) -> str:
    """A path's data, horizontal and curved moves, as TikZ writes it."""
    drawn, height = "", 0.0
    for command, numbers in _MOVES.findall(path):
        values = [float(text) for text in re.split(r"[ ,]", numbers)]
        points = [(values[0], height)] if command == "H" else list(zip(values[::2], values[1::2], strict=True))
        height = points[-1][1]
        places = [_at(*point) for point in points]
        drawn += {"M": "{0}", "H": " -- {0}", "C": " .. controls {0} and {1} .. {2}"}[command].format(*places)
    return drawn


def _gates(drawn: Scene) -> Iterator[str]:
    yield "% gates"
    for gate in drawn.gates:
        yield from _gate(gate)


def _gate(gate: Gate) -> Iterator[str]:
    place, state = gate.place, f", cr {gate.state}" if gate.state != "forward" else ""
    size = r", font=\fontsize{14.4}{17}\selectfont" if gate.operator else ""
    ink = {"current": "onaccent", "pending": "ink3"}.get(gate.state, "ink")
    words = f"text=chainrule-{ink}{size}"
    where, label = _at(place["x"], place["y"]), f"{{${label_maths(gate.label)}$}}"
    if place["shape"] == "funnel":
        yield rf"\draw[cr gate{state}, rounded corners=3bp] {_funnel(gate)};"
        yield rf"\node[{words}] ({gate.id}) at {where} {label};"
    else:
        yield rf"\node[cr gate{state}, {_form(gate)}, {words}] ({gate.id}) at {where} {label};"
    yield from _inner_lines(gate, {"current": ", draw=chainrule-onaccent", "pending": state}.get(gate.state, ""))
    if gate.nonfinite:
        corner = _at(place["x"] + place["width"] / 2 - 2, place["y"] - 15)
        yield rf"\node[circle, fill=chainrule-alert, text=white, minimum size=12bp, font=\bfseries] at {corner} {{!}};"


def _inner_lines(gate: Gate, line: str) -> Iterator[str]:
    """The second rim of a composite, and the lines of a gate that only moves numbers about."""
    place = gate.place
    x, y, half = place["x"], place["y"], place["width"] / 2 - 5
    if place["composite"] and place["shape"] == "funnel":
        yield rf"\draw[cr rim{line}, rounded corners=2bp] {_funnel(gate, SECOND_RIM)};"
    elif place["composite"]:
        yield rf"\node[cr rim{line}, {_form(gate, SECOND_RIM)}] at {_at(x, y)} {{}};"
    if place["shape"] == "rearranging":
        for edge in (x - half, x + half):
            yield rf"\draw[cr rim{line}] {_at(edge, y - 18)} -- {_at(edge, y + 18)};"


def _form(gate: Gate, inside: float = 0.0) -> str:
    """Outline and size of a node's body."""
    place = gate.place
    width, height = place["width"] - 2 * inside, place["height"] - 2 * inside
    if place["shape"] == "circle":
        return f"circle, minimum size={_length(width)}"
    corner = 0.495 * height if place["shape"] == "stadium" else 7 - inside
    sides = f"minimum width={_length(width)}, minimum height={_length(height)}"
    return f"rectangle, rounded corners={_length(corner)}, {sides}"


def _funnel(gate: Gate, inside: float = 0.0) -> str:
    x, y, half = gate.place["x"], gate.place["y"], gate.place["width"] / 2 - inside
    wide, narrow = gate.place["height"] / 2 - inside, SPOUT / 2 - inside
    corners = ((x - half, y - wide), (x + half, y - narrow), (x + half, y + narrow), (x - half, y + wide))
    return " -- ".join([*(_at(*corner) for corner in corners), "cycle"])


def _names(drawn: Scene) -> Iterator[str]:
    yield "% names"
    for title in drawn.names:
        style = NAMES[title.kind]
        maths = label_maths(title.name.base) if title.kind == "constant" else name_maths(title.name)
        yield rf"\node[{style}] at {_at(title.x, title.y)} {{${maths}$}};"


def _labels(drawn: Scene) -> Iterator[str]:
    yield "% values and gradients"
    for label in drawn.labels:
        if isinstance(label, Matrix):
            yield _matrix(label)
        elif isinstance(label, Text):
            words = label.text if label.tone == "none" else f"${number_maths(label.text)}$"
            yield rf"\node[cr {label.tone}] at {_at(label.x, label.y)} {{{words}}};"
        else:
            yield rf"\fill[chainrule-idle] {_at(label.x, label.y)} circle[radius=1.7];"


def _matrix(matrix: Matrix) -> str:
    rows = r" \\ ".join(" & ".join(map(number_maths, row)) for row in matrix.rows)
    columns = "r" * len(matrix.rows[0])
    anchor, y = ("south", matrix.top + ROW * len(matrix.rows)) if matrix.role == "value" else ("north", matrix.top)
    where = _at(matrix.left + matrix.width / 2, y)
    array = rf"\left[\begin{{array}}{{@{{}}{columns}@{{}}}} {rows} \end{{array}}\right]"
    return rf"\node[cr {matrix.tone}, anchor={anchor}] at {where} {{${array}$}};"


def _at(x: float, y: float) -> str:
    return f"({n(x)},{n(y)})"


def _length(pixels: float) -> str:
    return f"{n(0.75 * pixels)}bp"
