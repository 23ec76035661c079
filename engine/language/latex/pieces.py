"""LaTeX source to pieces, in one linear pass: commands, letters, numbers, signs; spacing and sizes are gone."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from engine.language.latex.words import DROPPED, HELD, LEFT, RIGHT, SIZES, SPACES, SYMBOLS
from engine.language.names import LETTERS, SUBSCRIPTS

PieceKind = Literal["command", "held", "letter", "number", "sign", "environment", "newline", "end"]


class Piece(NamedTuple):
    r"""A piece of the source; ``text`` keeps a command's backslash.

    ``held`` is what ``\mathrm`` and its kin hold together. ``side`` tells ``\left|`` from ``\right|``.
    """

    kind: PieceKind
    text: str
    start: int
    end: int
    side: Literal["", "left", "right"] = ""


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_PIECE = re.compile(
    rf"""
    (?P<space>[ \t\r~]+|[%#][^\n]*|\\[,;:!>\ ]|\\(?:{_any(SPACES)})(?![A-Za-z])
      |\\(?:{_any(DROPPED)})\s*\{{[^{{}}\n]*\}})
  | (?P<size>\\(?:{_any(LEFT + RIGHT + SIZES)})(?![A-Za-z]))
  | (?P<held>\\(?:{_any(HELD)})\*?\s*\{{(?:[^{{}}\\\n]|\\_|\\[A-Za-z]+\ ?|\\[ ,;])*\}})
  | (?P<environment>\\(?:begin|end)\s*\{{[A-Za-z]+\*?\}})
  | (?P<newline>\n)
  | (?P<command>\\\\\*?(?:\[[-0-9.]+[a-z]{{2}}\])?|\\[A-Za-z]+|\\[!-/:-@\[-`{{-~])
  | (?P<number>[0-9]+(?:\.(?!\.)[0-9]*)?|\.[0-9]+)
  | (?P<letter>[{LETTERS}][{SUBSCRIPTS}]*)
  | (?P<sign>==|<=|>=|!=|:=|\|\||\*\*|\.\.\.|\$\$|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_HELD = re.compile(r"\\[A-Za-z]+\*?\s*\{(.*)\}", re.DOTALL)
_HELD_COMMAND = re.compile(r"\\([A-Za-z]+) ?")


def pieces(source: str) -> list[Piece]:
    """The pieces of a program, with an ``end`` piece last."""
    found: list[Piece] = []
    size: re.Match[str] | None = None
    for match in _PIECE.finditer(source):
        kind = match.lastgroup
        if kind == "space":
            continue
        if kind == "size":
            size = match
            continue
        start, side = (size.start(), _side(size.group()[1:])) if size else (match.start(), "")
        text = held_text(match.group()) if kind == "held" else match.group()
        found.append(Piece(kind, text, start, match.end(), side))  # type: ignore[arg-type]
        size = None
    found.append(Piece("end", "", len(source), len(source)))
    return found


def _side(size: str) -> str:
    return "left" if size in LEFT else "right" if size in RIGHT else ""


def held_text(command: str) -> str:
    r"""``data_loss`` for ``\text{data loss}``, ``thetax`` for ``\mathrm{\theta x}``."""
    match = _HELD.fullmatch(command)
    assert match is not None
    text = match[1].replace(r"\_", "_")
    text = _HELD_COMMAND.sub(lambda greek: SYMBOLS.get(greek[1], greek[0]), text)
    text = re.sub(r"\\[ ,;]", " ", text)
    return "_".join(text.split())


def is_sign(piece: Piece, text: str) -> bool:
    """Whether the piece is this sign, written as such."""
    return piece.kind == "sign" and piece.text == text


def has_more_digits(piece: Piece) -> bool:
    """Whether LaTeX takes only the first digit of the piece for a script or an argument."""
    return piece.kind == "number" and len(piece.text) > 1 and piece.text.isdigit()


def first_digit(number: Piece) -> tuple[Piece, Piece]:
    """The first digit of a number, and the rest."""
    middle = number.start + 1
    first = number._replace(text=number.text[0], end=middle)
    return first, number._replace(text=number.text[1:], start=middle)


def partners(found: list[Piece]) -> dict[int, int]:
    """For each opening curly bracket the index of the one that closes it, where there is one."""
    waiting: list[int] = []
    closes: dict[int, int] = {}
    for index, piece in enumerate(found):
        if is_sign(piece, "{"):
            waiting.append(index)
        elif is_sign(piece, "}") and waiting:
            closes[waiting.pop()] = index
    return closes
