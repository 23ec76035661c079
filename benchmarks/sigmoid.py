"""Re-evaluating the sigmoid circuit of the lecture: every value and every gradient, beside micrograd and by hand."""

from __future__ import annotations

import math
from collections.abc import Callable

from benchmarks.timing import medians, table
from engine import evaluate
from engine.execution import backward, forward

PROGRAM = "1/(1+exp(-(w0x0+w1x1+w2)))"
INPUTS = {"w0": 2.0, "x0": -1.0, "w1": -3.0, "x1": -2.0, "w2": -3.0}
NAMES = {"ours": "Chainrule, tape", "micrograd": "micrograd", "by hand": "hand-written floats"}


def ours() -> Callable[[], list[float]]:
    """Both passes over the tape that one evaluation has compiled."""
    compiled = evaluate(PROGRAM, INPUTS).compiled
    tape = compiled.tape
    inputs = {index: INPUTS[key] for key, index in compiled.lowered.inputs.items()}
    return lambda: backward(tape, forward(tape, inputs))


def by_hand() -> list[float]:
    """The lecture's page, line by line: eight gates forward, eight backward."""
    w0, x0, w1, x1, w2 = INPUTS.values()
    product0, product1 = w0 * x0, w1 * x1
    partial = product0 + product1
    total = partial + w2
    negated = -total
    exponential = math.exp(negated)
    increased = 1.0 + exponential
    output = 1.0 / increased
    d_increased = -1.0 / increased**2
    d_exponential = d_increased
    d_negated = d_exponential * exponential
    d_total = -d_negated
    d_partial, d_w2 = d_total, d_total
    d_product0, d_product1 = d_partial, d_partial
    d_w0, d_x0 = d_product0 * x0, d_product0 * w0
    d_w1, d_x1 = d_product1 * x1, d_product1 * w1
    return [output, d_w0, d_x0, d_w1, d_x1, d_w2]


def micrograd() -> Callable[[], list[float]]:
    """micrograd, which builds its graph anew for every evaluation; exp is added as its own gates are written."""
    from micrograd.engine import Value

    def exp(x: Value) -> Value:
        out = Value(math.exp(x.data), (x,), "exp")

        def _backward() -> None:
            x.grad += out.data * out.grad

        out._backward = _backward
        return out

    def run() -> list[float]:
        w0, x0, w1, x1, w2 = leaves = [Value(value) for value in INPUTS.values()]
        output = 1 / (1 + exp(-(w0 * x0 + w1 * x1 + w2)))
        output.backward()
        return [output.data, *(leaf.grad for leaf in leaves)]

    return run


def agree(run: Callable[[], list[float]]) -> None:
    """All contestants compute the same."""
    gradients = evaluate(PROGRAM, INPUTS).gradients
    for found, expected in zip(run()[1:], gradients.values(), strict=True):
        assert math.isclose(found, expected, rel_tol=1e-12), (found, expected)


def main() -> None:
    """Print the table."""
    contestants: dict[str, Callable[[], object]] = {NAMES["ours"]: ours(), NAMES["by hand"]: by_hand}
    agree(by_hand)
    try:
        contestants[NAMES["micrograd"]] = peer = micrograd()
        agree(peer)
    except ImportError:
        print("micrograd is not installed here; `make bench` installs it in an environment of its own.")
    rows = medians(contestants)
    print(table("Sigmoid circuit, 8 gates, forward and backward, all nodes", rows, NAMES["by hand"]))
    if NAMES["micrograd"] in rows:
        ratio = rows[NAMES["micrograd"]] / rows[NAMES["ours"]]
        print(f"  micrograd / Chainrule: {ratio:.1f} (goal: 10 or more)")


if __name__ == "__main__":
    main()
