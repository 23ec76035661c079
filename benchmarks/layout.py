"""How long the layout of a circuit takes: ``python -m benchmarks.layout``.

The circuits are random expressions as a student might type them: mostly a tree, with a tenth of the operands used
before. They are built from a seed, without the language, so that only the layout is timed.
"""

from __future__ import annotations

import random
import statistics
from dataclasses import dataclass, field

from benchmarks.timing import timed
from engine.gates import GATES
from engine.graph import Graph, Node
from engine.layout import layout

GOALS = {13: 1.0, 100: 15.0, 1_000: 200.0, 10_000: 2_000.0}  # nodes: milliseconds
UNARY = ("exp", "negative", "reciprocal", "tanh", "sigmoid")
BINARY = ("add", "multiply", "subtract", "maximum")


@dataclass
class Draft:
    """A circuit in the making; ``loose`` are the values that nothing has used yet."""

    pick: random.Random
    nodes: list[Node] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)

    def add_input(self) -> None:
        """A fresh input."""
        self._add(Node("input", (), None, f"x{len(self.nodes)}"))

    def add_gate(self, name: str, *operands: int) -> None:
        """A gate over values taken from the loose ones, or used again."""
        self._add(Node("gate", (), None, None, GATES[name](), operands))

    def take(self) -> int:
        """One of the values that were made last."""
        return self.loose.pop(self.pick.randrange(max(0, len(self.loose) - 8), len(self.loose)))

    def _add(self, node: Node) -> None:
        self.loose.append(len(self.nodes))
        self.nodes.append(node)


def random_circuit(nodes: int, seed: int, sharing: float = 0.1) -> Graph:
    """A circuit of about so many nodes, in which a share of the operands has been used before."""
    draft = Draft(random.Random(seed))
    draft.add_input()
    while len(draft.nodes) + len(draft.loose) < nodes:
        _grow(draft, sharing)
    while len(draft.loose) > 1:
        draft.add_gate("add", draft.loose.pop(0), draft.loose.pop(0))
    return Graph(tuple(draft.nodes), (), len(draft.nodes) - 1)


def _grow(draft: Draft, sharing: float) -> None:
    pick, kind = draft.pick, draft.pick.random()
    if kind < 0.35:
        draft.add_input()
    elif kind < 0.55:
        draft.add_gate(pick.choice(UNARY), draft.take())
    else:
        one = draft.take()
        again = not draft.loose or pick.random() < sharing
        other = pick.randrange(len(draft.nodes)) if again else draft.take()
        draft.add_gate(pick.choice(BINARY), *pick.sample([one, other], 2))


def sigmoid_circuit() -> Graph:
    """1/(1+exp(-(w0x0+w1x1+w2))), the circuit of the lecture."""
    draft = Draft(random.Random(0), [Node("input", (), None, name) for name in ("w0", "x0", "w1", "x1", "w2")])
    for name, *operands in (
        ("multiply", 0, 1),
        ("multiply", 2, 3),
        ("add", 5, 6),
        ("add", 7, 4),
        ("negative", 8),
        ("exp", 9),
        ("add", -1, 10),
        ("reciprocal", 11),
    ):
        draft.add_gate(str(name), *map(int, operands))
    return Graph(tuple(draft.nodes), (1.0,), len(draft.nodes) - 1)


def median_milliseconds(graph: Graph, runs: int) -> float:
    """The median time of a layout; the first run, which warms up, does not count."""
    calls = max(1, 1_000 // len(graph.nodes))
    return 1e3 * statistics.median([timed(lambda: layout(graph), calls) for _ in range(runs + 1)][1:])


def measure(nodes: int, circuits: int = 3) -> float:
    """The median over a few circuits of this size."""
    graphs = [sigmoid_circuit()] if nodes == 13 else [random_circuit(nodes, seed) for seed in range(circuits)]
    return statistics.median(median_milliseconds(graph, 2 if nodes >= 10_000 else 9) for graph in graphs)


def main() -> None:
    """Print one line for each size: nodes, time, goal."""
    print(f"{'layout':<12}{'median':>12}{'goal':>12}")
    for nodes, goal in GOALS.items():
        print(f"{nodes:>6,} nodes{measure(nodes):>9,.1f} ms{goal:>9,.0f} ms")


if __name__ == "__main__":
    main()
