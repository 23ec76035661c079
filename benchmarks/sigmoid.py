"""Re-evaluating the sigmoid circuit of the lecture: every value and every gradient, beside peers and by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from benchmarks.peers import Contestant, Makers, compare, micrograd_function, one_thread
from benchmarks.report import Section, ahead_of, comparison, within
from engine import evaluate
from engine.execution import backward, forward

PROGRAM = "1/(1+exp(-(w0x0+w1x1+w2)))"
INPUTS = {"w0": 2.0, "x0": -1.0, "w1": -3.0, "x1": -2.0, "w2": -3.0}
NAMES = tuple(INPUTS)
WORK = "sigmoid neuron, warm"
TEXT = f"""\
The circuit of the lecture, `{PROGRAM}`, whose graph is built: new numbers go in, the output and the gradients of the
five inputs come out. Chainrule and micrograd have the values and gradients of all nodes then, the others do not.
micrograd builds its graph anew for every evaluation, which is how it is used; it has no `exp`, so one is added in its
own manner. JAX's function is compiled, its inputs lie on the device. CasADi's function is called with a list of
numbers, and with buffers bound beforehand, which is its fastest way."""


def formula(exp: Callable[[Any], Any], w0: Any, x0: Any, w1: Any, x1: Any, w2: Any) -> Any:
    """The neuron, for any kind of number."""
    return 1 / (1 + exp(-(w0 * x0 + w1 * x1 + w2)))


def chainrule() -> Contestant:
    """Both passes over the tape that one evaluation has compiled; the registers hold every value and gradient."""
    compiled = evaluate(PROGRAM, INPUTS).compiled
    tape, places = compiled.tape, compiled.lowered.inputs
    inputs = {index: INPUTS[key] for key, index in places.items()}
    wanted = [compiled.graph.output, *(tape.gradient[places[key]] for key in NAMES)]
    return Contestant(lambda: backward(tape, forward(tape, inputs)), lambda registers: [registers[k] for k in wanted])


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


def micrograd() -> Contestant:
    from micrograd.engine import Value

    exp = micrograd_function(math.exp, lambda output: output)

    def run() -> list[Value]:
        leaves = [Value(value) for value in INPUTS.values()]
        output = formula(exp, *leaves)
        output.backward()
        return [output, *leaves]

    return Contestant(run, lambda values: [values[0].data, *(value.grad for value in values[1:])])


def pytorch() -> Contestant:
    torch = one_thread()
    leaves = [torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in INPUTS.values()]

    def run() -> Any:
        for leaf in leaves:
            leaf.grad = None
        output = formula(torch.exp, *leaves)
        output.backward()
        return output

    return Contestant(run, lambda output: [output, *(leaf.grad for leaf in leaves)])


def autograd() -> Contestant:
    import autograd.numpy
    from autograd import value_and_grad

    function = value_and_grad(lambda *inputs: formula(autograd.numpy.exp, *inputs), argnum=tuple(range(5)))
    return Contestant(lambda: function(*INPUTS.values()))


def jax() -> Contestant:
    import jax

    jax.config.update("jax_enable_x64", True)
    function = jax.jit(jax.value_and_grad(lambda *inputs: formula(jax.numpy.exp, *inputs), argnums=tuple(range(5))))
    inputs = [jax.numpy.array(value) for value in INPUTS.values()]
    return Contestant(lambda: jax.block_until_ready(function(*inputs)))


def casadi_function() -> Any:
    import casadi

    inputs = [casadi.SX.sym(name) for name in NAMES]
    output = formula(casadi.exp, *inputs)
    return casadi.Function("neuron", inputs, [output, *(casadi.gradient(output, variable) for variable in inputs)])


def casadi_called() -> Contestant:
    function = casadi_function()
    return Contestant(lambda: function(*INPUTS.values()))


def casadi_buffered() -> Contestant:
    import numpy

    function = casadi_function()
    buffer, run = function.buffer()
    inputs, results = numpy.array([[value] for value in INPUTS.values()]), numpy.zeros((6, 1))
    for index, row in enumerate(inputs):
        buffer.set_arg(index, memoryview(row))
    for index, row in enumerate(results):
        buffer.set_res(index, memoryview(row))
    used = function, buffer, inputs  # which must live as long as the contestant
    return Contestant(run, lambda _: results if used else None)


CONTESTANTS: Makers = {
    "Chainrule": chainrule,
    "hand-written floats": lambda: Contestant(by_hand),
    "micrograd": micrograd,
    "PyTorch, eager": pytorch,
    "autograd": autograd,
    "JAX, jit": jax,
    "CasADi, called": casadi_called,
    "CasADi, buffers": casadi_buffered,
}


def section() -> Section:
    """Measure."""
    times = compare(CONTESTANTS)
    bounds = {"micrograd": 10, "PyTorch, eager": 40, "autograd": 100}
    goals = [ahead_of(name, WORK, times, least) for name, least in bounds.items()]
    goals.append(within("hand-written floats", WORK, times, 6))
    return Section("Sigmoid neuron, warm", TEXT, [comparison(CONTESTANTS, times)], goals)


if __name__ == "__main__":
    print(section().markdown())
