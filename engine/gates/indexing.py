"""The gate that picks entries of an array, and integers that flow in as data: indices and class labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from engine.broadcasting import Shape
from engine.gates.families import ByValue
from engine.gates.keys import OPERAND, Key, picked_axes, picked_shape
from engine.gates.shapes import within

LONGEST = 12  # characters of a key that a label shows


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
        return (sent, *(None for _ in indices)) if indices else sent

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
