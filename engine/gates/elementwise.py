"""Functions of one number, applied to every element."""

from __future__ import annotations

from typing import Any

from engine.gates.families import Unary


class Exp(Unary):
    """``e ** x`` is its own derivative."""

    name, symbol, signature = "exp", "exp", "exp(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.exp(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * output


class Log(Unary):
    """The natural logarithm."""

    name, symbol, signature = "log", "log", "log(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.log(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream / x


class Log2(Unary):
    """The logarithm to base 2."""

    name, symbol, signature = "log2", "log₂", "log2(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.log2(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream / (x * xp.log(2.0))


class Log10(Unary):
    """The logarithm to base 10."""

    name, symbol, signature = "log10", "log₁₀", "log10(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.log10(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream / (x * xp.log(10.0))


class Log1p(Unary):
    """``log(1 + x)``, exact for a small ``x`` too."""

    name, symbol, signature = "log1p", "log(1+x)", "log1p(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.log1p(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream / (1 + x)


class Expm1(Unary):
    """``exp(x) - 1``, exact for a small ``x`` too."""

    name, symbol, signature = "expm1", "eˣ-1", "expm1(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.expm1(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * xp.exp(x)


class Sin(Unary):
    """The sine of an angle in radians."""

    name, symbol, signature = "sin", "sin", "sin(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.sin(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * xp.cos(x)


class Cos(Unary):
    """The cosine of an angle in radians."""

    name, symbol, signature = "cos", "cos", "cos(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.cos(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * -xp.sin(x)


class Tan(Unary):
    """The tangent of an angle in radians."""

    name, symbol, signature = "tan", "tan", "tan(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.tan(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * (1 + output * output)


class Arcsin(Unary):
    """The angle from -π/2 to π/2 with this sine; its slope at -1 and 1 is infinite."""

    name, symbol, signature = "arcsin", "arcsin", "arcsin(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.arcsin(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream / xp.sqrt((1 - x) * (1 + x))

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return xp.abs(x) == 1


class Arccos(Unary):
    """The angle from 0 to π with this cosine; its slope at -1 and 1 is infinite."""

    name, symbol, signature = "arccos", "arccos", "arccos(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.arccos(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * (-1 / xp.sqrt((1 - x) * (1 + x)))

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return xp.abs(x) == 1


class Arctan(Unary):
    """The angle from -π/2 to π/2 with this tangent."""

    name, symbol, signature = "arctan", "arctan", "arctan(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.arctan(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream / (1 + x * x)


class Sinh(Unary):
    """The hyperbolic sine."""

    name, symbol, signature = "sinh", "sinh", "sinh(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.sinh(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * xp.cosh(x)


class Cosh(Unary):
    """The hyperbolic cosine."""

    name, symbol, signature = "cosh", "cosh", "cosh(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.cosh(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * xp.sinh(x)


class Abs(Unary):
    """The distance from 0; at 0 no gradient is sent back."""

    name, symbol, signature = "abs", "|x|", "abs(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.abs(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * xp.sign(x)

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return x == 0


class Flat(Unary):
    """A staircase: it has no slope, and none is sent back from where it steps."""

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return xp.zeros_like(x)


class Sign(Flat):
    """1 above 0, -1 below, 0 at 0."""

    name, symbol, signature = "sign", "sign", "sign(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.sign(x)


class Floor(Flat):
    """The largest whole number that is not above ``x``."""

    name, symbol, signature = "floor", "⌊x⌋", "floor(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.floor(x)


class Ceil(Flat):
    """The smallest whole number that is not below ``x``."""

    name, symbol, signature = "ceil", "⌈x⌉", "ceil(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.ceil(x)


class Round(Flat):
    """To this many decimals, half to even; negative ``decimals`` round to tens, hundreds and so on."""

    name, symbol, signature = "round", "round", "round(x, decimals=0)"

    def __init__(self, decimals: int = 0) -> None:
        self.decimals = decimals

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.round(x, self.decimals)
