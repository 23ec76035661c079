"""What the shapes of gates that move, pick or join numbers have in common."""

from __future__ import annotations

from math import prod

from engine.broadcasting import Shape
from engine.errors import fail

AXES = 32  # NumPy has arrays of at most 64 axes


def within(gate: str, shape: Shape) -> Shape:
    """The shape itself; fails with ``limit_exceeded`` where it has more axes than an array can have."""
    if len(shape) > AXES:
        fail("too_many_axes", details={"limit": "axes", "maximum": AXES}, gate=gate, maximum=AXES)
    return shape


def one_axis(gate: str, axis: object, shape: Shape) -> int:
    """The axis, counted from 0; fails with ``bad_argument`` unless it is a single one that is there."""
    if not isinstance(axis, int):
        fail("axis_not_single", gate=gate)
    if not -len(shape) <= axis < len(shape):
        fail("axis_out_of_range", gate=gate, axis=axis, first=shape)
    return axis % len(shape)


def completed(gate: str, wanted: Shape, x: Shape) -> Shape:
    """The shape that ``reshape`` gives to ``x``, where one size may be -1: whatever is left."""
    known, sizes = prod(size for size in wanted if size != -1), wanted
    if known and wanted.count(-1) == 1:
        sizes = tuple(prod(x) // known if size == -1 else size for size in wanted)
    if min(sizes, default=0) < 0 or prod(sizes) != prod(x):
        fail("reshape_sizes", gate=gate, first=x, count=prod(x), wanted=wanted)
    return within(gate, sizes)


def permutation(gate: str, axes: tuple[int, ...], x: Shape) -> list[int]:
    """The axes of ``x`` in a new order, counted from 0; fails with ``bad_argument`` unless each comes once."""
    if len(axes) != len(x):
        fail("axes_do_not_match", gate=gate, axes=axes, first=x)
    order = [one_axis(gate, axis, x) for axis in axes]
    if len(set(order)) < len(order):
        fail("axis_repeated", gate=gate, axis=axes, first=x)
    return order
