"""A gate's formula, run once on marks instead of numbers, as the elementary operations that it is made of.

Replaying these costs a call into C for each operation and no Python function at all; what is replayed is the formula
itself, so it stays the one that the page shows. Source of the idea: tracing, as in JAX's ``jaxpr``.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, NamedTuple

from engine.namespaces.scalars import ELEMENTARY, Scalars

Function = Callable[..., Any]


class Operation(NamedTuple):
    """``function`` of the places ``a`` and ``b`` (``None``: of one operand only), or of many places, then ``more``."""

    function: Function
    a: int
    b: int | None
    more: tuple[int, ...] = ()


class Recorded(NamedTuple):
    """A formula as operations on places: its arguments, then the ``constants``, then each operation's result.

    ``results`` has the place of each of the formula's results; ``NOTHING``: no gradient.
    """

    constants: tuple[float, ...]
    operations: tuple[Operation, ...]
    results: tuple[int, ...]


NOTHING = -1  # instead of a place or a register


class Recorder:
    """Gives out places for arguments, constants and results."""

    def __init__(self) -> None:
        self.count = 0
        self.operations: list[tuple[int, tuple[Function, tuple[int, ...]]]] = []
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
        self.operations.append((result.place, (function, places)))
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


def form(gate: Any) -> Any:
    """What decides about a gate's formulas: its class if it has no parameters, which is the quicker key."""
    return gate if vars(gate) else type(gate)


@lru_cache(maxsize=4096)
def recorded_forward(form: Hashable, operands: int) -> tuple[Recorded, Operation]:
    """The forward formula but for its last operation, which gives the value, and that; arguments are the operands."""
    gate: Any = form() if isinstance(form, type) else form
    recorder = Recorder()
    marks = [recorder.mark() for _ in range(operands)]
    result = recorder.place(gate.forward(Recording, *marks))
    if not recorder.operations or recorder.operations[-1][0] != result:  # a formula that gives back its argument
        result = recorder.note(float, Mark(recorder, result)).place
    recorded = _compact(recorder, operands, [result])
    return recorded._replace(operations=recorded.operations[:-1]), recorded.operations[-1]


@lru_cache(maxsize=4096)
def recorded_backward(form: Hashable, wired: tuple[bool, ...]) -> Recorded:
    """The backward formula for the slots that are wired; its arguments are upstream, output and the operands."""
    gate: Any = form() if isinstance(form, type) else form
    recorder = Recorder()
    marks = [recorder.mark() for _ in range(len(wired) + 2)]
    result = gate.backward(Recording, *marks)
    gradients = (result,) if len(wired) == 1 else result
    results = [
        recorder.place(gradient) if is_wired and gradient is not None else NOTHING
        for is_wired, gradient in zip(wired, gradients, strict=True)
    ]
    return _compact(recorder, len(marks), results)


def _compact(recorder: Recorder, arguments: int, results: list[int]) -> Recorded:
    """What the results depend on, in places without gaps; the rest of the formula is not replayed."""
    needed = set(results)
    for result, (_, places) in reversed(recorder.operations):
        if result in needed:
            needed.update(places)
    constants = [place for place in recorder.constants if place in needed]
    operations = [(result, noted) for result, noted in recorder.operations if result in needed]
    kept = [*range(arguments), *constants, *(result for result, _ in operations)]
    place = {old: new for new, old in enumerate(kept)} | {NOTHING: NOTHING}
    return Recorded(
        tuple(recorder.constants[old] for old in constants),
        tuple(_operation(function, [place[old] for old in places]) for _, (function, places) in operations),
        tuple(place[old] for old in results),
    )


def _operation(function: Function, places: list[int]) -> Operation:
    if len(places) > 2:
        return Operation(function, NOTHING, None, tuple(places))
    return Operation(function, places[0], places[1] if len(places) == 2 else None)
