"""NumPy's broadcasting, forwards for shapes and backwards for gradients: written here once.

Shapes are aligned at their last axis; a size of 1 is repeated. A gradient of the broadcast shape goes back to the
operand's shape by summing over whatever was repeated, since a repeated value is a value used several times.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from engine.errors import fail

Shape = tuple[int, ...]


def broadcast_shape(gate: str, *shapes: Shape) -> Shape:
    """The common shape of the operands of ``gate``; fails with ``shape_mismatch`` naming the first clash."""
    result = shapes[0]
    for shape in shapes[1:]:
        if shape != result:
            result = _pair(gate, result, shape)
    return result


def _pair(gate: str, first: Shape, second: Shape) -> Shape:
    if not second or not first:
        return first or second
    sizes = []
    for a, b in zip_longest(reversed(first), reversed(second), fillvalue=1):
        if a != b and 1 not in (a, b):
            fail("shapes_do_not_broadcast", gate=gate, first=first, second=second)
        sizes.append(b if a == 1 else a)
    return tuple(reversed(sizes))


def unbroadcast(gradient: Any, shape: Shape) -> Any:
    """The gradient for an operand of ``shape``, from one of the broadcast shape; a float for a scalar operand."""
    if not shape:
        return float(gradient.sum()) if getattr(gradient, "shape", ()) else float(gradient)
    if gradient.shape == shape:
        return gradient
    added = gradient.ndim - len(shape)
    if added:
        gradient = gradient.sum(axis=tuple(range(added)))
    repeated = tuple(axis for axis, size in enumerate(shape) if size == 1 != gradient.shape[axis])
    return gradient.sum(axis=repeated, keepdims=True) if repeated else gradient
