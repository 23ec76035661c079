"""Gates that make few numbers of many, along one axis, several or all."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

from engine.broadcasting import Shape, broadcast_shape
from engine.errors import fail
from engine.gates import labels
from engine.gates.families import ByValue

Axis = int | tuple[int, ...] | None


class Reduction(ByValue):
    """A gate over the numbers along ``axis`` (all of them for ``None``); ``keepdims`` leaves sizes of 1 behind."""

    family = "reduction"
    of_nothing = True  # whether no numbers at all have an answer

    def __init__(self, axis: Axis = None, keepdims: bool = False) -> None:
        self.axis = axis
        self.keepdims = keepdims

    def shape(self, *operands: Shape) -> Shape:
        (x,) = operands
        axes = reduced_axes(self.name, self.axis, x)
        if not self.of_nothing and 0 in [x[k] for k in axes]:
            fail("reduction_of_nothing", gate=self.name, first=x)
        if self.keepdims:
            return tuple(1 if k in axes else size for k, size in enumerate(x))
        return tuple(size for k, size in enumerate(x) if k not in axes)

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.call(self.symbol, literals, 1)


def reduced_axes(gate: str, axis: Axis, shape: Shape) -> set[int]:
    """The axes that go, counted from 0; fails with ``bad_argument`` for one that is not there or comes twice."""
    if axis is None:
        return set(range(len(shape)))
    wanted = axis if isinstance(axis, tuple) else (axis,)
    for k in wanted:
        if not -len(shape) <= k < len(shape):
            fail("axis_out_of_range", gate=gate, axis=k, first=shape)
    axes = {k % len(shape) for k in wanted}
    if len(axes) < len(wanted):
        fail("axis_repeated", gate=gate, axis=axis, first=shape)
    return axes


def spread(xp: Any, reduced: Any, axis: Axis, keepdims: bool) -> Any:
    """``reduced`` with its lost axes put back, so that it broadcasts against what was reduced."""
    return reduced if axis is None or keepdims else xp.expand_dims(reduced, axis)


def count(xp: Any, x: Any, reduced: Any) -> Any:
    """How many numbers of ``x`` make one number of ``reduced``."""
    return xp.size(x) / max(xp.size(reduced), 1)


class Sum(Reduction):
    """Every number gets the upstream gradient as it is."""

    name, symbol, signature = "sum", "Σ", "sum(x, axis=None, keepdims=False)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.sum(x, axis=self.axis, keepdims=self.keepdims)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return xp.broadcast_to(spread(xp, upstream, self.axis, self.keepdims), xp.shape(x))


class Mean(Reduction):
    """Every number gets an equal part of the upstream gradient."""

    name, symbol, signature = "mean", "mean", "mean(x, axis=None, keepdims=False)"
    of_nothing = False

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.mean(x, axis=self.axis, keepdims=self.keepdims)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        share = upstream / count(xp, x, output)
        return xp.broadcast_to(spread(xp, share, self.axis, self.keepdims), xp.shape(x))


class Prod(Reduction):
    """Every number gets the upstream gradient times the product of all others, right also where some are 0."""

    name, symbol, signature = "prod", "Π", "prod(x, axis=None, keepdims=False)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.prod(x, axis=self.axis, keepdims=self.keepdims)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return spread(xp, upstream, self.axis, self.keepdims) * product_of_others(xp, x, self.axis)


def product_of_others(xp: Any, x: Any, axis: Axis) -> Any:
    """For each number the product of all others along ``axis``: axis by axis, of those that are in its line."""
    if hasattr(xp, "product_of_others"):
        return xp.product_of_others(x, axis)
    others = xp.ones_like(x)
    for k in range(xp.ndim(x)) if axis is None else axis if isinstance(axis, tuple) else (axis,):
        others = others * product_beside(xp, x, k)
        x = xp.prod(x, axis=k, keepdims=True)
    return others


def product_beside(xp: Any, x: Any, axis: int) -> Any:
    """For each number the product of those before it in its line, times the product of those behind it."""
    x = xp.moveaxis(x, axis, 0)
    before, behind = xp.ones_like(x), xp.ones_like(x)
    before[1:] = xp.cumprod(x[:-1], axis=0)
    behind[:-1] = xp.cumprod(x[:0:-1], axis=0)[::-1]
    return xp.moveaxis(before * behind, 0, axis)


class Dispersion(Reduction):
    """How far the numbers lie from their mean; ``ddof`` is taken off their count, as in NumPy."""

    of_nothing = False

    def __init__(self, axis: Axis = None, keepdims: bool = False, ddof: int = 0) -> None:
        super().__init__(axis, keepdims)
        self.ddof = ddof

    def shape(self, *operands: Shape) -> Shape:
        (x,) = operands
        reduced = super().shape(x)
        if prod(x[k] for k in reduced_axes(self.name, self.axis, x)) <= self.ddof:
            fail("too_few_numbers", gate=self.name, ddof=self.ddof, first=x)
        return reduced


def deviations(xp: Any, x: Any, axis: Axis) -> Any:
    """How far each number lies above the mean along ``axis``."""
    return x - xp.mean(x, axis=axis, keepdims=True)


def variance(xp: Any, x: Any, axis: Axis, keepdims: bool, ddof: int) -> Any:
    """The sum of the squared deviations by the count of the numbers, less ``ddof``."""
    squares = xp.sum(deviations(xp, x, axis) * deviations(xp, x, axis), axis=axis, keepdims=keepdims)
    return squares / (count(xp, x, squares) - ddof)


class Var(Dispersion):
    """The variance: the mean of the squared deviations from the mean."""

    name, symbol, signature = "var", "var", "var(x, axis=None, keepdims=False, ddof=0)"
    notation = (r"\operatorname{var}(", ")")

    def forward(self, xp: Any, x: Any) -> Any:
        return variance(xp, x, self.axis, self.keepdims, self.ddof)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        share = 2 * upstream / (count(xp, x, output) - self.ddof)
        return spread(xp, share, self.axis, self.keepdims) * deviations(xp, x, self.axis)


class Std(Dispersion):
    """The standard deviation, the root of the variance; where it is 0 no gradient is sent back, as in PyTorch."""

    name, symbol, signature = "std", "std", "std(x, axis=None, keepdims=False, ddof=0)"
    notation = (r"\operatorname{std}(", ")")

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.sqrt(variance(xp, x, self.axis, self.keepdims, self.ddof))

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        share = upstream / (count(xp, x, output) - self.ddof)
        length = spread(xp, output, self.axis, self.keepdims)
        slope = xp.where(length == 0, 0.0, deviations(xp, x, self.axis) / length)
        return spread(xp, share, self.axis, self.keepdims) * slope

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return output == 0


class Extremum(Reduction):
    """The numbers that equal the output are chosen; those that tie share the upstream gradient equally."""

    of_nothing = False

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        chosen = x == spread(xp, output, self.axis, self.keepdims)
        ties = xp.sum(chosen, axis=self.axis, keepdims=self.keepdims)
        return xp.where(chosen, spread(xp, upstream / ties, self.axis, self.keepdims), 0.0)

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return xp.sum(x == spread(xp, output, self.axis, self.keepdims), axis=self.axis, keepdims=self.keepdims) > 1


class Max(Extremum):
    """The largest number."""

    name, symbol, signature = "max", "max", "max(x, axis=None, keepdims=False)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.max(x, axis=self.axis, keepdims=self.keepdims)


class Min(Extremum):
    """The smallest number."""

    name, symbol, signature = "min", "min", "min(x, axis=None, keepdims=False)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.min(x, axis=self.axis, keepdims=self.keepdims)


class SquaredNorm(Reduction):
    """The sum of squares: the lecture's L2 node."""

    name, symbol, signature = "squared_norm", "‖·‖²", "squared_norm(x, axis=None, keepdims=False)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.sum(x * x, axis=self.axis, keepdims=self.keepdims)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return spread(xp, 2 * upstream, self.axis, self.keepdims) * x


class Norm(Reduction):
    """The L2 norm, of a matrix the Frobenius norm; at 0 no gradient is sent back."""

    name, symbol, signature = "norm", "‖·‖", "norm(x, axis=None, keepdims=False)"
    notation = (r"\lVert ", r" \rVert")

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.sqrt(xp.sum(x * x, axis=self.axis, keepdims=self.keepdims))

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        length = spread(xp, output, self.axis, self.keepdims)
        return spread(xp, upstream, self.axis, self.keepdims) * xp.where(length == 0, 0.0, x / length)

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return output == 0


class L1(Reduction):
    """The sum of absolute values; a number that is 0 gets no gradient."""

    name, symbol, signature = "l1", "‖·‖₁", "l1(x, axis=None, keepdims=False)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.sum(xp.abs(x), axis=self.axis, keepdims=self.keepdims)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return spread(xp, upstream, self.axis, self.keepdims) * xp.sign(x)

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return x == 0


class Mse(ByValue):
    """The mean of the squared differences of all pairs; the operands broadcast."""

    name, symbol, signature, family = "mse", "mse", "mse(a, b)", "mixing"
    arity = (2, 2)

    def shape(self, *operands: Shape) -> Shape:
        pairs = broadcast_shape(self.name, *operands)
        if 0 in pairs:
            fail("reduction_of_nothing", gate=self.name, first=pairs)
        return ()

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return xp.mean((a - b) * (a - b))

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        sent = 2 * upstream / xp.size(a - b) * (a - b)
        return sent, -sent

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.call(self.symbol, literals, 2)
