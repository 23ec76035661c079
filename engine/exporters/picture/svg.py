"""A circuit as SVG: one self-contained file that runs nothing, asks for nothing and says in words what it shows."""

from __future__ import annotations

from engine.exporters.picture.canvas import Canvas, Paint
from engine.exporters.picture.items import Dot, Gate, Matrix, Scene, Text, Title, Wire
from engine.exporters.picture.look import HANGUL
from engine.exporters.picture.outlines import SECOND_RIM, body, brackets, hairlines, lower_half, n
from engine.exporters.picture.texts import xml

HEADING, LETTER, WIDE_LETTER = 34.0, 8.4, 15.0  # height of a title's line, width of its letters at 15 px, bold
MARGIN = 14.0
DROP = 4  # of a subscript

HALO = ' stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
PLAIN, BOLD, BOLDEST = ' font-size="13"', ' font-size="13" font-weight="600"', ' font-size="13" font-weight="700"'
TONES = {
    "value": Paint("value", "paper", HALO + PLAIN),
    "gradient": Paint("gradient", "paper", HALO + BOLD),
    "alert": Paint("alert", "paper", HALO + BOLDEST),
    "none": Paint("ink3", "paper", HALO + PLAIN),
    "terms": Paint("ink2", "paper", HALO + PLAIN + ' text-anchor="start"'),
    "shape": Paint("ink3", "paper", HALO + ' font-size="11.5" text-anchor="start"'),
}
NAMES = {
    "input": Paint("ink", None, ' font-size="21" font-style="italic" text-anchor="end"'),
    "constant": Paint("ink3", None, ' font-size="15" text-anchor="end"'),
    "intermediate": Paint("ink2", None, ' font-size="18" font-style="italic"'),
    "output": Paint("ink", None, ' font-size="21" font-style="italic" text-anchor="start"'),
}
HEAD = Paint("ink", None, ' font-size="15" font-weight="600" text-anchor="start"')
SIZES = {"input": 21, "constant": 15, "intermediate": 18, "output": 21}


def svg(drawn: Scene, words: tuple[str, str], canvas: Canvas, heading: str | None = None) -> str:
    """The picture of a scene; ``words`` are its title and its description, ``heading`` stands above it."""
    left, top, *_ = drawn.box
    width, height = size_of(drawn, heading)
    if heading:
        top -= HEADING
        canvas.add("heading", HEAD, _text(left + MARGIN, top + 27, heading))
    _draw(canvas, drawn)
    return document(canvas, (left, top, width, height), words)


def size_of(drawn: Scene, heading: str | None) -> tuple[float, float]:
    """Width and height of the picture, which has room for its title."""
    _, _, width, height = drawn.box
    if not heading:
        return width, height
    return max(width, sum(map(letter_width, heading)) + 2 * MARGIN), height + HEADING


def document(canvas: Canvas, box: tuple[float, float, float, float], words: tuple[str, str]) -> str:
    """The whole file around what was drawn; it has its size at once, and follows the reader's theme where asked to."""
    theme = canvas.theme
    left, top, width, height = map(n, box)
    paper = f'<rect x="{left}" y="{top}" width="{width}" height="{height}"{canvas.attributes(Paint("paper"))}/>'
    elements = canvas.elements()
    style = f".chainrule-{theme} text{{font-variant-numeric:tabular-nums}}"
    if theme == "auto":
        style += f"@media (prefers-color-scheme:dark){{{canvas.dark_rules('.chainrule-auto')}}}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="{left} {top} {width} {height}" role="img" class="chainrule-{theme}"'
        f' font-family="{canvas.families.ui}" text-anchor="middle">\n'
        f"<title>{xml(words[0])}</title>\n<desc>{xml(words[1])}</desc>\n<style>{style}</style>\n"
        f"{paper}\n{elements}\n</svg>\n"
    )


def letter_width(sign: str) -> float:
    """About how wide a letter of a sentence is; Korean and its like fill a square each."""
    return WIDE_LETTER if sign >= HANGUL else LETTER


def _draw(canvas: Canvas, drawn: Scene) -> None:
    """Draw a scene, from back to front."""
    for wire in drawn.wires:
        _wire(canvas, wire)
    for dot in drawn.branches:
        canvas.add("branches", Paint("idle" if dot.pending else "wire"), _circle(dot, 4.5))
    for gate in drawn.gates:
        _gate(canvas, gate)
    for title in drawn.names:
        paint = NAMES[title.kind]
        canvas.add("names", paint._replace(more=f'{paint.more} font-family="{canvas.families.maths}"'), _name(title))
    for label in drawn.labels:
        _label(canvas, label)


def _label(canvas: Canvas, label: Text | Matrix | Dot) -> None:
    if isinstance(label, Dot):
        canvas.add("places", Paint("idle"), _circle(label, 1.7))
    elif isinstance(label, Text):
        canvas.add("numbers", TONES[label.tone], _text(label.x, label.y, label.text))
    else:
        _matrix(canvas, label)


def _wire(canvas: Canvas, wire: Wire) -> None:
    path = f'<path d="{wire.path}"/>'
    role = {"idle": "idle", "done": "wire", "current": "accent"}[wire.state]
    dashes = ' stroke-dasharray="2 4"' if wire.state == "idle" else ' stroke-dasharray="2 2"' if wire.lost else ""
    if not wire.array:
        width = 2.4 if wire.state == "current" else 1.4
    else:
        width = {"idle": 2.4, "done": 4.0, "current": 5.0}[wire.state]
    layer = "arrays" if wire.array else "wires"
    canvas.add(layer, Paint(None, role, f' stroke-width="{n(width)}"{dashes}'), path)
    if wire.array and wire.state != "idle":
        canvas.add("cores", Paint(None, "paper", ' stroke-width="1.6"'), path)


def _gate(canvas: Canvas, gate: Gate) -> None:
    is_current = gate.state == "current"
    rim = "accent" if is_current else "idle" if gate.state == "pending" else "ink"
    line = "onaccent" if is_current else rim
    fill = "accent" if is_current else "surface"
    canvas.add("bodies", Paint(fill, rim, ' stroke-width="1.4"'), body(gate.place))
    if gate.state == "backward":
        canvas.add("halves", Paint("gradsoft"), f'<path d="{lower_half(gate.place)}"/>')
    if gate.place["composite"]:
        canvas.add("rims", Paint(None, line, ' stroke-width="1.1"'), body(gate.place, SECOND_RIM))
    if gate.place["shape"] == "rearranging":
        canvas.add("rims", Paint(None, line, ' stroke-width="1"'), f'<path d="{hairlines(gate.place)}"/>')
    _symbol(canvas, gate)
    if gate.nonfinite:
        _alarm(canvas, gate)


def _symbol(canvas: Canvas, gate: Gate) -> None:
    role = {"current": "onaccent", "pending": "ink3"}.get(gate.state, "ink")
    size, down = (' font-size="19"', 6.5) if gate.operator else (' font-size="13" font-weight="500"', 4.8)
    canvas.add("symbols", Paint(role, None, size), _text(gate.place["x"], gate.place["y"] + down, gate.label))


def _alarm(canvas: Canvas, gate: Gate) -> None:
    """The disc at the first gate whose number is not finite."""
    x = gate.place["x"] + gate.place["width"] / 2 - 2
    y = gate.place["y"] - gate.place["height"] / 2 + 3
    canvas.add("alarms", Paint("alert", "paper", ' stroke-width="2"'), _circle(Dot(x, y), 9))
    canvas.add("alarms", Paint("paper", None, ' font-size="12" font-weight="700"'), _text(x, y + 4.3, "!"))


def _matrix(canvas: Canvas, matrix: Matrix) -> None:
    paint = TONES[matrix.tone]
    frame = brackets(matrix.left, matrix.top, matrix.width, 17 * len(matrix.rows))
    canvas.add("brackets", Paint(None, paint.fill, ' stroke-width="1.1"'), f'<path d="{frame}"/>')
    flush = paint._replace(more=f'{paint.more} text-anchor="end"')
    for i, row in enumerate(matrix.rows):
        for j, cell in enumerate(row):
            x = matrix.left + (j + 0.5) * matrix.column + matrix.indent
            canvas.add("numbers", flush, _text(x, matrix.top + 13 + 17 * i, cell))


def _name(title: Title) -> str:
    base, subscript = title.name
    size = n(0.68 * SIZES[title.kind])
    below = f'<tspan dy="{DROP}" font-size="{size}" font-style="normal">{xml(subscript)}</tspan>' if subscript else ""
    return f'<text x="{n(title.x)}" y="{n(title.y)}">{xml(base)}{below}</text>'


def _text(x: float, y: float, text: str) -> str:
    return f'<text x="{n(x)}" y="{n(y)}">{xml(text)}</text>'


def _circle(dot: Dot, r: float) -> str:
    return f'<circle cx="{n(dot.x)}" cy="{n(dot.y)}" r="{n(r)}"/>'
