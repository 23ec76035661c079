r"""Statements of a LaTeX source: lines of an ``align``, formulas between dollar signs, rows of a matrix."""

from __future__ import annotations

from engine.errors import fail
from engine.language.latex.pieces import Piece
from engine.language.latex.stream import MATRIX, Context, Stream
from engine.language.latex.words import DELIMITERS, LINES, MATRICES
from engine.language.lexer import Token

ENDS = frozenset((*DELIMITERS, "\\\\", "&"))


def environment_name(piece: Piece) -> str:
    r"""``align`` for ``\begin{align*}``."""
    return piece.text[piece.text.index("{") + 1 : -1].rstrip("*")


class Lines(Stream):
    """What separates, begins and ends statements."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.displayed = 0  # how many formulas and environments are open, within which a new line says nothing
        self.dollars: Piece | None = None  # the dollar sign that began the present formula
        self.begun: list[Piece] = []
        self.statement = 0  # the index of the first token of the present statement
        self.left_side: list[Token] = []  # what stood left of the last equals sign that was a statement's first
        self.left_of = -1  # the first token of that statement

    def newline(self, piece: Piece) -> None:
        """A new line ends a statement, unless LaTeX says where statements end, or something is open."""
        self.take()
        if not self.displayed and not self.open:
            self.separate(piece)

    def line_break(self, piece: Piece) -> None:
        r"""``\\`` begins a row of a matrix or a statement."""
        self.take()
        context = self._matrix()
        if context is not None:
            self._new_row(piece)
        elif not self.open:
            self.separate(piece)

    def alignment(self, piece: Piece) -> None:
        """``&`` separates the entries of a matrix; elsewhere it only aligns."""
        self.take()
        if self._matrix() is not None:
            self.operator(",", piece)

    def _matrix(self) -> Context | None:
        """The matrix whose entry is being read."""
        return self.open[-1] if self.open and self.open[-1].closing == MATRIX else None

    def _new_row(self, piece: Piece) -> None:
        while self.peek().kind == "newline":
            self.take()
        if self.peek().kind != "environment":  # a last \\ begins no row
            self.operator("]", piece)
            self.emit("operator", ",", piece.start, piece.end)
            self.operator("[", piece)

    # Statements ------------------------------------------------------------------------------------------------------

    def separate(self, piece: Piece) -> None:
        """End a statement."""
        self.end_statement()
        if self.tokens and self.tokens[-1].kind != "separator":
            self.emit("separator", ";", piece.start, piece.end)
        self.statement = len(self.tokens)

    def end_statement(self) -> None:
        """Fail for what is still open."""
        if self.open:
            self.refuse_missing_argument()
            self.fail_open(self.open[-1])

    def end_formula(self) -> None:
        """Fail for a dollar sign without a partner."""
        if self.dollars is not None:
            self.fail_open(Context(self.dollars.text, self.dollars))

    def continue_equation(self, piece: Piece) -> bool:
        r"""``f &= a \\ &= b``: a line that begins with an equals sign says what stood left of the last one."""
        if self.open:
            return False
        if len(self.tokens) > self.statement:
            if self.left_of != self.statement:
                self.left_of, self.left_side = self.statement, self.tokens[self.statement :]
            return False
        self.take()
        self.tokens += self.left_side
        self.operator("=", piece)
        return True

    def is_last_of_formula(self) -> bool:
        """Whether nothing of the formula follows the next piece."""
        following = self.pieces[min(self.position + 1, len(self.pieces) - 1)]
        return following.kind in ("end", "newline", "environment") or following.text in ENDS

    # Formulas and environments ---------------------------------------------------------------------------------------

    def delimiter(self, piece: Piece) -> None:
        r"""``$``, ``$$``, ``\[`` and ``\(`` begin a formula, and their partners end it."""
        self.take()
        self.separate(piece)
        if piece.text in ("$", "$$"):
            opens = self.dollars is None
            self.dollars = piece if opens else None
        else:
            opens = piece.text in (r"\[", r"\(")
        self.displayed = max(0, self.displayed + (1 if opens else -1))

    def environment(self, piece: Piece) -> None:
        r"""``\begin{…}`` and ``\end{…}``."""
        name = environment_name(piece)
        if piece.text.startswith(r"\end"):
            self._end(piece, name)
        elif name in MATRICES:
            self.begun.append(self.take())
            self.multiply(piece)
            self.enter("[", MATRIX, piece)
            self.operator("[", piece)
        elif name in LINES:
            self.begun.append(self.take())
            self.separate(piece)
            self.displayed += 1
        else:
            fail("latex_cases" if name == "cases" else "latex_environment", (piece.start, piece.end), name=name)

    def _end(self, piece: Piece, name: str) -> None:
        if not self.begun or environment_name(self.begun[-1]) != name:
            fail("latex_end", (piece.start, piece.end), name=name)
        opener = self.begun.pop()
        self.take()
        if name not in MATRICES:
            self.separate(piece)
            self.displayed -= 1
            return
        if not self.open or self.open[-1].opener is not opener:
            self.end_statement()
        self.open.pop()
        self.operator("]", piece)
        self.operator("]", piece)
        self.done()
