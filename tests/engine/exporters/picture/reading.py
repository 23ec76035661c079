"""Reads an SVG back as its viewer sees it: texts as boxes, and whatever could run or be fetched."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

from tests.engine.layout.geometry import Box

SVG = "{http://www.w3.org/2000/svg}"
SIGN = 0.57  # width of a digit, for a size of 1
ALLOWED = {"svg", "title", "desc", "style", "g", "rect", "circle", "path", "text", "tspan"}


def parsed(content: bytes) -> ElementTree.Element:
    """The root of a picture that holds nothing but shapes and texts."""
    root = ElementTree.fromstring(content)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ALLOWED, element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value
            assert "javascript" not in value
    assert "@import" not in (root.findtext(f"{SVG}style") or "")
    return root


def texts(root: ElementTree.Element) -> list[Box]:
    """All texts of a picture with the room that they take."""
    found = []
    for group in root.iter(f"{SVG}g"):
        anchor, size = group.get("text-anchor", "middle"), float(group.get("font-size", "13"))
        found += [_written(text, anchor, size) for text in group.iter(f"{SVG}text")]
    return found


def _written(text: ElementTree.Element, anchor: str, size: float) -> Box:
    words = "".join(text.itertext())
    x, y, width = float(text.get("x", "0")), float(text.get("y", "0")), SIGN * size * len(words)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return Box(words, left, y - 0.7 * size, left + width, y)


def collisions(root: ElementTree.Element) -> list[str]:
    """Texts that stand on one another, and those that are cut off."""
    written = texts(root)
    left, top, width, height = map(float, root.get("viewBox", "").split())
    found = [f"{a.what} on {b.what}" for a, b in combinations(written, 2) if a.overlaps(b)]
    inside = (
        left <= one.left and one.right <= left + width and top <= one.top and one.bottom <= top + height
        for one in written
    )
    return found + [f"{one.what} is cut" for one, fits in zip(written, inside, strict=True) if not fits]
