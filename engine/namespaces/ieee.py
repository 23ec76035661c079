"""The namespace that always answers: floats that follow IEEE 754 as NumPy does, where Python raises.

A formula that raised with :data:`engine.namespaces.scalars.fast` runs again here, with its operands wrapped.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from engine.namespaces.scalars import ELEMENTARY, Scalars

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


def total(function: Callable[..., float], pole: float | None = None) -> Callable[..., float]:
    """The function with IEEE 754's answer where ``math`` raises.

    What overflows is an infinity with the sign of ``x``; at the ``pole`` of a logarithm it is -inf; else nan.
    """

    def answer(x: float, *more: float) -> float:
        try:
            return function(x, *more)
        except OverflowError:
            return math.copysign(inf, x)
        except ValueError:
            return -inf if x == pole else nan

    return answer


POLES = {"log": 0.0, "log2": 0.0, "log10": 0.0, "log1p": -1.0}
TOTAL = {name: total(getattr(Scalars, name), POLES.get(name)) for name in ELEMENTARY} | {
    "power": power,
    "cosh": lambda x: total(math.cosh)(math.fabs(x)),  # so that it overflows to inf on both sides
}


def _wrapped(function: Callable[..., float]) -> Any:
    """The function with an :class:`IEEE` for its answer."""
    return staticmethod(lambda *operands: IEEE(function(*operands)))


class Exact(Scalars):
    """The names of :class:`Scalars`; every elementary function is total here."""

    zeros_like = _wrapped(Scalars.zeros_like)


for _name in ELEMENTARY:
    setattr(Exact, _name, _wrapped(TOTAL[_name]))
ieee: Any = Exact


def exactly(formula: Callable[..., Any], *operands: float) -> Any:
    """The formula's answer by IEEE 754: ``formula(ieee, *operands)`` as a plain float, or a tuple of them."""
    return _plain(formula(ieee, *map(IEEE, operands)))


def _plain(answer: Any) -> Any:
    if isinstance(answer, tuple):
        return tuple(map(_plain, answer))
    return answer if answer is None or isinstance(answer, bool) else float(answer)
