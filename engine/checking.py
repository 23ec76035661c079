"""Central differences against the backward pass: slow, but they know nothing of any derivative."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

from engine.errors import EngineError
from engine.execution import Tape, Trace, forward

STEP = 6.0e-6  # the cube root of the rounding unit: truncation and rounding errors balance
FLOOR = 1.0e-3
MOST = 1_000  # input entries; each costs two forward passes


@dataclass(frozen=True, slots=True)
class Checked:
    """One input: the gradient by central differences, and its largest relative distance from the analytic one."""

    numerical: Any
    relative_error: float


def check_gradients(trace: Trace, inputs: Mapping[int, Any], upstream: Any) -> dict[int, Checked]:
    """Compare every input's gradient with ``(f(x + h) − f(x − h)) / 2h``, where h grows with the input's value.

    An input without a gradient, such as a class label, is never moved; one that is a label and a number at once cannot
    be moved, and is left out.
    """
    moving = [index for index in inputs if trace.gradients[index] is not None]
    entries = sum(prod(trace.tape.graph.nodes[index].shape) for index in moving)
    if entries > MOST:
        details = {"limit": "checked_entries", "maximum": MOST}
        raise EngineError("limit_checked_entries", details=details, maximum=MOST)
    checked = {index: _check_moved(trace, inputs, index, upstream) for index in moving}
    return {index: found for index, found in checked.items() if found is not None}


def _check_moved(trace: Trace, inputs: Mapping[int, Any], index: int, upstream: Any) -> Checked | None:
    """One input; ``None`` where a gate takes it only as it is."""
    try:
        return _check(trace, inputs, index, upstream)
    except EngineError:
        return None


def _check(trace: Trace, inputs: Mapping[int, Any], index: int, upstream: Any) -> Checked:
    value, analytic = inputs[index], trace.gradients[index]
    if isinstance(value, float):
        numerical = _difference(trace.tape, inputs, index, value, None, upstream)
        return Checked(numerical, relative_error(analytic, numerical))
    import numpy

    with numpy.errstate(all="ignore"):
        slopes = numpy.empty_like(value)
        for place in numpy.ndindex(value.shape):
            slopes[place] = _difference(trace.tape, inputs, index, float(value[place]), place, upstream)
    pairs = zip(analytic.ravel().tolist(), slopes.ravel().tolist(), strict=True)
    return Checked(slopes, worst(relative_error(a, b) for a, b in pairs))


def worst(errors: Iterable[float]) -> float:
    """The largest error, or NaN where one is not a number; 0 for none."""
    found = list(errors)
    return next((error for error in found if math.isnan(error)), max(found, default=0.0))


def _difference(tape: Tape, inputs: Mapping[int, Any], index: int, at: float, place: Any, upstream: Any) -> float:
    step = STEP * max(1.0, abs(at))
    above, below = at + step, at - step
    difference = _loss(tape, inputs, index, place, above, upstream) - _loss(tape, inputs, index, place, below, upstream)
    return difference / (above - below)


def _loss(tape: Tape, inputs: Mapping[int, Any], index: int, place: Any, at: float, upstream: Any) -> float:
    """The output with one entry of one input moved, weighted by ``upstream`` where it is no scalar."""
    moved: Any = at
    if place is not None:
        moved = inputs[index].copy()
        moved[place] = at
    with tape.quiet():
        output = forward(tape, {**inputs, index: moved})[tape.graph.output]
        return float(output * upstream) if isinstance(output, float) else float((output * upstream).sum())


def relative_error(analytic: float, numerical: float) -> float:
    """``|a − n| / max(|a|, |n|)``, with a floor below which both count as zero to the differences' own noise."""
    return abs(analytic - numerical) / max(abs(analytic), abs(numerical), FLOOR)
