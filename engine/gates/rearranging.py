"""Gates that move numbers to other places and change none; their gradients move back."""

from __future__ import annotations

from math import prod
from typing import Any

from engine.broadcasting import Shape
from engine.errors import fail
from engine.gates.families import ByValue
from engine.gates.shapes import completed, one_axis, permutation, within


class Transpose(ByValue):
    """The axes in a new order, by default in reverse: rows become columns."""

    name, symbol, signature, family = "transpose", "ᵀ", "transpose(x, axes=None)", "rearranging"

    def __init__(self, axes: tuple[int, ...] | None = None) -> None:
        self.axes = axes

    def shape(self, *operands: Shape) -> Shape:
        (x,) = operands
        return x[::-1] if self.axes is None else tuple(x[k] for k in permutation(self.name, self.axes, x))

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.transpose(x, self.axes)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return xp.transpose(upstream, inverse(self.axes))


def inverse(axes: tuple[int, ...] | None) -> tuple[int, ...] | None:
    """The order of axes that undoes ``axes``."""
    if axes is None:
        return None
    order = [axis % len(axes) for axis in axes]
    return tuple(order.index(axis) for axis in range(len(axes)))


class Reshape(ByValue):
    """The same numbers in the same order, in another shape; one size may be -1."""

    name, symbol, signature, family = "reshape", "reshape", "reshape(x, shape)", "rearranging"

    def __init__(self, shape: tuple[int, ...] = (-1,)) -> None:
        self.wanted = shape

    def shape(self, *operands: Shape) -> Shape:
        return completed(self.name, self.wanted, operands[0])

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.reshape(x, self.wanted)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return xp.reshape(upstream, xp.shape(x))


class Array(ByValue):
    """The operands, all of one shape, one after the other along a new first axis."""

    name, symbol, signature, family = "array", "[…]", "array([a, b, …])", "rearranging"
    arity = (1, None)

    def shape(self, *operands: Shape) -> Shape:
        for shape in operands:
            if shape != operands[0]:
                fail("entries_differ", gate=self.name, first=operands[0], second=shape)
        return within(self.name, (len(operands), *operands[0]))

    def forward(self, xp: Any, *entries: Any) -> Any:
        return xp.stack(entries)

    def backward(self, xp: Any, upstream: Any, output: Any, *entries: Any) -> Any:
        return tuple(upstream[k] for k in range(len(entries))) if len(entries) > 1 else upstream[0]


class Stack(ByValue):
    """The operands, all of one shape, one after the other along a new axis."""

    name, symbol, signature, family = "stack", "stack", "stack([a, b, …], axis=0)", "rearranging"
    arity, sequence = (1, None), True

    def __init__(self, axis: int = 0) -> None:
        self.axis = axis

    def shape(self, *operands: Shape) -> Shape:
        first = operands[0]
        for shape in operands:
            if shape != first:
                fail("entries_differ", gate=self.name, first=first, second=shape)
        axis = one_axis(self.name, self.axis, (*first, 1))
        return within(self.name, (*first[:axis], len(operands), *first[axis:]))

    def forward(self, xp: Any, *entries: Any) -> Any:
        return xp.stack(entries, self.axis)

    def backward(self, xp: Any, upstream: Any, output: Any, *entries: Any) -> Any:
        by_entry = xp.moveaxis(upstream, self.axis, 0)
        return tuple(by_entry[k] for k in range(len(entries))) if len(entries) > 1 else by_entry[0]


class Concatenate(ByValue):
    """The operands joined along an axis that they have; ``axis=None`` joins all their numbers to one vector."""

    name, symbol, signature, family = "concatenate", "concat", "concatenate([a, b, …], axis=0)", "rearranging"
    arity, sequence = (1, None), True

    def __init__(self, axis: int | None = 0) -> None:
        self.axis = axis

    def shape(self, *operands: Shape) -> Shape:
        if self.axis is None:
            return (sum(map(prod, operands)),)
        first = operands[0]
        axis = one_axis(self.name, self.axis, first)
        for shape in operands:
            if (len(shape), shape[:axis], shape[axis + 1 :]) != (len(first), first[:axis], first[axis + 1 :]):
                fail("parts_differ", gate=self.name, axis=axis, first=first, second=shape)
        return (*first[:axis], sum(shape[axis] for shape in operands), *first[axis + 1 :])

    def forward(self, xp: Any, *parts: Any) -> Any:
        return xp.concatenate(parts, self.axis)

    def backward(self, xp: Any, upstream: Any, output: Any, *parts: Any) -> Any:
        sent = separated(xp, upstream, parts, self.axis)
        return tuple(sent) if len(parts) > 1 else sent[0]


def separated(xp: Any, joined: Any, parts: tuple[Any, ...], axis: int | None) -> list[Any]:
    """What lies in the places of the parts that were joined along the axis."""
    sizes = [xp.size(x) if axis is None else xp.shape(x)[axis] for x in parts]
    found = xp.split(joined, [sum(sizes[:k]) for k in range(1, len(sizes))], 0 if axis is None else axis)
    return [xp.reshape(part, xp.shape(x)) for part, x in zip(found, parts, strict=True)]
