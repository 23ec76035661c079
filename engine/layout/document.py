"""Phase 8: the picture as plain data, the ``layout`` of an answer."""

from __future__ import annotations

from typing import Any

from engine.layout.circuit import Circuit
from engine.layout.layers import LABELLED_BRANCHES, Layers
from engine.layout.measure import NAME_GAP, Box
from engine.layout.routing import Router
from engine.layout.spacing import free_end, title

MARGIN = 14.0
INDENT = 6.0  # before a printed matrix


def document(circuit: Circuit, layers: Layers, router: Router) -> dict[str, Any]:
    """Coordinates of nodes and wires, in circuit pixels, with a view box around all of it."""
    nodes = [_node(circuit, router, node) for node in range(circuit.size)]
    edges = [_edge(circuit, layers, router, wire, path) for wire, path in enumerate(router.wires())]
    return {**_view_box(circuit, router, edges), "nodes": nodes, "edges": edges}


def _node(circuit: Circuit, router: Router, node: int) -> dict[str, Any]:
    box, y, start = circuit.boxes[node], router.y[node], router.starts[node]
    width, above, below, stub = box.numbers
    branches = len(circuit.outs[node]) > 1
    return {
        "id": f"n{node}",
        "shape": box.shape,
        "label": box.label,
        "x": round(start - box.width / 2 if box.is_gate else start, 2),
        "y": y,
        "width": round(box.width, 2),
        "height": box.height,
        "stub": [round(start, 2), round(start + stub, 2)],
        "numbers": {"x": round(_centre(start, box), 2), "width": round(width, 2), "above": above, "below": below},
        "wire": router.trunk(node),
        "branch": {"x": round(router.dot(node), 2), "y": y} if branches else None,
    }


def _centre(start: float, box: Box) -> float:
    """Numbers stand in the middle of the stub; a printed matrix leaves room for its shape at the right."""
    width, _, _, stub = box.numbers
    return start + (stub / 2 if stub - width < 10 else INDENT + width / 2)


def _edge(circuit: Circuit, layers: Layers, router: Router, wire: int, path: str) -> dict[str, Any]:
    return {"id": f"e{wire}", "path": path, "numbers": _branch_numbers(circuit, layers, router, wire)}


def _branch_numbers(circuit: Circuit, layers: Layers, router: Router, wire: int) -> dict[str, float] | None:
    """Where a branch carries its own gradient; an only wire has none, its node's gradient is the same."""
    source = circuit.wires[wire].source
    if not 1 < len(circuit.outs[source]) <= LABELLED_BRANCHES:
        return None
    column, numbers = router.columns[layers.columns[source]], circuit.boxes[source].numbers
    return {
        "x": round((column.branches + column.right) / 2, 2),
        "y": router.levels[layers.of_wire[wire]],
        "width": round(numbers.width, 2),
        "below": numbers.below,
    }


def _view_box(circuit: Circuit, router: Router, edges: list[dict[str, Any]]) -> dict[str, float]:
    extents = [_extent(circuit, router, node) for node in range(circuit.size)]
    for edge in edges:
        if numbers := edge["numbers"]:
            half = numbers["width"] / 2
            low = numbers["y"] + numbers["below"]
            extents.append((numbers["x"] - half, numbers["x"] + half, numbers["y"], low))
    extents.extend((0.0, 0.0, y, y) for y in router.lanes.values())
    lefts, rights, tops, bottoms = zip(*extents, strict=True)
    left, top = min(lefts), min(tops)
    return {
        "x": round(left - MARGIN, 2),
        "y": round(top - MARGIN, 2),
        "width": round(max(rights) - left + 2 * MARGIN, 2),
        "height": round(max(bottoms) - top + 2 * MARGIN, 2),
    }


def _extent(circuit: Circuit, router: Router, node: int) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a node with its name, its numbers and, for an output, its free end."""
    box, y, start = circuit.boxes[node], router.y[node], router.starts[node]
    left = start - box.width - (0.0 if box.is_gate else NAME_GAP)
    right = start + box.numbers.stub
    if not circuit.outs[node]:
        right = start + free_end(box) + title(box)
    half = box.height / 2
    return left, right, y - max(half, box.numbers.above), y + max(half, box.numbers.below)
