"""One scalar circuit at ten thousand points: in one pass over arrays, and point by point."""

from __future__ import annotations

import random
from typing import Any

from benchmarks.cold import EXPLICIT
from benchmarks.peers import Contestant, Makers, compare, one_thread
from benchmarks.report import OURS, Section, ahead_of, comparison
from benchmarks.sigmoid import NAMES, formula
from engine import evaluate
from engine.execution import run

POINTS = 10_000
LOOP = "Chainrule, point by point"
WORK = f"{POINTS:,} points through one scalar circuit"
TEXT = f"""\
`{EXPLICIT}` and its gradients at {POINTS:,} points: the same program is given arrays of {POINTS:,} numbers and
computes all in one pass forward and one backward; or its scalar tape is run again for each point. NumPy's row is the
closed form σ(1-σ), which keeps no value of the gates in between."""


def points() -> dict[str, Any]:
    """An array of numbers for each input."""
    import numpy

    draw = random.Random(0)
    return {name: numpy.array([draw.gauss(0, 1) for _ in range(POINTS)]) for name in NAMES}


def at_once() -> Contestant:
    made = evaluate(EXPLICIT, points())
    tape, places = made.compiled.tape, made.compiled.lowered.inputs
    inputs = {index: made.inputs[key].value for key, index in places.items()}
    return Contestant(
        lambda: run(tape, inputs, made.upstream),
        lambda trace: [trace.values[tape.graph.output], *(trace.gradients[places[name]] for name in NAMES)],
    )


def one_by_one() -> Contestant:
    made = evaluate(EXPLICIT, dict.fromkeys(NAMES, 0.0))
    tape, places = made.compiled.tape, made.compiled.lowered.inputs
    rows = [
        dict(zip(map(places.__getitem__, NAMES), row, strict=True))
        for row in zip(*(array.tolist() for array in points().values()), strict=True)
    ]

    def read(traces: list[Any]) -> list[list[float]]:
        values = [trace.values[tape.graph.output] for trace in traces]
        return [values, *([trace.gradients[places[name]] for trace in traces] for name in NAMES)]

    return Contestant(lambda: [run(tape, row) for row in rows], read)


def closed_form() -> Contestant:
    import numpy

    w0, x0, w1, x1, w2 = points().values()

    def evaluated() -> list[Any]:
        output = 1 / (1 + numpy.exp(-(w0 * x0 + w1 * x1 + w2)))
        slope = (1 - output) * output
        return [output, slope * x0, slope * w0, slope * x1, slope * w1, slope]

    return Contestant(evaluated)


def autograd() -> Contestant:
    from autograd import numpy, value_and_grad

    inputs = list(points().values())
    gradients = value_and_grad(lambda *arrays: formula(numpy.exp, *arrays).sum(), argnum=tuple(range(5)))
    return Contestant(lambda: gradients(*inputs), lambda found: [formula(numpy.exp, *inputs), *found[1]])


def pytorch() -> Contestant:
    torch = one_thread()
    leaves = [torch.tensor(array, requires_grad=True) for array in points().values()]
    ones = torch.ones(POINTS, dtype=torch.float64)

    def evaluated() -> Any:
        for leaf in leaves:
            leaf.grad = None
        output = formula(torch.exp, *leaves)
        output.backward(ones)
        return output

    return Contestant(evaluated, lambda output: [output, *(leaf.grad for leaf in leaves)])


CONTESTANTS: Makers = {
    OURS: at_once,
    LOOP: one_by_one,
    "NumPy, closed form": closed_form,
    "autograd": autograd,
    "PyTorch, eager": pytorch,
}


def section() -> Section:
    """Measure."""
    times = compare(CONTESTANTS)
    goals = [ahead_of(LOOP, WORK, times, 20)]
    return Section("Ten thousand points", TEXT, [comparison(CONTESTANTS, times, "ms")], goals)


if __name__ == "__main__":
    print(section().markdown())
