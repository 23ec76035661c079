"""Phase 6: where the columns stand.

From left to right a column has its gates, their stubs with the numbers, the dots of branching values, an S to the
level of each branch, the branches' own stubs with their gradients, and the S-curves into the ports of the next column.
Numbers stand on stubs only, and curves run between stubs only: so no curve can strike through a number.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.layout.circuit import Circuit
from engine.layout.layers import Layers
from engine.layout.measure import GATE, NAME_GAP, NAME_SIGN, STUB, Box

CURVE = 54.0  # width of the S into the next column: a pitch of 140 between circles
FIRST_CURVE = 72.0  # the same after a column of inputs
DOT_CURVE = 44.0  # width of the S from a dot to its branches
SLOPE = 0.28  # a gap is at least this much of the height of its curves wide, up to
WIDEST = 120.0
RING = 14.0  # room left of a dot for the ring that marks it
TERM_SIGN = 6.8  # width of a sign of ``= −4.00 + 1.00``
OUTPUT = 60.0  # the free end of an output's wire
WITH_TERMS = 2  # this many columns, from the left, leave room for the terms of a sum


class Column(NamedTuple):
    """The parts of a column, as x coordinates. ``dot`` and ``branches`` are used where values branch."""

    left: float  # curves from the column before end here
    centre: float
    dot: float
    branches: float  # where the stubs of the branches begin
    right: float  # where the last stub ends and the curves begin


def space(circuit: Circuit, layers: Layers, heights: list[float]) -> list[Column]:
    """The columns, the first one centred at 0."""
    nodes: list[list[int]] = [[] for _ in layers.column_layer]
    for node, column in enumerate(layers.columns):
        nodes[column].append(node)
    drops = _drops(layers, heights)
    with_terms = set(sorted(layers.branch_layer)[:WITH_TERMS] if circuit.is_small else ())
    columns: list[Column] = []
    for number, members in enumerate(nodes):
        before = layers.column_layer[number] - 1
        start = columns[-1].right + _curve(circuit, nodes[number - 1], drops[before]) if columns else None
        columns.append(_column(circuit, members, start, drops[before + 1], number in with_terms))
    return columns


def start_of_wire(circuit: Circuit, node: int, has_gates: bool) -> float:
    """Where the node's wire begins, from the centre of its column."""
    box = circuit.boxes[node]
    return box.width / 2 if box.is_gate else GATE / 2 * has_gates


def free_end(box: Box) -> float:
    """The length of an output's wire, which sticks out a little behind its numbers."""
    return max(OUTPUT, box.numbers.stub + 10)


def title(box: Box) -> float:
    """Room for the name right of an output's wire."""
    return NAME_GAP + NAME_SIGN * len(box.title) if box.title else 0.0


def _drops(layers: Layers, heights: list[float]) -> list[float]:
    """The height of the tallest curve after each layer."""
    drops = [0.0] * len(layers.members)
    for strand, after in enumerate(layers.after):
        gap = layers.last[strand]
        for target, offset in after:
            drops[gap] = max(drops[gap], abs(heights[target] + offset - heights[strand]))
    return drops


def _curve(circuit: Circuit, members: list[int], drop: float) -> float:
    narrowest = CURVE if any(circuit.boxes[node].is_gate for node in members) else FIRST_CURVE
    return max(narrowest, min(WIDEST, SLOPE * drop))


def _column(circuit: Circuit, members: list[int], start: float | None, drop: float, with_terms: bool) -> Column:
    """One column, whose curves from the left end at ``start``; the first column is centred at 0."""
    has_gates = any(circuit.boxes[node].is_gate for node in members)
    reach = left = 0.0
    for node in members:
        box, wire = circuit.boxes[node], start_of_wire(circuit, node, has_gates)
        left = max(left, box.width / 2 if box.is_gate else NAME_GAP + box.width - wire)
        terms = _terms(circuit, node) if with_terms else 0.0
        reach = max(reach, wire + (box.numbers.stub + terms if circuit.outs[node] else free_end(box) + title(box)))
    centre = 0.0 if start is None else start + left
    branching = [node for node in members if len(circuit.outs[node]) > 1]
    dot = branches = right = centre + reach
    if branching:
        branches = dot + max(DOT_CURVE, min(WIDEST, SLOPE * drop))
        right = branches + 6 + max(circuit.boxes[node].numbers.width for node in branching)
    return Column(centre - left, centre, dot, branches, right)


def _terms(circuit: Circuit, node: int) -> float:
    """Room on a trunk for the terms of its gradient; arrays have none."""
    count = min(len(circuit.outs[node]), 4)
    if count < 2 or circuit.boxes[node].numbers.width > STUB:
        return 0.0
    return TERM_SIGN * 7 * count + TERM_SIGN + RING
