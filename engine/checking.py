"""Central differences against the backward pass: slow, but they know nothing of any derivative.

Any node can be moved: what lies behind it runs again, as if it were an input. Where the function has a kink within the
step there is no derivative to compare with. The slopes of both sides differ then, however small the step; on a smooth
function they come closer to each other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import accumulate
from math import isfinite, prod
from typing import Any, NamedTuple

from engine.errors import EngineError
from engine.execution import Tape, Trace, forward
from engine.limits import limited

STEP = 6.0e-6  # the cube root of the rounding unit: truncation and rounding errors balance
FLOOR = 1.0e-3
MOST = 1_000  # numbers; each costs two forward passes, and two more where there may be a kink
LOOKS = 100  # searches for a kink beside a number; each costs two forward passes for each zoom
BEND = 1.0e-4  # how far the slopes of both sides may differ, relative to them, before one looks closer
ZOOMS = 6  # each halves the step
NOISE = 1.0e4 * 2.0**-52  # rounding of the output, with room to spare

Function = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Checked:
    """One node: its gradient by central differences, and the largest relative distance from the analytic one.

    ``has_kink`` says that a kink lies within the step of some of its numbers. These do not count for the distance,
    unless there are no others: then ``is_smooth`` is false.
    """

    numerical: Any
    relative_error: float
    has_kink: bool
    is_smooth: bool


def check_gradients(trace: Trace, nodes: Iterable[int], upstream: Any) -> dict[int, Checked]:
    """Compare the gradient of each node with ``(f(x + h) − f(x − h)) / 2h``, where h grows with the node's value.

    A node without a gradient, such as a class label, is never moved; one that is a label and a number at once cannot
    be moved, and is left out.
    """
    moving = [index for index in nodes if trace.gradients[index] is not None]
    limited("checked_entries", sum(prod(trace.tape.shapes[index]) for index in moving), MOST)
    behind = _steps_before(trace.tape)
    compare = _Comparison()
    checked = {index: _check_moved(_Output(trace, index, behind[index], upstream), compare) for index in moving}
    return {index: found for index, found in checked.items() if found is not None}


def _steps_before(tape: Tape) -> list[int]:
    """For each node how many steps of the forward pass are done once it has its value."""
    done = [0] * len(tape.graph.nodes)
    for place, (_, result, *_) in enumerate(tape.forward):
        if result < len(done):
            done[result] = place + 1
    return list(accumulate(done, max))


class _Output:
    """The output, weighted by ``upstream`` where it is no scalar, as a function of one node's numbers."""

    def __init__(self, trace: Trace, index: int, start: int, upstream: Any) -> None:
        self.trace, self.index, self.upstream = trace, index, upstream
        self.value, self.gradient = trace.values[index], trace.gradients[index]
        self.rest = copy(trace.tape)
        self.rest.registers, self.rest.forward = trace.registers, trace.tape.forward[start:]
        self.unmoved = self.of(self.value)

    def of(self, value: Any) -> float:
        """The output for this value of the node."""
        with self.rest.quiet():
            output = forward(self.rest, {self.index: value})[self.rest.graph.output]
            return float(output * self.upstream) if isinstance(output, float) else float((output * self.upstream).sum())

    def along(self, place: Sequence[int]) -> Function:
        """The output as a function of the number in this place of the node's array."""

        def function(number: float) -> float:
            moved = self.value.copy()
            moved[place] = number
            return self.of(moved)

        return function


def _check_moved(output: _Output, compare: _Comparison) -> Checked | None:
    """One node; ``None`` where a gate takes it only as it is."""
    try:
        return _check(output, compare)
    except EngineError:
        return None


def _check(output: _Output, compare: _Comparison) -> Checked:
    if isinstance(output.value, float):
        found = compare(output.of, output.value, output.unmoved, output.gradient)
        return Checked(found.slope, found.error, found.is_kink, not found.is_kink)
    import numpy

    numbers = zip(output.value.ravel().tolist(), output.gradient.ravel().tolist(), strict=True)
    places = zip(numpy.ndindex(output.value.shape), numbers, strict=True)
    several = [compare(output.along(place), at, output.unmoved, analytic) for place, (at, analytic) in places]
    numerical = numpy.array([one.slope for one in several]).reshape(output.value.shape)
    smooth = [one.error for one in several if not one.is_kink]
    largest = worst(smooth or [one.error for one in several])
    return Checked(numerical, largest, len(smooth) < len(several), bool(smooth) or not several)


def worst(errors: Iterable[float]) -> float:
    """The largest error, or NaN where one is not a number; 0 for none."""
    found = list(errors)
    return next((error for error in found if math.isnan(error)), max(found, default=0.0))


class _Compared(NamedTuple):
    """One number: the slope by central differences, its distance from the analytic one, whether there is a kink."""

    slope: float
    error: float
    is_kink: bool


class _Comparison:
    """Compares number by number; how often it may search for a kink is counted over all of them."""

    def __init__(self) -> None:
        self.looks = LOOKS

    def __call__(self, function: Function, at: float, unmoved: float, analytic: float) -> _Compared:
        step = STEP * max(1.0, abs(at))
        above, below = at + step, at - step
        high, low = function(above), function(below)
        right, left = (high - unmoved) / (above - at), (unmoved - low) / (at - below)
        slope = (high - low) / (above - below)
        error = relative_error(analytic, slope)
        if not (isfinite(right) and isfinite(left)):
            return _Compared(slope, error, isfinite(right) or isfinite(left))  # the edge of the domain: sqrt at 0
        scale = max(abs(right), abs(left), FLOOR)
        least = max(BEND * scale, NOISE * (abs(unmoved) + abs(at) * scale) / step)
        bend = max(abs(right - left), least)
        if bend == least and not error > BEND:
            return _Compared(slope, error, False)
        is_kink = _stays(function, at, step, unmoved, bend) or self._finds(
            function, at, step, [low, unmoved, high], least
        )
        return _Compared(slope, error, is_kink)

    def _finds(self, *where: Any) -> bool:
        """Whether there is a kink beside the number, as long as there are searches left."""
        self.looks -= 1
        return self.looks >= 0 and _has_kink(*where)


def _stays(function: Function, at: float, step: float, unmoved: float, bend: float) -> bool:
    """Whether both sides differ as much with a much smaller step, as they do where the kink is at the number itself."""
    step /= 2**ZOOMS
    return abs(function(at + step) - 2 * unmoved + function(at - step)) / step > bend / 2


def _has_kink(function: Function, at: float, step: float, values: list[float], least: float) -> bool:
    """Whether the slope changes as much within a much smaller step, taken around the place where it does so most."""
    bends = []
    for _ in range(ZOOMS):
        step /= 2
        low, middle, high = values
        values = [low, function(at - step), middle, function(at + step), high]
        changes = [abs(values[k] - 2 * values[k + 1] + values[k + 2]) for k in range(3)]
        place = changes.index(max(changes))
        at, values = at + (place - 1) * step, values[place : place + 3]
        bends.append(changes[place] / step)
    return bends[-1] > max(bends[0], least) / 4


def relative_error(analytic: float, numerical: float) -> float:
    """``|a − n| / max(|a|, |n|)``, with a floor below which both count as zero to the differences' own noise."""
    return abs(analytic - numerical) / max(abs(analytic), abs(numerical), FLOOR)
