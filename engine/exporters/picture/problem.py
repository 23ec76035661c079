"""What is wrong with a program, as a picture: an image shows nothing of any other answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from engine.exporters.picture.canvas import Canvas, Paint
from engine.exporters.picture.look import Look
from engine.exporters.picture.picture import Picture, canvas_for
from engine.exporters.picture.png import png, zoom_for
from engine.exporters.picture.svg import document, letter_width
from engine.exporters.picture.texts import one_line, xml

WIDTH, MARGIN, LINE = 480.0, 20.0, 21.0
CODE, CODE_SIGN = 13, 7.9  # size of the program's line, width of its signs
LONGEST_CODE = 54
MOST_LINES = 6
HEAD = Paint("alert", None, ' font-size="15" font-weight="600" text-anchor="start"')
BODY = Paint("ink", None, ' font-size="14" text-anchor="start"')
HINT = Paint("ink2", None, ' font-size="14" text-anchor="start"')
PROGRAM = Paint("ink", None, f' font-size="{CODE}" text-anchor="start" xml:space="preserve"')
MARK = Paint(None, "alert", ' stroke-width="2" stroke-dasharray="3 1.5"')


class Place(NamedTuple):
    """Where in a program something is wrong."""

    line: str
    start: int
    length: int


def problem_picture(
    title: str,
    detail: str,
    hint: str | None = None,
    place: tuple[str, int, int] | None = None,
    form: str = "svg",
    look: Look | None = None,
) -> Picture:
    """A title, a sentence, the place and the hint, readable at the size it has.

    ``place`` is a line of the program, the sign in it where the problem starts, from 0, and for how many signs.
    """
    look = look or Look()
    canvas = canvas_for(form, look)
    height = _write(canvas, title, detail, hint, Place(*place) if place else None)
    text = document(canvas, (0.0, 0.0, WIDTH, height), (one_line(title), one_line(f"{detail} {hint or ''}")))
    return Picture(text.encode() if form == "svg" else png(text, zoom_for(WIDTH, height, look.scale)), form)


def _write(canvas: Canvas, title: str, detail: str, hint: str | None, place: Place | None) -> float:
    """Write everything from the top down; gives the height."""
    y = MARGIN + 12
    y = _lines(canvas, HEAD, [title], y)
    y = _lines(canvas, BODY, wrapped(detail), y + 3)
    if place:
        y = _place(canvas, place, y + 6)
    if hint:
        y = _lines(canvas, HINT, wrapped(hint), y + 3)
    return y - LINE + MARGIN


def _lines(canvas: Canvas, paint: Paint, lines: Sequence[str], y: float) -> float:
    for line in lines:
        canvas.add("numbers", paint, f'<text x="{MARGIN:g}" y="{y:g}">{xml(line)}</text>')
        y += LINE
    return y


def _place(canvas: Canvas, place: Place, y: float) -> float:
    """The part of the program's line around the place, underlined there."""
    left = max(0, min(place.start - LONGEST_CODE // 2, len(place.line) - LONGEST_CODE))
    shown = re.sub(r"\s", " ", place.line[left : left + LONGEST_CODE])
    program = PROGRAM._replace(more=f'{PROGRAM.more} font-family="{canvas.families.mono}"')
    canvas.add("numbers", program, f'<text x="{MARGIN:g}" y="{y:g}">{xml(shown)}</text>')
    start = min(place.start - left, LONGEST_CODE)
    length = max(1, min(place.length, LONGEST_CODE - start))
    canvas.add("wires", MARK, f'<path d="M{MARGIN + start * CODE_SIGN:g},{y + 5:g}h{length * CODE_SIGN:g}"/>')
    return y + LINE + 6


def wrapped(text: str) -> list[str]:
    """Lines that fit the picture, broken between words and, where a word is longer, within it."""
    lines, room, used = [""], WIDTH - 2 * MARGIN, 0.0
    for word in re.findall(r"\S+\s*", one_line(text)):
        width = sum(map(letter_width, word.rstrip()))
        if used and used + width > room:
            lines.append("")
            used = 0.0
        for sign in word:
            if used + letter_width(sign) > room and sign != " ":
                lines.append("")
                used = 0.0
            lines[-1] += sign
            used += letter_width(sign)
    lines = [line.rstrip() for line in lines]
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]
