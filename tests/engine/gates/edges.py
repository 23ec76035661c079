"""Where a gate has no derivative, is at the edge of its domain, or overflows: what it gives and sends back, exactly.

At a kink the choice is PyTorch's.
"""

import math
from dataclasses import dataclass, field

import numpy as np

from engine.gates import GATES, build
from engine.namespaces.scalars import fast
from tests.engine.gates.running import through_tape

INF, NAN = math.inf, math.nan
OPEN = GATES["index"].OPERAND
KINK, SMOOTH = True, False
HUGE = 1.7976931348623157e308


@dataclass(frozen=True, eq=False)
class Edge:
    """One place; ``sent`` has an entry for each operand that is no literal, ``None`` where it gets no gradient."""

    gate: object
    operands: tuple
    sent: tuple
    kink: bool = SMOOTH
    value: object = None
    upstream: object = 1.0
    literals: dict = field(default_factory=dict)

    def __repr__(self):
        literals = f", literals {self.literals}" if self.literals else ""
        upstream = "" if np.all(self.upstream == 1.0) else f", upstream {self.upstream}"
        return f"{self.gate!r} at {self.operands}{literals}{upstream}"


def edge(gate, operands, sent, kink=SMOOTH, value=None, upstream=1.0, literals=None):
    gate = build(gate) if isinstance(gate, str) else gate
    at = operands if isinstance(operands, tuple) else (operands,)
    return Edge(gate, at, sent if isinstance(sent, tuple) else (sent,), kink, value, upstream, literals or {})


def zero_at(slot):
    return {slot: 0.0}


TIES = [
    edge("maximum", (2.0, 2.0), (0.5, 0.5), KINK, 2.0),
    edge("minimum", (2.0, 2.0), (0.5, 0.5), KINK, 2.0),
    edge("maxout", (2.0, 2.0), (0.5, 0.5), KINK, 2.0),
    edge("maximum", (0.0, 0.0), (0.5, 0.5), KINK),
    edge("maximum", (2.0, 2.0, 2.0), (1 / 3, 1 / 3, 1 / 3), KINK),
    edge("minimum", (2.0, 2.0, 2.0), (1 / 3, 1 / 3, 1 / 3), KINK),
    edge("maximum", (2.0, 1.0, 2.0), (0.5, 0.0, 0.5), KINK),
    edge("minimum", (2.0, 3.0, 2.0), (0.5, 0.0, 0.5), KINK),
    edge("maxout", (1.0, 2.0, 2.0, 0.0), (0.0, 0.5, 0.5, 0.0), KINK),
    edge("maximum", (1.0, 1.0, 2.0), (0.0, 0.0, 1.0)),
    edge("minimum", (1.0, 2.0, 2.0), (1.0, 0.0, 0.0)),
    edge("maximum", (1.0, 2.0), (0.0, 1.0)),
    edge("maximum", (2.0, 1.0), (1.0, 0.0)),
    edge("minimum", (1.0, 2.0), (1.0, 0.0)),
    edge("minimum", (2.0, 1.0), (0.0, 1.0)),
    edge("maximum", (1.0, 2.0), (0.0, INF), upstream=INF),
    edge("minimum", (1.0, 2.0), (INF, 0.0), upstream=INF),
    edge("maximum", (1.0, 2.0, 0.0), (0.0, INF, 0.0), upstream=INF),
    edge("maximum", (0.0, NAN), (0.0, 0.0), value=NAN),
    # a tie with a literal 0, on either side, sends nothing
    edge("maximum", (0.0, 0.0), 0.0, KINK, literals=zero_at(0)),
    edge("maximum", (0.0, -0.0), 0.0, KINK, literals={1: -0.0}),
    edge("maxout", (0.0, 0.0), 0.0, KINK, literals=zero_at(0)),
    edge("maximum", (0.0, 0.0, 0.0), (0.0, 0.0), KINK, literals=zero_at(0)),
    edge("maxout", (0.0, 0.0), 0.0, KINK, literals=zero_at(1)),
    edge("maxout", (0.0, 0.0, 0.0), (0.0, 0.0), KINK, literals=zero_at(1)),
    edge("maxout", (0.0, 2.0, 2.0), (0.5, 0.5), KINK, literals=zero_at(0)),
    edge("maximum", (0.0, 3.0), 1.0, literals=zero_at(0)),
    edge("maximum", (3.0, 0.0), 1.0, literals=zero_at(1)),
    edge("maximum", (0.0, -3.0), 0.0, literals=zero_at(0)),
    edge("maximum", (0.0, 2.0, 2.0), (0.5, 0.5), KINK, literals=zero_at(0)),
    edge("maximum", (1.0, 1.0), 0.5, KINK, literals={0: 1.0}),
    edge("minimum", (0.0, 0.0), 0.5, KINK, literals=zero_at(1)),
]
PIECES = [
    edge("relu", 0.0, 0.0, KINK, 0.0),
    edge("relu", -0.0, 0.0, KINK),
    edge("relu", 5e-324, 1.0),
    edge("relu", -1.0, 0.0, upstream=INF),
    edge("relu", NAN, 0.0, value=NAN),
    edge("leaky_relu", 0.0, 0.01, KINK, 0.0),
    edge(build("leaky_relu", slope=-0.5), 0.0, -0.5, KINK),
    edge(build("leaky_relu", slope=1), 0.0, 1.0, SMOOTH),
    edge("elu", 0.0, 1.0, SMOOTH, 0.0),
    edge(build("elu", alpha=2), 0.0, 2.0, KINK),
    edge("elu", 1000.0, 1.0, value=1000.0),
    edge("elu", -1000.0, 0.0, value=-1.0),
    edge("selu", 0.0, 1.0507009873554805 * 1.6732632423543772, KINK, 0.0),
    edge("selu", 1000.0, 1.0507009873554805),
    edge("selu", -1000.0, 0.0, value=-1.0507009873554805 * 1.6732632423543772),
    edge("abs", 0.0, 0.0, KINK, 0.0),
    edge("abs", -0.0, 0.0, KINK, 0.0),
    edge("abs", -1.0, -1.0),
    edge("abs", -INF, -1.0, value=INF),
    edge("clip", (1.0, 1.0, 2.0), (1.0, 0.0, 0.0), KINK, 1.0),
    edge("clip", (2.0, 1.0, 2.0), (1.0, 0.0, 0.0), KINK, 2.0),
    edge("clip", (0.0, 1.0, 2.0), (0.0, 1.0, 0.0), value=1.0),
    edge("clip", (3.0, 1.0, 2.0), (0.0, 0.0, 1.0), value=2.0),
    edge("clip", (1.5, 1.0, 2.0), (1.0, 0.0, 0.0), value=1.5),
    edge("clip", (1.5, 2.0, 1.0), (0.0, 0.0, 1.0), value=1.0),
    edge("clip", (0.0, 2.0, 1.0), (0.0, 0.0, 1.0), value=1.0),
    edge("clip", (0.0, 1.0, 1.0), (0.0, 0.0, 0.0), value=1.0),
    edge("clip", (1.0, 1.0, 2.0), 1.0, KINK, literals={1: 1.0, 2: 2.0}),
    edge("clip", (2.0, 1.0, 2.0), 1.0, KINK, literals={1: 1.0, 2: 2.0}),
    edge("clip", (2.5, 1.0, 2.0), 0.0, literals={1: 1.0, 2: 2.0}),
    edge("where", (0.0, 1.0, 2.0), (0.0, 0.0, 1.0), value=2.0),
    edge("where", (-0.0, 1.0, 2.0), (0.0, 0.0, 1.0), value=2.0),
    edge("where", (5e-324, 1.0, 2.0), (0.0, 1.0, 0.0), value=1.0),
    edge("where", (NAN, 1.0, 2.0), (0.0, 1.0, 0.0), value=1.0),
    edge("where", (1.0, 1.0, NAN), (0.0, INF, 0.0), value=1.0, upstream=INF),
    edge("sign", 0.0, 0.0, value=0.0),
    edge("sign", -2.0, 0.0, value=-1.0, upstream=INF),
    edge("floor", 2.0, 0.0, value=2.0),
    edge("floor", -0.5, 0.0, value=-1.0),
    edge("ceil", 0.5, 0.0, value=1.0),
    edge("ceil", 2.0, 0.0, value=2.0, upstream=INF),
    edge("round", 2.5, 0.0, value=2.0),
    edge("round", 3.5, 0.0, value=4.0),
    edge(build("round", decimals=-1), 25.0, 0.0, value=20.0),
    edge("greater", (1.0, 1.0), (0.0, 0.0), value=0.0),
    edge("greater_equal", (1.0, 1.0), (0.0, 0.0), value=1.0),
    edge("less", (1.0, 1.0), (0.0, 0.0), value=0.0),
    edge("less_equal", (1.0, 1.0), (0.0, 0.0), value=1.0),
    edge("equal", (1.0, 1.0), (0.0, 0.0), value=1.0),
    edge("not_equal", (1.0, 1.0), (0.0, 0.0), value=0.0),
    edge("equal", (NAN, NAN), (0.0, 0.0), value=0.0, upstream=INF),
    edge("less", (INF, INF), (0.0, 0.0), value=0.0, upstream=INF),
]
DOMAINS = [
    edge("sqrt", 0.0, INF, KINK, 0.0),
    edge("sqrt", -1.0, NAN, value=NAN),
    edge("cbrt", 0.0, INF, KINK, 0.0),
    edge("cbrt", -8.0, 1 / 12, value=-2.0),
    edge("log", 0.0, INF, value=-INF),
    edge("log", -1.0, -1.0, value=NAN),
    edge("log2", 0.0, INF, value=-INF),
    edge("log10", 0.0, INF, value=-INF),
    edge("log1p", -1.0, INF, value=-INF),
    edge("log1p", 1e-300, 1.0, value=1e-300),
    edge("expm1", 1e-300, 1.0, value=1e-300),
    edge("reciprocal", 0.0, -INF, value=INF),
    edge("reciprocal", -0.0, -INF, value=-INF),
    edge("divide", (0.0, 0.0), (INF, NAN), value=NAN),
    edge("divide", (-3.0, 0.0), (INF, INF), value=-INF),
    edge("arcsin", 1.0, INF, KINK, math.pi / 2),
    edge("arcsin", -1.0, INF, KINK, -math.pi / 2),
    edge("arcsin", 2.0, NAN, value=NAN),
    edge("arccos", 1.0, -INF, KINK, 0.0),
    edge("arccos", -1.0, -INF, KINK, math.pi),
    edge("arctan", INF, 0.0, value=math.pi / 2),
    edge("sin", INF, NAN, value=NAN),
    edge("power", (0.0, 0.0), (0.0, 0.0), value=1.0),
    edge("power", (0.0, 2.0), (0.0, 0.0), value=0.0),
    edge("power", (3.0, 0.0), (0.0, math.log(3.0)), value=1.0),
    edge("power", (0.0, 1.0), (1.0, 0.0), value=0.0),
    edge("power", (0.0, 0.5), (INF, 0.0), KINK, 0.0),
    edge("power", (0.0, -1.0), (-INF, -INF), value=INF),
    edge("power", (-2.0, 3.0), (12.0, NAN), value=-8.0),
    edge("power", (-8.0, 1 / 3), (NAN, NAN), value=NAN),
    edge("power", (0.0, 0.5), INF, KINK, literals={1: 0.5}),
    edge("power", (-2.0, 3.0), 12.0, value=-8.0, literals={1: 3.0}),
    edge("power", (-2.0, 2.0), -4.0, value=4.0, literals={1: 2.0}),
    edge("power", (0.0, 0.0), 0.0, value=1.0, literals={1: 0.0}),
    edge("power", (-2.0, 0.0), 0.0, value=1.0, literals={1: 0.0}),
    edge("power", (-2.0, 0.0), 0.0, value=1.0, upstream=INF, literals={1: 0.0}),
    edge("power", (0.0, 1.0), 1.0, value=0.0, literals={1: 1.0}),
    edge("power", (0.0, 0.0), 0.0, value=1.0, literals={0: 0.0}),
    edge("power", (0.0, 2.0), 0.0, value=0.0, literals={0: 0.0}),
    edge("power", (0.0, -1.0), -INF, value=INF, literals={0: 0.0}),
    edge("power", (9.0, 387420489.0), (INF, INF), value=INF),
]
OVERFLOWS = [
    edge("exp", 1000.0, INF, value=INF),
    edge("exp", -1000.0, 0.0, value=0.0),
    edge("expm1", 1000.0, INF, value=INF),
    edge("expm1", -1000.0, 0.0, value=-1.0),
    edge("sinh", -1000.0, INF, value=-INF),
    edge("cosh", -1000.0, -INF, value=INF),
    edge("tanh", 1000.0, 0.0, value=1.0),
    edge("sigmoid", 1000.0, 0.0, value=1.0),
    edge("sigmoid", -1000.0, 0.0, value=0.0),
    edge("softplus", 1000.0, 1.0, value=1000.0),
    edge("softplus", -1000.0, 0.0, value=0.0),
    edge("softplus", 0.0, 0.5, value=math.log(2)),
    edge("silu", 1000.0, 1.0, value=1000.0),
    edge("silu", -1000.0, 0.0, value=0.0),
    edge("gelu", 40.0, 1.0, value=40.0),
    edge("gelu", -40.0, 0.0, value=0.0),
    edge("gelu", -1e200, 0.0, value=0.0),
    edge("square", 1e200, 2e200, value=INF),
    edge("divide", (1e200, 1e200), (1e-200, -1e-200), value=1.0),
    edge("logsumexp", 1000.0, 1.0, value=1000.0),
    edge("logsumexp", -INF, NAN, value=-INF),
    edge("logsumexp", INF, NAN, value=INF),
    edge("logsumexp", np.array([1000.0, 1000.0]), np.array([0.5, 0.5]), value=1000 + math.log(2)),
    edge("logsumexp", np.array([-1000.0, -1000.0]), np.array([0.5, 0.5]), value=-1000 + math.log(2)),
    edge("logsumexp", np.array([-INF, 3.0]), np.array([0.0, 1.0]), value=3.0),
    edge("logsumexp", np.array([HUGE, 3.0]), np.array([1.0, 0.0]), value=HUGE),
    edge("softmax", np.array([1000.0, -1000.0]), np.array([0.0, 0.0]), value=[1.0, 0.0], upstream=np.array([3.0, 2.0])),
    edge("softmax", np.array([-INF, 5.0]), np.array([0.0, 0.0]), value=[0.0, 1.0], upstream=np.array([3.0, 2.0])),
    edge(build("softmax", axis=None), 7.0, 0.0, value=1.0),
    edge(build("log_softmax", axis=None), 7.0, 0.0, value=0.0),
    edge("log_softmax", np.array([1000.0, 0.0]), np.array([0.0, 0.0]), value=[0.0, -1000.0],
         upstream=np.array([5.0, 0.0])),
    edge("cross_entropy", (np.array([1000.0, -1000.0]), 1.0), (np.array([1.0, -1.0]), None), value=2000.0),
    edge("norm", np.array([1e200, 0.0]), np.array([0.0, 0.0]), value=INF),
]  # fmt: skip
PAIR = np.array([[0.0, 0.0], [3.0, 4.0]])
TIED = np.array([[3.0, 0.0, 3.0], [0.0, 3.0, 0.0]])
SHARES = np.array([[3.0, 0.0, 3.0], [0.0, 1.0, 0.0]])
HINGE = np.array([2.0, 1.0, 1.5])
REDUCTIONS = [
    edge("norm", 0.0, 0.0, KINK, 0.0),
    edge("norm", -3.0, -1.0, value=3.0),
    edge("norm", np.zeros(2), np.zeros(2), KINK, 0.0),
    edge(build("norm", axis=1), PAIR, np.array([[0.0, 0.0], [0.6, 0.8]]), KINK, [0.0, 5.0], np.ones(2)),
    edge("norm", np.array([0.0, 2.0]), np.array([0.0, 1.0])),
    edge("l1", 0.0, 0.0, KINK, 0.0),
    edge("l1", np.array([0.0, -2.0]), np.array([0.0, -1.0]), KINK, 2.0),
    edge("std", np.array([2.0, 2.0]), np.zeros(2), KINK, 0.0),
    edge("std", 5.0, 0.0, KINK, 0.0),
    edge("var", np.array([2.0, 2.0]), np.zeros(2), value=0.0),
    edge("max", TIED, TIED * 2 / 3, KINK, 3.0, 6.0),
    edge("min", -TIED, TIED * 2 / 3, KINK, -3.0, 6.0),
    edge(build("max", axis=1), TIED, SHARES, KINK, [3.0, 3.0], np.array([6.0, 1.0])),
    edge(build("min", axis=1), -TIED, SHARES, KINK, [-3.0, -3.0], np.array([6.0, 1.0])),
    edge("max", np.array([1.0, 2.0]), np.array([0.0, 1.0]), value=2.0),
    edge("max", 1.0, 1.0, value=1.0),
    edge("min", 1.0, 1.0, value=1.0),
    edge("prod", np.array([0.0, 2.0, 3.0]), np.array([6.0, 0.0, 0.0]), value=0.0),
    edge("prod", np.array([0.0, 2.0, 0.0]), np.zeros(3), value=0.0),
    edge(build("prod", axis=1), np.array([[0.0, 2.0], [3.0, 4.0]]), np.array([[2.0, 0.0], [4.0, 3.0]]), SMOOTH, None,
         np.ones(2)),
    edge("mean", np.array([INF, 1.0]), np.array([0.5, 0.5]), value=INF),
    edge("mse", (1.0, 3.0), (-4.0, 4.0), value=4.0),
    # a class that is exactly at the margin sends nothing
    edge("svm_loss", (HINGE, 0.0), (np.array([-1.0, 0.0, 1.0]), None), KINK, 0.5),
    edge("svm_loss", (np.array([3.0, 2.0]), 0.0), (np.zeros(2), None), KINK, 0.0),
    edge("svm_loss", (np.array([3.0, 1.0]), 0.0), (np.zeros(2), None), SMOOTH, 0.0),
    edge(build("svm_loss", margin=0), (np.array([1.0, 1.0, 2.0]), 2.0), (np.zeros(3), None), SMOOTH, 0.0),
    edge("svm_loss", (np.array([3.2, 5.1, -1.7]), 0.0), (np.array([-1.0, 1.0, 0.0]), None), SMOOTH, 5.1 - 3.2 + 1),
    edge(build("index", key=(OPEN,)), (np.zeros(3), np.array([1.0, 1.0, -2.0])), (np.array([0.0, 6.0, 0.0]), None),
         upstream=np.array([1.0, 2.0, 3.0])),
]  # fmt: skip
EDGES = [*TIES, *PIECES, *DOMAINS, *OVERFLOWS, *REDUCTIONS]


def check_edge(row):
    """On floats, and for an elementwise gate on arrays of one number; and whether the kink is noticed."""
    _check(row, row.operands)
    if row.gate.family == "elementwise":
        _check(row, [x if slot in row.literals else np.array([x]) for slot, x in enumerate(row.operands)])


def _check(row, operands):
    gate = row.gate.specialised(row.literals) if row.literals else row.gate
    shape = gate.shape(*map(np.shape, operands))
    upstream = np.broadcast_to(row.upstream, shape) if shape else row.upstream
    value, sent = through_tape(row.gate, operands, upstream, row.literals)
    if row.value is not None:
        _equal(value, np.broadcast_to(row.value, shape))
    for found, expected in zip(sent, row.sent, strict=True):
        assert (found is None) == (expected is None)
        if expected is not None:
            _equal(found, np.broadcast_to(expected, np.shape(found)))
    assert _kink(gate, value, operands) is row.kink


def _equal(found, expected):
    np.testing.assert_allclose(found, expected, rtol=4e-16, atol=0)


def _kink(gate, value, operands):
    is_scalar = not any(map(np.shape, (value, *operands)))
    with np.errstate(all="ignore"):
        return bool(np.any(gate.kinks(fast if is_scalar else np, value, *operands)))
