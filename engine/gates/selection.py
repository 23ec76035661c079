"""Gates that choose between their operands, and route the gradient to the one that was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.gates import labels
from engine.gates.base import Gate
from engine.gates.families import ByValue


class Router(ByValue):
    """The chosen operand gets the upstream gradient; operands that tie share it equally."""

    pattern = "router"
    arity = (2, None)

    def kinks(self, xp: Any, output: Any, *operands: Any) -> Any:
        return chosen(output, operands) > 1

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.call(self.symbol, literals, 2)


def chosen(output: Any, operands: tuple[Any, ...]) -> Any:
    """How many operands equal the output, element by element."""
    return sum(x == output for x in operands)


def shared(xp: Any, upstream: Any, output: Any, operands: tuple[Any, ...]) -> tuple[Any, ...]:
    """The gradient of a choice among many: an equal share for each operand that was chosen."""
    share = upstream / chosen(output, operands)
    return tuple(xp.where(x == output, share, 0.0) for x in operands)


def shared_unless_zero(xp: Any, upstream: Any, output: Any, operands: tuple[Any, ...]) -> tuple[Any, ...]:
    """The same where one operand is the constant 0: what is chosen is 0 only if it is that, or ties with it."""
    return shared(xp, xp.where(output == 0, 0.0, upstream), output, operands)


class Maximum(Router):
    """The largest operand, element by element."""

    name, symbol, signature = "maximum", "max", "maximum(a, b, …)"

    def forward(self, xp: Any, a: Any, b: Any, *more: Any) -> Any:
        largest = xp.maximum(a, b)
        for x in more:
            largest = xp.maximum(largest, x)
        return largest

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any, *more: Any) -> Any:
        if more:
            return shared(xp, upstream, output, (a, b, *more))
        tie = xp.where(a == b, upstream / 2, 0.0)
        return xp.where(a > b, upstream, tie), xp.where(b > a, upstream, tie)

    def specialised(self, literals: Mapping[int, float]) -> Gate:
        return MaximumWithZero() if 0.0 in literals.values() else self


class MaximumWithZero(Maximum):
    """``max(0, x)``: as for relu, an operand that ties with the constant 0 gets nothing."""

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any, *more: Any) -> Any:
        if more:
            return shared_unless_zero(xp, upstream, output, (a, b, *more))
        return xp.where(a > b, upstream, 0.0), xp.where(b > a, upstream, 0.0)


class Maxout(Maximum):
    """The maximum of several linear units: the same gate as ``maximum``, under the name of the activation."""

    name, symbol, signature = "maxout", "maxout", "maxout(a, b, …)"

    def specialised(self, literals: Mapping[int, float]) -> Gate:
        return MaxoutWithZero() if 0.0 in literals.values() else self


class MaxoutWithZero(Maxout, MaximumWithZero):
    """``maxout(0, x)``: what ties with the constant 0 gets nothing."""


class Minimum(Router):
    """The smallest operand, element by element."""

    name, symbol, signature = "minimum", "min", "minimum(a, b, …)"

    def forward(self, xp: Any, a: Any, b: Any, *more: Any) -> Any:
        smallest = xp.minimum(a, b)
        for x in more:
            smallest = xp.minimum(smallest, x)
        return smallest

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any, *more: Any) -> Any:
        if more:
            return shared(xp, upstream, output, (a, b, *more))
        tie = xp.where(a == b, upstream / 2, 0.0)
        return xp.where(a < b, upstream, tie), xp.where(b < a, upstream, tie)


class Clip(ByValue):
    """``x`` kept between two bounds, and the gradient with it: on a bound it still passes, as in PyTorch.

    Beyond a bound the gradient goes to the bound. As in NumPy the upper one wins where they cross.
    """

    name, symbol, signature = "clip", "clip", "clip(x, low, high)"
    arity = (3, 3)

    def forward(self, xp: Any, x: Any, low: Any, high: Any) -> Any:
        return xp.minimum(xp.maximum(x, low), high)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any, low: Any, high: Any) -> Any:
        inside = xp.where((x >= low) & (x <= high), upstream, 0.0)
        below = xp.where((x < low) & (low < high), upstream, 0.0)
        return inside, below, xp.where(xp.maximum(x, low) > high, upstream, 0.0)

    def kinks(self, xp: Any, output: Any, x: Any, low: Any, high: Any) -> Any:
        return ((x == low) | (x == high)) & (low <= high)

    def specialised(self, literals: Mapping[int, float]) -> Gate:
        return ClipToConstants() if {1, 2} <= literals.keys() else self

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.call(self.symbol, literals, 3)


class ClipToConstants(Clip):
    """``clip(x, 0, 1)``: only ``x`` gets a gradient."""

    def sends(self, slot: int) -> bool:
        return slot == 0

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any, low: Any, high: Any) -> Any:
        return xp.where((x >= low) & (x <= high), upstream, 0.0), None, None


class Where(ByValue):
    """``a`` where the condition is not 0, else ``b``; the gradient goes the same way, and the condition gets 0."""

    name, symbol, signature = "where", "where", "where(condition, a, b)"
    arity = (3, 3)

    def forward(self, xp: Any, condition: Any, a: Any, b: Any) -> Any:
        return xp.where(condition != 0, a, b)

    def backward(self, xp: Any, upstream: Any, output: Any, condition: Any, a: Any, b: Any) -> Any:
        first = xp.where(condition != 0, upstream, 0.0)
        return xp.zeros_like(condition), first, xp.where(condition != 0, 0.0, upstream)

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.call(self.symbol, literals, 3)
