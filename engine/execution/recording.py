"""A gate's formula, run once on marks instead of numbers, as the elementary operations that it is made of.

Replaying these costs a call into C for each operation and no Python function at all; what is replayed is the formula
itself, so it stays the one that the page shows. Source of the idea: tracing, as in JAX's ``jaxpr``.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from engine.gates import Gate
from engine.namespaces.scalars import ELEMENTARY, Scalars

Function = Callable[..., Any]


class Operation(NamedTuple):
    """``function`` of earlier places: the formula's arguments come first, then the results of the operations."""

    function: Function
    places: tuple[int, ...]


class Recorded(NamedTuple):
    """A formula as operations; ``constants`` by place, and the place of each result (``None``: no gradient)."""

    operations: list[tuple[int, Operation]]
    constants: dict[int, float]
    results: tuple[int | None, ...]


class Recorder:
    """Gives out places for arguments, constants and results."""

    def __init__(self) -> None:
        self.count = 0
        self.operations: list[tuple[int, Operation]] = []
        self.constants: dict[int, float] = {}

    def mark(self) -> Mark:
        """A new place."""
        self.count += 1
        return Mark(self, self.count - 1)

    def place(self, value: Any) -> int:
        """Where a mark stands, or where a number of the formula itself is put."""
        if isinstance(value, Mark):
            return value.place
        constant = self.mark()
        self.constants[constant.place] = float(value)
        return constant.place

    def note(self, function: Function, *operands: Any) -> Mark:
        """Record an operation; the mark of its result."""
        places = tuple(self.place(operand) for operand in operands)
        result = self.mark()
        self.operations.append((result.place, Operation(function, places)))
        return result


def _forward(function: Function) -> Any:
    return lambda self, other: self.recorder.note(function, self, other)


def _reflected(function: Function) -> Any:
    return lambda self, other: self.recorder.note(function, other, self)


def _alone(function: Function) -> Any:
    return lambda self: self.recorder.note(function, self)


class Mark:
    """A number that is not known yet; its operators record themselves."""

    __slots__ = ("place", "recorder")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, recorder: Recorder, place: int) -> None:
        self.recorder = recorder
        self.place = place

    __add__, __radd__ = _forward(operator.add), _reflected(operator.add)
    __sub__, __rsub__ = _forward(operator.sub), _reflected(operator.sub)
    __mul__, __rmul__ = _forward(operator.mul), _reflected(operator.mul)
    __truediv__, __rtruediv__ = _forward(operator.truediv), _reflected(operator.truediv)
    __pow__, __rpow__ = _forward(operator.pow), _reflected(operator.pow)
    __neg__, __abs__ = _alone(operator.neg), _alone(math.fabs)
    __gt__, __lt__ = _forward(operator.gt), _forward(operator.lt)
    __ge__, __le__ = _forward(operator.ge), _forward(operator.le)
    __eq__, __ne__ = _forward(operator.eq), _forward(operator.ne)
    __and__, __or__ = _forward(operator.and_), _forward(operator.or_)

    def __bool__(self) -> bool:
        raise TypeError("a formula must not branch on a number; xp.where chooses between two")


def _elementary(function: Function) -> Any:
    """The function, recorded when an operand is a mark."""

    def record(*operands: Any) -> Any:
        recorder = next((operand.recorder for operand in operands if isinstance(operand, Mark)), None)
        return recorder.note(function, *operands) if recorder else function(*operands)

    return staticmethod(record)


class Recording(Scalars):
    """The namespace of scalars in which every elementary function records itself."""


for _name in ELEMENTARY:
    setattr(Recording, _name, _elementary(getattr(Scalars, _name)))


@lru_cache(maxsize=4096)
def recorded_forward(gate: Gate, operands: int) -> Recorded:
    """The forward formula; its arguments are the operands."""
    recorder = Recorder()
    marks = [recorder.mark() for _ in range(operands)]
    result = gate.forward(Recording, *marks)
    return _needed(recorder, (recorder.place(result),))


@lru_cache(maxsize=4096)
def recorded_backward(gate: Gate, operands: int, wanted: frozenset[int]) -> Recorded:
    """The backward formula for the slots in ``wanted``; its arguments are upstream, output and the operands."""
    recorder = Recorder()
    marks = [recorder.mark() for _ in range(operands + 2)]
    result = gate.backward(Recording, *marks)
    gradients = (result,) if operands == 1 else result
    results = tuple(
        recorder.place(gradient) if slot in wanted and gradient is not None else None
        for slot, gradient in enumerate(gradients)
    )
    return _needed(recorder, results)


def _needed(recorder: Recorder, results: tuple[int | None, ...]) -> Recorded:
    """What the results depend on; the rest of the formula is not replayed."""
    needed: set[int] = {place for place in results if place is not None}
    operations = []
    for place, operation in reversed(recorder.operations):
        if place in needed:
            needed.update(operation.places)
            operations.append((place, operation))
    constants = {place: value for place, value in recorder.constants.items() if place in needed}
    return Recorded(operations[::-1], constants, results)
