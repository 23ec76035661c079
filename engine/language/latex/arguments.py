r"""Arguments of LaTeX commands: groups in curly brackets or single signs; fractions and roots, which take them."""

from __future__ import annotations

import re

from engine.errors import fail
from engine.language.latex.brackets import Brackets
from engine.language.latex.pieces import Piece, first_digit, has_more_digits, is_sign
from engine.language.latex.stream import Then
from engine.language.latex.words import ACCENTS, SILENT_ACCENTS, SYMBOLS
from engine.language.names import LETTERS, SUBSCRIPTS

_NAME = re.compile(rf"[{LETTERS}_][{LETTERS}{SUBSCRIPTS}0-9_]*(?:\.[{LETTERS}_][{LETTERS}0-9_]*)*")


class Arguments(Brackets):
    """What a command takes."""

    def argument(self, then: Then) -> None:
        """The argument of a command or a script: a group, or a single digit or name."""
        piece = self.peek()
        if is_sign(piece, "{"):
            self.open_group(piece, then)
            return
        if has_more_digits(piece):
            piece, self.pieces[self.position] = first_digit(piece)
            self.end = piece.end
        else:
            self.take()
        if piece.kind == "number":
            self.emit("number", piece.text, piece.start, piece.end)
        elif piece.kind in ("letter", "held") or piece.text[1:] in SYMBOLS:
            self.emit("name", self.base_name(piece), piece.start, self.end)
        else:
            fail("latex_braces", (piece.start, piece.end))
        then()

    def fraction(self, piece: Piece) -> None:
        r"""``\frac{a}{b}`` as ``((a)/(b))``."""
        self.take()
        self.multiply(piece)
        self.operator("(", piece)

        def between() -> None:
            self.emit("operator", "/", self.end, self.end)
            self.argument(behind)

        def behind() -> None:
            self.emit("operator", ")", self.end, self.end)
            self.done()

        self.argument(between)

    def root(self, piece: Piece) -> None:
        r"""``\sqrt{x}`` as ``sqrt(x)``, ``\sqrt[3]{x}`` as ``cbrt(x)``, ``\sqrt[n]{x}`` as ``(x)^(1/n)``."""
        self.take()
        degree = self._degree()
        if degree in (None, "2", "3"):
            self.emit("name", "cbrt" if degree == "3" else "sqrt", piece.start, piece.end)
            self._in_brackets(self.done)
            return

        def behind() -> None:
            for text in ("^", "(", "1", "/", str(degree), ")"):
                self.emit("number" if text.isdigit() else "operator", text, self.end, self.end)
            self.done()

        self.multiply(piece)
        self._in_brackets(behind)

    def _in_brackets(self, then: Then) -> None:
        if is_sign(self.peek(), "{"):
            self.argument(then)
            return

        def behind() -> None:
            self.emit("operator", ")", self.end, self.end)
            then()

        self.emit("operator", "(", self.end, self.end)
        self.argument(behind)

    def _degree(self) -> str | None:
        """The degree of a root, a whole number in square brackets; taken."""
        opening = self.peek()
        if opening.text != "[" or opening.side:
            return None
        number, closing = self.pieces[self.position + 1 : self.position + 3]
        if not number.text.isdigit() or closing.text != "]" or int(number.text[:9]) == 0:
            fail("latex_degree", (opening.start, closing.end))
        self.position += 3
        self.end = closing.end
        return number.text

    def base_name(self, piece: Piece) -> str:
        """The name that a piece stands for, which is behind; an accent takes what it stands on."""
        name = piece.text[1:]
        if piece.kind != "command":
            text = piece.text
        else:
            text = self._accented(piece, name) if name in ACCENTS else SYMBOLS[name]
        if not _NAME.fullmatch(text):
            fail("latex_name", (piece.start, self.end))
        return text

    def _accented(self, piece: Piece, accent: str) -> str:
        r"""``y_hat`` for ``\hat{y}``; an arrow says nothing that a name does not."""
        start = self.position
        stop = self.behind_argument(start)
        inside = [part for part in self.pieces[start:stop] if part.text not in ("{", "}")]
        if not inside or any(part.kind == "end" for part in inside):
            fail("latex_argument", (piece.start, piece.end), name=piece.text)
        for part in inside:
            if part.kind not in ("letter", "held", "number") and part.text != "_" and part.text[1:] not in SYMBOLS:
                fail("latex_subscript", (part.start, part.end))
        self.position, self.end = stop, self.pieces[stop - 1].end
        base = "".join(SYMBOLS.get(part.text[1:], part.text) for part in inside)
        return base if accent in SILENT_ACCENTS else f"{base}_{accent.removeprefix('wide')}"
