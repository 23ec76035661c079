"""Powers and roots. At the edges of the domain the gradients are those of PyTorch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.gates import labels
from engine.gates.base import Gate
from engine.gates.families import Binary, Unary


class Power(Binary):
    """``a ** b``. The base gets nothing where the exponent is 0, the exponent nothing where ``0 ** b`` is 0 or 1."""

    name, symbol, signature = "power", "^", "power(a, b)"
    left = "{b}^x"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return xp.power(a, b)

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        base = xp.where(b == 0, 0.0, b * xp.power(a, b - 1))
        exponent = xp.where((a == 0) & (b >= 0), 0.0, output * xp.log(a))
        return upstream * base, upstream * exponent

    def kinks(self, xp: Any, output: Any, a: Any, b: Any) -> Any:
        return (a == 0) & (b > 0) & (b < 1)

    def specialised(self, literals: Mapping[int, float]) -> Gate:
        if 1 in literals:
            return {0.0: ToTheZero, 2.0: Squared}.get(literals[1], ToTheConstant)()
        return OfConstant() if 0 in literals else self

    def label(self, literals: Mapping[int, float]) -> str:
        if set(literals) == {1}:
            return labels.exponent(literals[1])
        return labels.infix(self.symbol, literals, "", self.left)


class ToTheConstant(Power):
    """``a ** b`` with a constant ``b``: its logarithm is never taken, so that ``(-2) ** 3`` has a gradient."""

    def sends(self, slot: int) -> bool:
        return slot == 0

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        return upstream * (b * xp.power(a, b - 1)), None


class Squared(ToTheConstant):
    """``a ** 2``, as a product."""

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return a * a

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        return upstream * (b * a), None


class ToTheZero(ToTheConstant):
    """``a ** 0`` is 1 everywhere, also at 0."""

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        return xp.zeros_like(a), None


class OfConstant(Power):
    """``a ** b`` with a constant ``a``: only the exponent gets a gradient."""

    def sends(self, slot: int) -> bool:
        return slot == 1

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        exponent = xp.where((a == 0) & (b >= 0), 0.0, output * xp.log(a))
        return None, upstream * exponent

    def kinks(self, xp: Any, output: Any, a: Any, b: Any) -> Any:
        return False


class Square(Unary):
    """``x * x``."""

    name, symbol, signature = "square", "x²", "square(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return x * x

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * (2 * x)


class Sqrt(Unary):
    """The square root; its slope at 0 is infinite."""

    name, symbol, signature = "sqrt", "√x", "sqrt(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.sqrt(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream / (2 * output)

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return x == 0


class Cbrt(Unary):
    """The cube root, of negative numbers too; its slope at 0 is infinite."""

    name, symbol, signature = "cbrt", "∛x", "cbrt(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.cbrt(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream / (3 * (output * output))

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return x == 0
