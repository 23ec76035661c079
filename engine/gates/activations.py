"""What a neuron does with its weighted sum."""

from __future__ import annotations

from typing import Any

from engine.gates.families import Unary


class Sigmoid(Unary):
    """From 0 to 1; the slope is ``(1 - σ) σ``. A large ``-x`` overflows to infinity and its reciprocal to 0."""

    name, symbol, signature = "sigmoid", "σ", "sigmoid(x)"
    notation = (r"\sigma(", ")")

    def forward(self, xp: Any, x: Any) -> Any:
        return 1 / (1 + xp.exp(-x))

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * ((1 - output) * output)


class Tanh(Unary):
    """From -1 to 1; the slope is ``1 - tanh²``."""

    name, symbol, signature = "tanh", "tanh", "tanh(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.tanh(x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream * (1 - output * output)


class Relu(Unary):
    """What is positive passes; at 0 no gradient is sent back."""

    name, symbol, signature = "relu", "relu", "relu(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.maximum(x, 0.0)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return xp.where(x > 0, upstream, 0.0)

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return x == 0


class LeakyRelu(Unary):
    """What is negative passes too, ``slope`` times; at 0 that slope counts, as in PyTorch."""

    name, symbol, signature = "leaky_relu", "leaky relu", "leaky_relu(x, slope=0.01)"

    def __init__(self, slope: float = 0.01) -> None:
        self.slope = slope

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.where(x > 0, x, self.slope * x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return xp.where(x > 0, upstream, self.slope * upstream)

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return False if self.slope == 1 else x == 0


class Elu(Unary):
    """Below 0 a decay towards ``-alpha``; at 0 the slope from the left counts, as in PyTorch."""

    name, symbol, signature = "elu", "elu", "elu(x, alpha=1)"

    def __init__(self, alpha: float = 1.0) -> None:
        self.alpha = alpha

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.where(x > 0, x, self.alpha * xp.expm1(x))

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return xp.where(x > 0, upstream, upstream * (self.alpha * xp.exp(x)))

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return False if self.alpha == 1 else x == 0


class Selu(Unary):
    """A scaled elu that keeps mean and variance of its inputs near 0 and 1; as there, the left slope counts at 0.

    Source of the two constants: Klambauer and others, Self-Normalizing Neural Networks, 2017.
    """

    name, symbol, signature = "selu", "selu", "selu(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return 1.0507009873554805 * xp.where(x > 0, x, 1.6732632423543772 * xp.expm1(x))

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return 1.0507009873554805 * xp.where(x > 0, upstream, upstream * (1.6732632423543772 * xp.exp(x)))

    def kinks(self, xp: Any, output: Any, x: Any) -> Any:
        return x == 0


class Softplus(Unary):
    """``log(1 + e ** x)``, a smooth relu, with the sigmoid for its slope."""

    name, symbol, signature = "softplus", "softplus", "softplus(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return xp.logaddexp(0.0, x)

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        return upstream / (1 + xp.exp(-x))


class Silu(Unary):
    """``x σ(x)``, also called swish."""

    name, symbol, signature = "silu", "silu", "silu(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return x / (1 + xp.exp(-x))

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        share = 1 / (1 + xp.exp(-x))
        return upstream * (share * (1 + x * (1 - share)))


class Gelu(Unary):
    """``x Φ(x)`` with the normal distribution's ``Φ``, exact; by ``erfc``, which keeps its digits where ``x < 0``."""

    name, symbol, signature = "gelu", "gelu", "gelu(x)"

    def forward(self, xp: Any, x: Any) -> Any:
        return x * erfc(xp, -x / xp.sqrt(2.0)) / 2

    def backward(self, xp: Any, upstream: Any, output: Any, x: Any) -> Any:
        below = erfc(xp, -x / xp.sqrt(2.0)) / 2
        density = xp.exp(-x * x / 2) / xp.sqrt(2 * xp.pi)
        return upstream * (below + x * density)


def erfc(xp: Any, x: Any) -> Any:
    """``1 - erf(x)``. NumPy does not have it: there each number goes through the C library."""
    if hasattr(xp, "erfc"):
        return xp.erfc(x)
    from math import erfc  # here, so that the code runs as it is shown

    return xp.reshape(xp.fromiter(map(erfc, xp.ravel(x)), float, xp.size(x)), xp.shape(x))
