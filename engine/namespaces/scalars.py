"""The namespace for scalar circuits: Python floats, functions straight from ``math``.

It is the quick one. Where a formula raises (``1/0``, ``exp(1000)``, ``log(-1)``) the same formula is run again with
:mod:`engine.namespaces.ieee`, which has an answer for everything.
"""

from __future__ import annotations

import math
from typing import Any

# The functions of numbers, each one operation of a recorded formula. What is left sees a scalar as an array.
ELEMENTARY = (
    "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "cbrt", "power", "erfc", "logaddexp",
    "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh",
    "abs", "sign", "floor", "ceil", "round", "where", "maximum", "minimum",
)  # fmt: skip


class Scalars:
    """NumPy's names for floats; array functions see a scalar as the only element of its array.

    NumPy lacks ``erfc`` and ``product_of_others``: the gates that use them have a formula for arrays of their own.
    """

    pi: Any = math.pi
    exp = math.exp
    log = math.log
    log2 = math.log2
    log10 = math.log10
    log1p = math.log1p
    expm1 = math.expm1
    sqrt = math.sqrt
    cbrt = math.cbrt
    sin = math.sin
    cos = math.cos
    tan = math.tan
    arcsin = math.asin
    arccos = math.acos
    arctan = math.atan
    sinh = math.sinh
    cosh = math.cosh
    tanh = math.tanh
    erfc = math.erfc
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
    def floor(x: float) -> float:
        whole = math.modf(x)[1]  # not math.floor, which has no integer for infinity and loses the sign of -0.0
        return whole - 1.0 if x < whole else whole

    @staticmethod
    def ceil(x: float) -> float:
        whole = math.modf(x)[1]
        return whole + 1.0 if x > whole else whole

    @staticmethod
    def round(x: float, decimals: float = 0) -> float:
        """To the nearest, half to even; with decimals by way of the scaled number, as NumPy rounds."""
        if decimals == 0:
            return round(x, 0)
        scale = float(f"1e{abs(int(decimals))}")
        return round(x * scale, 0) / scale if decimals > 0 else round(x / scale, 0) * scale

    @staticmethod
    def logaddexp(a: float, b: float) -> float:
        """``log(exp(a) + exp(b))``, of which only the smaller part is ever computed."""
        if a == b:
            return a + math.log(2.0)
        larger, smaller = (a, b) if a > b else (b, a)
        return larger + math.log1p(math.exp(smaller - larger))

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

    min = prod = max

    @staticmethod
    def product_of_others(x: float, axis: Any = None) -> float:
        return 1.0  # there are none

    @staticmethod
    def broadcast_to(x: float, shape: tuple[int, ...]) -> float:
        return x

    @staticmethod
    def expand_dims(x: float, axis: Any) -> float:
        return x

    @staticmethod
    def transpose(x: float, axes: Any = None) -> float:
        return x

    @staticmethod
    def reshape(x: float, shape: tuple[int, ...]) -> float:
        return x

    @staticmethod
    def dot(a: float, b: float) -> float:
        return a * b

    inner = dot


fast: Any = Scalars
