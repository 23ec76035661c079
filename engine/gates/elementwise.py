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


class Abs(Unary):
    """The distance from 0; at 0 no gradient is sent back."""

    name, symbol, signature = "abs", "|x|", "abs(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.abs(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * xp.sign(x)

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return x == 0
