"""The keys of indexing: which axes their parts stand for, and the shape that they leave."""

from __future__ import annotations

from typing import Any

from engine.broadcasting import Shape, broadcast_shape
from engine.errors import fail

OPERAND = "·"  # the place in a key of an array that flows in
Key = tuple[Any, ...]


def picked_axes(key: tuple[Any, ...]) -> list[int]:
    """The axis that each part of a key picks from; behind an ellipsis they count from the back."""
    front, behind = at_ellipsis(key)
    axes = [sum(takes(part) for part in front[:k]) for k in range(len(front))]
    return axes + [-sum(takes(part) for part in behind[k:]) for k in range(len(behind))]


def at_ellipsis(key: tuple[Any, ...]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The key in two: before the ellipsis and from it on; nothing is behind where it has none."""
    place = key.index(...) if ... in key else len(key)
    return key[:place], key[place:]


def takes(part: Any) -> bool:
    """Whether a part of a key stands for an axis of the array: all but a new axis and an ellipsis do."""
    return part is not None and part is not ...


def picked_shape(gate: str, key: Key, x: Shape, *indices: Shape) -> Shape:
    """The shape of ``x[key]`` with index arrays of these shapes; fails where NumPy does.

    Integers and arrays together make one block of axes. It stands where the first of them stood, or in front if
    anything stands between them.
    """
    check_key(gate, key, x)
    sizes = [kept(part, x, axis) for part, axis in zip(key, picked_axes(key), strict=True)]
    front, back = (sum(map(takes, part)) for part in at_ellipsis(key))
    if ... in key:
        sizes[key.index(...)] = x[front : len(x) - back]
    else:
        sizes.append(x[front:])
    if OPERAND in key:
        chosen = [k for k, part in enumerate(key) if isinstance(part, int | str)]
        is_one_block = chosen[-1] - chosen[0] < len(chosen)
        sizes.insert(chosen[0] if is_one_block else 0, broadcast_shape(gate, *indices))
    return tuple(size for part in sizes for size in part)


def check_key(gate: str, key: Key, x: Shape) -> None:
    """Fail with ``bad_argument`` unless the key fits ``x``: not too many parts, no integer out of range."""
    if key.count(...) > 1:
        fail("ellipsis_twice", gate=gate)
    wanted = sum(map(takes, key))
    if wanted > len(x):
        fail("too_many_indices", gate=gate, count=wanted, first=x)
    for part, axis in zip(key, picked_axes(key), strict=True):
        if isinstance(part, int) and not -x[axis] <= part < x[axis]:
            fail("index_out_of_range", gate=gate, index=part, least=-x[axis], most=x[axis] - 1)


def kept(part: Any, x: Shape, axis: int) -> Shape:
    """The sizes that a part of a key leaves of its axis: none for an integer or an array, 1 for a new axis."""
    if isinstance(part, slice):
        return (len(range(*part.indices(x[axis]))),)
    return (1,) if part is None else ()
