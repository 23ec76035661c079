r"""Operands of a LaTeX source: names, numbers, fractions, roots, functions, and the scripts on them."""

from __future__ import annotations

from engine.errors import fail
from engine.language.latex.brackets import Brackets
from engine.language.latex.pieces import Piece, first_digit, has_more_digits, is_sign
from engine.language.latex.stream import FACTOR, Context, Then
from engine.language.latex.words import ACCENTS, LOGARITHMS, OPENING, SILENT_ACCENTS, SYMBOLS, TRANSPOSES
from engine.language.lexer import tokenize
from engine.language.vocabulary import CALLS

WHERE = r"\text{where}"  # in front of what is local to a function
LAYERS = {"(": ")", "[": "]"}  # W^{(1)} is the W of layer 1


class Atoms(Brackets):
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
        spelled = self._spelled_function(piece)
        if spelled:
            return
        text = self._base(self.take())
        if text == "where" and self.peek().text not in OPENING:
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

    def _base(self, piece: Piece) -> str:
        if piece.kind != "command":
            return piece.text
        name = piece.text[1:]
        return self._accented(piece, name) if name in ACCENTS else SYMBOLS[name]

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

    # Arguments -------------------------------------------------------------------------------------------------------

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
            self.emit("name", self._base(piece), piece.start, self.end)
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

    # Scripts ---------------------------------------------------------------------------------------------------------

    def script(self, piece: Piece, sign: str) -> None:
        """A superscript on the operand that has just been read; a subscript stands only on a name."""
        span = (piece.start, piece.end)
        if sign == "_":
            fail("latex_subscript_base", span)
        self.refuse_empty_base(piece)
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

    def refuse_empty_base(self, piece: Piece) -> None:
        """Fail for a superscript on nothing."""
        if not self.ends_operand():
            fail("operand_expected", (piece.start, piece.end), found="^")

    def _postfix(self, text: str, stop: int, place: tuple[int, int]) -> None:
        self.position, self.end = stop, place[1]
        self.emit("superscript", text, *place)
        self.done()

    def _refuse_script(self, texts: list[str], inside: list[Piece], place: tuple[int, int]) -> None:
        r"""``W^{(1)}`` counts layers, ``x^*`` and ``x^{\prime}`` are names: none of them is a power."""
        is_layer = len(texts) == 3 and LAYERS.get(texts[0]) == texts[2] and not any(part.side for part in inside)
        if is_layer:
            fail("latex_layer", place, index=texts[1])
        if texts in (["*"], [r"\ast"], [r"\star"], [r"\prime"], ["'"], ["+"], [r"\dagger"]):
            fail("prime", place)
