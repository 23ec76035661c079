"""A net of three layers on a minibatch of CIFAR-10's size, loss and all gradients, beside NumPy by hand."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from benchmarks.peers import Contestant, Makers, compare, one_thread
from benchmarks.report import OURS, Section, ahead_of, comparison, within
from engine import Limits, evaluate
from engine.execution import run

PROGRAM = """\
h1 = relu(X @ W1 + b1)
h2 = relu(h1 @ W2 + b2)
loss = cross_entropy(h2 @ W3 + b3, y)
loss"""
NAMES = ("X", "W1", "b1", "W2", "b2", "W3", "b3")
SIZES = (3072, 100, 100, 10)
BATCH = 128
WORK = "MLP 3072-100-100-10, batch 128"
BY_HAND = "hand-written NumPy"
TEXT = f"""\
Layers of {"-".join(map(str, SIZES))}, a minibatch of {BATCH}, ReLU, softmax and cross-entropy with integer classes,
float64, one thread: the loss and its gradients with respect to the weights, the biases and the images, which all
contestants compute."""


def inputs() -> dict[str, Any]:
    """Images, weights and biases."""
    import numpy

    draw = numpy.random.default_rng(0)
    arrays = {"X": draw.standard_normal((BATCH, SIZES[0]))}
    for layer, (n, m) in enumerate(pairwise(SIZES), 1):
        arrays[f"W{layer}"] = draw.standard_normal((n, m)) * (2 / n) ** 0.5
        arrays[f"b{layer}"] = draw.standard_normal(m) * 0.1
    return arrays


def classes() -> Any:
    """The class of each image."""
    import numpy

    return numpy.random.default_rng(1).integers(0, SIZES[-1], BATCH)


def chainrule() -> Contestant:
    given = {**inputs(), "y": classes().astype(float)}
    made = evaluate(PROGRAM, given, limits=Limits(elements=50_000_000))
    tape = made.compiled.tape
    places = {made.inputs[key].spelling: index for key, index in made.compiled.lowered.inputs.items()}
    values = {index: given[name] for name, index in places.items()}
    return Contestant(
        lambda: run(tape, values),
        lambda trace: [trace.values[tape.graph.output], *(trace.gradients[places[name]] for name in NAMES)],
    )


def by_hand() -> Contestant:
    """The training step of the course, as one writes it."""
    import numpy

    x, w1, b1, w2, b2, w3, b3 = inputs().values()
    y, rows = classes(), numpy.arange(BATCH)

    def step() -> list[Any]:
        h1 = numpy.maximum(0, x @ w1 + b1)
        h2 = numpy.maximum(0, h1 @ w2 + b2)
        scores = h2 @ w3 + b3
        shifted = scores - scores.max(axis=1, keepdims=True)
        exponentials = numpy.exp(shifted)
        sums = exponentials.sum(axis=1, keepdims=True)
        loss = (numpy.log(sums[:, 0]) - shifted[rows, y]).mean()
        d_scores = exponentials / sums
        d_scores[rows, y] -= 1
        d_scores /= BATCH
        d_h2 = d_scores @ w3.T * (h2 > 0)
        d_h1 = d_h2 @ w2.T * (h1 > 0)
        d_w1, d_w2, d_w3 = x.T @ d_h1, h1.T @ d_h2, h2.T @ d_scores
        d_b1, d_b2, d_b3 = d_h1.sum(axis=0), d_h2.sum(axis=0), d_scores.sum(axis=0)
        return [loss, d_h1 @ w1.T, d_w1, d_b1, d_w2, d_b2, d_w3, d_b3]

    return Contestant(step)


def autograd() -> Contestant:
    from autograd import numpy, value_and_grad
    from autograd.scipy.special import logsumexp

    arrays, y, rows = list(inputs().values()), classes(), range(BATCH)

    def loss(x: Any, w1: Any, b1: Any, w2: Any, b2: Any, w3: Any, b3: Any) -> Any:
        h1 = numpy.maximum(0, numpy.dot(x, w1) + b1)
        h2 = numpy.maximum(0, numpy.dot(h1, w2) + b2)
        scores = numpy.dot(h2, w3) + b3
        return numpy.mean(logsumexp(scores, axis=1) - scores[rows, y])

    gradients = value_and_grad(loss, argnum=tuple(range(len(NAMES))))
    return Contestant(lambda: gradients(*arrays))


def pytorch() -> Contestant:
    torch = one_thread()
    leaves = [torch.tensor(array, requires_grad=True) for array in inputs().values()]
    x, w1, b1, w2, b2, w3, b3 = leaves
    y = torch.tensor(classes())

    def step() -> Any:
        for leaf in leaves:
            leaf.grad = None
        h1 = torch.relu(x @ w1 + b1)
        h2 = torch.relu(h1 @ w2 + b2)
        loss = torch.nn.functional.cross_entropy(h2 @ w3 + b3, y)
        loss.backward()
        return loss

    return Contestant(step, lambda loss: [loss, *(leaf.grad for leaf in leaves)])


CONTESTANTS: Makers = {OURS: chainrule, BY_HAND: by_hand, "autograd": autograd, "PyTorch, eager": pytorch}


def section() -> Section:
    """Measure."""
    times = compare(CONTESTANTS, rounds=51)
    goals = [within(BY_HAND, WORK, times, 1.1)]
    goals += [ahead_of(peer, WORK, times) for peer in ("autograd", "PyTorch, eager")]
    return Section("A net of three layers", TEXT, [comparison(CONTESTANTS, times, "ms")], goals)


if __name__ == "__main__":
    print(section().markdown())
