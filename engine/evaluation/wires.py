"""The Jacobian of one wire as the answers have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.errors import fail
from engine.evaluation.numbers import number_json, value_json
from engine.execution import Trace
from engine.graph import Edge, Graph
from engine.jacobian import GateJacobians, Jacobian
from engine.messages import STRUCTURES, Language


@dataclass(frozen=True, slots=True)
class WireJacobian:
    """The Jacobian of the wire with the id ``edge``, with all its numbers."""

    edge: str
    found: Jacobian

    def to_dict(self, language: Language = "en") -> dict[str, Any]:
        """The answer of ``POST /api/v1/jacobian``; numbers that are not finite are strings."""
        return {"edge": self.edge, **described(self.found, language)}


def wire_jacobian(trace: Trace, edge: str) -> WireJacobian:
    """The Jacobian of a wire; fails with ``unknown_edge``, or ``limit_exceeded`` where it takes too many numbers."""
    wire = _wire(trace.tape.graph, edge)
    return WireJacobian(edge, GateJacobians(trace, wire.target).in_numbers(wire))


def _wire(graph: Graph, name: object) -> Edge:
    if not isinstance(name, str):
        fail("bad_option", name="edge", expected="e0, e1, e2, …")
    edges = {f"e{index}": edge for index, edge in enumerate(graph.edges())}
    if not edges:
        fail("circuit_without_edges", edge=name)
    if name not in edges:
        fail("unknown_edge", edge=name, known=" … ".join(dict.fromkeys(("e0", f"e{len(edges) - 1}"))))
    return edges[name]


def described(found: Jacobian, language: Language) -> dict[str, Any]:
    """A Jacobian's kind, shape and description, and its numbers where it has them."""
    entry: dict[str, Any] = {"kind": STRUCTURES[found.structure].code, "shape": list(found.shape)}
    if found.diagonal is not None:
        entry["diagonal"] = value_json(found.diagonal, "full")
    if found.matrix is not None:
        is_number = isinstance(found.matrix, float)
        entry["matrix"] = [[number_json(found.matrix)]] if is_number else value_json(found.matrix, "full")
    return entry | {"description": found.description(language)}
