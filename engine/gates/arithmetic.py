"""Sums, products and quotients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.gates import labels
from engine.gates.families import Binary, Unary


class Add(Binary):
    """Both operands get the upstream gradient as it is."""

    name, symbol, signature, pattern = "add", "+", "add(a, b)", "distributor"
    right = left = "+{b}"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return a + b

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        return upstream, upstream


class Subtract(Binary):
    """The second operand gets the upstream gradient with its sign turned."""

    name, symbol, signature, pattern = "subtract", "-", "subtract(a, b)", "distributor"
    right, left = "-{b}", "{n}-x"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return a - b

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        return upstream, -upstream


class Multiply(Binary):
    """Each operand gets the upstream gradient times the other operand."""

    name, symbol, signature, pattern = "multiply", "*", "multiply(a, b)", "switcher"
    right = left = "*{n}"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return a * b

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        return upstream * b, upstream * a


class Divide(Binary):
    """``a / b``; ``-output / b`` is ``-a / b²`` without the overflow of ``b²``."""

    name, symbol, signature = "divide", "/", "divide(a, b)"
    right, left = "/{b}", "{n}/x"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return a / b

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        return upstream / b, upstream * (-output / b)


class Negative(Unary):
    """``-x``."""

    name, symbol, signature = "negative", "*-1", "negative(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return -x

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return -upstream

    def label(self, literals: Mapping[int, float]) -> str:
        return f"-{labels.bracketed(literals[0])}" if literals else self.symbol


class Reciprocal(Unary):
    """``1 / x``."""

    name, symbol, signature = "reciprocal", "1/x", "reciprocal(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return 1 / x

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * (-1 / (x * x))

    def label(self, literals: Mapping[int, float]) -> str:
        return f"1/{labels.bracketed(literals[0])}" if literals else self.symbol
