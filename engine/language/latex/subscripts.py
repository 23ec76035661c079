r"""Subscripts of names: ``w_{1,0}``, ``x_{ij}``, ``h_{\mathrm{relu}}``, ``x_{i+1}`` within a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.errors import fail
from engine.language.latex.pieces import Piece
from engine.language.latex.words import SYMBOLS
from engine.language.names import LETTERS, SUBSCRIPTS

_SHIFT = re.compile(r"(?<![0-9])([0-9]{1,6})([+-])([0-9]{1,6})(?![0-9])")
_WORD = re.compile(rf"[{LETTERS}{SUBSCRIPTS}0-9_]+")


def subscript_text(subscript: Sequence[Piece]) -> str:
    """The subscript as part of a name's text; fails for what no name can hold."""
    text = ""
    for piece in subscript:
        text += _text(piece, text)
    text = _SHIFT.sub(_shifted, text)
    if not _WORD.fullmatch(text):
        span = (subscript[0].start, subscript[-1].end) if subscript else None
        fail("latex_subscript", span)
    return text


def _text(piece: Piece, text: str) -> str:
    if piece.text in ("{", "}"):
        return ""
    if piece.kind == "number" and piece.text.isdigit():
        crowded = text[-1:].isdigit() and (len(piece.text) > 1 or text[-2:-1].isdigit())
        return f"_{piece.text}" if crowded else piece.text
    if piece.kind == "letter":
        return piece.text
    if piece.kind == "held":
        return _joined(text, piece.text)
    if piece.kind == "command" and piece.text[1:] in SYMBOLS:
        return SYMBOLS[piece.text[1:]]
    if piece.kind == "sign" and piece.text in (",", "_"):
        return "_"
    if piece.kind == "sign" and piece.text in ("+", "-"):
        return piece.text
    return fail("latex_subscript", (piece.start, piece.end))


def _joined(text: str, word: str) -> str:
    return word if not text or text.endswith("_") else f"_{word}"


def _shifted(match: re.Match[str]) -> str:
    """``i+1`` with the number of a sum in the place of ``i``."""
    first, second = int(match[1]), int(match[3])
    return str(first + second if match[2] == "+" else first - second)
