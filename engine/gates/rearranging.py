"""Gates that move numbers to other places and change none; their gradients move back."""

from __future__ import annotations

from typing import Any

from engine.broadcasting import Shape
from engine.errors import fail
from engine.gates.families import ByValue


class Transpose(ByValue):
    """All axes in reverse: rows become columns."""

    name, symbol, signature, family = "transpose", "ᵀ", "transpose(x)", "rearranging"

    def shape(self, *operands: Shape) -> Shape:
        return operands[0][::-1]

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.transpose(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return xp.transpose(upstream)


class Array(ByValue):
    """The operands, all of one shape, one after the other along a new first axis."""

    name, symbol, signature, family = "array", "[…]", "array([a, b, …])", "rearranging"
    arity = (1, None)

    def shape(self, *operands: Shape) -> Shape:
        for shape in operands:
            if shape != operands[0]:
                fail("entries_differ", gate=self.name, first=operands[0], second=shape)
        return (len(operands), *operands[0])

    def forward(self, xp: Any, *entries: Any) -> Any:
        return xp.stack(entries)

    def backward(self, xp: Any, upstream: Any, output: Any, *entries: Any) -> Any:
        return tuple(upstream[k] for k in range(len(entries))) if len(entries) > 1 else upstream[0]
