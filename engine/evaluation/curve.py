"""The curve of one scalar gate of a program, as the REST API answers it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.curves import Curve, curve, usual_bounds
from engine.errors import fail
from engine.evaluation.evaluation import Evaluation, evaluate
from engine.evaluation.numbers import number_json, value_json
from engine.graph import Edge
from engine.limits import Limits
from engine.messages import Language

FEWEST, USUAL, MOST = 2, 241, 1_001  # points of a curve


@dataclass(frozen=True, slots=True)
class GateCurve:
    """A gate of a program along one of its operands."""

    edge: Edge
    curve: Curve

    def to_dict(self, language: Language = "en") -> dict[str, Any]:
        """The answer of the REST API; numbers that are not finite are strings."""
        found = self.curve
        return {
            "node": f"n{self.edge.target}",
            "operand": self.edge.operand,
            "points": value_json(found.points, "full"),
            "values": value_json(found.values, "full"),
            "derivatives": value_json(found.derivatives, "full"),
            "at": {
                "point": number_json(found.point),
                "value": number_json(found.value),
                "derivative": number_json(found.derivative),
            },
        }


def gate_curve(
    expression: str,
    inputs: Mapping[str, object] | None = None,
    *,
    node: str,
    operand: int,
    points: int = USUAL,
    limits: Limits | None = None,
    **options: Any,
) -> GateCurve:
    """Values and derivatives of the gate ``node`` while ``operand`` moves and all else is held.

    ``options`` are those of :func:`engine.evaluate`, and ``from`` and ``to``, the ends of the range.
    """
    ends = (options.pop("from", None), options.pop("to", None))
    if isinstance(points, bool) or not isinstance(points, int) or not FEWEST <= points <= MOST:
        fail("bad_option", name="points", expected=f"{FEWEST} … {MOST}")
    evaluation = evaluate(expression, inputs, limits=limits, **options)
    edge = _wire(evaluation, node, operand)
    bounds = _bounds(ends, evaluation.trace.operands(edge.target)[operand])
    return GateCurve(edge, curve(evaluation.trace, edge, bounds, points))


def _wire(evaluation: Evaluation, node: str, operand: int) -> Edge:
    """The wire into a slot of a gate that has only scalars around it."""
    made = evaluation.compiled
    gates = {f"n{index}": index for index, entry in enumerate(made.graph.nodes) if entry.gate is not None}
    if not isinstance(node, str) or node not in gates:
        fail("curve_node", known=_listed(list(gates)))
    index = gates[node]
    if not made.tape.scalar_gates[index]:
        fail("curve_of_arrays", made.graph.nodes[index].span, node=node)
    if isinstance(operand, bool) or operand not in made.wired[index]:
        fail("curve_operand", node=node, known=", ".join(map(str, made.wired[index])))
    return Edge(made.graph.nodes[index].operands[operand], index, operand)


def _listed(names: list[str]) -> str:
    return ", ".join(names if len(names) <= 12 else [*names[:6], "…", names[-1]])


def _bounds(ends: tuple[Any, Any], point: float) -> tuple[float, float]:
    """The range that was asked for; an end that was not is the usual one."""
    lower, upper = (
        usual if end is None else _end(name, end)
        for name, end, usual in zip(("from", "to"), ends, usual_bounds(point), strict=True)
    )
    if lower >= upper:
        fail("curve_range", lower=lower, upper=upper)
    return lower, upper


def _end(name: str, given: Any) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not math.isfinite(given):
        fail("bad_option", name=name, expected="-6, 0.5, …")
    return float(given)
