"""The Jacobian of one gate, 100 numbers to 100, beside the analytic expression in NumPy."""

from __future__ import annotations

from typing import Any

from benchmarks.peers import Contestant, Makers, compare, one_thread
from benchmarks.report import OURS, Goal, Section, comparison, within
from engine import evaluate
from engine.execution import local_gradients
from engine.jacobian import GateJacobians

SIZE = 100
BATCHED = "one batched backward pass"
ANALYTIC = "NumPy, analytic"
WORK = f"Jacobian {SIZE} → {SIZE}"
TEXT = f"""\
The Jacobian of a gate that mixes all of its {SIZE} numbers, as a {SIZE} × {SIZE} matrix, when its value is known.
Chainrule's row is what `POST /api/v1/jacobian` computes; "{BATCHED}" is the call of the gate's own formula in it, with
the rows of an identity stacked. PyTorch runs its vectorised `jacobian`, the forward pass included; autograd, too."""


def point() -> Any:
    """Where the derivatives are taken."""
    import numpy

    return numpy.random.default_rng(0).standard_normal(SIZE)


def chainrule() -> Contestant:
    trace = evaluate("softmax(x)", {"x": point()}).trace
    (edge,) = trace.tape.graph.edges()
    return Contestant(lambda: GateJacobians(trace, edge.target).in_numbers(edge).matrix)


def batched() -> Contestant:
    import numpy

    trace = evaluate("softmax(x)", {"x": point()}).trace
    return Contestant(lambda: local_gradients(trace, trace.tape.graph.output, numpy.eye(SIZE))[0])


def analytic() -> Contestant:
    import numpy

    shifted = numpy.exp(point() - point().max())
    p = shifted / shifted.sum()
    return Contestant(lambda: numpy.diag(p) - numpy.outer(p, p))


def autograd() -> Contestant:
    from autograd import jacobian, numpy

    x = point()
    matrix = jacobian(lambda x: numpy.exp(x - numpy.max(x)) / numpy.sum(numpy.exp(x - numpy.max(x))))
    return Contestant(lambda: matrix(x))


def pytorch() -> Contestant:
    torch = one_thread()
    x = torch.tensor(point())
    jacobian = torch.autograd.functional.jacobian
    return Contestant(lambda: jacobian(lambda x: torch.softmax(x, 0), x, vectorize=True))


CONTESTANTS: Makers = {
    OURS: chainrule,
    BATCHED: batched,
    ANALYTIC: analytic,
    "autograd": autograd,
    "PyTorch, eager": pytorch,
}


def section() -> Section:
    """Measure."""
    times = compare(CONTESTANTS)
    formula = Goal(WORK, f"{BATCHED} / {ANALYTIC}", times[BATCHED] / times[ANALYTIC], 1.5)
    goals = [within(ANALYTIC, WORK, times, 1.5), formula]
    return Section("Jacobian of a gate", TEXT, [comparison(CONTESTANTS, times)], goals)


if __name__ == "__main__":
    print(section().markdown())
