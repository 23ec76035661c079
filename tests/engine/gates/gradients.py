"""One check for every gate: what it sends back against central differences and against ``autograd``."""

import warnings

import autograd
import autograd.numpy
import numpy as np

from engine.broadcasting import unbroadcast
from engine.namespaces.ieee import exactly
from engine.namespaces.scalars import fast

STEP = 1e-6


def scalar_run(formula, *numbers):
    """The formula on floats: quick, and by IEEE 754 where Python raises."""
    try:
        return formula(fast, *numbers)
    except (ArithmeticError, ValueError):
        return exactly(formula, *numbers)


def sent_back(gate, upstream, *inputs):
    """The gradient for each operand in its own shape, as the backward pass computes it."""
    output = gate.forward(np, *inputs)
    sent = gate.backward(np, upstream, output, *inputs)
    sent = sent if len(inputs) > 1 else (sent,)
    return [None if g is None else unbroadcast(g, np.shape(x)) for g, x in zip(sent, inputs, strict=True)]


def central_differences(function, inputs, slot):
    """The derivative of a scalar function by each element of one of its inputs."""
    result = np.zeros(np.shape(inputs[slot]))
    for index in np.ndindex(result.shape):
        moved = [np.array(x, dtype=float) for x in inputs]
        moved[slot][index] += STEP
        above = function(*moved)
        moved[slot][index] -= 2 * STEP
        result[index] = (above - function(*moved)) / (2 * STEP)
    return result


def check_gradient(gate, *inputs, seed=0, independent=True):
    """Compare the gate's gradients for a random upstream gradient with both references."""
    upstream = np.random.default_rng(seed).normal(size=gate.shape(*map(np.shape, inputs)))

    def loss(*operands, xp=np):
        return xp.sum(upstream * gate.forward(xp, *operands))

    for slot, gradient in enumerate(sent_back(gate, upstream, *inputs)):
        if gradient is None:
            continue
        np.testing.assert_allclose(gradient, central_differences(loss, inputs, slot), rtol=1e-6, atol=1e-8)
        if independent:
            expected = autograd.grad(lambda *a: loss(*a, xp=autograd.numpy), slot)(*map(np.asarray, inputs))
            np.testing.assert_allclose(gradient, expected, rtol=1e-12, atol=1e-14)
    if not any(map(np.shape, inputs)) and not upstream.shape:
        check_scalars(gate, float(upstream), inputs)


def check_scalars(gate, upstream, inputs):
    """On floats a gate gives what it gives on arrays, as plain floats."""
    numbers = [float(x) for x in inputs]
    output = scalar_run(gate.forward, *numbers)
    sent = scalar_run(gate.backward, upstream, output, *numbers)
    for gradient, expected in zip(
        sent if len(inputs) > 1 else (sent,), sent_back(gate, upstream, *inputs), strict=True
    ):
        if expected is not None:
            assert type(gradient) is float
            np.testing.assert_allclose(gradient, expected, rtol=1e-14)


def quietly(function, *operands):
    """The function without NumPy's warnings about what is not finite."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        return function(*operands)
