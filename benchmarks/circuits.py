"""Circuits of any size, built from a seed without the language."""

from __future__ import annotations

import random
from collections import deque
from dataclasses import dataclass, field

from engine.gates import GATES, Gate
from engine.graph import Graph, Node

UNARY = ("exp", "negative", "reciprocal", "tanh", "sigmoid")
BINARY = ("add", "multiply", "subtract", "maximum")
TAME = ("tanh", "negative"), ("add", "multiply", "subtract")  # micrograd has them, or can be given them
LAST = 8  # loose values among which the next operand is picked


@dataclass
class Draft:
    """A circuit in the making; ``loose`` are the values that nothing has used yet."""

    pick: random.Random
    nodes: list[Node] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    gates: dict[str, Gate] = field(default_factory=dict)

    def add_input(self) -> None:
        """A fresh input."""
        self._add(Node("input", (), None, f"x{len(self.nodes)}"))

    def add_gate(self, name: str, *operands: int) -> None:
        """A gate over values taken from the loose ones, or used again."""
        gate = self.gates.get(name) or self.gates.setdefault(name, GATES[name]())
        self._add(Node("gate", (), None, None, gate, operands))

    def take(self) -> int:
        """One of the values that were made last."""
        return self.loose.pop(self.pick.randrange(max(0, len(self.loose) - LAST), len(self.loose)))

    def join(self) -> None:
        """Add up the loose values in pairs, until one is left."""
        queue = deque(self.loose)
        while len(queue) > 1:
            self.add_gate("add", queue.popleft(), queue.popleft())
            queue.append(len(self.nodes) - 1)
        self.loose = list(queue)

    def finish(self, *literals: float) -> Graph:
        """The circuit; its output is the last node."""
        return Graph(tuple(self.nodes), literals, len(self.nodes) - 1)

    def _add(self, node: Node) -> None:
        self.loose.append(len(self.nodes))
        self.nodes.append(node)


def random_circuit(
    nodes: int,
    seed: int,
    sharing: float = 0.1,
    names: tuple[tuple[str, ...], tuple[str, ...]] = (UNARY, BINARY),
) -> Graph:
    """A circuit of about so many nodes, in which a share of the operands has been used before."""
    draft = Draft(random.Random(seed))
    draft.add_input()
    while len(draft.nodes) + len(draft.loose) < nodes:
        _grow(draft, sharing, *names)
    draft.join()
    return draft.finish()


def _grow(draft: Draft, sharing: float, unary: tuple[str, ...], binary: tuple[str, ...]) -> None:
    pick, kind = draft.pick, draft.pick.random()
    if kind < 0.35:
        draft.add_input()
    elif kind < 0.55:
        draft.add_gate(pick.choice(unary), draft.take())
    else:
        one = draft.take()
        again = not draft.loose or pick.random() < sharing
        other = pick.randrange(len(draft.nodes)) if again else draft.take()
        draft.add_gate(pick.choice(binary), *pick.sample([one, other], 2))


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
    return draft.finish(1.0)


def chain(gates: int) -> Graph:
    """One gate behind the other: times 0.9, plus 0.1, and so on; the literals are absorbed."""
    draft = Draft(random.Random(0))
    draft.add_input()
    for k in range(gates):
        draft.add_gate(*(("add", k, -2) if k % 2 else ("multiply", k, -1)))
    return draft.finish(0.9, 0.1)


def wide_sum(gates: int) -> Graph:
    """Products of two inputs, all of them added up in pairs."""
    draft = Draft(random.Random(0))
    for _ in range(gates // 2 + 1):
        draft.add_input()
        draft.add_input()
        draft.add_gate("multiply", draft.loose.pop(-2), draft.loose.pop(-1))
    draft.join()
    return draft.finish()


def random_gates(gates: int) -> Graph:
    """A random circuit of about so many gates; a little more than a third of its nodes are inputs."""
    return random_circuit(round(gates * 1.54), 0, names=TAME)
