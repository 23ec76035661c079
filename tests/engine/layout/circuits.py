"""The lecture's circuits as graphs, written down gate by gate, so that the layout is tested without the language."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

from engine.gates.base import Family, Gate
from engine.graph import Graph, Node, Shape


class Named(Gate):
    """A gate that is only drawn: a label and a family."""

    def __init__(self, label: str, family: Family = "elementwise") -> None:
        self.text = label
        self.family = family  # type: ignore[misc]

    def label(self, literals: Mapping[int, float]) -> str:
        return self.text


class Draft:
    """Collects nodes; every method returns the index of the node that it adds."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []

    def input(self, name: str, *shape: int) -> int:
        return self._add(Node("input", shape, None, name))

    def inputs(self, names: str) -> list[int]:
        return [self.input(name) for name in names.split()]

    def constant(self, value: object, *shape: int) -> int:
        return self._add(Node("constant", shape, None, value=value))

    def gate(
        self, label: str, *operands: int, shape: Shape = (), family: Family = "elementwise", name: str | None = None
    ) -> int:
        """``-1`` among the operands is an absorbed literal."""
        return self._add(Node("gate", shape, None, name, Named(label, family), operands))

    def graph(self) -> Graph:
        graph = Graph(tuple(self.nodes), (1.0,), len(self.nodes) - 1)
        graph.check()
        return graph

    def _add(self, node: Node) -> int:
        self.nodes.append(node)
        return len(self.nodes) - 1


def simple() -> Graph:
    """(x + y) z"""
    d = Draft()
    x, y, z = d.inputs("x y z")
    d.gate("*", d.gate("+", x, y, name="q"), z, name="f")
    return d.graph()


def sigmoid(folded: bool = False) -> Graph:
    """1/(1+exp(-(w0x0+w1x1+w2)))"""
    d = Draft()
    w0, x0, w1, x1, w2 = d.inputs("w0 x0 w1 x1 w2")
    s = d.gate("+", d.gate("+", d.gate("*", w0, x0), d.gate("*", w1, x1)), w2)
    if folded:
        d.gate("σ", s)
        return d.graph()
    e = d.gate("exp", d.gate("*-1", s))
    d.gate("1/x", -1, d.gate("+1", -1, e))
    return d.graph()


def sigmoid_with_constants() -> Graph:
    """The same with its constants as nodes."""
    d = Draft()
    w0, x0, w1, x1, w2 = d.inputs("w0 x0 w1 x1 w2")
    s = d.gate("+", d.gate("+", d.gate("*", w0, x0), d.gate("*", w1, x1)), w2)
    e = d.gate("exp", d.gate("*-1", s))
    d.gate("1/x", d.gate("+", d.constant(1.0), e))
    return d.graph()


def patterns() -> Graph:
    """2*(x*y + max(z, w))"""
    d = Draft()
    x, y, z, w = d.inputs("x y z w")
    d.gate("*2", -1, d.gate("+", d.gate("*", x, y), d.gate("max", z, w)))
    return d.graph()


def square() -> Graph:
    """x*x"""
    d = Draft()
    x = d.input("x")
    d.gate("*", x, x)
    return d.graph()


def branch() -> Graph:
    """x*y + x"""
    d = Draft()
    x, y = d.inputs("x y")
    d.gate("+", d.gate("*", x, y), x)
    return d.graph()


def vectorised() -> Graph:
    """||W x||^2"""
    d = Draft()
    w, x = d.input("W", 2, 2), d.input("x", 2)
    q = d.gate("@", w, x, shape=(2,), family="mixing", name="q")
    d.gate("‖·‖²", q, family="reduction")
    return d.graph()


def linear_score() -> Graph:
    """W1 x"""
    d = Draft()
    d.gate("@", d.input("W1", 10, 3072), d.input("x", 3072), shape=(10,), family="mixing")
    return d.graph()


def layers_net(layers: int) -> Graph:
    """W3 max(0, W2 max(0, W1 x)) with as many layers as asked for."""
    d = Draft()
    sizes = [3072, *[100] * (layers - 1), 10]
    weights = [d.input(f"W{k}", sizes[k], sizes[k - 1]) for k in range(layers, 0, -1)][::-1]
    value = d.input("x", 3072)
    for k, weight in enumerate(weights, 1):
        value = d.gate("@", weight, value, shape=(sizes[k],), family="mixing")
        if k < layers:
            value = d.gate("max(0,·)", -1, value, shape=(sizes[k],))
    return d.graph()


def maxout() -> Graph:
    """max(w1 x + b1, w2 x + b2)"""
    d = Draft()
    w1, x, b1, w2, b2 = d.inputs("w1 x b1 w2 b2")
    d.gate("max", d.gate("+", d.gate("*", w1, x), b1), d.gate("+", d.gate("*", w2, x), b2))
    return d.graph()


def penalty(shape: Shape = (3, 3)) -> Graph:
    """svm_loss(W X, y) + lam*sum(W*W)"""
    d = Draft()
    w, x, y, lam = d.input("W", *shape), d.input("X", *shape), d.input("y", shape[-1]), d.input("lam")
    loss = d.gate("svm", d.gate("@", w, x, shape=shape, family="mixing"), y, family="mixing")
    total = d.gate("Σ", d.gate("*", w, w, shape=shape), family="reduction")
    d.gate("+", loss, d.gate("*", lam, total))
    return d.graph()


def net_with_penalties() -> Graph:
    """svm_loss(W2 max(0, W1 X), y) + lam*sum(W1*W1) + lam*sum(W2*W2)"""
    d = Draft()
    w2, w1, x, y, lam = d.input("W2", 3, 9), d.input("W1", 9, 9), d.input("X", 9, 5), d.input("y", 5), d.input("lam")
    hidden = d.gate("max(0,·)", -1, d.gate("@", w1, x, shape=(9, 5), family="mixing"), shape=(9, 5))
    loss = d.gate("svm", d.gate("@", w2, hidden, shape=(3, 5), family="mixing"), y, family="mixing")
    for w in (w1, w2):
        total = d.gate("Σ", d.gate("*", w, w, shape=d.nodes[w].shape), family="reduction")
        loss = d.gate("+", loss, d.gate("*", lam, total))
    return d.graph()


def neuron() -> Graph:
    """1/(1+exp(-(sum(inputs*weights) + bias)))"""
    d = Draft()
    inputs, weights, bias = d.input("inputs", 3), d.input("weights", 3), d.input("bias")
    product = d.gate("*", inputs, weights, shape=(3,))
    body = d.gate("+", d.gate("Σ", product, family="reduction"), bias, name="cell_body_sum")
    d.gate("1/x", -1, d.gate("+1", -1, d.gate("exp", d.gate("*-1", body))), name="firing_rate")
    return d.graph()


def fully_connected() -> Graph:
    """h1 = f(W1 x + b1), h2 = f(W2 h1 + b2), out = W3 h2 + b3, with f the sigmoid"""
    d = Draft()
    value = d.input("x", 3, 1)
    for k, rows in enumerate((4, 4, 1), 1):
        columns = d.nodes[value].shape[0]
        weight, bias = d.input(f"W{k}", rows, columns), d.input(f"b{k}", rows, 1)
        product = d.gate("@", weight, value, shape=(rows, 1), family="mixing")
        value = d.gate("+", product, bias, shape=(rows, 1), name=None if k < 3 else "out")
        for label in ("*-1", "exp", "+1", "1/x") if k < 3 else ():
            value = d.gate(label, value, shape=(rows, 1), name=f"h{k}" if label == "1/x" else None)
    return d.graph()


LECTURE: dict[str, Callable[[], Graph]] = {
    "simple": simple,
    "sigmoid circuit": sigmoid,
    "sigmoid gate": lambda: sigmoid(folded=True),
    "sigmoid with constants": sigmoid_with_constants,
    "patterns": patterns,
    "square": square,
    "branch": branch,
    "vectorised": vectorised,
    "linear score": linear_score,
    "2-layer net": lambda: layers_net(2),
    "3-layer net": lambda: layers_net(3),
    "maxout": maxout,
    "penalty": penalty,
    "large penalty": lambda: penalty((10, 3072)),
    "net with penalties": net_with_penalties,
    "neuron": neuron,
    "fully connected": fully_connected,
}


def chain(length: int) -> Graph:
    """One spine of unary gates."""
    d = Draft()
    value = d.input("x")
    for _ in range(length):
        value = d.gate("exp", value)
    return d.graph()


def squares(count: int) -> Graph:
    """x*x, squared again and again."""
    d = Draft()
    value = d.input("x")
    for _ in range(count):
        value = d.gate("*", value, value)
    return d.graph()


def star(count: int) -> Graph:
    """One value that is used ``count`` times, in a sum with all terms at once."""
    d = Draft()
    x = d.input("x")
    d.gate("max", *[d.gate("exp", x) for _ in range(count)])
    return d.graph()


def wide_sum(count: int) -> Graph:
    """x0 + x1 + ..., left to right."""
    d = Draft()
    total, *rest = d.inputs(" ".join(f"x{k}" for k in range(count)))
    for term in rest:
        total = d.gate("+", total, term)
    return d.graph()


def mirrored_sum(count: int) -> Graph:
    """x0 + x1 + ... + x0 + x1 + ...: every input has a very long wire."""
    d = Draft()
    names = d.inputs(" ".join(f"x{k}" for k in range(count)))
    total = names[0]
    for term in names[1:] + names:
        total = d.gate("+", total, term)
    return d.graph()


def dense(layers: int, width: int) -> Graph:
    """Every gate of a layer reads every gate of the layer before."""
    d = Draft()
    row: Sequence[int] = d.inputs(" ".join(f"x{k}" for k in range(width)))
    for _ in range(layers):
        row = [d.gate("max", *row) for _ in range(width)]
    d.gate("max", *row)
    return d.graph()


def random_circuit(nodes: int, seed: int, sharing: float = 0.1) -> Graph:
    """An expression such as a student might type: mostly a tree, with some values used again."""
    pick = random.Random(seed)
    d = Draft()
    loose: list[int] = [d.input("x0")]
    while len(d.nodes) + len(loose) < nodes:
        kind = pick.random()
        if kind < 0.35:
            loose.append(d.input(f"x{len(d.nodes)}"))
        elif kind < 0.55:
            loose.append(d.gate(pick.choice(("exp", "*-1", "1/x", "tanh", "max(0,·)")), loose.pop()))
        else:
            recent = loose.pop(pick.randrange(max(0, len(loose) - 8), len(loose)))
            again = pick.random() < sharing or not loose
            other = pick.randrange(len(d.nodes)) if again else loose.pop()
            loose.append(d.gate(pick.choice("+*-"), *pick.sample([recent, other], 2)))
    while len(loose) > 1:
        loose.append(d.gate("+", loose.pop(0), loose.pop(0)))
    if len(d.nodes) == 1:
        d.gate("exp", 0)
    return d.graph()
