"""One gate as a function of one of its operands, the others held: what a plot shows of it."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.execution import Trace, local_gradients
from engine.graph import Edge
from engine.namespaces.ieee import exactly

REACH = 6.0  # to both sides of 0: what is worth seeing of most activations
MARGIN = 0.9  # the part of the range that the present point may fill before the range is doubled


@dataclass(frozen=True, slots=True)
class Curve:
    """Values and derivatives of a gate at ``points``, and at the ``point`` where its operand stands now."""

    points: Any
    values: Any
    derivatives: Any
    point: float
    value: float
    derivative: float


def curve(trace: Trace, edge: Edge, bounds: tuple[float, float], count: int) -> Curve:
    """The gate at the end of a wire along that wire's operand, at ``count`` evenly spaced points between ``bounds``.

    The gate must have only scalars around it. A derivative that a gate leaves out, as by a condition, is 0.
    """
    gate = trace.tape.graph.nodes[edge.target].gate
    operands = trace.operands(edge.target)
    points = _spaced(bounds, count)
    sample = _at_once if gate is not None and gate.family == "elementwise" else _one_by_one
    values, derivatives = sample(gate, operands, edge.operand, points)
    slope = local_gradients(trace, edge.target)[edge.operand]
    here = (operands[edge.operand], trace.values[edge.target], 0.0 if slope is None else float(slope))
    return Curve(points, values, derivatives, *here)


def usual_bounds(point: float) -> tuple[float, float]:
    """From −6 to 6, doubled until the point lies well inside."""
    reach = REACH
    while math.isfinite(point) and abs(point) > MARGIN * reach and reach < sys.float_info.max / 2:
        reach *= 2
    return -reach, reach


def _spaced(bounds: tuple[float, float], count: int) -> Any:
    """Evenly spaced points; the ends are weighed, as their difference may overflow."""
    import numpy

    share = numpy.linspace(0.0, 1.0, count)
    return bounds[0] * (1.0 - share) + bounds[1] * share


def _at_once(gate: Any, operands: Sequence[float], slot: int, points: Any) -> tuple[Any, Any]:
    """An elementwise gate takes all points as one array."""
    import numpy

    numbers: list[Any] = [numpy.float64(x) for x in operands]
    numbers[slot] = points
    with numpy.errstate(all="ignore"):
        values = gate.forward(numpy, *numbers)
        sent = gate.backward(numpy, numpy.ones_like(points), values, *numbers)
    slopes = _at_slot(sent, slot, len(numbers))
    return _repeated(values, points), _repeated(slopes, points)


def _repeated(result: Any, points: Any) -> Any:
    """A result for every point, also where a formula gives the same number for all."""
    import numpy

    return numpy.broadcast_to(numpy.asarray(result, dtype=float), points.shape)


def _one_by_one(gate: Any, operands: Sequence[float], slot: int, points: Any) -> tuple[Any, Any]:
    """A gate that would mix or reduce an array takes one point after the other."""
    import numpy

    numbers = list(operands)
    found = []
    for point in points.tolist():
        numbers[slot] = point
        value = exactly(gate.forward, *numbers)
        found.append((value, _at_slot(exactly(gate.backward, 1.0, value, *numbers), slot, len(numbers))))
    values, slopes = numpy.array(found, dtype=float).T
    return values, slopes


def _at_slot(sent: Any, slot: int, operands: int) -> Any:
    """What a gate's backward formula sends to a slot, 0 where that is nothing."""
    gradient = sent[slot] if operands > 1 else sent
    return 0.0 if gradient is None else gradient
