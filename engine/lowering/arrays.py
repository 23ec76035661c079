"""Array literals, read from the syntax without building anything."""

from __future__ import annotations

from math import prod
from typing import NamedTuple

from engine.broadcasting import Shape
from engine.errors import fail
from engine.language.syntax import Array, Expression, Number

AXES = 32


class LiteralArray(NamedTuple):
    """The numbers of an array literal in C order."""

    shape: Shape
    numbers: list[float]


def literal_array(root: Array) -> LiteralArray | None:
    """An array literal that holds only numbers, or ``None`` if an entry is an expression; ragged ones fail."""
    shape = _first_shape(root)
    numbers: list[float] = []
    stack: list[tuple[Expression, int]] = [(root, 0)]
    while stack:
        expression, depth = stack.pop()
        if isinstance(expression, Array):
            if depth >= len(shape) or len(expression.items) != shape[depth]:
                fail("ragged_array", expression.span)
            stack.extend((item, depth + 1) for item in reversed(expression.items))
        elif not isinstance(expression, Number):
            return None
        elif depth != len(shape):
            fail("ragged_array", expression.span)
        else:
            numbers.append(expression.value)
    return LiteralArray(shape, numbers) if len(numbers) == prod(shape) else None


def _first_shape(root: Array) -> Shape:
    shape: list[int] = []
    expression: Expression = root
    while isinstance(expression, Array):
        shape.append(len(expression.items))
        expression = expression.items[0]
        if len(shape) > AXES:
            fail("deep_array", root.span, maximum=AXES)
    return tuple(shape)
