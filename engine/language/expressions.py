"""Tokens to one expression: binding powers in one table, one loop, and explicit stacks for any depth."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NoReturn

from engine.errors import fail
from engine.language.lexer import SUPERSCRIPTS, WORDS, Token
from engine.language.names import key_of
from engine.language.operators import BAR_KINDS, BINDING, CLOSING, COMPARE, NEGATE, Frame, Operator
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
        reader = self.reader
        while True:
            token = reader.tokens[reader.position]
            if self.expecting:
                self._operand(token)
            elif not self._continuation(token):
                break
        self._reduce(COMPARE)
        return self.operands.pop()[0]

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
        text, span = token.text, (start, token.end)
        self._push(Number(span, sign * float(text), text if sign > 0 else "-" + text), span)

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
            self.pending.append(Operator("-", NEGATE, token.start, token.end))

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
        span = (token.start, token.end)
        self._push(Constant(span, ...), span)

    def _word(self, token: Token) -> None:
        reader, frame = self.reader, self.frame
        following = reader.tokens[reader.position + 1].text
        if frame:
            if following == "=" and frame.kind == "call" and self._is_top(frame):
                self._keyword(token, frame)
                return
            if token.text in BEGINNINGS:
                refuse_next_line(reader.source, frame.opener, reader.last(), token)
        qualified, start = False, token.start
        if following == ".":
            qualified, start = reader.skip_prefix()
            token = reader.peek()
        reader.position += 1
        text = token.text
        if text == "newaxis" or (text in LITERALS and not reader.is_variable(text)):
            span = (token.start, token.end)
            self._push(Constant(span, LITERALS.get(text)), span)
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
        *factors, last = names
        for name in factors:
            self._name(name, qualified)
            start = name.span[1]
            self._wait("·", start, start)
        if self.reader.is_call(last, qualified):
            self._call(start, last.key, qualified, last.span)
        else:
            self._name(last, qualified)

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
            self._wait("·", token.start, token.start)
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
        called = token.text == "(" and isinstance(left[0], Name) and left[0].span[1] == token.start
        self._wait("·", token.start, token.start, left if called else None)

    def _bracket(self, token: Token) -> None:
        """``x[0]`` picks entries; ``W [1, 2]`` and ``2[1, 2]`` are products with an array."""
        left, (start, end) = self.operands[-1]
        if token.start > end or isinstance(left, Number):
            self._wait("·", token.start, token.start)
            return
        self.reader.take()
        self.operands.pop()
        frame = Frame("index", token, start)
        frame.indexed = left
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
        operand, extent = self.operands.pop()
        place = (attribute.start, attribute.end)
        if attribute.text in ("T", "shape"):
            self.reader.refuse_call(token, attribute)
            self._attribute("transpose" if attribute.text == "T" else "shape", operand, extent[0], place)
        elif self.reader.is_method(attribute):
            self._call(extent[0], attribute.text, True, place).items.append(operand)
        else:
            inside = operand.span if extent[0] < operand.span[0] else extent
            fail_attribute(self.reader.source, inside, token, attribute)

    def _superscript(self, token: Token) -> None:
        self.reader.take()
        operand, (start, _) = self.operands.pop()
        place, span = (token.start, token.end), (start, token.end)
        if token.text == "ᵀ":
            self._attribute("transpose", operand, start, place)
        elif token.text == "⁻¹":
            self._push(Call(span, "reciprocal", (operand,), (), False, place), span)
        else:
            text = token.text.translate(SUPERSCRIPTS)
            self._push(self._power(span, operand, Number(place, float(text), text), place), span)


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
