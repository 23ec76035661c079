"""The derivations of gates that work number by number."""

from __future__ import annotations

from typing import Any

from engine.derivations.step import Derivation, Step

SLOPE = r"\frac{d g}{d x}"


def _rise(d: Any) -> Any:
    return d.exp(d.x) - d.exp(-d.x)


def _reach(d: Any) -> Any:
    return d.exp(d.x) + d.exp(-d.x)


SIGMOID = (
    Step(r"\sigma", "value", lambda d: d.over(1, 1 + d.exp(-d.x))),
    Step(r"\frac{d \sigma}{d x}", "sigmoid_chain", lambda d: d.over(d.exp(-d.x), d.power(1 + d.exp(-d.x), 2))),
    Step(
        "",
        "sigmoid_split",
        lambda d: d.over(1 + d.exp(-d.x) - 1, 1 + d.exp(-d.x)) * d.over(1, 1 + d.exp(-d.x)),
    ),
    Step("", "sigmoid_closed", lambda d: (1 - d.sigma) * d.sigma),
)
TANH = (
    Step("g", "value", lambda d: d.over(_rise(d), _reach(d))),
    Step(
        SLOPE,
        "tanh_quotient",
        lambda d: d.over(d.power(_reach(d), 2) - d.power(_rise(d), 2), d.power(_reach(d), 2)),
    ),
    Step("", "tanh_split", lambda d: 1 - d.power(d.over(_rise(d), _reach(d)), 2)),
    Step("", "tanh_closed", lambda d: 1 - d.power(d.g, 2)),
)
RELU = (
    Step("g", "value", lambda d: d.maximum(0.0, d.x)),
    Step(SLOPE, "relu_choice", lambda d: d.x > 0),
)
LEAKY_RELU = (
    Step("g", "value", lambda d: d.maximum(d.alpha * d.x, d.x)),
    Step(SLOPE, "leaky_choice", lambda d: (d.x > 0) + d.alpha * (d.x <= 0)),
)
SOFTPLUS = (
    Step("g", "value", lambda d: d.log(1 + d.exp(d.x))),
    Step(SLOPE, "softplus_chain", lambda d: d.over(1, 1 + d.exp(d.x)) * d.exp(d.x)),
    Step("", "softplus_divide", lambda d: d.over(1, 1 + d.exp(-d.x))),
    Step("", "softplus_closed", lambda d: d.sigmoid(d.x)),
)
SILU = (
    Step("g", "value", lambda d: d.x * d.sigmoid(d.x)),
    Step(SLOPE, "silu_product", lambda d: d.sigmoid(d.x) + d.x * ((1 - d.sigmoid(d.x)) * d.sigmoid(d.x))),
    Step("", "common_factor", lambda d: d.sigmoid(d.x) * (1 + d.x * (1 - d.sigmoid(d.x)))),
)

SCALARS = {
    "sigmoid": Derivation(("x",), r"\sigma", SIGMOID),
    "tanh": Derivation(("x",), "g", TANH),
    "relu": Derivation(("x",), "g", RELU),
    "leaky_relu": Derivation(("x",), "g", LEAKY_RELU),
    "softplus": Derivation(("x",), "g", SOFTPLUS),
    "silu": Derivation(("x",), "g", SILU),
}
