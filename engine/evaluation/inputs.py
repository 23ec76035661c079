"""The inputs of a request: checked strictly, never coerced, and read into floats and float64 arrays."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from engine.broadcasting import Shape
from engine.errors import fail
from engine.language.names import LETTERS, SUBSCRIPTS, key_of
from engine.limits import Limits
from engine.lowering.arrays import AXES

NAME = re.compile(rf"[{LETTERS}_](?:[{LETTERS}{SUBSCRIPTS}0-9_]|(?<=_)\{{[{LETTERS}0-9]+\}})*")


class Input(NamedTuple):
    """One input as given: its spelling, its shape, a float or a float64 array, and how it was drawn if it is random."""

    spelling: str
    shape: Shape
    value: Any
    drawn: Mapping[str, Any] | None = None


def read_inputs(inputs: object, limits: Limits) -> dict[str, Input]:
    """The inputs by key; fails with ``bad_input_value`` saying which and where."""
    if inputs is None:
        return {}
    if not isinstance(inputs, Mapping):
        fail("inputs_not_an_object")
    read: dict[str, Input] = {}
    for name, value in inputs.items():
        key = _key(name)
        if key in read:
            fail("input_twice", first=read[key].spelling, second=name)
        shape, number = read_value(value, name, limits)
        read[key] = Input(name, shape, number, value if isinstance(value, Mapping) else None)
    limits.check("elements", sum([math.prod(entry.shape) for entry in read.values()]))
    return read


def _key(name: object) -> str:
    if not isinstance(name, str) or not NAME.fullmatch(name) or len(name) > 200:
        fail("input_name", name=_quotable(str(name)))
    return key_of(name)


def _quotable(text: str) -> str:
    """A text as part of a message, whatever was given: lone surrogates cannot be sent."""
    return text[:40].encode("utf-8", "replace").decode()


def read_value(value: object, place: str, limits: Limits) -> tuple[Shape, Any]:
    """Shape and value of a number, a rectangular nested list, or a random array's description."""
    if type(value) is float and math.isfinite(value):
        return (), value
    if isinstance(value, Mapping):
        return _random(value, place, limits)
    if hasattr(value, "tolist"):  # NumPy's arrays and scalars, for callers in Python
        value = value.tolist()
    if isinstance(value, list | tuple):
        return _array(value, place, limits)
    return (), _number(value, place)


def _number(value: object, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        fail("input_not_a_number", place=place, found=_kind(value))
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        fail("input_not_finite", place=place)
    return number


def _kind(value: object) -> str:
    """What was given instead of a number, as JSON writes it."""
    if isinstance(value, str):
        return f'"{_quotable(value)}"'
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return "{…}" if isinstance(value, Mapping) else type(value).__name__


def _array(value: Any, place: str, limits: Limits) -> tuple[Shape, Any]:
    shape = _first_shape(value, place)
    limits.check("elements", math.prod(shape))
    rows: list[Any] = [value]
    for depth, size in enumerate(shape):
        for index, row in enumerate(rows):
            if not isinstance(row, list | tuple) or len(row) != size:
                fail("input_ragged", place=_place(place, shape[:depth], index), expected=size)
        rows = [item for row in rows for item in row]
    return shape, _numbers(rows, shape, place)


def _first_shape(value: Any, place: str) -> Shape:
    """The shape of a nested list along its first entries; () for a number."""
    shape: list[int] = []
    while isinstance(value, list | tuple):
        if not value:
            fail("input_not_a_number", place=place + "[0]" * len(shape), found="[]")
        shape.append(len(value))
        value = value[0]
        if len(shape) > AXES:
            fail("input_deep", place=place, maximum=AXES)
    return tuple(shape)


def _place(place: str, shape: Shape, index: int) -> str:
    """``W[1][0]`` for the flat index of an entry, in C order."""
    entries = []
    for size in reversed(shape):
        index, entry = divmod(index, size)
        entries.append(f"[{entry}]")
    return place + "".join(reversed(entries))


def _numbers(entries: list[Any], shape: Shape, place: str) -> Any:
    import numpy

    for index, entry in enumerate(entries):
        if type(entry) is not float or not math.isfinite(entry):
            if isinstance(entry, list | tuple):
                fail("input_nested", place=_place(place, shape, index))
            entries[index] = _number(entry, _place(place, shape, index))
    return numpy.array(entries, dtype=float).reshape(shape)


def _random(value: Mapping[Any, Any], place: str, limits: Limits) -> tuple[Shape, Any]:
    """An array drawn by NumPy's PCG64, for inputs too large to write down."""
    if not _is_random(value):
        fail("input_random", place=place)
    size, seed = tuple(value["shape"]), value.get("seed", 0)
    if len(size) > AXES:
        fail("input_deep", place=place, maximum=AXES)
    limits.check("elements", math.prod(size))
    import numpy

    generator = numpy.random.Generator(numpy.random.PCG64(seed))
    drawn = generator.standard_normal(size) if value["random"] == "normal" else generator.random(size)
    return size, drawn if size else float(drawn)


def _is_random(value: Mapping[Any, Any]) -> bool:
    kind, shape = value.get("random"), value.get("shape")
    known = isinstance(kind, str) and kind in ("normal", "uniform") and _is_size(value.get("seed", 0))
    sizes = isinstance(shape, list | tuple) and all(_is_size(size) and size > 0 for size in shape)
    return known and sizes and set(value) <= {"random", "shape", "seed"}


def _is_size(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63
