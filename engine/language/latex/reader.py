r"""LaTeX to the tokens of the notation: ``\frac{a}{b}`` becomes ``((a)/(b))``, and so on, in one linear pass.

Whatever is open stands on an explicit stack, so that any depth is the same.
"""

from __future__ import annotations

import re

from engine.errors import fail
from engine.language.latex.atoms import Atoms
from engine.language.latex.lines import Lines
from engine.language.latex.pieces import Piece, pieces
from engine.language.latex.sums import spelled_out
from engine.language.latex.words import (
    ACCENTS,
    BARS,
    CLOSING,
    CLOSING_BARS,
    DELIMITERS,
    FUNCTIONS,
    OPENING,
    OPENING_BARS,
    OPERATORS,
    REFUSED,
    SYMBOLS,
)
from engine.language.lexer import Token
from engine.language.names import nearest
from engine.limits import Limits

_COMMAND = re.compile(r"\\[!-~]")
SIGNS = {"−": "-", "∗": "*", "∘": "*", "⊙": "*", "÷": "/", "⋅": "·", "×": "·", "…": "...", "**": "^", ":=": "="}
OPERATOR_SIGNS = frozenset("+-*/=,;:.<>!?@&|·^_{}()[]") | {"==", "<=", ">=", "!=", "..."}
KNOWN = [
    *FUNCTIONS, *OPERATORS, *SYMBOLS, *ACCENTS, "frac", "dfrac", "tfrac", "sqrt", "left", "right", "text", "mathrm",
    "operatorname", "top", "sum", "prod", "begin", "end",
]  # fmt: skip


def is_latex(source: str, tokens: list[Token]) -> bool:
    """Whether a program, read as text, holds a backslash command or a dollar sign, outside strings and comments."""
    return any(
        token.text == "$" or (token.kind == "strange" and _COMMAND.match(source, token.start)) for token in tokens
    )


def latex_tokens(source: str, limits: Limits) -> list[Token]:
    """The tokens of a LaTeX source, with an ``end`` token last; brackets are balanced, letters are names."""
    return _LatexReader(source, spelled_out(pieces(source), limits), limits).read()


class _LatexReader(Lines, Atoms):
    """Gives each piece to what reads it."""

    def read(self) -> list[Token]:
        """All tokens."""
        while (piece := self.peek()).kind != "end":
            self._read(piece)
        self.end_statement()
        self.end_formula()
        self.emit("end", "", piece.start, piece.end)
        return self.tokens

    def _read(self, piece: Piece) -> None:
        if piece.kind == "number":
            self.number(piece)
        elif piece.kind in ("letter", "held"):
            self.name(piece)
        elif piece.kind == "newline":
            self.newline(piece)
        elif piece.kind == "environment":
            self.environment(piece)
        elif not (self._read_bracket(piece) or self._read_line(piece)):
            self._read_command(piece) if piece.kind == "command" else self._read_sign(piece)

    def _read_bracket(self, piece: Piece) -> bool:
        text = piece.text
        if text in OPENING:
            self.open_bracket(piece)
        elif text in CLOSING:
            self.close_bracket(piece)
        elif text in BARS or text in OPENING_BARS or text in CLOSING_BARS:
            self.bars(piece)
        elif text == "{":
            self.open_group(piece)
        elif text == "}":
            self.close_group(piece)
        else:
            return False
        return True

    def _read_line(self, piece: Piece) -> bool:
        if piece.text.startswith(r"\\"):
            self.line_break(piece)
        elif piece.text in DELIMITERS:
            self.delimiter(piece)
        elif piece.text == "&":
            self.alignment(piece)
        else:
            return False
        return True

    def _read_command(self, piece: Piece) -> None:
        name = piece.text[1:]
        if name in ("frac", "dfrac", "tfrac", "cfrac"):
            self.fraction(piece)
        elif name == "sqrt":
            self.root(piece)
        elif name in FUNCTIONS:
            self.function(piece, FUNCTIONS[name])
        elif name in SYMBOLS or name in ACCENTS:
            self.name(piece)
        elif name in OPERATORS:
            self._operator(piece, OPERATORS[name])
        else:
            self._refuse(piece, name)

    def _refuse(self, piece: Piece, name: str) -> None:
        span = (piece.start, piece.end)
        if name in REFUSED:
            fail(REFUSED[name], span, command=piece.text)
        near = nearest(name, KNOWN)
        key = "unknown_command_near" if near else "unknown_command"
        fail(key, span, command=piece.text, near=f"\\{near}")

    def _read_sign(self, piece: Piece) -> None:
        text = SIGNS.get(piece.text, piece.text)
        if text in ("^", "_"):
            self.script(piece, text)
        elif text in (".", ",") and not self.open and self.is_last_of_formula():
            self.take()  # a sentence ends with the formula
        elif text in OPERATOR_SIGNS:
            self._operator(piece, text)
        elif piece.text in ("'", "′"):
            fail("prime", (piece.start, piece.end))
        else:
            self.take()
            self.emit("strange", piece.text, piece.start, piece.end)

    def _operator(self, piece: Piece, text: str) -> None:
        self.refuse_missing_argument()
        if text == "=" and self.continue_equation(piece):
            return
        self.take()
        if text == ",":
            self.count_comma()
        if text == ";":
            self.separate(piece)
        else:
            self.operator(text, piece)
