"""Tokens to one expression: binding powers in one table, one loop, and explicit stacks for any depth."""

from __future__ import annotations

from collections.abc import Callable

from engine.errors import Span, fail
from engine.language.lexer import SUPERSCRIPTS, Token
from engine.language.operators import BAR_KINDS, BINDING, CLOSING, MULTIPLY, NEGATE, Frame, Operand, Operator
from engine.language.stack import ExpressionStack
from engine.language.syntax import Call, Constant, Expression, Name, Number

LITERALS = {"True": True, "False": False, "None": None}


class ExpressionParser(ExpressionStack):
    """Reads one expression from ``reader``'s tokens and stops in front of what cannot belong to it."""

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
        elif token.kind == "run":
            self._run(token)
        elif token.text in PREFIX:
            PREFIX[token.text](self, token)
        else:
            self._no_operand(token)
        return True

    def _no_operand(self, token: Token) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame and self._closes_early(frame, token):
            self.reader.take()
            self._close(frame, token)
        else:
            self.reader.fail_operand(token, frame.opener if frame else None)

    def _closes_early(self, frame: Frame, token: Token) -> bool:
        """Whether a bracket may close where an operand could stand: ``f()``, ``(a,)``."""
        may_end = frame.kind == "call" or (frame.commas > 0 and frame.kind not in BAR_KINDS)
        return may_end and token.kind == "operator" and token.text == CLOSING[frame.kind] and self._is_top(frame)

    def _is_top(self, frame: Frame) -> bool:
        return bool(self.pending) and self.pending[-1] is frame and frame.keyword is None

    def _number(self, token: Token, sign: float, start: int | None = None) -> None:
        self.reader.take()
        following = self.reader.peek()
        if following.kind == "number":
            fail("two_numbers", (token.start, following.end))
        if following.kind == "run" and following.start == token.end and following.text.startswith("_"):
            fail("underscored_number", (token.start, following.end), plain=token.text + following.text.replace("_", ""))
        begin = token.start if start is None else start
        text = token.text if sign > 0 else "-" + token.text
        self._push(Number((begin, token.end), sign * float(token.text), text), begin, token.end)

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
            self.reader.fail_operand(after, self.frames[-1].opener if self.frames else None)

    def _open(self, token: Token) -> None:
        self.reader.take()
        self._enter(Frame(token.text, token, token.start))

    def _open_bars(self, token: Token) -> None:
        if self.frames and self.frames[-1].kind in BAR_KINDS:
            fail("nested_bars", (self.frames[-1].start, token.end))
        self._open(token)

    def _enter(self, frame: Frame) -> None:
        self.reader.check_brackets(len(self.frames) + 1, frame.opener)
        self.pending.append(frame)
        self.frames.append(frame)
        self.expecting = True

    def _run(self, token: Token) -> None:
        if self._keyword(token):
            return
        if token.text in LITERALS and not self.reader.is_variable(token.text):
            self.reader.take()
            self._push(Constant((token.start, token.end), LITERALS[token.text]), token.start, token.end)
            return
        qualified, start = self.reader.skip_prefix()
        pieces = self.reader.names(self.reader.take(), qualified)
        for index, name in enumerate(pieces):
            if index:
                self._implicit(name.span[0])
            if index == len(pieces) - 1 and self.reader.is_call(name, qualified):
                self._call(name, qualified, start if index == 0 else name.span[0])
            else:
                self._push(name, name.span[0], name.span[1])

    def _keyword(self, token: Token) -> bool:
        frame = self.frames[-1] if self.frames else None
        if not frame or frame.kind != "call" or not self._is_top(frame) or self.reader.peek(1).text != "=":
            return False
        if token.text in dict(frame.keywords):
            fail("argument_twice", (token.start, token.end), name=token.text)
        frame.keyword = token.text
        self.reader.take()
        self.reader.take()
        return True

    def _call(self, name: Name, qualified: bool, start: int) -> None:
        opener = self.reader.take()
        self._enter(Frame("call", opener, start, name.key, qualified, name.span))

    # Where an operator is expected -----------------------------------------------------------------------------------

    def _continuation(self) -> bool:
        token = self.reader.peek()
        frame = self.frames[-1] if self.frames else None
        if frame and token.text == CLOSING[frame.kind] and token.kind == "operator":
            self.reader.take()
            self._close(frame, token)
        elif frame and frame.kind == "|" and token.text == "||":
            self.reader.split_bars()
        elif token.text in INFIX and token.kind == "operator":
            INFIX[token.text](self, token)
        elif token.kind == "superscript":
            self._superscript(token)
        elif token.kind in ("number", "run"):
            self.reader.refuse_decimal(token)
            self._implicit(token.start)
        elif frame:
            self.reader.fail_unclosed(frame.opener, token)
        else:
            return False
        return True

    def _binary(self, token: Token) -> None:
        self.reader.take()
        self._wait(Operator(token.text, BINDING[token.text], token.start, token.end))

    def _wait(self, operator: Operator) -> None:
        right_associative = operator.symbol == "^"
        self._reduce(operator.power + (1 if right_associative else 0))
        self.pending.append(operator)
        self.expecting = True

    def _implicit(self, at: int, called: Operand | None = None) -> None:
        self._wait(Operator("·", MULTIPLY, at, at, called=called))

    def _juxtaposed(self, token: Token) -> None:
        if token.text in BAR_KINDS and self.frames and self.frames[-1].kind in BAR_KINDS:
            fail("nested_bars", (self.frames[-1].start, token.end))
        left = self.operands[-1]
        called = token.text == "(" and isinstance(left.value, Name) and left.value.span[1] == token.start
        self._implicit(token.start, left if called else None)

    def _comma(self, token: Token) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is None or frame.kind in BAR_KINDS:
            fail("stray_comma", (token.start, token.end))
        self.reader.take()
        self._collect(frame)
        frame.commas += 1
        self.expecting = True

    def _dot(self, token: Token) -> None:
        self.reader.take()
        attribute = self.reader.take()
        operand = self.operands.pop()
        if attribute.kind != "run":
            fail("attribute_expected", (token.start, max(attribute.end, token.end)))
        place = (attribute.start, attribute.end)
        if attribute.text == "T":
            self._transpose(operand, place)
        elif self.reader.is_method(attribute):
            self.expecting = True
            opener = self.reader.take()
            self._enter(Frame("call", opener, operand.start, attribute.text, True, place, [operand.value]))
        else:
            fail("unknown_attribute", (token.start, attribute.end), name=attribute.text)

    def _transpose(self, operand: Operand, place: Span) -> None:
        call = Call((operand.start, place[1]), "transpose", (operand.value,), (), True, place)
        self._push(call, operand.start, place[1])

    def _superscript(self, token: Token) -> None:
        self.reader.take()
        operand = self.operands.pop()
        place, span = (token.start, token.end), (operand.start, token.end)
        if token.text == "ᵀ":
            self._transpose(operand, place)
        elif token.text == "⁻¹":
            self._push(Call(span, "reciprocal", (operand.value,), (), False, place), *span)
        else:
            text = token.text.translate(SUPERSCRIPTS)
            self._push(self._power(span, operand.value, Number(place, float(text), text), place), *span)

    def _index(self, token: Token) -> None:
        fail("indexing", (self.operands[-1].start, token.end))


Handler = Callable[[ExpressionParser, Token], None]
PREFIX: dict[str, Handler] = {
    "-": ExpressionParser._minus,
    "+": ExpressionParser._plus,
    "(": ExpressionParser._open,
    "[": ExpressionParser._open,
    "|": ExpressionParser._open_bars,
    "||": ExpressionParser._open_bars,
}
INFIX: dict[str, Handler] = {
    **dict.fromkeys(BINDING, ExpressionParser._binary),
    "(": ExpressionParser._juxtaposed,
    "|": ExpressionParser._juxtaposed,
    "||": ExpressionParser._juxtaposed,
    "[": ExpressionParser._index,
    ",": ExpressionParser._comma,
    ".": ExpressionParser._dot,
}
