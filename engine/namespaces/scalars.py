"""The namespace for scalar circuits: Python floats, functions straight from ``math``.

It is the quick one. Where a formula raises (``1/0``, ``exp(1000)``, ``log(-1)``) the same formula is run again with
:mod:`engine.namespaces.ieee`, which has an answer for everything.
"""

from __future__ import annotations

import math
from typing import Any


class Scalars:
    """NumPy's names for floats; array functions see a scalar as the only element of its array."""

    exp = math.exp
    log = math.log
    sqrt = math.sqrt
    sin = math.sin
    cos = math.cos
    tanh = math.tanh
    abs = math.fabs
    power = math.pow  # not **, which answers (-8)**(1/3) with a complex number

    @staticmethod
    def where(condition: Any, a: Any, b: Any) -> Any:
        return a if condition else b

    @staticmethod
    def maximum(a: float, b: float) -> float:
        return a if a > b or a != a else b  # noqa: PLR0124 - only NaN differs from itself

    @staticmethod
    def minimum(a: float, b: float) -> float:
        return a if a < b or a != a else b  # noqa: PLR0124

    @staticmethod
    def sign(x: float) -> float:
        return 1.0 if x > 0 else -1.0 if x < 0 else 0.0 if x == 0 else x

    @staticmethod
    def zeros_like(x: float) -> float:
        return 0.0

    @staticmethod
    def shape(x: float) -> tuple[int, ...]:
        return ()

    @staticmethod
    def ndim(x: float) -> int:
        return 0

    @staticmethod
    def size(x: float) -> int:
        return 1

    @staticmethod
    def sum(x: float, axis: Any = None, keepdims: bool = False) -> float:
        return x + 0.0  # the sum of -0.0 is 0.0, as a sum starts from 0

    mean = sum

    @staticmethod
    def max(x: float, axis: Any = None, keepdims: bool = False) -> float:
        return x

    min = max

    @staticmethod
    def broadcast_to(x: float, shape: tuple[int, ...]) -> float:
        return x

    @staticmethod
    def expand_dims(x: float, axis: Any) -> float:
        return x

    @staticmethod
    def transpose(x: float) -> float:
        return x

    @staticmethod
    def dot(a: float, b: float) -> float:
        return a * b


fast: Any = Scalars
