"""A position among the pieces of a LaTeX source, and the tokens made of them so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from engine.errors import fail, line_and_column
from engine.language.latex.pieces import Piece, first_digit, has_more_digits, is_sign, partners
from engine.language.latex.subscripts import subscript_text
from engine.language.lexer import Token, TokenKind
from engine.limits import Limits

FACTOR = "factor"  # what closes the argument of a function without brackets: the end of the next factor
MATRIX = "matrix"
LOOK_AHEAD = 3  # end pieces behind the last one
OPERAND_ENDS = frozenset((")", "]", "r|", "r||"))
Then = Callable[[], None]


@dataclass(slots=True)
class Context:
    """Something open: the text that closes it, what opened it, and what to do once it is closed."""

    closing: str
    opener: Piece
    then: Then | None = None
    token: int = 0  # the index of its opening token
    commas: int = 0
    is_index: bool = False


class Stream:
    """Pieces in, tokens out."""

    def __init__(self, source: str, found: list[Piece], limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.pieces = found + found[-1:] * LOOK_AHEAD
        self.partner = partners(found)
        self.position = 0
        self.tokens: list[Token] = []
        self.open: list[Context] = []
        self.skips: dict[int, int] = {}  # pieces that have been read ahead of their turn: from, to
        self.returns: list[tuple[int, int]] = []  # where to leave pieces that are read late, and where to go on
        self.end = 0  # where the last piece taken ends

    # Pieces ----------------------------------------------------------------------------------------------------------

    def peek(self) -> Piece:
        """The next piece."""
        while True:
            if self.returns and self.position == self.returns[-1][0]:
                self.position = self.returns.pop()[1]
            elif self.position in self.skips:
                self.position = self.skips[self.position]
            else:
                return self.pieces[self.position]

    def take(self) -> Piece:
        """The next piece, which is then behind."""
        piece = self.peek()
        self.position += piece.kind != "end"
        self.end = piece.end
        return piece

    def behind_argument(self, index: int) -> int:
        """Where the argument that begins at ``index`` ends: a group in curly brackets, or one piece."""
        if is_sign(self.pieces[index], "{"):
            return self.partner.get(index, index) + 1
        return min(index + 1, len(self.pieces) - 1)

    def read_later(self, start: int, then: Then) -> Then:
        """Let the argument at ``start``, which is behind, be read when the result is called, and then go on."""
        stop = self.behind_argument(start)

        def read() -> None:
            self.peek()
            self.returns.append((stop, self.position))
            self.position = start
            then()

        return read

    def subscript(self) -> str | None:
        """The text of the subscript that follows, also where a superscript stands before it; ``None`` without one."""
        self.peek()
        start = next_one = self.position
        if is_sign(self.pieces[start], "^"):
            start = self.behind_argument(start + 1)
        if not is_sign(self.pieces[start], "_"):
            return None
        stop = self.behind_argument(start + 1)
        self.skips[start] = stop
        if is_sign(self.pieces[start + 1], "{") and start + 1 not in self.partner:
            self.fail_open(Context("}", self.pieces[start + 1]))
        subscript = self._first_digit(start + 1, stop)
        if start == next_one:
            self.end = max(self.end, self.pieces[stop - 1].end)
        return subscript_text(subscript)

    def _first_digit(self, start: int, stop: int) -> list[Piece]:
        """An argument's pieces; of a number without brackets LaTeX takes the first digit only."""
        number = self.pieces[start]
        if not has_more_digits(number):
            return self.pieces[start:stop]
        first, self.pieces[start] = first_digit(number)
        self.skips[start - 1] = start
        return [first]

    # Tokens ----------------------------------------------------------------------------------------------------------

    def emit(self, kind: TokenKind, text: str, start: int, end: int) -> None:
        """Add a token."""
        self.tokens.append(Token(kind, text, start, end))

    def operator(self, text: str, piece: Piece) -> None:
        """Add an operator or a bracket at the place of a piece."""
        self.emit("operator", text, piece.start, piece.end)

    def ends_operand(self) -> bool:
        """Whether what has been read last is a complete operand."""
        if not self.tokens:
            return False
        last = self.tokens[-1]
        return last.kind in ("number", "name", "run", "superscript") or (
            last.kind == "operator" and last.text in OPERAND_ENDS
        )

    def multiply(self, piece: Piece) -> None:
        """Add the product that stands unwritten in front of ``piece``, if it does."""
        if self.ends_operand():
            self.emit("operator", "·", piece.start, piece.start)

    def enter(self, token: str, closing: str, opener: Piece, then: Then | None = None) -> Context:
        """Open a bracket."""
        self.operator(token, opener)
        context = Context(closing, opener, then, len(self.tokens) - 1)
        self.open.append(context)
        self.limits.check("brackets", len(self.open), (opener.start, opener.end))
        return context

    def done(self) -> None:
        """An operand is complete."""
        raise NotImplementedError

    def refuse_missing_argument(self) -> None:
        """Fail for a function without brackets whose argument does not follow."""
        if self.open and self.open[-1].closing == FACTOR:
            opener = self.open[-1].opener
            fail("latex_argument", (opener.start, opener.end), name=opener.text)

    def fail_open(self, context: Context) -> NoReturn:
        """Fail for something that is never closed."""
        fail("bracket_open", (context.opener.start, context.opener.end), **self.partners_of(context))

    def partners_of(self, context: Context) -> dict[str, Any]:
        """What a message says of something open: what opened it and where, and what closes it."""
        opener = context.opener
        line, column = line_and_column(self.source, opener.start)
        opening = self.source[opener.start : opener.end]
        return {"opening": opening, "closing": closing_text(context), "line": line, "column": column}


def closing_text(context: Context) -> str:
    r"""What closes a context, as one writes it: ``\right)`` for ``\left(``."""
    opener = context.opener
    if context.closing == MATRIX:
        return opener.text.replace("begin", "end")
    written = {"r|": r"\rvert", "r||": r"\rVert"}.get(context.closing, context.closing)
    if opener.side == "left":
        return "\\right" + {"r|": "|", "r||": r"\|"}.get(context.closing, context.closing)
    if opener.text in ("|", "||", r"\|", "‖"):
        return opener.text
    return written
