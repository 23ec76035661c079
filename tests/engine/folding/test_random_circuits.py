"""Random programs in which composites stand in each other, in all their forms: folded or not, the same numbers."""

import numpy as np
from hypothesis import assume, given, settings

from engine import evaluate
from engine.folding import COMPOSITES
from tests.engine.folding.agreement import assert_same_outside
from tests.engine.language.strategies import expressions

NAMES = ("sigmoid", "tanh", "relu", "silu", "softplus", "leaky_relu", "norm", "squared_norm", "l1", "logsumexp")
TEXTS = [
    f"g{k}({COMPOSITES[name].operands[0]}) = {form.text.format(axis=None, keepdims=False).replace('slope', '0.2')}"
    for name in NAMES
    for k, form in enumerate(COMPOSITES[name].forms, 10 * NAMES.index(name))
    if "dot" not in form.text and "@" not in form.text
]
CALLS = [text.partition("(")[0] + "({})" for text in TEXTS]
INPUTS = {"u": [0.3, 1.2, -0.7], "v": [0.9, -0.4, 0.2], "t": 0.6}
TAME = 1e3  # numbers beyond lose digits on the way


@settings(max_examples=150, deadline=None)
@given(expressions(["u", "v", "t", "0.5"], [" + ", "*", " - "], CALLS, 5))
def test_folding_changes_nothing_outside(expression):
    program = "\n".join([*TEXTS, f"sum(0.1*u*v + 0.3*{expression})"])
    assume(_is_tame(evaluate(program, INPUTS)) and _is_tame(evaluate(program, INPUTS, fold="all")))
    assert_same_outside(program, INPUTS, fold="all")


def _is_tame(made):
    """Whether no number is large, and none is at a kink, where the forms may choose differently."""
    codes = {notice["code"] for notice in made.to_dict()["notices"]}
    numbers = [x for x in (*made.trace.values, *made.trace.gradients) if x is not None]
    return not codes & {"nondifferentiable", "nonfinite"} and all(np.all(np.abs(x) < TAME) for x in numbers)
