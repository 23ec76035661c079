"""The gate that picks entries of an array, and integers that flow in as data: indices and class labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from engine.broadcasting import Shape, broadcast_shape
from engine.errors import fail
from engine.gates.families import ByValue
from engine.gates.shapes import within

OPERAND = "·"  # the place in a key of an array that flows in
LONGEST = 12  # characters of a key that a label shows
Key = tuple[Any, ...]


class Index(ByValue):
    """``x[key]`` as in NumPy; what an entry gets is summed up over all places that it was picked for.

    The parts of ``key`` are integers, slices, ``None`` for a new axis, ``...``, and ``OPERAND`` for an integer array
    or a whole number that is an operand of its own, in order. Indices have no gradient.
    """

    name, symbol, signature, family = "index", "[·]", "index(x, i, …)", "rearranging"
    arity = (1, None)
    notation = ("", r"[\cdot]")
    OPERAND: ClassVar[str] = OPERAND

    def __init__(self, key: Key = (OPERAND,)) -> None:
        self.key = key

    def __hash__(self) -> int:
        return hash((type(self), repr(self.key)))  # a slice has a hash only from Python 3.12 on

    __eq__ = ByValue.__eq__

    def shape(self, *operands: Shape) -> Shape:
        return within(self.name, picked_shape(self.name, self.key, *operands))

    def forward(self, xp: Any, x: Any, *indices: Any) -> Any:
        return pick(xp, x, self.key, indices)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any, *indices: Any) -> Any:
        sent = put_back(xp, upstream, x, self.key, indices)
        return (sent, *[None] * len(indices)) if indices else sent

    def sends(self, slot: int) -> bool:
        return slot == 0

    def label(self, literals: Mapping[int, float]) -> str:
        text = ",".join(map(written, self.key))
        return f"[{text}]" if len(text) <= LONGEST else f"[{text[: LONGEST - 1]}…]"


def written(part: Any) -> str:
    """A part of a key as it is typed."""
    if part is ...:
        return "…"
    if not isinstance(part, slice):
        return str(part)
    start, stop, step = ("" if bound is None else str(bound) for bound in (part.start, part.stop, part.step))
    return f"{start}:{stop}:{step}" if step else f"{start}:{stop}"


# Formulas ------------------------------------------------------------------------------------------------------------


def pick(xp: Any, x: Any, key: tuple[Any, ...], indices: tuple[Any, ...]) -> Any:
    """``x[key]``; a key that picks everything, which is all that a single number has, leaves ``x`` alone."""
    if all(part is ... for part in key):
        return x
    return x[filled(xp, key, indices, xp.shape(x))]


def put_back(xp: Any, upstream: Any, x: Any, key: tuple[Any, ...], indices: tuple[Any, ...]) -> Any:
    """The gradient of ``x``: 0 but for what was picked; an entry that was picked several times gets the sum."""
    if all(part is ... for part in key):
        return upstream
    if hasattr(xp, "put_back"):
        return xp.put_back(upstream, key, indices)
    gradient, places = xp.zeros_like(x), filled(xp, key, indices, xp.shape(x))
    if indices:
        xp.add.at(gradient, places, upstream)
    else:
        gradient[places] = upstream
    return gradient


def filled(xp: Any, key: tuple[Any, ...], indices: tuple[Any, ...], shape: tuple[int, ...]) -> tuple[Any, ...]:
    """The key with the integer arrays in the places that are left open for them."""
    arrays, axes = iter(indices), picked_axes(key)
    return tuple(
        whole(xp, next(arrays), shape[axis], -shape[axis], "index") if part == "·" else part
        for part, axis in zip(key, axes, strict=True)
    )


def picked_axes(key: tuple[Any, ...]) -> list[int]:
    """The axis that each part of a key picks from; behind an ellipsis they count from the back."""
    front, behind = at_ellipsis(key)
    axes = [len(list(filter(takes, front[:k]))) for k in range(len(front))]
    return axes + [-len(list(filter(takes, behind[k:]))) for k in range(len(behind))]


def at_ellipsis(key: tuple[Any, ...]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The key in two: before the ellipsis and from it on; nothing is behind where it has none."""
    place = key.index(...) if ... in key else len(key)
    return key[:place], key[place:]


def takes(part: Any) -> bool:
    """Whether a part of a key stands for an axis of the array: all but a new axis and an ellipsis do."""
    return part is not None and part is not ...


def whole(xp: Any, numbers: Any, size: int, least: int, gate: str) -> Any:
    """The numbers as integers; fails with ``bad_argument`` unless all of them go from ``least`` to ``size - 1``."""
    if hasattr(xp, "whole"):
        return xp.whole(numbers)
    from engine.errors import fail  # here, so that the code runs as it is shown

    found = xp.asarray(numbers)
    for number in found[~(xp.isfinite(found) & (xp.floor(found) == found))]:
        fail("index_not_an_integer", gate=gate, index=f"{number:g}")
    for number in found[(found < least) | (found >= size)]:
        fail("index_out_of_range", gate=gate, index=f"{number:g}", least=least, most=size - 1)
    return found.astype(int)


# Shapes --------------------------------------------------------------------------------------------------------------


def picked_shape(gate: str, key: Key, x: Shape, *indices: Shape) -> Shape:
    """The shape of ``x[key]`` with index arrays of these shapes; fails where NumPy does.

    Integers and arrays together make one block of axes. It stands where the first of them stood, or in front if
    anything stands between them.
    """
    check_key(gate, key, x)
    sizes = [kept(part, x, axis) for part, axis in zip(key, picked_axes(key), strict=True)]
    front, back = (len(list(filter(takes, part))) for part in at_ellipsis(key))
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
    wanted = len(list(filter(takes, key)))
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
