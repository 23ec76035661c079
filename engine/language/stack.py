"""The parser's stack: operands, waiting operators and open brackets, and how they become syntax."""

from __future__ import annotations

from engine.errors import Span, fail
from engine.language.lexer import Token
from engine.language.notices import Notice
from engine.language.operators import BAR_KINDS, BINDING, COMPARE, Frame, Operand, Operator
from engine.language.reading import Reader
from engine.language.syntax import Array, Bars, Binary, Call, Expression, Negative, Number, Tuple


class ExpressionStack:
    """What has been read of an expression so far."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.operands: list[Operand] = []
        self.pending: list[Operator | Frame] = []
        self.frames: list[Frame] = []
        self.divisions: dict[int, tuple[Operand, Operator]] = {}
        self.expecting = True

    def _push(self, value: Expression, start: int, end: int) -> None:
        self.operands.append(Operand(value, start, end))
        self.expecting = False

    def _collect(self, frame: Frame) -> None:
        """Move the finished operand into its frame."""
        self._reduce(0)
        value = self.operands.pop().value
        if frame.keyword is not None:
            frame.keywords.append((frame.keyword, value))
            frame.keyword = None
        elif frame.keywords:
            fail("positional_after_keyword", value.span)
        else:
            frame.items.append(value)

    def _reduce(self, power: int) -> None:
        """Build every waiting operator that binds at least as tightly as ``power``, down to the open bracket."""
        while self.pending and isinstance(top := self.pending[-1], Operator) and top.power >= power:
            self.pending.pop()
            right = self.operands.pop()
            if top.prefix:
                self.operands.append(Operand(Negative((top.start, right.end), right.value), top.start, right.end))
            else:
                self._build(top, self.operands.pop(), right)

    def _build(self, operator: Operator, left: Operand, right: Operand) -> None:
        span, place = (left.start, right.end), (operator.start, operator.end)
        value: Expression
        if operator.symbol == "^":
            value = self._power(span, left.value, right.value, place)
        else:
            if operator.power == COMPARE and _is_bare_comparison(left):
                fail("chained_comparison", span)
            value = Binary(span, operator.symbol, left.value, right.value, place)
        self.operands.append(Operand(value, *span))
        self._doubt(operator, left, value, right)

    def _power(self, span: Span, base: Expression, exponent: Expression, place: Span) -> Expression:
        if isinstance(base, Bars) and base.kind == "norm" and isinstance(exponent, Number) and exponent.value == 2:
            return Bars(span, "squared_norm", base.operand)
        return Binary(span, "^", base, exponent, place)

    def _doubt(self, operator: Operator, left: Operand, value: Expression, right: Operand) -> None:
        """``1/2x`` is (1/2)·x and ``x(y+1)`` a product: say so, and how to write the other reading."""
        if operator.called:
            texts = {"left": self._text(operator.called), "right": self._text(right)}
            span = (operator.called.start, right.end)
            self.reader.notice(Notice("product_not_call", span, "{left}*{right}".format(**texts), texts))
        if operator.symbol == "/":
            self.divisions[id(value)] = (left, operator)
        elif operator.symbol == "·" and operator.start == operator.end and left.start == left.value.span[0]:
            division = self.divisions.get(id(left.value))
            if division is not None:
                self.divisions[id(value)] = division
                self._doubt_division(*division, left, right)

    def _doubt_division(self, numerator: Operand, slash: Operator, left: Operand, right: Operand) -> None:
        source = self.reader.source
        other = f"{source[numerator.start : slash.end]}({source[slash.end : right.end].strip()})"
        values = {"left": self._text(left), "right": self._text(right)}
        self.reader.notice(Notice("product_after_division", (numerator.start, right.end), other, values))

    def _text(self, operand: Operand) -> str:
        return self.reader.source[operand.start : operand.end]

    def _close(self, frame: Frame, token: Token) -> None:
        if not self.expecting:
            self._collect(frame)
        self.pending.pop()
        self.frames.pop()
        span = (frame.start, token.end)
        if frame.kind == "call":
            arguments, keywords = tuple(frame.items), tuple(frame.keywords)
            self._push(Call(span, frame.function, arguments, keywords, frame.qualified, frame.place), *span)
        elif frame.kind == "[":
            self._push(Array(span, tuple(frame.items)), *span)
        elif frame.kind == "(":
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
