"""Text to tokens, in one linear pass."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple, NoReturn

from engine.errors import fail
from engine.language.names import LETTERS, SUBSCRIPTS

TokenKind = Literal["number", "run", "superscript", "operator", "separator", "end"]


class Token(NamedTuple):
    """A piece of the source: ``text`` with look-alikes replaced, ``start`` and ``end`` in code points."""

    kind: TokenKind
    text: str
    start: int
    end: int


LOOK_ALIKES = {
    "**": "^", "−": "-", "∗": "*", "∘": "*", "⊙": "*", "÷": "/", "⋅": "·", "×": "·", "‖": "||",
}  # fmt: skip
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
NORM_ORDERS = {"₁": "_1", "₂": "_2"}  # right behind a norm's closing bars
MEANT = {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "⁄": "/", "∕": "/", "•": "*", "∙": "*", "⋆": "*", "∣": "|",
    "∥": "||", "≤": "<=", "≥": ">=", "≠": "!=",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s",
}  # fmt: skip

TOKEN = re.compile(
    rf"""
    (?P<space>[ \t\r]+|\#[^\n\ud800-\udfff]*)
  | (?P<separator>[\n;])
  | (?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
  | (?P<run>[{LETTERS}_](?:[{LETTERS}{SUBSCRIPTS}0-9_]|(?<=_)\{{[{LETTERS}0-9]+\}})*)
  | (?P<order>(?<=[|‖])[₁₂])
  | (?P<superscript>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|ᵀ)
  | (?P<operator>\*\*=|[-+*/@]=|\*\*|<=|>=|==|!=|\|\||‖|[-+*/^@·⋅×∘⊙−∗÷><=()\[\],.:|])
    """,
    re.VERBOSE,
)


def tokenize(source: str) -> list[Token]:
    """The tokens of a program, with an ``end`` token last; newlines inside brackets are dropped."""
    tokens: list[Token] = []
    position, depth, length = 0, 0, len(source)
    while position < length:
        match = TOKEN.match(source, position)
        if match is None:
            _refuse(source, position)
        kind, text, start, position = match.lastgroup, match.group(), position, match.end()
        if kind == "order":
            kind, text = "run", NORM_ORDERS[text]
        if kind == "operator":
            depth += (text in "([") - (text in ")]")
            text = LOOK_ALIKES.get(text, text)
        if kind != "space" and not (text == "\n" and depth > 0):
            tokens.append(Token(kind, text, start, position))  # type: ignore[arg-type]
    tokens.append(Token("end", "", length, length))
    return tokens


def _refuse(source: str, position: int) -> NoReturn:
    """Name the character that no token begins with."""
    sign = source[position]
    span = (position, position + 1)
    if sign == "\\":
        command = re.compile(r"\\[A-Za-z]*").match(source, position)
        fail("latex", (position, command.end() if command else position + 1))
    if sign in "\"'":
        fail("string", span)
    name = unicodedata.name(sign, f"U+{ord(sign):04X}")
    shown = f"{sign} ({name})" if unicodedata.category(sign)[0] in "LNPS" else name
    plain = MEANT.get(sign) or unicodedata.normalize("NFKC", sign)
    known = plain != sign and not plain.isspace() and TOKEN.fullmatch(plain) is not None
    fail("look_alike" if known else "strange_character", span, character=shown, plain=plain)
