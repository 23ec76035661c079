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
