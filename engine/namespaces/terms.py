"""Terms: what a formula gives when its operands are symbols. Operators build simplified trees."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

NEGATED = {">": "<=", "<=": ">", "<": ">=", ">=": "<", "==": "!=", "!=": "=="}


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A node of a formula: its ``kind`` and its ``parts``, terms or plain data.

    number (value) · name (text, slot) · sum, difference, product, quotient, power (a, b) · negative (a) ·
    call (function, operands…) · fence (before, a, after) · suffix (a, after) ·
    compare (sign, a, b), an Iverson bracket: 1 where it holds, else 0 · count (a), of the operands that equal ``a``
    """

    kind: str
    parts: tuple[Any, ...]

    def __add__(self, other: Any) -> Term:
        return add(self, term(other))

    def __radd__(self, other: Any) -> Term:
        return add(term(other), self)

    def __sub__(self, other: Any) -> Term:
        return subtract(self, term(other))

    def __rsub__(self, other: Any) -> Term:
        return subtract(term(other), self)

    def __mul__(self, other: Any) -> Term:
        return multiply(self, term(other))

    def __rmul__(self, other: Any) -> Term:
        return multiply(term(other), self)

    def __truediv__(self, other: Any) -> Term:
        return divide(self, term(other))

    def __rtruediv__(self, other: Any) -> Term:
        return divide(term(other), self)

    def __neg__(self) -> Term:
        return negative(self)

    def __and__(self, other: Term) -> Term:
        return multiply(self, other)

    def __gt__(self, other: Any) -> Term:
        return Term("compare", (">", self, term(other)))

    def __ge__(self, other: Any) -> Term:
        return Term("compare", (">=", self, term(other)))

    def __lt__(self, other: Any) -> Term:
        return Term("compare", ("<", self, term(other)))

    def __le__(self, other: Any) -> Term:
        return Term("compare", ("<=", self, term(other)))

    def __eq__(self, other: object) -> Term:  # type: ignore[override]
        right = term(other)
        return ONE if same(self, right) else Term("compare", ("==", self, right))

    def __ne__(self, other: object) -> Term:  # type: ignore[override]
        return Term("compare", ("!=", self, term(other)))

    def __getitem__(self, index: int | str) -> Term:
        return Term("suffix", (self, f"_{{{index}}}"))

    def __bool__(self) -> bool:
        raise TypeError("a formula must not branch on its operands")


def term(value: Any) -> Term:
    """The value as a term; a number becomes one."""
    return value if isinstance(value, Term) else Term("number", (float(value),))


def same(a: Any, b: Any) -> bool:
    """Whether two terms are written alike (``==`` between terms makes a comparison)."""
    if a is b or not isinstance(a, Term) or not isinstance(b, Term):
        return bool(a is b or a == b)
    return a.kind == b.kind and len(a.parts) == len(b.parts) and all(map(same, a.parts, b.parts))


def is_number(a: Term, value: float | None = None) -> bool:
    """Whether the term is a number, and this one."""
    return a.kind == "number" and (value is None or a.parts[0] == value)


def _folded(a: Term, b: Term) -> bool:
    return a.kind == b.kind == "number"


def add(a: Term, b: Term) -> Term:
    """``a + b``, with ``0 + b`` as ``b`` and ``a + (-b)`` as ``a - b``; ``[a = c] + [b = c]`` counts the ties."""
    if _folded(a, b):
        return term(a.parts[0] + b.parts[0])
    if is_number(a, 0) or is_number(b, 0):
        return b if is_number(a, 0) else a
    if a.kind in ("compare", "count") and is_compare(b, "==") and same(a.parts[-1], b.parts[-1]):
        return Term("count", (b.parts[-1],))
    return Term("difference", (a, b.parts[0])) if b.kind == "negative" else Term("sum", (a, b))


def subtract(a: Term, b: Term) -> Term:
    """``a - b``, with ``a - 0`` as ``a``, ``0 - b`` as ``-b`` and ``a - a`` as 0."""
    if _folded(a, b):
        return term(a.parts[0] - b.parts[0])
    if is_number(b, 0) or same(a, b):
        return a if is_number(b, 0) else ZERO
    return negative(b) if is_number(a, 0) else Term("difference", (a, b))


def negative(a: Term) -> Term:
    """``-a``, with ``-(-a)`` as ``a``."""
    if a.kind == "number":
        return term(-a.parts[0])
    return term(a.parts[0]) if a.kind == "negative" else Term("negative", (a,))


def _is_below_zero(a: Term) -> bool:
    return a.kind == "negative" or (a.kind == "number" and a.parts[0] < 0)


def multiply(a: Term, b: Term) -> Term:
    """``a * b``: signs go to the front, then numbers; ``1 * a`` is ``a``, ``a * a`` is a square.

    ``(a - b) * (a + b)``, which loses no digits, is written ``a² - b²``.
    """
    if _folded(a, b):
        return term(a.parts[0] * b.parts[0])
    if is_number(b):
        a, b = b, a
    if is_number(a, 1) or is_number(b, 0):
        return b
    if is_number(a, 0):
        return a
    if _is_below_zero(a):
        return negative(multiply(negative(a), b))
    if b.kind == "negative":
        return negative(multiply(a, b.parts[0]))
    if a.kind == "difference" and b.kind == "sum" and same(Term("sum", a.parts), b):
        return subtract(*(multiply(part, part) for part in a.parts))
    return power(a, term(2)) if same(a, b) else Term("product", (a, b))


def divide(a: Term, b: Term) -> Term:
    """``a / b``: signs go to the front, ``(a / b) / c`` is ``a / (b * c)``, and ``1 / (1 + e ** -x)`` is ``σ(x)``."""
    if is_number(a, 0) or is_number(b, 1):
        return a
    if _is_below_zero(a):
        return negative(divide(negative(a), b))
    if is_number(b) and b.parts[0] < 0:
        return negative(divide(a, negative(b)))
    if a.kind == "quotient":
        return divide(a.parts[0], multiply(a.parts[1], b))
    if is_number(a, 1) and b.kind == "sum" and is_number(b.parts[0], 1) and _is_decay(b.parts[1]):
        return Term("fence", (r"\sigma(", negative(b.parts[1].parts[1]), ")"))
    return Term("quotient", (a, b))


def _is_decay(a: Term) -> bool:
    """Whether the term is ``e ** -x``."""
    return a.kind == "power" and is_number(a.parts[0], math.e) and a.parts[1].kind == "negative"


def power(a: Term, b: Term) -> Term:
    """``a ** b``, with ``a ** 1`` as ``a`` and ``a ** 0`` as 1."""
    if is_number(b, 0):
        return ONE
    return a if is_number(b, 1) else Term("power", (a, b))


def where(condition: Any, a: Any, b: Any) -> Term:
    """``a`` where the condition holds, ``b`` elsewhere, as ``a [condition] + b [not condition]``.

    A 0 at isolated points (``where(b == 0, 0, …)``) guards the formula and says nothing about it: it is left out.
    """
    first, second = term(a), term(b)
    if same(condition, ONE):
        return first
    if is_number(first, 0) and any(is_compare(c, "==") for c in factors(condition)):
        return second
    elsewhere = second if _exclude(condition, second) else multiply(second, negated(condition))
    return add(multiply(first, condition), elsewhere)


def negated(condition: Term) -> Term:
    """1 where the condition does not hold, else 0."""
    if condition.kind != "compare":
        return subtract(ONE, condition)
    sign, a, b = condition.parts
    return Term("compare", (NEGATED[sign], a, b))


def is_compare(a: Term, sign: str | None = None) -> bool:
    """Whether the term is a comparison, and this one."""
    return a.kind == "compare" and sign in (None, a.parts[0])


def factors(a: Term) -> list[Term]:
    """The factors of a product, from left to right; of any other term the term itself."""
    return [f for part in a.parts for f in factors(part)] if a.kind == "product" else [a]


def _exclude(condition: Term, b: Term) -> bool:
    """Whether ``b`` is 0 already where the strict condition holds: where it compares the same two for a tie."""
    pair = condition.parts[1:]
    ties = [f for f in factors(b) if is_compare(f, "==")]
    return is_number(b, 0) or any(_same_pair(pair, tie.parts[1:]) for tie in ties)


def _same_pair(first: tuple[Any, ...], second: tuple[Any, ...]) -> bool:
    return all(map(same, first, second)) or all(map(same, first, reversed(second)))


def untied(a: Term) -> Term:
    """The term where no two operands are equal: without ``[a = b]``, and with a count of ties for 1."""
    if a.kind == "sum" and any(_is_tie(f) for f in factors(a.parts[1])):
        return untied(a.parts[0])
    if a.kind == "product" and a.parts[0].kind == "quotient" and a.parts[0].parts[1].kind == "count":
        return multiply(a.parts[0].parts[0], a.parts[1])
    return a


def _is_tie(a: Term) -> bool:
    return is_compare(a, "==") and all(part.kind in ("name", "number") for part in a.parts[1:])


ZERO, ONE = term(0), term(1)
