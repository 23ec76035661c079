"""Columns: as short as can be, and inputs where a reader looks for them."""

from __future__ import annotations

import random
from itertools import product

import pytest

from engine.graph import Graph
from engine.layout.circuit import SMALL, Circuit, wire_up
from engine.layout.columns import columns
from engine.layout.measure import measure
from engine.layout.simplex import NetworkSimplex
from tests.engine.layout.circuits import Draft, patterns, sigmoid, sigmoid_with_constants, wide_sum

Link = tuple[int, int, int]


def circuit_of(graph: Graph) -> Circuit:
    return wire_up(graph, measure(graph))


def cost(places: list[int], links: list[Link]) -> int:
    return sum(weight * (places[right] - places[left]) for left, right, weight in links)


def shortest(nodes: int, links: list[Link]) -> int:
    """The least total length, by trying everything."""
    feasible = (
        list(places)
        for places in product(range(nodes), repeat=nodes)
        if all(places[left] < places[right] for left, right, _ in links)
    )
    return min(cost(places, links) for places in feasible)


def random_links(seed: int, nodes: int) -> list[Link]:
    """A graph with one sink, as the wires of an expression are."""
    pick = random.Random(seed)
    links = [(left, pick.randrange(left + 1, nodes), pick.randint(1, 3)) for left in range(nodes - 1)]
    return links + [(*sorted(pick.sample(range(nodes), 2)), pick.randint(1, 3)) for _ in range(pick.randint(1, 4))]


def late(nodes: int, links: list[Link]) -> list[int]:
    places = [0] * nodes
    for node in range(nodes - 1, -1, -1):
        places[node] = min((places[right] for left, right, _ in links if left == node), default=1) - 1
    return places


@pytest.mark.parametrize("seed", range(25))
def test_simplex_finds_the_least_total_length(seed: int) -> None:
    nodes = 6
    links = random_links(seed, nodes)
    places = NetworkSimplex(late(nodes, links), links).run()
    assert all(places[left] < places[right] for left, right, _ in links)
    assert cost(places, links) == shortest(nodes, links)


def test_simplex_improves_on_late_columns() -> None:
    """A value that three far gates read should not drag its own long inputs along."""
    links = [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 6, 1), (0, 4, 1), (0, 5, 1), (4, 5, 1), (5, 6, 1)]
    before = late(7, links)
    after = NetworkSimplex(before, links).run()
    assert cost(after, links) < cost(before, links)


def test_gates_between_near_and_far_stand_near_what_they_read_twice() -> None:
    """The value e is read by a short branch of two gates that both want to be near it, not near the sum."""
    draft = Draft()
    e = draft.gate("exp", draft.input("x"))
    far = draft.gate("sin", draft.gate("sin", draft.gate("sin", e)))
    twice = draft.gate("*", draft.gate("cos", e), e)
    draft.gate("+", far, twice)
    assert columns(circuit_of(draft.graph())) == [0, 1, 2, 3, 4, 2, 3, 5]


def test_inputs_of_a_small_circuit_share_the_left_column() -> None:
    assert columns(circuit_of(sigmoid())) == [0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7]
    assert columns(circuit_of(patterns()))[:4] == [0, 0, 0, 0]


def test_inputs_of_a_large_circuit_stand_beside_their_gate() -> None:
    graph = wide_sum(SMALL)
    found = columns(circuit_of(graph))
    assert all(found[wire.target] - found[wire.source] == 1 for wire in graph.edges())


def test_constants_stand_beside_their_gate() -> None:
    graph = sigmoid_with_constants()
    found = columns(circuit_of(graph))
    constant = next(index for index, node in enumerate(graph.nodes) if node.kind == "constant")
    assert [found[wire.target] - found[constant] for wire in graph.edges() if wire.source == constant] == [1]


def test_an_input_alone() -> None:
    draft = Draft()
    draft.input("x")
    assert columns(circuit_of(draft.graph())) == [0]
