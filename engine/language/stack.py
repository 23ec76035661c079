"""The parser's stack: operands, waiting operators and open brackets, and how they become syntax."""

from __future__ import annotations

from engine.errors import Span, fail
from engine.language.doubts import Doubts
from engine.language.lexer import Token
from engine.language.operators import BAR_KINDS, BINDING, COMPARE, MULTIPLY, Frame, Operand, Operator
from engine.language.reading import Reader
from engine.language.syntax import Array, Bars, Binary, Call, Expression, Index, Name, Negative, Number, Slice, Tuple


class ExpressionStack:
    """What has been read of an expression so far."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.operands: list[Operand] = []
        self.pending: list[Operator | Frame] = []
        self.frames: list[Frame] = []
        self.doubts = Doubts(reader)
        self.expecting = True

    def _push(self, value: Expression, start: int, end: int) -> None:
        self.operands.append(Operand(value, start, end))
        self.expecting = False

    def _wait(self, operator: Operator) -> None:
        """Let an operator wait for its right operand; what binds more tightly on its left is built now."""
        right_associative = operator.symbol == "^"
        self._reduce(operator.power + (1 if right_associative else 0))
        self.pending.append(operator)
        self.expecting = True

    def _implicit(self, at: int, called: Operand | None = None) -> None:
        self._wait(Operator("·", MULTIPLY, at, at, called=called))

    def _finished(self) -> Expression:
        """The operand that has been read since the bracket, the comma or the colon."""
        self._reduce(0)
        return self.operands.pop().value

    def _collect(self, frame: Frame) -> None:
        """Move the finished operand into its frame."""
        if frame.bounds:
            frame.items.append(self._slice(frame))
            return
        value = self._finished()
        if frame.keyword is not None:
            frame.keywords[frame.keyword] = value
            frame.keyword = None
        elif frame.keywords:
            fail("positional_after_keyword", value.span)
        else:
            frame.items.append(value)

    def _slice(self, frame: Frame) -> Slice:
        """The slice whose last bound, if any, has just been read."""
        bounds = [*frame.bounds, None if self.expecting else self._finished(), None]
        frame.bounds = []
        return Slice((frame.slice_start, self.reader.last().start), *bounds[:3])

    def _reduce(self, power: int) -> None:
        """Build every waiting operator that binds at least as tightly as ``power``, down to the open bracket."""
        while self.pending and isinstance(top := self.pending[-1], Operator) and top.power >= power:
            self.pending.pop()
            right = self.operands.pop()
            if top.prefix:
                self.operands.append(Operand(Negative((top.start, right.end), right.value), top.start, right.end))
                self.doubts.minus(top, right)
            else:
                self._build(top, self.operands.pop(), right)

    def _build(self, operator: Operator, left: Operand, right: Operand) -> None:
        span, place = (left.start, right.end), (operator.start, operator.end)
        value: Expression
        if operator.symbol == "^":
            value = self._power(span, left.value, right.value, place)
        else:
            if operator.power == COMPARE and _is_bare_comparison(left):
                self._refuse_chain(operator, left, right)
            value = Binary(span, operator.symbol, left.value, right.value, place)
        self.operands.append(Operand(value, *span))
        self.doubts.operator(operator, left, value, right)

    def _refuse_chain(self, operator: Operator, left: Operand, right: Operand) -> None:
        assert isinstance(left.value, Binary)
        source = self.reader.source
        middle, sign = source[left.value.place[1] : left.end].strip(), source[operator.start : operator.end]
        texts = {"left": self._text(left), "right": f"{middle} {sign} {self._text(right)}"}
        fail("chained_comparison", (left.start, right.end), **texts)

    def _power(self, span: Span, base: Expression, exponent: Expression, place: Span) -> Expression:
        if isinstance(base, Bars) and base.kind == "norm" and isinstance(exponent, Number) and exponent.value == 2:
            return Bars(span, "squared_norm", base.operand)
        if isinstance(base, Name) and base.key == "e" and not self.reader.is_variable("e"):
            return Call(span, "exp", (exponent,), (), self.reader.hides("exp"), base.span)
        return Binary(span, "^", base, exponent, place)

    def _text(self, operand: Operand) -> str:
        return self.reader.source[operand.start : operand.end]

    def _close(self, frame: Frame, token: Token) -> None:
        if not self.expecting or frame.bounds:
            self._collect(frame)
        self.pending.pop()
        self.frames.pop()
        span = (frame.start, token.end)
        if frame.kind == "call":
            arguments, keywords = tuple(frame.items), tuple(frame.keywords.items())
            self._push(Call(span, frame.function, arguments, keywords, frame.qualified, frame.place), *span)
        elif frame.kind == "[":
            self._push(Array(span, tuple(frame.items)), *span)
        elif frame.kind == "index":
            assert frame.indexed is not None
            self._push(Index(span, frame.indexed, tuple(frame.items)), *span)
        elif frame.kind in ("(", "{"):
            value = Tuple(span, tuple(frame.items)) if frame.commas else frame.items[0]
            self._push(value, *span)
        else:
            self._close_bars(frame, token)

    def _close_bars(self, frame: Frame, token: Token) -> None:
        kind, end = BAR_KINDS[frame.kind], token.end
        order = self.reader.norm_order(token) if kind == "norm" else None
        if order:
            kind, end = ("l1" if order.text == "_1" else "norm"), order.end
        self._push(Bars((frame.start, end), kind, frame.items[0]), frame.start, end)  # type: ignore[arg-type]


def _is_bare_comparison(operand: Operand) -> bool:
    """Whether an operand is a comparison without brackets around it."""
    value = operand.value
    return isinstance(value, Binary) and BINDING[value.operator] == COMPARE and operand.start == value.span[0]
