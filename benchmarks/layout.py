"""How long the layout of a circuit takes.

The circuits are random expressions as a student might type them: mostly a tree, with a tenth of the operands used
before. They are built from a seed, without the language, so that only the layout is timed.
"""

from __future__ import annotations

import statistics

from benchmarks.circuits import random_circuit, sigmoid_circuit
from benchmarks.report import Goal, Section, number, table
from benchmarks.timing import timed
from engine.graph import Graph
from engine.layout import layout

GOALS = {13: 1.0, 100: 15.0, 1_000: 200.0, 10_000: 2_000.0}  # nodes: milliseconds
TEXT = "The picture of the lecture's circuit, and of random circuits with sharing, as a student's program grows."


def median_milliseconds(graph: Graph, runs: int) -> float:
    """The median time of a layout; the first run, which warms up, does not count."""
    calls = max(1, 1_000 // len(graph.nodes))
    return 1e3 * statistics.median([timed(lambda: layout(graph), calls) for _ in range(runs + 1)][1:])


def measure(nodes: int, circuits: int = 3) -> float:
    """The median over a few circuits of this size."""
    graphs = [sigmoid_circuit()] if nodes == 13 else [random_circuit(nodes, seed) for seed in range(circuits)]
    return statistics.median(median_milliseconds(graph, 2 if nodes >= 10_000 else 9) for graph in graphs)


def section() -> Section:
    """Measure."""
    found = {nodes: measure(nodes) for nodes in GOALS}
    rows = [(f"{nodes:,}", number(time), f"{GOALS[nodes]:,.0f}") for nodes, time in found.items()]
    goals = [Goal("layout", f"{nodes:,} nodes, ms", time, GOALS[nodes]) for nodes, time in found.items()]
    return Section("Layout", TEXT, [table(("nodes", "ms", "goal"), rows)], goals)


if __name__ == "__main__":
    print(section().markdown())
