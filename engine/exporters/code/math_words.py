"""What the gates' formulas call ``xp``, written for single numbers with Python's ``math``."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

from engine.exporters.code.expressions import ATOM, CHOICE, COMPARISON, SUM, Sheet, Written
from engine.namespaces.scalars import Scalars

MATH = (
    "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "cbrt", "erfc",
    "sin", "cos", "tan", "sinh", "cosh", "tanh", "floor", "ceil",
)  # fmt: skip
WRITTEN: dict[str, tuple[str, Callable[..., Any]]] = {
    **{name: (f"math.{name}", getattr(math, name)) for name in MATH},
    **{f"arc{name}": (f"math.a{name}", getattr(math, f"a{name}")) for name in ("sin", "cos", "tan")},
    "power": ("math.pow", math.pow),
    "abs": ("abs", math.fabs),
    "maximum": ("max", Scalars.maximum),
    "minimum": ("min", Scalars.minimum),
}


class MathWords:
    """The namespace of one formula of numbers; array functions see the only element of an array."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.pi = sheet.name("math.pi", math.pi)

    def __getattr__(self, name: str) -> Any:
        if name in WRITTEN:
            return partial(self._call, *WRITTEN[name])
        return getattr(Scalars, name)

    def _call(self, name: str, function: Callable[..., Any], *operands: Any) -> Any:
        parts = tuple((self.sheet.written(x), CHOICE) for x in operands)
        return self.sheet.operation(f"{name}({', '.join(['{}'] * len(parts))})", parts, ATOM, function)

    def where(self, condition: Any, a: Any, b: Any) -> Written:
        parts = tuple((self.sheet.written(x), COMPARISON) for x in (a, condition, b))
        return self.sheet.operation("{} if {} else {}", parts, CHOICE, lambda a, c, b: a if c else b)

    def sign(self, x: Any) -> Written:
        form = "({} > 0) - ({} < 0)"
        return self.sheet.operation(form, ((x, ATOM), (x, ATOM)), SUM, lambda x, _: (x > 0) - (x < 0))

    def round(self, x: Any, decimals: int = 0) -> Any:
        """By way of the scaled number, as NumPy rounds."""
        scale = 10 ** abs(decimals)
        scaled = x * scale if decimals > 0 else x / scale if decimals else x
        whole = self._call("round", Scalars.round, scaled)
        return whole / scale if decimals > 0 else whole * scale if decimals else whole

    def logaddexp(self, a: Any, b: Any) -> Any:
        return self.maximum(a, b) + self.log1p(self.exp(-self.abs(self.sheet.written(a) - b)))

    def sum(self, x: Any, **_: Any) -> Any:
        return x

    mean = sum
