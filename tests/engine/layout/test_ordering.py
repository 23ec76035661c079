"""Which wire lies above which."""

from __future__ import annotations

import random

import pytest

from engine.graph import Graph
from engine.layout.circuit import wire_up
from engine.layout.columns import columns
from engine.layout.layers import layer
from engine.layout.measure import measure
from engine.layout.ordering import crossings, order
from tests.engine.layout.circuits import Draft, branch, layers_net, maxout, patterns, penalty, sigmoid, square


def crossings_of(graph: Graph) -> int:
    circuit = wire_up(graph, measure(graph))
    layers = layer(circuit, columns(circuit))
    return crossings(layers, order(circuit, layers))


def tree(seed: int, leaves: int) -> Graph:
    """A random expression in which every value is used once."""
    pick = random.Random(seed)
    draft = Draft()
    loose = [draft.input(f"x{k}") for k in range(leaves)]
    while len(loose) > 1:
        left = pick.randrange(len(loose) - 1)
        count = pick.choice((1, 2, 2, 3))
        loose[left : left + count] = [draft.gate("+", *loose[left : left + count])]
    return draft.graph()


@pytest.mark.parametrize("leaves", [3, 12, 60])
@pytest.mark.parametrize("seed", range(6))
def test_a_tree_has_no_crossing(seed: int, leaves: int) -> None:
    assert crossings_of(tree(seed, leaves)) == 0


@pytest.mark.parametrize(
    ("graph", "fewest"),
    [(sigmoid(), 0), (patterns(), 0), (square(), 0), (layers_net(3), 0), (branch(), 1), (maxout(), 2), (penalty(), 3)],
    ids=["sigmoid", "patterns", "square", "3-layer net", "branch", "maxout", "penalty"],
)
def test_the_lecture_has_as_few_crossings_as_can_be(graph: Graph, fewest: int) -> None:
    assert crossings_of(graph) == fewest


def test_sifting_improves_on_the_written_order() -> None:
    """a*c + b*d + a*d + b*c: drawn as written, nine pairs of wires cross."""
    draft = Draft()
    a, b, c, d = draft.inputs("a b c d")
    pairs = [draft.gate("*", *pair) for pair in ((a, c), (b, d), (a, d), (b, c))]
    total = pairs[0]
    for pair in pairs[1:]:
        total = draft.gate("+", total, pair)
    assert crossings_of(draft.graph()) <= 8


def test_an_input_moves_to_the_operand_that_it_feeds() -> None:
    """Inputs declared in the order z, y, x stand in the order in which the expression reads them."""
    draft = Draft()
    z, y, x = draft.inputs("z y x")
    draft.gate("+", draft.gate("*", x, y), z)
    assert crossings_of(draft.graph()) == 0
