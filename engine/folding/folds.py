"""Folding: where a circuit matches a form, one composite gate takes the place of the gates that make it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from engine.folding.composites import COMPOSITES
from engine.folding.matching import Reading, readings_at
from engine.folding.rebuilding import Rebuilder
from engine.graph import Graph
from engine.limits import Limits


class Fold(NamedTuple):
    """A part of a circuit that one gate could stand for: its output, and the gates that it takes, the output's too."""

    output: int
    reading: Reading

    @property
    def composite(self) -> str:
        """The composite's name."""
        return self.reading.gate.name

    @property
    def taken(self) -> frozenset[int]:
        """The nodes of the gates that would go."""
        return self.reading.taken


def folds(graph: Graph, names: Iterable[str] = tuple(COMPOSITES)) -> list[Fold]:
    """The parts of a circuit that can be folded, none of which overlap, from the output back.

    Of several composites at one place the one that takes most gates is chosen. A gate inside whose value is used
    elsewhere as well stays, and with it the whole part.
    """
    wanted, users = frozenset(names), _users(graph)
    taken: set[int] = set()
    found: list[Fold] = []
    for index in range(len(graph.nodes) - 1, -1, -1):
        if index not in taken:
            fold = max(_closed(graph, index, wanted, users, taken), key=_size, default=None)
            if fold is not None:
                found.append(fold)
                taken |= fold.taken
    return found


def _size(fold: Fold) -> int:
    return len(fold.taken)


def _closed(graph: Graph, index: int, names: frozenset[str], users: list[list[int]], taken: set[int]) -> Iterator[Fold]:
    """The folds at a node whose inner gates nobody else uses, and that no other fold has taken."""
    for reading in readings_at(graph, index, names):
        inner = reading.taken - {index}
        if taken.isdisjoint(inner) and all(reading.taken.issuperset(users[k]) for k in inner):
            yield Fold(index, reading)


def _users(graph: Graph) -> list[list[int]]:
    """The gates that use each node."""
    users: list[list[int]] = [[] for _ in graph.nodes]
    for edge in graph.edges():
        users[edge.source].append(edge.target)
    return users


def folded(graph: Graph, names: Iterable[str], limits: Limits) -> Graph:
    """The circuit with every part that is one of these composites shown as one gate."""
    by_output = {fold.output: fold for fold in folds(graph, names)}
    if not by_output:
        return graph
    builder = Rebuilder(limits)
    builder.literals.extend(graph.literals)
    for index, node in enumerate(graph.nodes):
        if index in by_output:
            reading = by_output[index].reading
            builder.gate_like(node, reading.gate, reading.operands)
        else:
            builder.add(node)
    return builder.finish(graph.output)
