"""The one table of the gates' tests: what each gate computes, and the shapes and numbers that it is tried on."""

import numpy as np

from engine.gates import GATES, build
from tests.engine.gates import references as ref
from tests.engine.gates.case import FULL, MANY, PAIRS, SCALAR, THREE, TRIPLES, TWO, UNARY, Between, Case, Whole, one

OPEN = GATES["index"].OPERAND


def unary(name, reference, low=-3.0, high=3.0, logarithmic=False, **parameters):
    gate = build(name, **parameters)
    return Case(gate, reference, UNARY, low, high, logarithmic, points=SCALAR)


def binary(name, reference, low=-3.0, high=3.0):
    return Case(build(name), reference, PAIRS, low, high, points=TWO)


def constant(name, reference, slot, value, low=-3.0, high=3.0, operands=2):
    """One operand is an absorbed literal."""

    def at(specs):
        found = list(specs)
        found[slot] = ()
        return tuple(found)

    shapes = {kind: [at(one) for one in specs] for kind, specs in (PAIRS if operands == 2 else TRIPLES).items()}
    return Case(build(name), reference, shapes, low, high, literals={slot: value}, points=at([()] * operands))


AXES = [
    {}, {"axis": 0}, {"axis": -1}, {"axis": 1, "keepdims": True}, {"keepdims": True}, {"axis": (0, 2)},
    {"axis": (-1, 0), "keepdims": True}, {"axis": ()}, {"axis": (0, 1, 2)},
]  # fmt: skip


def reductions(name, reference, of_nothing=True, options=AXES):
    """A reduction over everything, and along the axes of an array of three."""
    cases = []
    for given in options:
        gate = build(name, **given)
        if given.get("axis") is None:
            kinds, refused = (UNARY, {}) if of_nothing else (FULL, {"zero": UNARY["zero"]})
        else:
            zero = one((2, 3, 0)) if of_nothing else []
            kinds = {"batched": one((2, 3, 4))} | ({"zero": zero} if zero else {})
            refused = {}
        cases.append(Case(gate, bound(reference, given), kinds, refused=refused, points=((2, 3, 2),)))
    return cases


def bound(reference, given):
    return lambda x: reference(x, **given)


def along(name, reference):
    """A gate that mixes along an axis."""
    first = {"vector": one((4,), (1,)), "matrix": one((2, 3)), "batched": one((2, 3, 2)), "zero": one((0, 3))}
    refused = {"scalar": one(()), "zero": one((0,), (2, 0))}
    middle, everything = {"batched": one((2, 3, 2))}, {"scalar": one(()), "matrix": one((2, 3))}
    return [
        Case(build(name), reference, first, refused=refused, points=((2, 3),)),
        Case(build(name, axis=1), lambda x: reference(x, 1), middle, points=((2, 3, 2),)),
        Case(build(name, axis=(0, 2)), lambda x: reference(x, (0, 2)), middle, points=((2, 3, 2),)),
        Case(build(name, axis=None), lambda x: reference(x, None), everything, points=((2, 3),)),
    ]


PRODUCTS = {
    "vector": [((3,), (3,)), ((1,), (1,))],
    "matrix": [((2, 3), (3,)), ((3,), (3, 2)), ((2, 3), (3, 4)), ((1, 3), (3, 1))],
    "zero": [((0,), (0,)), ((0, 3), (3, 2)), ((2, 0), (0, 3)), ((0, 3), (3,))],
}
NUMBERS = {"scalar": [((), ())], "broadcast": [((), (2, 3)), ((3,), ())]}
MATMUL = {
    **PRODUCTS,
    "batched": [((5, 2, 3), (5, 3, 4)), ((5, 2, 3), (3,)), ((3,), (5, 3, 2))],
    "broadcast": [((2, 3), (5, 3, 4)), ((5, 2, 3), (3, 4)), ((5, 1, 2, 3), (4, 3, 2))],
}
INNER = {
    **NUMBERS,
    "vector": [((3,), (3,))],
    "matrix": [((2, 3), (3,)), ((3,), (2, 3)), ((2, 3), (4, 3))],
    "batched": [((2, 4, 3), (3,)), ((2, 4, 3), (5, 3)), ((2, 3), (2, 2, 3))],
    "zero": [((0,), (0,)), ((0, 3), (2, 3)), ((2, 0), (3, 0))],
}
OUTER = {
    "scalar": [((), ())],
    "vector": [((2,), (3,))],
    "matrix": [((2, 3), (2, 2))],
    "broadcast": [((), (3,)), ((2, 3), ())],
    "batched": [((2, 1, 2), (3,))],
    "zero": [((0,), (3,)), ((2,), (0,))],
}


def joined(name, function, kinds, refused, options, points=((2, 3), (2, 3))):
    cases = [Case(build(name), lambda *xs: function(xs), kinds, refused=refused, points=points)]
    return cases + [
        Case(build(name, **given), lambda *xs, given=given: function(xs, **given), shapes, points=points)
        for given, shapes in options
    ]


STACKED = {
    "scalar": [((),), ((), (), ())], "vector": [((3,), (3,))], "matrix": [((2, 3),), ((2, 3), (2, 3))],
    "batched": [((2, 3, 2), (2, 3, 2))], "zero": [((0,), (0,))],
}  # fmt: skip
UNEQUAL = {"broadcast": [((2, 3), (3,)), ((), (3,))]}
JOINED = {
    "vector": [((2,), (3,), (1,)), ((3,),)], "matrix": [((2, 3), (1, 3))], "batched": [((2, 3, 2), (1, 3, 2))],
    "zero": [((0,), (3,)), ((0, 3), (2, 3))],
}  # fmt: skip


def indexed(key, x, *indices):
    """Picking by one key; the operands are the array and the index arrays."""
    kind = {1: "vector", 2: "matrix"}.get(len(x), "batched") if 0 not in x else "zero"
    reference = ref.picked(key, OPEN)
    return Case(build("index", key=key), reference, {kind if x else "scalar": [(x, *indices)]}, points=(x, *indices))


INDICES = [
    indexed((...,), ()),
    indexed((None,), ()),
    indexed((1,), (3,)),
    indexed((-1,), (3,)),
    indexed((slice(1, 3),), (4,)),
    indexed((slice(None, None, -2),), (5,)),
    indexed((OPEN,), (4,), Whole((), -4, 4)),
    indexed((OPEN,), (4,), Whole((6,), -4, 4)),
    indexed((OPEN,), (3,), Whole((2, 3), -3, 3)),
    indexed((1, slice(None)), (2, 3)),
    indexed((slice(None), -1), (2, 3)),
    indexed((..., None), (2, 3)),
    indexed((OPEN,), (4, 3), Whole((6,), -4, 4)),
    indexed((OPEN, OPEN), (3, 4), Whole((6,), -3, 3), Whole((6,), 0, 4)),
    indexed((OPEN, OPEN), (3, 4), Whole((2, 1), 0, 3), Whole((3,), -4, 4)),
    indexed((slice(None), OPEN), (2, 3), Whole((4,), -3, 3)),
    indexed((0, OPEN), (2, 3), Whole((4,), -3, 3)),
    indexed((slice(None), 0, OPEN), (2, 3, 4), Whole((3,), -4, 4)),
    indexed((0, slice(None), OPEN), (2, 3, 4), Whole((5,), -4, 4)),
    indexed((OPEN, ..., OPEN), (2, 3, 4), Whole((), 0, 2), Whole((5,), -4, 4)),
    indexed((..., OPEN, None), (2, 3, 4), Whole((5,), -4, 4)),
    indexed((slice(1, 1),), (3,)),
    indexed((OPEN,), (3,), Whole((0,), 0, 3)),
    indexed((slice(None), OPEN), (0, 3), Whole((2,), 0, 3)),
]
SCORES = {
    "vector": [((4,), Whole((), 0, 4)), ((1,), Whole((), 0, 1))],
    "matrix": [((5, 3), Whole((5,), 0, 3)), ((1, 3), Whole((1,), 0, 3))],
}
NOT_SCORES = {
    "scalar": [((), ())],
    "batched": [((2, 3, 4), (2, 3))],
    "broadcast": [((5, 3), ()), ((3,), (5,)), ((5, 3), (3,))],
    "zero": [((0,), ()), ((0, 3), (0,)), ((3, 0), (3,))],
}


def loss(name, reference, **parameters):
    points = ((5, 3), Whole((5,), 0, 3))
    return Case(build(name, **parameters), reference, SCORES, refused=NOT_SCORES, points=points)


SIX = {"vector": one((6,)), "matrix": one((2, 3)), "batched": one((1, 3, 2))}  # shapes of six numbers
ROWS = {
    "add": [binary("add", lambda a, b: a + b), constant("add", lambda a, b: a + b, 1, 2.0)],
    "subtract": [binary("subtract", lambda a, b: a - b), constant("subtract", lambda a, b: a - b, 0, 2.0)],
    "multiply": [binary("multiply", lambda a, b: a * b), constant("multiply", lambda a, b: a * b, 1, -2.5)],
    "divide": [binary("divide", lambda a, b: a / b, 0.1), constant("divide", lambda a, b: a / b, 0, 2.0)],
    "negative": [unary("negative", lambda x: 0 - x)],
    "reciprocal": [unary("reciprocal", lambda x: x**-1, -6, 6, True), unary("reciprocal", lambda x: 1 / x)],
    "power": [
        binary("power", lambda a, b: np.exp(b * np.log(a)), 0.1),
        *[constant("power", lambda a, b: np.exp(b * np.log(a)), 1, b, 0.1) for b in (-2.0, -1.0, -0.5, 0.5, 1.0, 2.5)],
        constant("power", lambda a, b: a * a, 1, 2.0),
        constant("power", lambda a, b: a * a * a, 1, 3.0),
        constant("power", lambda a, b: 1 / (a * a), 1, -2.0),
        constant("power", lambda a, b: np.ones_like(a), 1, 0.0),
        *[constant("power", lambda a, b: np.exp(b * np.log(a)), 0, a) for a in (0.3, 1.0, 2.0)],
    ],
    "square": [unary("square", lambda x: x * x)],
    "sqrt": [unary("sqrt", lambda x: np.exp(np.log(x) / 2), -6, 6, True)],
    "cbrt": [unary("cbrt", ref.cbrt)],
    "exp": [unary("exp", np.exp, -30, 30)],
    "log": [unary("log", np.log, -6, 6, True)],
    "log2": [unary("log2", lambda x: np.log(x) / np.log(2), -6, 6, True)],
    "log10": [unary("log10", lambda x: np.log(x) / np.log(10), -6, 6, True)],
    "log1p": [unary("log1p", np.log1p, -0.9, 3.0), unary("log1p", np.log1p, -12, -3, True)],
    "expm1": [unary("expm1", np.expm1), unary("expm1", np.expm1, -12, -3, True)],
    "sin": [unary("sin", np.sin)],
    "cos": [unary("cos", np.cos)],
    "tan": [unary("tan", lambda x: np.sin(x) / np.cos(x), -1.4, 1.4)],
    "arcsin": [unary("arcsin", np.arcsin, -0.99, 0.99)],
    "arccos": [unary("arccos", np.arccos, -0.99, 0.99)],
    "arctan": [unary("arctan", np.arctan, -10, 10)],
    "sinh": [unary("sinh", np.sinh)],
    "cosh": [unary("cosh", np.cosh)],
    "abs": [unary("abs", ref.absolute)],
    "sign": [unary("sign", ref.flat(np.sign))],
    "floor": [unary("floor", ref.flat(np.floor))],
    "ceil": [unary("ceil", ref.flat(np.ceil))],
    "round": [unary("round", ref.flat(lambda x, k=k: np.round(x, k)), decimals=k) for k in (0, 2, -1)],
    "sigmoid": [unary("sigmoid", lambda x: np.exp(x) / (1 + np.exp(x)), -20, 20)],
    "tanh": [unary("tanh", lambda x: np.sinh(x) / np.cosh(x))],
    "relu": [unary("relu", ref.piecewise(lambda x: 0 * x, lambda x: x))],
    "leaky_relu": [
        unary("leaky_relu", ref.piecewise(lambda x: 0.01 * x, lambda x: x)),
        unary("leaky_relu", ref.piecewise(lambda x: -0.5 * x, lambda x: x), slope=-0.5),
    ],
    "elu": [
        unary("elu", ref.piecewise(np.expm1, lambda x: x)),
        unary("elu", ref.piecewise(lambda x: 1.7 * np.expm1(x), lambda x: x), alpha=1.7),
    ],
    "selu": [unary("selu", lambda x: 1.0507009873554805 * ref.piecewise(SELU_LEFT, lambda x: x)(x))],
    "gelu": [unary("gelu", ref.gelu)],
    "silu": [unary("silu", lambda x: x * np.exp(x) / (1 + np.exp(x)))],
    "softplus": [unary("softplus", lambda x: np.log(1 + np.exp(x)))],
    "maximum": [
        Case(build("maximum"), ref.largest, MANY, points=THREE),
        binary("maximum", ref.largest),
        *[constant("maximum", ref.largest, slot, c) for slot in (0, 1) for c in (0.0, 1.0)],
        constant("maximum", ref.largest, 0, 0.0, operands=3),
    ],
    "minimum": [
        Case(build("minimum"), ref.smallest, MANY, points=THREE),
        binary("minimum", ref.smallest),
        *[constant("minimum", ref.smallest, slot, c) for slot in (0, 1) for c in (0.0, 1.0)],
    ],
    "maxout": [
        Case(build("maxout"), ref.largest, MANY, points=THREE),
        constant("maxout", ref.largest, 0, 0.0, operands=3),
        *[constant("maxout", ref.largest, slot, 0.0) for slot in (0, 1)],
    ],
    "clip": [
        Case(build("clip"), ref.clip, TRIPLES, points=THREE),
        Case(build("clip"), ref.clip, {"broadcast": [((3,), (), ())]}, literals={1: -1.0, 2: 1.5}, points=THREE),
        Case(build("clip"), ref.clip, {"broadcast": [((3,), (), ())]}, literals={1: 0.0}, points=THREE),
    ],
    "where": [
        Case(build("where"), lambda c, a, b: np.where(c.real != 0, a, b), TRIPLES, points=THREE),
        Case(
            build("where"),
            lambda c, a, b: np.where(c != 0, a, b) + 0j,
            {"vector": [(Between((9,), 0, 0), (9,), (9,))]},
            points=(Between((), 0, 0), (), ()),
        ),
    ],
    **{
        name: [binary(name, ref.flat(step))]
        for name, step in {
            "greater": np.greater, "greater_equal": np.greater_equal, "less": np.less,
            "less_equal": np.less_equal, "equal": np.equal, "not_equal": np.not_equal,
        }.items()
    },
    "sum": reductions("sum", np.sum),
    "mean": reductions("mean", np.mean, of_nothing=False),
    "prod": reductions("prod", np.prod),
    "var": reductions("var", ref.variance, False, [*AXES, {"ddof": -1}, {"axis": 1, "ddof": 1}]),
    "std": reductions("std", ref.std, False, [*AXES, {"axis": 1, "ddof": 1}]),
    "max": reductions("max", ref.extreme(np.max), of_nothing=False),
    "min": reductions("min", ref.extreme(np.min), of_nothing=False),
    "norm": reductions("norm", ref.norm),
    "squared_norm": reductions("squared_norm", ref.squared_norm),
    "l1": reductions("l1", ref.one_norm),
    "logsumexp": reductions("logsumexp", ref.logsumexp, of_nothing=False),
    "softmax": along("softmax", ref.softmax),
    "log_softmax": along("log_softmax", ref.log_softmax),
    "mse": [
        Case(
            build("mse"),
            ref.mse,
            {kind: pairs for kind, pairs in PAIRS.items() if kind != "zero"},
            refused={"zero": PAIRS["zero"]},
            points=((2, 3), (3,)),
        )
    ],
    "svm_loss": [loss("svm_loss", ref.svm(1.0)), loss("svm_loss", ref.svm(0.25), margin=0.25)],
    "cross_entropy": [loss("cross_entropy", ref.cross_entropy)],
    "matmul": [
        Case(
            build("matmul"),
            np.matmul,
            MATMUL,
            refused={"scalar": [((), ()), ((), (3,)), ((2, 3), ())]},
            points=((2, 3), (3, 2)),
        )
    ],
    "dot": [
        Case(
            build("dot"),
            np.dot,
            {**PRODUCTS, **NUMBERS, "batched": [((5, 2, 3), (3,)), ((3,), (5, 3, 2))]},
            refused={"batched": [((5, 2, 3), (3, 4)), ((2, 3), (5, 3, 2))]},
            points=((2, 3), (3, 2)),
        )
    ],
    "inner": [Case(build("inner"), np.inner, INNER, points=((2, 3), (4, 3)))],
    "outer": [Case(build("outer"), np.outer, OUTER, points=((2,), (3,)))],
    "transpose": [
        Case(build("transpose"), np.transpose, UNARY, points=((2, 3),)),
        *[
            Case(build("transpose", axes=axes), lambda x, axes=axes: np.transpose(x, axes), {"batched": one((2, 3, 4))},
                 points=((2, 3, 2),))
            for axes in ((2, 0, 1), (1, 2, 0), (0, -1, 1), (-1, -2, -3))
        ],
        Case(build("transpose", axes=()), np.transpose, {"scalar": one(())}, points=((),)),
    ],
    "reshape": [
        Case(build("reshape"), lambda x: np.reshape(x, -1), UNARY, points=((2, 3),)),
        Case(build("reshape", shape=(3, -1)), lambda x: np.reshape(x, (3, 2)), SIX,
             refused={"vector": one((4,), (5,))}, points=((6,),)),
        Case(build("reshape", shape=()), lambda x: np.reshape(x, ()), {"scalar": one(()), "vector": one((1,))},
             points=((),)),
        Case(build("reshape", shape=(0, -1)), lambda x: x, {}, refused={"zero": one((0,))}, points=()),
        Case(build("reshape", shape=(2, 0)), lambda x: np.reshape(x, (2, 0)), {"zero": one((0,), (0, 3))}, points=()),
    ],
    "concatenate": joined("concatenate", np.concatenate, JOINED, {"scalar": [((), ())], **UNEQUAL}, [
        ({"axis": 1}, {"matrix": [((2, 3), (2, 1))], "batched": [((2, 1, 2), (2, 3, 2))]}),
        ({"axis": -1}, {"matrix": [((2, 3), (2, 1))], "zero": [((2, 0), (2, 3))]}),
        ({"axis": None}, {"scalar": [((), ())], "matrix": [((2, 3), (4,), ())]}),
    ]),
    "stack": joined("stack", np.stack, STACKED, UNEQUAL, [
        ({"axis": 1}, {"vector": [((3,), (3,))], "matrix": [((2, 3), (2, 3), (2, 3))]}),
        ({"axis": -1}, {"scalar": [((), ())], "batched": [((2, 3, 2), (2, 3, 2))]}),
    ]),
    "array": [Case(build("array"), lambda *xs: np.stack(xs), STACKED, refused=UNEQUAL, points=((2,), (2,)))],
    "index": INDICES,
}  # fmt: skip
CASES = [(name, case) for name, cases in ROWS.items() for case in cases]


def SELU_LEFT(x):
    return 1.6732632423543772 * np.expm1(x)
