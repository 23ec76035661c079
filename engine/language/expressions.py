"""Tokens to one expression: binding powers in one table, one loop, and explicit stacks for any depth."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NoReturn

from engine.errors import fail
from engine.language.lexer import SUPERSCRIPTS, WORDS, Token
from engine.language.names import key_of
from engine.language.operators import BAR_KINDS, BINDING, CLOSING, NEGATE, Frame, Operand, Operator
from engine.language.reading import Reader
from engine.language.refusals import (
    BEGINNINGS,
    fail_attribute,
    fail_operand,
    fail_operator,
    fail_unclosed,
    refuse_next_line,
)  # fmt: skip
from engine.language.stack import ExpressionStack
from engine.language.syntax import Call, Constant, Expression, Name, Number
from engine.language.vocabulary import LITERALS


class ExpressionParser(ExpressionStack):
    """Reads one expression from ``reader``'s tokens and stops in front of what cannot belong to it.

    ``until`` holds signs that end it outside all brackets, such as the comma between two values.
    """

    def __init__(self, reader: Reader, until: Collection[str] = ()) -> None:
        super().__init__(reader)
        self.until = until

    def parse(self) -> Expression:
        """The expression at the reader's position."""
        while True:
            token = self.reader.tokens[self.reader.position]
            if self.expecting:
                self._operand(token)
            elif not self._continuation(token):
                break
        self._reduce(0)
        return self.operands.pop().value

    # Where an operand is expected ------------------------------------------------------------------------------------

    def _operand(self, token: Token) -> None:
        kind = token.kind
        if kind in WORDS:
            self._word(token)
        elif kind == "number":
            self._number(token, 1.0, token.start)
        elif kind == "operator" and token.text in PREFIX:
            PREFIX[token.text](self, token)
        else:
            self._no_operand(token)

    def _no_operand(self, token: Token) -> None:
        frame = self.frame
        if frame and self._closes_early(frame, token):
            self.reader.take()
            self._close(frame, token)
        elif frame and token.text == "," and frame.bounds and self._is_top(frame):
            self._comma(token)
        else:
            opener = frame.opener if frame else None
            fail_operand(self.reader.source, self.reader.last(), token, opener)

    def _closes_early(self, frame: Frame, token: Token) -> bool:
        """Whether a bracket may close where an operand could stand: ``f()``, ``(a,)``, ``x[1:]``."""
        may_end = frame.kind == "call" or bool(frame.bounds) or (frame.commas > 0 and frame.kind not in BAR_KINDS)
        return may_end and token.kind == "operator" and token.text == CLOSING[frame.kind] and self._is_top(frame)

    def _number(self, token: Token, sign: float, start: int) -> None:
        reader = self.reader
        reader.position += 1
        following = reader.tokens[reader.position]
        if following.kind == "number":
            fail("two_numbers", (token.start, following.end))
        if following.kind == "run" and following.start == token.end and following.text[0] == "_":
            self._underscored(token, following)
        text, end = token.text, token.end
        self._push(Number((start, end), sign * float(text), text if sign > 0 else "-" + text), start, end)

    def _underscored(self, token: Token, following: Token) -> NoReturn:
        """``1_000`` is no number, and in ``||x||^2_2`` the subscript stands on the wrong side."""
        before = self.reader.tokens[max(0, self.reader.position - 2)]
        plain = token.text + following.text.replace("_", "")
        fail(
            "superscript_subscript" if before.text == "^" else "underscored_number",
            (token.start, following.end),
            plain=plain,
        )

    def _minus(self, token: Token) -> None:
        reader = self.reader
        reader.position += 1
        number, after = reader.tokens[reader.position], reader.tokens[reader.position + 1]
        if number.kind == "number" and after.text != "^" and after.kind != "superscript":
            self._number(number, -1.0, token.start)
        else:
            self.pending.append(Operator("-", NEGATE, token.start, token.end, prefix=True))

    def _plus(self, token: Token) -> None:
        self.reader.take()
        after = self.reader.peek()
        if after.kind == "operator" and after.text not in PREFIX:
            fail_operand(self.reader.source, token, after, self.frame.opener if self.frame else None)

    def _open(self, token: Token) -> None:
        self.reader.position += 1
        self._enter(Frame(token.text, token, token.start))

    def _open_brace(self, token: Token) -> None:
        """``x^{n+1}`` as LaTeX writes it; elsewhere curly brackets are Python's sets."""
        if self.reader.last().text != "^":
            fail("curly_bracket", (token.start, token.end), sign=token.text)
        self._open(token)

    def _open_bars(self, token: Token) -> None:
        self._refuse_nested_bars(token)
        self._open(token)

    def _ellipsis(self, token: Token) -> None:
        frame = self.frame
        if frame is None or frame.kind != "index" or not self._is_top(frame):
            fail("stray_ellipsis", (token.start, token.end))
        self.reader.take()
        self._push(Constant((token.start, token.end), ...), token.start, token.end)

    def _word(self, token: Token) -> None:
        reader, frame = self.reader, self.frame
        following = reader.tokens[reader.position + 1].text
        if frame:
            if following == "=" and frame.kind == "call" and self._is_top(frame):
                self._keyword(token, frame)
                return
            if token.text in BEGINNINGS:
                refuse_next_line(reader.source, frame.opener, reader.last(), token)
        qualified, start = reader.skip_prefix() if following == "." else (False, token.start)
        token = reader.take()
        if token.text == "newaxis" or (token.text in LITERALS and not reader.is_variable(token.text)):
            self._push(Constant((token.start, token.end), LITERALS.get(token.text)), token.start, token.end)
        else:
            self._names(reader.names(token, qualified), qualified, start)

    def _keyword(self, token: Token, frame: Frame) -> None:
        key = key_of(token.text)
        if key in frame.keywords:
            fail("argument_twice", (token.start, token.end), name=token.text)
        self.reader.position += 2
        if token.text == "dtype":
            self.reader.skip_type()
        else:
            frame.keyword = key

    def _names(self, names: list[Name], qualified: bool, start: int) -> None:
        """The names of one run, which begins at ``start`` with its prefix: a product, whose last may be called."""
        reader, last = self.reader, names[-1]
        for name in names:
            begin, end = name.span
            if name is not names[0]:
                self._implicit(begin)
                start = begin
            if name is last and reader.is_call(name, qualified):
                self._call(start, name.key, qualified, name.span)
            else:
                self._push(name, begin, end)
                if name.key == "e" and not qualified:
                    reader.doubt_constant(name)

    # Where an operator is expected -----------------------------------------------------------------------------------

    def _continuation(self, token: Token) -> bool:
        kind, text, frame = token.kind, token.text, self.frame
        if frame and kind == "operator" and text == CLOSING[frame.kind]:
            self.reader.position += 1
            self._close(frame, token)
        elif frame and frame.kind == "|" and text == "||":
            self._close(frame, self.reader.split_bars())
        elif not frame and text in self.until:
            return False
        elif kind == "operator" and text in INFIX:
            INFIX[text](self, token)
        elif kind == "superscript":
            self._superscript(token)
        elif kind == "number" or kind in WORDS:
            self.reader.refuse_decimal(token)
            self._implicit(token.start)
        elif frame:
            fail_unclosed(self.reader.source, frame.opener, token)
        else:
            return False
        return True

    def _binary(self, token: Token) -> None:
        self.reader.position += 1
        self._wait(token.text, token.start, token.end)

    def _juxtaposed(self, token: Token) -> None:
        self._refuse_nested_bars(token)
        left = self.operands[-1]
        called = token.text == "(" and isinstance(left.value, Name) and left.value.span[1] == token.start
        self._implicit(token.start, left if called else None)

    def _bracket(self, token: Token) -> None:
        """``x[0]`` picks entries; ``W [1, 2]`` and ``2[1, 2]`` are products with an array."""
        left = self.operands[-1]
        if token.start > left.end or isinstance(left.value, Number):
            self._implicit(token.start)
            return
        self.reader.take()
        self.operands.pop()
        frame = Frame("index", token, left.start)
        frame.indexed = left.value
        self._enter(frame)

    def _comma(self, token: Token) -> None:
        frame = self.frame
        if frame is None or frame.kind in BAR_KINDS or frame.kind == "{":
            self.reader.refuse_comma(token)
        self.reader.take()
        self._collect(frame)
        frame.commas += 1
        self.expecting = True

    def _colon(self, token: Token) -> None:
        """One of the colons of a slice."""
        frame = self.frame
        if frame is None or frame.kind != "index" or (self.expecting and not self._is_top(frame)):
            fail_operator(self.reader.source, token)
        if len(frame.bounds) == 2:
            fail("slice_parts", (token.start, token.end))
        bound = None if self.expecting else self._finished()
        if not frame.bounds:
            frame.slice_start = bound.span[0] if bound else token.start
        frame.bounds += (bound,)
        self.reader.take()
        self.expecting = True

    def _dot(self, token: Token) -> None:
        self.reader.take()
        attribute = self.reader.take()
        operand = self.operands.pop()
        place = (attribute.start, attribute.end)
        if attribute.text in ("T", "shape"):
            self.reader.refuse_call(token, attribute)
            self._attribute("transpose" if attribute.text == "T" else "shape", operand, place)
        elif self.reader.is_method(attribute):
            self._call(operand.start, attribute.text, True, place).items.append(operand.value)
        else:
            fail_attribute(self.reader.source, operand.inside(), token, attribute)

    def _superscript(self, token: Token) -> None:
        self.reader.take()
        operand = self.operands.pop()
        place, span = (token.start, token.end), (operand.start, token.end)
        if token.text == "ᵀ":
            self._attribute("transpose", operand, place)
        elif token.text == "⁻¹":
            self._push(Call(span, "reciprocal", (operand.value,), (), False, place), *span)
        else:
            text = token.text.translate(SUPERSCRIPTS)
            self._push(self._power(span, operand.value, Number(place, float(text), text), place), *span)

    def _attribute(self, function: str, operand: Operand, place: tuple[int, int]) -> None:
        call = Call((operand.start, place[1]), function, (operand.value,), (), True, place)
        self._push(call, operand.start, place[1])


Handler = Callable[[ExpressionParser, Token], None]
PREFIX: dict[str, Handler] = {
    "-": ExpressionParser._minus,
    "+": ExpressionParser._plus,
    "(": ExpressionParser._open,
    "[": ExpressionParser._open,
    "{": ExpressionParser._open_brace,
    "|": ExpressionParser._open_bars,
    "||": ExpressionParser._open_bars,
    "l|": ExpressionParser._open_bars,
    "l||": ExpressionParser._open_bars,
    ":": ExpressionParser._colon,
    "...": ExpressionParser._ellipsis,
}
INFIX: dict[str, Handler] = {
    **dict.fromkeys(BINDING, ExpressionParser._binary),
    "(": ExpressionParser._juxtaposed,
    "|": ExpressionParser._juxtaposed,
    "||": ExpressionParser._juxtaposed,
    "l|": ExpressionParser._juxtaposed,
    "l||": ExpressionParser._juxtaposed,
    "[": ExpressionParser._bracket,
    ",": ExpressionParser._comma,
    ":": ExpressionParser._colon,
    ".": ExpressionParser._dot,
}
