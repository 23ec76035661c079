"""The elementary operations that raise in Python where IEEE 754 has an answer, and the ones that give it."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from engine.namespaces.ieee import TOTAL, divide, power
from engine.namespaces.scalars import fast

FAULTS = (ArithmeticError, ValueError)
EXACT: dict[Callable[..., Any], Callable[..., float]] = {
    **{getattr(fast, name): function for name, function in TOTAL.items()},
    operator.truediv: divide,
    operator.pow: power,
}


def exact(function: Callable[..., Any], *operands: float) -> float:
    """An elementary operation that has just raised, by IEEE 754."""
    return float(EXACT[function](*operands))
