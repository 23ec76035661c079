"""Texts made harmless, whatever a program or a title holds."""

from __future__ import annotations

import re

# What XML does not allow, and what turns the direction of the text around it.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
)
_SPACE = re.compile(r"\s+")
REPLACEMENT = "\ufffd"
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def one_line(text: str, longest: int | None = None) -> str:
    """The text on one line, without control characters, cut with an ellipsis where it is longer than ``longest``."""
    line = _SPACE.sub(" ", fit(text)).strip()
    return line if longest is None or len(line) <= longest else f"{line[: longest - 1]}…"


def fit(text: str) -> str:
    """The text without characters that a document cannot hold or that reorder what surrounds them."""
    return _UNFIT.sub(REPLACEMENT, text)


def xml(text: str) -> str:
    """The text as the content of an element or of an attribute."""
    return fit(text).translate(_ESCAPED)
