"""The derivations of gates that mix or reduce: the derivative of an output by one entry of an operand."""

from __future__ import annotations

from typing import Any

from engine.derivations.step import Derivation, Step


def _by(output: str, entry: str) -> str:
    return rf"\frac{{\partial {output}}}{{\partial {entry}}}"


X, A, B, S = "{x}_{j}", "{a}_{j}", "{b}_{j}", "{s}_{j}"


def _exponentials(d: Any) -> Any:
    return d.total(lambda k: d.exp(d.x[k]))


def _squares(d: Any) -> Any:
    return d.total(lambda k: d.power(d.x[k], 2))


def _scores(d: Any) -> Any:
    return d.total(lambda k: d.exp(d.s[k]))


def _is_open(d: Any, k: Any) -> Any:
    return d.s[k] - d.s[d.y] + d.margin > 0


SOFTMAX = (
    Step("{p}_{i}", "value", lambda d: d.over(d.exp(d.x[d.i]), _exponentials(d))),
    Step(
        _by("{p}_{i}", X),
        "softmax_quotient",
        lambda d: d.over(
            (d.i == d.j) * d.exp(d.x[d.i]) * _exponentials(d) - d.exp(d.x[d.i]) * d.exp(d.x[d.j]),
            d.power(_exponentials(d), 2),
        ),
    ),
    Step(
        "",
        "common_factor",
        lambda d: (
            d.over(d.exp(d.x[d.i]), _exponentials(d)) * ((d.i == d.j) - d.over(d.exp(d.x[d.j]), _exponentials(d)))
        ),
    ),
    Step("", "softmax_closed", lambda d: d.p[d.i] * ((d.i == d.j) - d.p[d.j])),
    Step(_by("f", X), "softmax_product", lambda d: d.p[d.j] * (d.delta[d.j] - d.total(lambda k: d.delta[k] * d.p[k]))),
)
LOGSUMEXP = (
    Step("L", "value", lambda d: d.log(_exponentials(d))),
    Step(_by("L", X), "logsumexp_chain", lambda d: d.over(1, _exponentials(d)) * d.exp(d.x[d.j])),
    Step("", "is_softmax", lambda d: d.over(d.exp(d.x[d.j]), _exponentials(d))),
)
SQUARED_NORM = (
    Step("r", "value", _squares),
    Step(_by("r", X), "square_terms", lambda d: d.total(lambda k: (k == d.j) * (2 * d.x[k]))),
    Step("", "one_term", lambda d: 2 * d.x[d.j]),
)
NORM = (
    Step("r", "value", lambda d: d.sqrt(_squares(d))),
    Step(_by("r", X), "norm_chain", lambda d: d.over(1, 2 * d.sqrt(_squares(d))) * (2 * d.x[d.j])),
    Step("", "norm_closed", lambda d: d.over(d.x[d.j], d.r)),
)
L1 = (
    Step("r", "value", lambda d: d.total(lambda k: d.abs(d.x[k]))),
    Step(_by("r", X), "absolute_terms", lambda d: d.total(lambda k: (k == d.j) * d.sign(d.x[k]))),
    Step("", "one_term", lambda d: d.sign(d.x[d.j])),
)
MEAN = (
    Step("m", "value", lambda d: d.over(1, d.n) * d.total(lambda k: d.x[k])),
    Step(_by("m", X), "mean_terms", lambda d: d.over(1, d.n) * d.total(lambda k: k == d.j)),
    Step("", "one_term", lambda d: d.over(1, d.n)),
)
MSE = (
    Step("L", "value", lambda d: d.over(1, d.n) * d.total(lambda k: d.power(d.a[k] - d.b[k], 2))),
    Step(
        _by("L", A),
        "square_terms",
        lambda d: d.over(1, d.n) * d.total(lambda k: (k == d.j) * (2 * (d.a[k] - d.b[k]))),
    ),
    Step("", "one_term", lambda d: d.over(2, d.n) * (d.a[d.j] - d.b[d.j])),
    Step(_by("L", B), "mse_other", lambda d: -(d.over(2, d.n) * (d.a[d.j] - d.b[d.j]))),
)
SVM_LOSS = (
    Step("L", "svm_value", lambda d: d.total(lambda k: d.maximum(0.0, d.s[k] - d.s[d.y] + d.margin)) - d.margin),
    Step(_by("L", S), "svm_terms", lambda d: d.total(lambda k: _is_open(d, k) * ((k == d.j) - (d.y == d.j)))),
    Step("", "svm_closed", lambda d: _is_open(d, d.j) - (d.y == d.j) * d.total(lambda k: _is_open(d, k))),
)
CROSS_ENTROPY = (
    Step("L", "loss_value", lambda d: -d.log(d.over(d.exp(d.s[d.y]), _scores(d)))),
    Step("", "entropy_split", lambda d: d.log(_scores(d)) - d.s[d.y]),
    Step(_by("L", S), "entropy_terms", lambda d: d.over(d.exp(d.s[d.j]), _scores(d)) - (d.y == d.j)),
    Step("", "entropy_closed", lambda d: d.p[d.j] - (d.y == d.j)),
)

ARRAYS = {
    "softmax": Derivation(("x",), "p", SOFTMAX, indexed=True),
    "logsumexp": Derivation(("x",), "L", LOGSUMEXP, indexed=True),
    "squared_norm": Derivation(("x",), "r", SQUARED_NORM, indexed=True),
    "norm": Derivation(("x",), "r", NORM, indexed=True),
    "l1": Derivation(("x",), "r", L1, indexed=True),
    "mean": Derivation(("x",), "m", MEAN, indexed=True),
    "mse": Derivation(("a", "b"), "L", MSE, indexed=True),
    "svm_loss": Derivation(("s",), "L", SVM_LOSS, indexed=True),
    "cross_entropy": Derivation(("s",), "L", CROSS_ENTROPY, indexed=True),
}
