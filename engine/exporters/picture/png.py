"""An SVG as PNG, drawn by resvg with the fonts of the machine."""

from __future__ import annotations

import math
from functools import cache

from engine.errors import fail
from engine.exporters.picture.canvas import Families

MOST_PIXELS = 4_000_000  # about half a second
LONGEST_SIDE = 8_000
KOREAN = ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", "NanumGothic")
SANS = ("DejaVu Sans", "Noto Sans", "Liberation Sans", "Roboto", "Arial", "Helvetica", "Segoe UI")
SERIF = ("Latin Modern Roman", "STIX Two Text", "DejaVu Serif", "Noto Serif", "Liberation Serif", "Times New Roman")
MONO = ("DejaVu Sans Mono", "Noto Sans Mono", "Liberation Mono", "Menlo", "Consolas", "Courier New")
PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
    '<text x="2" y="18" font-size="18" font-family="{family}">{text}</text></svg>'
)


def png(svg: str, zoom: float) -> bytes:
    """The picture, ``zoom`` times as large as it is; fails with ``unsupported`` where resvg is not installed."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        fail("no_png")
    return bytes(svg_to_bytes(svg_string=svg, zoom=zoom))


def zoom_for(width: float, height: float, scale: float) -> float:
    """The scale, or less where the picture would have too many pixels."""
    return min(scale, math.sqrt(MOST_PIXELS / (width * height)), LONGEST_SIDE / width, LONGEST_SIDE / height)


@cache
def families(korean: bool) -> Families:
    """Fonts that the machine has, with Korean letters if wanted: resvg leaves out what it has no font for.

    Fails with ``unsupported`` where there is none.
    """
    blank = png(PROBE.format(family="none", text=""), 1)

    def first(candidates: tuple[str, ...]) -> str | None:
        return next((name for name in candidates if png(PROBE.format(family=name, text="1"), 1) != blank), None)

    found = [first(names) for names in (KOREAN + SANS if korean else SANS, SERIF, MONO)]
    some = next(filter(None, found), None)
    if some is None:
        fail("no_font", fonts=", ".join(SANS))
    sans, serif, mono = (name or some for name in found)
    return Families(sans, serif, mono)
