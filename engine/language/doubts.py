"""Readings that could surprise: each is noticed with its place and with how to write the other reading."""

from __future__ import annotations

from typing import NamedTuple

from engine.errors import Span
from engine.language.notices import LONGEST_HINT, Notice
from engine.language.operators import Operand, Operator, is_bracketed
from engine.language.reading import Reader
from engine.language.syntax import Binary, Expression, Name

DOUBTFUL = frozenset("^/·")  # the operators about which there may be a doubt


class _Quotient(NamedTuple):
    """A division whose value the products behind it multiply."""

    numerator: Operand
    slash: Operator


class Doubts:
    """What is doubtful about the operators of one expression."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.quotients: dict[int, _Quotient] = {}  # by the id of a quotient, or of its products
        self.carets: dict[int, int] = {}  # where the exponent of a power begins, by the power's id

    def operator(self, operator: Operator, left: Operand, value: Expression, right: Operand) -> None:
        """``1/2x`` is (1/2)·x, ``x^2y`` is (x^2)·y and ``x(y+1)`` a product."""
        if operator.called:
            self._called(operator.called, right)
        if operator.symbol == "^":
            self.carets[id(value)] = operator.end
            self._power(left, operator, right)
        elif operator.symbol == "/":
            self.quotients[id(value)] = _Quotient(left, operator)
        elif operator.start == operator.end and (self.quotients or self.carets) and not is_bracketed(left):
            self._unwritten(left, value, right)

    def minus(self, minus: Operator, right: Operand) -> None:
        """``-x^2`` is -(x^2)."""
        value, (start, end) = right
        if isinstance(value, Binary) and value.operator == "^" and not is_bracketed(right):
            base = self._source(start, value.place[0])
            other = [self._source(minus.start, minus.end), base, self._source(value.place[0], end)]
            self._notice("negated_power", (minus.start, end), "({}{}){}".format(*other), power=self._text(right))

    def _power(self, left: Operand, caret: Operator, right: Operand) -> None:
        """``W^T``, where nothing is called T."""
        exponent, (start, end) = right
        is_name = isinstance(exponent, Name) and exponent.key == "T"
        if is_name and self.reader.is_text and caret.end == start and not self.reader.is_variable("T"):
            self._notice("power_of_t", (left[1][0], end), f"{self._text(left)}.T", base=self._text(left))

    def _called(self, called: Operand, right: Operand) -> None:
        texts = {"left": self._text(called), "right": self._text(right)}
        hint = f"{texts['left']}·{texts['right']}"
        self._notice("product_not_call", (called[1][0], right[1][1]), hint, **texts)

    def _unwritten(self, left: Operand, product: Expression, right: Operand) -> None:
        """A product that was not typed."""
        quotient = self.quotients.get(id(left[0]))
        if quotient is not None:
            self.quotients[id(product)] = quotient
            self._behind_division(quotient, left, right)
        elif self.reader.is_text and left[1][1] == right[1][0]:
            self._behind_power(left, right)

    def _behind_division(self, quotient: _Quotient, left: Operand, right: Operand) -> None:
        (start, _), slash, (_, end) = quotient.numerator[1], quotient.slash.end, right[1]
        hint = f"{self._source(start, slash)}({self._source(slash, end)})"
        values = {"left": self._text(left), "right": self._text(right)}
        self._notice("product_after_division", (start, end), hint, **values)

    def _behind_power(self, left: Operand, right: Operand) -> None:
        """``e^2x``, with nothing between the exponent and the next factor; brackets around an exponent tell."""
        (power, (start, middle)), (_, end) = left, right[1]
        caret = self.carets.get(id(power))
        if caret is None or self.reader.source[middle - 1] in ")]}|":
            return
        hint = f"{self._source(start, caret)}({self._source(caret, end)})"
        values = {"left": self._text(left), "right": self._text(right)}
        self._notice("product_after_power", (start, end), hint, **values)

    def _text(self, operand: Operand) -> str:
        return self._source(*operand[1])

    def _source(self, start: int, end: int) -> str:
        """A part of the program, cut short where it is long."""
        return self.reader.source[start : min(end, start + LONGEST_HINT)].strip()

    def _notice(self, key: str, span: Span, hint: str, **values: str) -> None:
        is_whole = span[1] - span[0] < LONGEST_HINT
        self.reader.notice(Notice(key, span, hint if is_whole else None, values))
