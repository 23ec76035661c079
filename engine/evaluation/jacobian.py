"""The Jacobian of one wire of a program, as the REST API asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.evaluation.evaluation import evaluate
from engine.evaluation.wires import WireJacobian, wire_jacobian
from engine.limits import Limits


def edge_jacobian(
    expression: str,
    inputs: Mapping[str, object] | None = None,
    *,
    edge: str,
    limits: Limits | None = None,
    **options: Any,
) -> WireJacobian:
    """The Jacobian of the wire with the id ``edge``, where ``options`` are those of :func:`engine.evaluate`."""
    return wire_jacobian(evaluate(expression, inputs, limits=limits, **options).trace, edge)
