"""Text to tokens, in one linear pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from engine.language.names import LETTERS, SUBSCRIPTS

TokenKind = Literal["number", "run", "name", "superscript", "operator", "separator", "string", "strange", "end"]


@dataclass(slots=True)
class Token:
    """A piece of the source: ``text`` with look-alikes replaced, ``start`` and ``end`` in code points.

    A ``run`` of letters and digits is still to be cut into names; a ``name`` is one, as LaTeX writes them. What no
    token begins with is ``strange``: the parser refuses it where it meets it, and skips it where nobody reads it.
    """

    kind: TokenKind
    text: str
    start: int
    end: int


LOOK_ALIKES = {
    "**": "^", "−": "-", "∗": "*", "∘": "*", "⊙": "*", "÷": "/", "⋅": "·", "×": "·", "‖": "||", "…": "...",
}  # fmt: skip
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
NESTING = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
NORM_ORDERS = {"₁": "_1", "₂": "_2"}  # right behind a norm's closing bars
WORDS = ("run", "name")
INNER = f"{LETTERS}{SUBSCRIPTS}0-9_"  # what may stand in a run behind its first sign
AUGMENTED = frozenset(("+=", "-=", "*=", "/=", "@=", "**="))

# What is frequent comes first, as far as nothing else begins with the same sign
TOKEN = re.compile(
    rf"""
    (?P<number>(?:[0-9]+(?:\.(?!\.)[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
  | (?P<operator>\*\*=|//=|[-+*/@%]=|\*\*|//|->|:=|<<|>>|<=|>=|==|!=|\|\||\.\.\.|[‖…]
      |[-+*/^@·⋅×∘⊙−∗÷><=()\[\]{{}},.:|%&~!?$])
  | (?P<space>[ \t\r]+|\\[ \t\r]*\n|\#[^\n\ud800-\udfff]*)
  | (?P<string>[rRbBuUfF]{{0,2}}(?:'''.*?'''|\"\"\".*?\"\"\"|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")
      |'(?:\\.|[^'\\\n])*|"(?:\\.|[^"\\\n])*)
  | (?P<run>[{LETTERS}_][{INNER}]*(?:(?<=_)\{{[{LETTERS}0-9]+\}}[{INNER}]*)*)
  | (?P<separator>[\n;])
  | (?P<order>(?<=[|‖])[₁₂])
  | (?P<superscript>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|ᵀ)
  | (?P<strange>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokenize(source: str) -> list[Token]:
    """The tokens of a program, with an ``end`` token last; newlines inside brackets are dropped."""
    tokens: list[Token] = []
    depth = end = 0
    for match in TOKEN.finditer(source):
        kind, text = match.lastgroup, match.group()
        start, end = end, match.end()
        if kind == "operator":
            if text in NESTING:
                depth = max(0, depth + NESTING[text])
            else:
                text = LOOK_ALIKES.get(text, text)
        elif kind == "order":
            kind, text = "run", NORM_ORDERS[text]
        elif kind == "space" or (depth and text == "\n"):
            continue
        tokens.append(Token(kind, text, start, end))  # type: ignore[arg-type]
    tokens.append(Token("end", "", end, end))
    return tokens
