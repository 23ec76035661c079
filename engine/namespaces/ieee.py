"""The namespace that always answers: floats that follow IEEE 754 as NumPy does, where Python raises.

A formula that raised with :data:`engine.namespaces.scalars.fast` runs again here, with its operands wrapped.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from engine.namespaces.scalars import Scalars

inf, nan = math.inf, math.nan


class IEEE(float):
    """A float whose operators never raise: ``1/0`` is inf, ``0/0`` nan, ``9**1000`` inf, ``(-8)**(1/3)`` nan."""

    __slots__ = ()

    def __add__(self, other: float) -> IEEE:
        return IEEE(float(self) + float(other))

    def __sub__(self, other: float) -> IEEE:
        return IEEE(float(self) - float(other))

    def __rsub__(self, other: float) -> IEEE:
        return IEEE(float(other) - float(self))

    def __mul__(self, other: float) -> IEEE:
        return IEEE(float(self) * float(other))

    def __truediv__(self, other: float) -> IEEE:
        return IEEE(divide(float(self), float(other)))

    def __rtruediv__(self, other: float) -> IEEE:
        return IEEE(divide(float(other), float(self)))

    def __pow__(self, other: float, modulo: None = None) -> IEEE:
        return IEEE(power(float(self), float(other)))

    def __rpow__(self, other: float, modulo: None = None) -> IEEE:
        return IEEE(power(float(other), float(self)))

    def __neg__(self) -> IEEE:
        return IEEE(-float(self))

    def __abs__(self) -> IEEE:
        return IEEE(math.fabs(self))

    __radd__ = __add__
    __rmul__ = __mul__


def divide(a: float, b: float) -> float:
    """``a / b``, where a zero divisor gives nan for 0 and nan, and else an infinity with the sign of both."""
    if b != 0:
        return a / b
    return nan if a == 0 or math.isnan(a) else math.copysign(inf, a) * math.copysign(1.0, b)


def power(a: float, b: float) -> float:
    """``a ** b`` as C's ``pow`` gives it."""
    try:
        return math.pow(a, b)
    except OverflowError:
        return -inf if a < 0 and math.fmod(b, 2) else inf
    except ValueError:
        if a != 0:
            return nan
        return math.copysign(inf, a) if math.fabs(math.fmod(b, 2)) == 1 else inf


def exp(x: float) -> float:
    """``e ** x``."""
    try:
        return math.exp(x)
    except OverflowError:
        return inf


def log(x: float) -> float:
    """The natural logarithm: -inf at 0, nan below."""
    return math.log(x) if x > 0 else -inf if x == 0 else nan


def _or_nan(function: Callable[[float], float]) -> Callable[[float], float]:
    """The function with nan outside its domain."""

    def total(x: float) -> float:
        try:
            return function(x)
        except ValueError:
            return nan

    return total


def _wrapped(function: Callable[..., float]) -> Any:
    """The function with an :class:`IEEE` for its answer."""
    return staticmethod(lambda *operands: IEEE(function(*operands)))


class Exact(Scalars):
    """The names of :class:`Scalars`; whatever came from ``math`` is total here."""

    exp = _wrapped(exp)
    log = _wrapped(log)
    sqrt = _wrapped(_or_nan(math.sqrt))
    sin = _wrapped(_or_nan(math.sin))
    cos = _wrapped(_or_nan(math.cos))
    tanh = _wrapped(math.tanh)
    abs = _wrapped(math.fabs)
    power = _wrapped(power)
    where = _wrapped(Scalars.where)
    maximum = _wrapped(Scalars.maximum)
    minimum = _wrapped(Scalars.minimum)
    sign = _wrapped(Scalars.sign)
    zeros_like = _wrapped(Scalars.zeros_like)


ieee: Any = Exact


def exactly(formula: Callable[..., Any], *operands: float) -> Any:
    """The formula's answer by IEEE 754: ``formula(ieee, *operands)`` as a plain float, or a tuple of them."""
    return _plain(formula(ieee, *map(IEEE, operands)))


def _plain(answer: Any) -> Any:
    if isinstance(answer, tuple):
        return tuple(map(_plain, answer))
    return answer if answer is None or isinstance(answer, bool) else float(answer)
