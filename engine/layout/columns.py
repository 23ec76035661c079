"""Phase 2: the column of every node, so that wires run left to right and their total length is least."""

from __future__ import annotations

from engine.layout.circuit import Circuit
from engine.layout.simplex import NetworkSimplex

EXACT = 2_000  # nodes: above, columns as late as possible stay as they are


def columns(circuit: Circuit) -> list[int]:
    """Columns from 0; every wire goes at least one column to the right.

    The left column of a small circuit costs nothing: its wires may be as long as they like, so that a branch which
    starts at inputs, such as a regulariser, stands beside the gate that it leads to.
    """
    late = _as_late_as_possible(circuit)
    if circuit.size <= EXACT:
        _shorten(circuit, late)
    _place_leaves(circuit, late)
    leftmost = min(late, default=0)
    return [column - leftmost for column in late]


def _as_late_as_possible(circuit: Circuit) -> list[int]:
    column = [0] * circuit.size
    for node in range(circuit.size - 1, -1, -1):
        column[node] = _before_first_consumer(circuit, column, node)
    return column


def _before_first_consumer(circuit: Circuit, column: list[int], node: int) -> int:
    return min((column[circuit.wires[wire].target] for wire in circuit.outs[node]), default=1) - 1


def _is_leaf(circuit: Circuit, node: int) -> bool:
    """Inputs in the left column, and those with a single gate to stand beside, do not take part in the search."""
    return not circuit.ins[node] and (circuit.is_pinned(node) or len(circuit.outs[node]) == 1)


def _shorten(circuit: Circuit, column: list[int]) -> None:
    """Move the nodes that are no leaves to columns of least total wire length."""
    nodes = [node for node in range(circuit.size) if not _is_leaf(circuit, node)]
    number = {node: k for k, node in enumerate(nodes)}
    inner = [(source, target) for source, target, _ in circuit.wires if source in number]
    if all(column[target] - column[source] == 1 for source, target in inner):
        return
    links = [(number[source], number[target], 1) for source, target in inner]
    shortest = NetworkSimplex([column[node] for node in nodes], links).run()
    for node, best in zip(nodes, shortest, strict=True):
        column[node] = best


def _place_leaves(circuit: Circuit, column: list[int]) -> None:
    left = min((column[node] for node in range(circuit.size) if not _is_leaf(circuit, node)), default=1) - 1
    for node in range(circuit.size):
        if circuit.is_pinned(node):
            column[node] = left
        elif _is_leaf(circuit, node):
            column[node] = _before_first_consumer(circuit, column, node)
