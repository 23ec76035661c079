"""The parser's stack: operands, waiting operators and open brackets, and how they become syntax."""

from __future__ import annotations

from engine.errors import Span, fail
from engine.language.doubts import DOUBTFUL, Doubts
from engine.language.lexer import Token
from engine.language.operators import (
    BAR_KINDS,
    BINDING,
    BINDING_LEFT,
    BOTTOM,
    COMPARE,
    NEGATE,
    PLAIN_BARS,
    POWER,
    Frame,
    Operand,
    Operator,
    is_bracketed,
)
from engine.language.reading import Reader
from engine.language.syntax import Array, Bars, Binary, Call, Expression, Index, Name, Negative, Number, Slice, Tuple


class ExpressionStack:
    """What has been read of an expression so far."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.operands: list[Operand] = []
        self.pending = [BOTTOM]
        self.frames: list[Frame] = []
        self.frame: Frame | None = None  # the last one
        self.doubts = Doubts(reader)
        self.expecting = True

    def _push(self, value: Expression, extent: Span) -> None:
        self.operands.append((value, extent))
        self.expecting = False

    def _name(self, name: Name, qualified: bool) -> None:
        self._push(name, name.span)
        if name.key == "e" and not qualified:
            self.reader.doubt_constant(name)

    def _attribute(self, function: str, operand: Expression, start: int, place: Span) -> None:
        span = (start, place[1])
        self._push(Call(span, function, (operand,), (), True, place), span)

    def _wait(self, symbol: str, start: int, end: int, called: Operand | None = None) -> None:
        """Let an operator wait for its right operand; what binds more tightly on its left is built now."""
        self._reduce(BINDING_LEFT[symbol])
        self.pending.append(Operator(symbol, BINDING[symbol], start, end, called))
        self.expecting = True

    def _enter(self, frame: Frame) -> None:
        self.reader.check_brackets(len(self.frames) + 1, frame.opener)
        self.pending.append(BOTTOM)
        self.frames.append(frame)
        self.frame = frame
        self.expecting = True

    def _is_top(self, frame: Frame) -> bool:
        """Whether nothing of the frame's present item has been read."""
        return self.pending[-1] is BOTTOM and frame.keyword is None

    def _call(self, start: int, function: str, qualified: bool, place: Span) -> Frame:
        """Enter the brackets of a call, which stand here."""
        frame = Frame("call", self.reader.take(), start)
        frame.function, frame.qualified, frame.place = function, qualified, place
        self._enter(frame)
        return frame

    def _refuse_nested_bars(self, token: Token) -> None:
        if self.frame and self.frame.kind in PLAIN_BARS and token.text in PLAIN_BARS:
            fail("nested_bars", (self.frame.start, token.end))

    def _leave(self) -> None:
        self.pending.pop()
        self.frames.pop()
        self.frame = self.frames[-1] if self.frames else None

    def _finished(self) -> Expression:
        """The operand that has been read since the bracket, the comma or the colon."""
        self._reduce(COMPARE)
        return self.operands.pop()[0]

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
        frame.bounds = ()
        return Slice((frame.slice_start, self.reader.last().start), *bounds[:3])

    def _reduce(self, power: int) -> None:
        """Build every waiting operator that binds at least as tightly as ``power``, down to the open bracket."""
        pending = self.pending
        while pending[-1].power >= power:
            operator, right = pending.pop(), self.operands.pop()
            if operator.power == NEGATE:
                self._negate(operator, right)
            else:
                self._build(operator, self.operands.pop(), right)

    def _negate(self, minus: Operator, operand: Operand) -> None:
        value, (_, end) = operand
        span = (minus.start, end)
        self._push(Negative(span, value), span)
        self.doubts.minus(minus, operand)

    def _build(self, operator: Operator, left: Operand, right: Operand) -> None:
        (base, (start, _)), (other, (_, end)) = left, right
        span, place, power = (start, end), (operator.start, operator.end), operator.power
        value: Expression
        if power == POWER:
            value = self._power(span, base, other, place)
        else:
            if power == COMPARE and _is_bare_comparison(left):
                self._refuse_chain(operator, left, right)
            value = Binary(span, operator.symbol, base, other, place)
        self.operands.append((value, span))
        if operator.symbol in DOUBTFUL:
            self.doubts.operator(operator, left, value, right)

    def _refuse_chain(self, operator: Operator, left: Operand, right: Operand) -> None:
        comparison, (start, end) = left
        assert isinstance(comparison, Binary)
        source = self.reader.source
        middle, sign = source[comparison.place[1] : end].strip(), source[operator.start : operator.end]
        texts = {"left": self._text(left), "right": f"{middle} {sign} {self._text(right)}"}
        fail("chained_comparison", (start, right[1][1]), **texts)

    def _power(self, span: Span, base: Expression, exponent: Expression, place: Span) -> Expression:
        if isinstance(base, Bars) and base.kind == "norm" and isinstance(exponent, Number) and exponent.value == 2:
            return Bars(span, "squared_norm", base.operand)
        if isinstance(base, Name) and base.key == "e" and not self.reader.is_variable("e"):
            return Call(span, "exp", (exponent,), (), self.reader.hides("exp"), base.span)
        return Binary(span, "^", base, exponent, place)

    def _text(self, operand: Operand) -> str:
        start, end = operand[1]
        return self.reader.source[start:end]

    def _close(self, frame: Frame, token: Token) -> None:
        if not self.expecting or frame.bounds:
            self._collect(frame)
        self._leave()
        span = (frame.start, token.end)
        if frame.kind == "call":
            arguments, keywords = tuple(frame.items), tuple(frame.keywords.items())
            self._push(Call(span, frame.function, arguments, keywords, frame.qualified, frame.place), span)
        elif frame.kind == "[":
            self._push(Array(span, tuple(frame.items)), span)
        elif frame.kind == "index":
            assert frame.indexed is not None
            self._push(Index(span, frame.indexed, tuple(frame.items)), span)
        elif frame.kind in ("(", "{"):
            value = Tuple(span, tuple(frame.items)) if frame.commas else frame.items[0]
            self._push(value, span)
        else:
            self._close_bars(frame, token)

    def _close_bars(self, frame: Frame, token: Token) -> None:
        kind, end = BAR_KINDS[frame.kind], token.end
        order = self.reader.norm_order(token) if kind == "norm" else None
        if order:
            kind, end = ("l1" if order.text == "_1" else "norm"), order.end
        span = (frame.start, end)
        self._push(Bars(span, kind, frame.items[0]), span)  # type: ignore[arg-type]


def _is_bare_comparison(operand: Operand) -> bool:
    """Whether an operand is a comparison without brackets around it."""
    value = operand[0]
    return isinstance(value, Binary) and BINDING[value.operator] == COMPARE and not is_bracketed(operand)
