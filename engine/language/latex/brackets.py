"""Brackets and bars of a LaTeX source; every one is closed by its partner."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import fail
from engine.language.latex.pieces import Piece, is_sign
from engine.language.latex.stream import FACTOR, Context, Stream, Then
from engine.language.latex.words import BARS, CLOSING, CLOSING_BARS, OPENING, OPENING_BARS, PLAIN

CLOSING_SIDES = {"|": "r|", "||": "r||"}
OPPOSITE = {"}": "{", r"\rvert": r"\lvert", r"\rVert": r"\lVert"}
OPENING_SIDES = {"|": "l|", "||": "l||"}


class Brackets(Stream):
    """What opens and closes."""

    after_name = False  # whether the last piece was a name or an index, so that [ … ] picks entries

    def open_bracket(self, piece: Piece, then: Then | None = None) -> None:
        r"""``(``, ``[``, ``\{``: also behind ``\left``."""
        text = PLAIN.get(piece.text, piece.text)
        is_index = text == "[" and self.after_name and piece.start == self.end
        self.take()
        if text == "[" and not is_index:
            self.multiply(piece)
        context = self.enter(text, OPENING[piece.text], piece, then)
        context.is_index = is_index
        self.after_name = False

    def count_comma(self) -> None:
        """A comma stands directly in the innermost bracket."""
        if self.open:
            self.open[-1].commas += 1

    def close_bracket(self, piece: Piece) -> None:
        """``)``, ``]`` and their kin."""
        context = self._close(piece, piece.text)
        text = PLAIN.get(piece.text, piece.text)
        if text == "]" and not context.is_index and not context.commas:
            opening = self.tokens[context.token]
            self.tokens[context.token] = replace(opening, text="(")  # [x + y] is a bracket like any other
            text = ")"
        self.operator(text, piece)
        self._closed(context, is_indexable=context.is_index)

    def _closed(self, context: Context, is_indexable: bool = False) -> None:
        if context.then:
            context.then()
        else:
            self.done()
        self.after_name = is_indexable

    def _close(self, piece: Piece, closing: str) -> Context:
        """Take what closes the innermost bracket; fail if that is another one."""
        self.refuse_missing_argument()
        if not self.open:
            opening = CLOSING.get(piece.text) or OPPOSITE.get(piece.text, piece.text)
            bracket = self.source[piece.start : piece.end]
            fail("closing_without_opening", (piece.start, piece.end), bracket=bracket, opening=opening)
        context = self.open[-1]
        if context.closing != closing:
            found = self.source[piece.start : piece.end]
            fail("bracket_mismatch", (piece.start, piece.end), found=found, **self.partners_of(context))
        self.open.pop()
        self.take()
        return context

    # Curly brackets --------------------------------------------------------------------------------------------------

    def open_group(self, piece: Piece, then: Then | None = None) -> None:
        """A group in curly brackets, which LaTeX does not show; an empty one is nothing."""
        self.take()
        if is_sign(self.peek(), "}") and then is None:
            self.take()
            return
        if then is None:
            self.multiply(piece)
        self.enter("(", "}", piece, then)
        self.after_name = False

    def close_group(self, piece: Piece) -> None:
        """The end of a group."""
        context = self._close(piece, "}")
        self.operator(")", piece)
        self._closed(context, is_indexable=context.then is None)

    # Bars ------------------------------------------------------------------------------------------------------------

    def bars(self, piece: Piece) -> None:
        r"""``|x|``, ``\|x\|``, ``\lvert x \rvert``, ``\left| x \right|``: opening or closing."""
        kind = BARS.get(piece.text) or OPENING_BARS.get(piece.text) or CLOSING_BARS[piece.text]
        if piece.text in CLOSING_BARS or piece.side == "right":
            self._close_bars(piece, kind)
        elif piece.text in OPENING_BARS or piece.side == "left":
            self._open_bars(piece, kind)
        else:
            self._plain_bars(piece, kind)

    def _plain_bars(self, piece: Piece, kind: str) -> None:
        """Bars that look the same on both sides: inside others of their kind they could be either."""
        top = self.open[-1] if self.open else None
        if top is not None and top.closing == CLOSING_SIDES[kind] and not self._is_sided(top) and self.ends_operand():
            self._close_bars(piece, kind)
            return
        for context in reversed(self.open):
            if context.closing in CLOSING_SIDES.values():
                if not self._is_sided(context):
                    fail("nested_bars", (context.opener.start, piece.end))
            elif context.closing != FACTOR:
                break
        self._open_bars(piece, kind)

    @staticmethod
    def _is_sided(context: Context) -> bool:
        return bool(context.opener.side) or context.opener.text in OPENING_BARS

    def _open_bars(self, piece: Piece, kind: str) -> None:
        self.take()
        self.multiply(piece)
        self.enter(OPENING_SIDES[kind], CLOSING_SIDES[kind], piece)
        self.after_name = False

    def _close_bars(self, piece: Piece, kind: str) -> None:
        context = self._close(piece, CLOSING_SIDES[kind])
        self.operator(CLOSING_SIDES[kind], piece)
        order = self.subscript() if kind == "||" else None
        if order is not None:
            self.emit("run", f"_{order}", piece.end, self.end)
        self._closed(context)
