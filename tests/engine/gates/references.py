"""What the gates compute, said once more by other means, for complex numbers too.

A derivative by a complex step has no rounding error of its own: f(x + ih) = f(x) + ih f'(x) for a tiny h. What is
piecewise goes by the real part.
"""

from functools import reduce

import numpy as np

STEP = 1e-30


def complex_step(reference, upstream, inputs, slot, elementwise=False):
    """The gradient of ``sum(upstream * reference(inputs))`` by the input in ``slot``.

    Of an elementwise function every entry takes its step at once, but for an operand that is broadcast.
    """
    moved = [x if x.dtype.kind == "i" else x.astype(complex) for x in map(np.asarray, inputs)]
    if elementwise and moved[slot].shape == np.shape(upstream):
        moved[slot] = moved[slot] + 1j * STEP
        return upstream * np.imag(reference(*moved)) / STEP
    gradient = np.zeros(moved[slot].shape)
    for place in np.ndindex(gradient.shape):
        moved[slot] = np.array(inputs[slot], dtype=complex)
        moved[slot][place] += 1j * STEP
        gradient[place] = np.sum(upstream * reference(*moved)).imag / STEP
    return gradient


def shared_step(reference, upstream, x, slots):
    """The same where one input is in all slots."""
    return complex_step(lambda z: reference(*[z] * slots), upstream, [x], 0)


def erf(z):
    """``2/√π e^(-z²) Σ 2ⁿ z^(2n+1) / (2n+1)!!``, of which no term takes anything away from another."""
    total = part = z
    for n in range(1, 200):
        part = part * 2 * z * z / (2 * n + 1)
        total = total + part
    return 2 / np.sqrt(np.pi) * np.exp(-z * z) * total


def piecewise(left, right):
    """``right(x)`` where the real part is above 0, else ``left(x)``."""
    return lambda x: np.where(x.real > 0, right(x), left(x))


def flat(step):
    """A function of the real part alone."""
    return lambda *operands: step(*[x.real for x in operands]) + 0j


def largest(*operands, sign=1):
    """The operand with the largest real part; with ``sign=-1`` the smallest."""
    return reduce(lambda a, b: np.where(sign * a.real >= sign * b.real, a, b), operands)


def smallest(*operands):
    return largest(*operands, sign=-1)


def clip(x, low, high):
    return smallest(largest(x, low), high)


def cbrt(x):
    return np.sign(x.real) * (x * np.sign(x.real)) ** (1 / 3)


def absolute(x):
    return np.where(x.real < 0, -x, x)


def gelu(x):
    return x * (1 + erf(x / np.sqrt(2))) / 2


def variance(x, axis=None, keepdims=False, ddof=0):
    deviation = x - x.mean(axis=axis, keepdims=True)
    total = (deviation * deviation).sum(axis=axis, keepdims=keepdims)
    return total / (x.size / max(total.size, 1) - ddof)


def std(x, **options):
    return np.sqrt(variance(x, **options))


def norm(x, **options):
    return np.sqrt(np.sum(x**2, **options))


def one_norm(x, **options):
    return np.sum(absolute(x), **options)


def squared_norm(x, **options):
    return np.sum(x**2, **options)


def extreme(choose):
    """The number whose real part ``choose`` picks, where none tie."""

    def reduction(x, axis=None, keepdims=False):
        chosen = x.real == choose(x.real, axis=axis, keepdims=True)
        return np.sum(np.where(chosen, x, 0), axis=axis, keepdims=keepdims)

    return reduction


def softmax(x, axis=-1):
    return np.exp(x) / np.exp(x).sum(axis=axis, keepdims=True)


def log_softmax(x, axis=-1):
    return np.log(softmax(x, axis))


def logsumexp(x, axis=None, keepdims=False):
    return np.log(np.exp(x).sum(axis=axis, keepdims=keepdims))


def mse(a, b):
    return np.mean((a - b) ** 2)


def mean_over_cases(loss):
    """The mean of ``loss(row, right class)`` over the rows of scores, which may be a single one."""

    def mean(scores, y):
        rows, classes = np.reshape(scores, (-1, scores.shape[-1])), np.reshape(y, -1)
        return sum(loss(row, int(k)) for row, k in zip(rows, classes, strict=True)) / len(rows)

    return mean


def svm(margin):
    def loss(row, right):
        excess = [s - row[right] + margin for k, s in enumerate(row) if k != right]
        return sum((e for e in excess if e.real > 0), 0j)

    return mean_over_cases(loss)


cross_entropy = mean_over_cases(lambda row, right: -np.log(np.exp(row[right]) / np.exp(row).sum()))


def picked(key, open_place):
    """``x[key]`` with arrays for the places that are left open."""

    def pick(x, *indices):
        arrays = iter(indices)
        return x[tuple(next(arrays) if part == open_place else part for part in key)]

    return pick
