r"""Operands of a LaTeX source: names, numbers, fractions, roots, functions, and the scripts on them."""

from __future__ import annotations

from engine.errors import fail
from engine.language.latex.arguments import Arguments
from engine.language.latex.pieces import Piece, is_sign
from engine.language.latex.stream import FACTOR, Context, Then
from engine.language.latex.words import LOGARITHMS, OPENING, TRANSPOSES
from engine.language.lexer import tokenize
from engine.language.vocabulary import CALLS

WHERE = r"\text{where}"  # in front of what is local to a function
LAYERS = {"(": ")", "[": "]"}  # W^{(1)} is the W of layer 1


class Atoms(Arguments):
    """What has a value."""

    def done(self) -> None:
        """An operand is complete; unless a script follows, so is the function that waited for it."""
        self.after_name = False
        while self.open and self.open[-1].closing == FACTOR and self.peek().text not in ("^", "_"):
            context = self.open.pop()
            self.emit("operator", ")", self.end, self.end)
            if context.then:
                context.then()
                return

    # Numbers and names -----------------------------------------------------------------------------------------------

    def number(self, piece: Piece) -> None:
        r"""A number, or one written as ``3 \cdot 10^{-4}``."""
        self.take()
        if [token.text for token in self.tokens[-2:-1]] == ["^"] and self.tokens[-1].kind == "number":
            self.multiply(piece)  # x^23 is the square of x times 3
        power = self._power_of_ten()
        after_slash = bool(self.tokens) and self.tokens[-1].text == "/"
        if power is None or after_slash:
            self.emit("number", piece.text, piece.start, piece.end)
        else:
            self.position += power[0]
            self.end = self.pieces[self.position - 1].end
            self.emit("number", f"{piece.text}e{power[1]}", piece.start, self.end)
        self.done()

    def _power_of_ten(self) -> tuple[int, str] | None:
        r"""How many pieces of ``\cdot 10^{…}`` follow, and the exponent; ``None`` if anything else does."""
        self.peek()
        found = self.pieces[self.position : self.position + 7]
        texts = [piece.text for piece in found]
        if texts[:1] not in ([r"\cdot"], [r"\times"]) or texts[1:4] != ["10", "^", "{"]:
            return None
        sign = texts[4:5] == ["-"]
        exponent = texts[4 + sign : 6 + sign]
        if len(exponent) < 2 or not exponent[0].isdigit() or exponent[1] != "}":
            return None
        return 6 + sign, "-" * sign + exponent[0]

    def name(self, piece: Piece) -> None:
        r"""A letter, a Greek letter, ``\mathrm{…}`` or ``\hat{…}`` with its subscript."""
        if self._spelled_function(piece):
            return
        text = self.base_name(self.take())
        if text == "where" and self.source.startswith(r"\text", piece.start):
            self.emit("run", WHERE, piece.start, self.end)
            return
        if "." in text:
            self._qualified(text, piece)
        else:
            text += self._digits()
            subscript = self.subscript()
            self.peek()
            self.emit("name", text if subscript is None else f"{text}_{subscript}", piece.start, self.end)
        self._after_name()

    def _after_name(self) -> None:
        following = self.peek()
        if following.text in OPENING and self.tokens[-1].text in CALLS:
            return  # its brackets belong to it
        self.done()
        self.after_name = True

    def _digits(self) -> str:
        """``W1``: digits right behind a letter are its subscript."""
        following = self.peek()
        if following.kind != "number" or following.start != self.end or not following.text.isdigit():
            return ""
        self.take()
        return following.text

    def _qualified(self, text: str, piece: Piece) -> None:
        """``np.max``, held together: as in NumPy code."""
        for token in tokenize(text)[:-1]:
            self.emit(token.kind, token.text, piece.start, piece.end)

    def _spelled_function(self, piece: Piece) -> bool:
        """``exp(`` without its backslash: no product of letters, and read as what it is."""
        if piece.kind != "letter":
            return False
        self.peek()
        stop, text = self.position, ""
        while (
            self.pieces[stop].kind == "letter"
            and len(text) < 16
            and (not text or self.pieces[stop].start == self.pieces[stop - 1].end)
        ):
            text += self.pieces[stop].text
            stop += 1
        if len(text) < 2 or self.pieces[stop].text != "(" or text not in CALLS:
            return False
        self.position, self.end = stop, self.pieces[stop - 1].end
        self.emit("name", text, piece.start, self.end)
        return True

    # Functions -------------------------------------------------------------------------------------------------------

    def function(self, piece: Piece, name: str) -> None:
        r"""``\log(x)``, ``\log x``, ``\sin^2 x``, ``\log_2 x``."""
        self.take()
        name, then = self._base_of(piece, name), self._power_of(piece)
        self.emit("name", name, piece.start, piece.end)
        opening = self.peek()
        if opening.text in OPENING and opening.text not in ("[", r"\lbrack"):
            self.open_bracket(opening, then)
            return
        self.emit("operator", "(", opening.start, opening.start)
        self.open.append(Context(FACTOR, piece, then))
        self.limits.check("brackets", len(self.open), (piece.start, piece.end))

    def _base_of(self, piece: Piece, name: str) -> str:
        if not is_sign(self.peek(), "_"):
            return name
        subscript = self.subscript()
        if name != "log" or subscript not in LOGARITHMS:
            self.peek()
            fail("latex_function_subscript", (piece.start, self.pieces[self.position - 1].end), name=piece.text)
        return LOGARITHMS[subscript]

    def _power_of(self, piece: Piece) -> Then | None:
        """The power that stands between a function and its argument, to be read behind the argument."""
        sign = self.peek()
        if not is_sign(sign, "^"):
            return None
        start = self.position + 1
        stop = self.behind_argument(start)
        inside = [part.text for part in self.pieces[start:stop] if part.text not in ("{", "}")]
        if inside[:1] == ["-"]:
            fail("latex_inverse", (piece.start, self.pieces[stop - 1].end), name=piece.text)
        self.position = stop

        def power() -> None:
            self.operator("^", sign)
            self.argument(self.done)

        return self.read_later(start, power)

    # Scripts ---------------------------------------------------------------------------------------------------------

    def script(self, piece: Piece, sign: str) -> None:
        """A superscript on the operand that has just been read; a subscript stands only on a name."""
        span = (piece.start, piece.end)
        if sign == "_":
            fail("latex_subscript_base", span)
        if not self.ends_operand():
            fail("operand_expected", span, found="^")
        self.take()
        self.peek()
        start = self.position
        stop = self.behind_argument(start)
        inside = self.pieces[start:stop] if stop - start < 8 else []
        texts = [part.text for part in inside if part.text not in ("{", "}")]
        place = (piece.start, self.pieces[stop - 1].end)
        if texts in ([transpose] for transpose in TRANSPOSES):
            self._postfix("ᵀ", stop, place)
        elif texts == ["-", "1"]:
            self._postfix("⁻¹", stop, place)
        else:
            self._refuse_script(texts, inside, place)
            self.operator("^", piece)
            self.argument(self.done)

    def _postfix(self, text: str, stop: int, place: tuple[int, int]) -> None:
        self.position, self.end = stop, place[1]
        self.emit("superscript", text, *place)
        self.done()

    def _refuse_script(self, texts: list[str], inside: list[Piece], place: tuple[int, int]) -> None:
        r"""``W^{(1)}`` counts layers, ``x^*`` and ``x^{\prime}`` are names: none of them is a power."""
        is_layer = (
            len(texts) == 3
            and LAYERS.get(texts[0]) == texts[2]
            and texts[1].isascii()
            and not any(part.side for part in inside)
        )
        if is_layer:
            fail("latex_layer", place, index=texts[1])
        if texts in (["*"], [r"\ast"], [r"\star"], [r"\prime"], ["'"], ["+"], [r"\dagger"]):
            fail("prime", place)
