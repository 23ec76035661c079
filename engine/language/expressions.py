"""Tokens to one expression: binding powers in one table, one loop, and explicit stacks for any depth."""

from __future__ import annotations

from collections.abc import Callable, Collection

from engine.errors import fail
from engine.language.lexer import SUPERSCRIPTS, WORDS, Token
from engine.language.names import key_of
from engine.language.operators import BAR_KINDS, BINDING, CLOSING, NEGATE, PLAIN_BARS, Frame, Operand, Operator
from engine.language.reading import Reader
from engine.language.refusals import fail_attribute, fail_operand, fail_operator, fail_unclosed, refuse_next_line
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
        while self._operand() if self.expecting else self._continuation():
            pass
        self._reduce(0)
        return self.operands.pop().value

    # Where an operand is expected ------------------------------------------------------------------------------------

    def _operand(self) -> bool:
        token = self.reader.peek()
        if token.kind == "number":
            self._number(token, 1.0)
        elif token.kind in WORDS:
            self._word(token)
        elif token.kind == "operator" and token.text in PREFIX:
            PREFIX[token.text](self, token)
        else:
            self._no_operand(token)
        return True

    def _no_operand(self, token: Token) -> None:
        frame = self.frames[-1] if self.frames else None
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

    def _is_top(self, frame: Frame) -> bool:
        return bool(self.pending) and self.pending[-1] is frame and frame.keyword is None

    def _number(self, token: Token, sign: float, start: int | None = None) -> None:
        before = self.reader.last()
        self.reader.take()
        following = self.reader.peek()
        if following.kind == "number":
            fail("two_numbers", (token.start, following.end))
        if following.kind == "run" and following.start == token.end and following.text.startswith("_"):
            self._underscored(before, token, following)
        begin = token.start if start is None else start
        text = token.text if sign > 0 else "-" + token.text
        self._push(Number((begin, token.end), sign * float(token.text), text), begin, token.end)

    def _underscored(self, before: Token, token: Token, following: Token) -> None:
        """``1_000`` is no number, and in ``||x||^2_2`` the subscript stands on the wrong side."""
        plain = token.text + following.text.replace("_", "")
        fail(
            "superscript_subscript" if before.text == "^" else "underscored_number",
            (token.start, following.end),
            plain=plain,
        )

    def _minus(self, token: Token) -> None:
        number, after = self.reader.peek(1), self.reader.peek(2)
        if number.kind == "number" and after.text != "^" and after.kind != "superscript":
            self.reader.take()
            self._number(number, -1.0, token.start)
            return
        self.reader.take()
        self.pending.append(Operator("-", NEGATE, token.start, token.end, prefix=True))

    def _plus(self, token: Token) -> None:
        self.reader.take()
        after = self.reader.peek()
        if after.kind == "operator" and after.text not in PREFIX:
            opener = self.frames[-1].opener if self.frames else None
            fail_operand(self.reader.source, token, after, opener)

    def _open(self, token: Token) -> None:
        self.reader.take()
        self._enter(Frame(token.text, token, token.start))

    def _open_brace(self, token: Token) -> None:
        """``x^{n+1}`` as LaTeX writes it; elsewhere curly brackets are Python's sets."""
        if self.reader.last().text != "^":
            fail("curly_bracket", (token.start, token.end), sign=token.text)
        self._open(token)

    def _open_bars(self, token: Token) -> None:
        if token.text in PLAIN_BARS and self.frames and self.frames[-1].kind in PLAIN_BARS:
            fail("nested_bars", (self.frames[-1].start, token.end))
        self._open(token)

    def _enter(self, frame: Frame) -> None:
        self.reader.check_brackets(len(self.frames) + 1, frame.opener)
        self.pending.append(frame)
        self.frames.append(frame)
        self.expecting = True

    def _ellipsis(self, token: Token) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is None or frame.kind != "index" or not self._is_top(frame):
            fail("stray_ellipsis", (token.start, token.end))
        self.reader.take()
        self._push(Constant((token.start, token.end), ...), token.start, token.end)

    def _word(self, token: Token) -> None:
        if self._keyword(token):
            return
        if self.frames:
            refuse_next_line(self.reader.source, self.frames[-1].opener, self.reader.last(), token)
        qualified, start = self.reader.skip_prefix()
        token = self.reader.take()
        if token.text == "newaxis" or (token.text in LITERALS and not self.reader.is_variable(token.text)):
            self._push(Constant((token.start, token.end), LITERALS.get(token.text)), token.start, token.end)
            return
        pieces = self.reader.names(token, qualified)
        for index, name in enumerate(pieces):
            begin = start if index == 0 else name.span[0]
            if index:
                self._implicit(begin)
            if index == len(pieces) - 1 and self.reader.is_call(name, qualified):
                opener = self.reader.take()
                self._enter(Frame("call", opener, begin, name.key, qualified, name.span))
            else:
                self._push(name, name.span[0], name.span[1])
                self.reader.doubt_constant(name, qualified)

    def _keyword(self, token: Token) -> bool:
        frame = self.frames[-1] if self.frames else None
        if not frame or frame.kind != "call" or not self._is_top(frame) or self.reader.peek(1).text != "=":
            return False
        key = key_of(token.text)
        if key in frame.keywords:
            fail("argument_twice", (token.start, token.end), name=token.text)
        self.reader.take()
        self.reader.take()
        if token.text == "dtype":
            self.reader.skip_type()
        else:
            frame.keyword = key
        return True

    # Where an operator is expected -----------------------------------------------------------------------------------

    def _continuation(self) -> bool:
        token = self.reader.peek()
        frame = self.frames[-1] if self.frames else None
        if frame and token.kind == "operator" and token.text == CLOSING[frame.kind]:
            self.reader.take()
            self._close(frame, token)
        elif frame and frame.kind == "|" and token.text == "||":
            self._close(frame, self.reader.split_bars())
        elif not frame and token.text in self.until:
            return False
        elif token.kind == "operator" and token.text in INFIX:
            INFIX[token.text](self, token)
        elif token.kind == "superscript":
            self._superscript(token)
        elif token.kind == "number" or token.kind in WORDS:
            self.reader.refuse_decimal(token)
            self._implicit(token.start)
        elif frame:
            fail_unclosed(self.reader.source, frame.opener, token)
        else:
            return False
        return True

    def _binary(self, token: Token) -> None:
        self.reader.take()
        self._wait(Operator(token.text, BINDING[token.text], token.start, token.end))

    def _juxtaposed(self, token: Token) -> None:
        if token.text in PLAIN_BARS and self.frames and self.frames[-1].kind in PLAIN_BARS:
            fail("nested_bars", (self.frames[-1].start, token.end))
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
        self._enter(Frame("index", token, left.start, indexed=left.value))

    def _comma(self, token: Token) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is None or frame.kind in BAR_KINDS or frame.kind == "{":
            self.reader.refuse_comma(token)
        self.reader.take()
        self._collect(frame)
        frame.commas += 1
        self.expecting = True

    def _colon(self, token: Token) -> None:
        """One of the colons of a slice."""
        frame = self.frames[-1] if self.frames else None
        if frame is None or frame.kind != "index" or (self.expecting and not self._is_top(frame)):
            fail_operator(self.reader.source, token)
        if len(frame.bounds) == 2:
            fail("slice_parts", (token.start, token.end))
        bound = None if self.expecting else self._finished()
        if not frame.bounds:
            frame.slice_start = bound.span[0] if bound else token.start
        frame.bounds.append(bound)
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
            opener = self.reader.take()
            self._enter(Frame("call", opener, operand.start, attribute.text, True, place, [operand.value]))
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
