"""Scores to probabilities, and their logarithms. The largest score is taken off first, so that nothing overflows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.broadcasting import Shape
from engine.errors import fail
from engine.gates import labels
from engine.gates.families import ByValue
from engine.gates.reductions import Axis, Reduction, reduced_axes, spread


def exponentials(xp: Any, x: Any, axis: Axis) -> Any:
    """``e ** x``, divided by the largest of them along the axis."""
    return xp.exp(x - xp.max(x, axis=axis, keepdims=True))


def softmax(xp: Any, x: Any, axis: Axis) -> Any:
    """``e ** x``, divided by their sum along the axis."""
    if hasattr(xp, "softmax"):
        return xp.softmax(x, axis)
    return exponentials(xp, x, axis) / xp.sum(exponentials(xp, x, axis), axis=axis, keepdims=True)


def log_sum_exp(xp: Any, x: Any, axis: Axis) -> Any:
    """``log(Σ e ** x)`` along the axis, which stays with size 1; an infinite largest number is not taken off."""
    largest = xp.max(x, axis=axis, keepdims=True)
    shift = xp.where(xp.abs(largest) <= 1.7976931348623157e308, largest, 0.0)
    return shift + xp.log(xp.sum(xp.exp(x - shift), axis=axis, keepdims=True))


class AlongAxis(ByValue):
    """A gate that mixes the numbers along ``axis``, all of them for ``None``, and keeps the shape."""

    family = "mixing"

    def __init__(self, axis: Axis = -1) -> None:
        self.axis = axis

    def shape(self, *operands: Shape) -> Shape:
        (x,) = operands
        if 0 in [x[k] for k in reduced_axes(self.name, self.axis, x)]:
            fail("reduction_of_nothing", gate=self.name, first=x)
        return x

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.call(self.symbol, literals, 1)


class Softmax(AlongAxis):
    """Positive numbers with the sum 1; each slope is the number itself, less what all of them share."""

    name, symbol, signature = "softmax", "softmax", "softmax(x, axis=-1)"
    notation = (r"\operatorname{softmax}(", ")")

    def forward(self, xp: Any, x: Any) -> Any:
        return softmax(xp, x, self.axis)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return output * (upstream - xp.sum(upstream * output, axis=self.axis, keepdims=True))


class LogSoftmax(AlongAxis):
    """The logarithm of ``softmax``, without the way through it."""

    name, symbol, signature = "log_softmax", "log softmax", "log_softmax(x, axis=-1)"
    notation = (r"\log \operatorname{softmax}(", ")")

    def forward(self, xp: Any, x: Any) -> Any:
        return x - log_sum_exp(xp, x, self.axis)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream - softmax(xp, x, self.axis) * xp.sum(upstream, axis=self.axis, keepdims=True)


class LogSumExp(Reduction):
    """A smooth maximum, ``log(Σ e ** x)``, with ``softmax`` for its slope."""

    name, symbol, signature = "logsumexp", "logsumexp", "logsumexp(x, axis=None, keepdims=False)"
    notation = (r"\operatorname{logsumexp}(", ")")
    of_nothing = False

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.sum(log_sum_exp(xp, x, self.axis), axis=self.axis, keepdims=self.keepdims)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return spread(xp, upstream, self.axis, self.keepdims) * softmax(xp, x, self.axis)
