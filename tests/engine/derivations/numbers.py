"""What the formulas of derivations speak of, as numbers: run on them, a formula computes."""

import math
from types import SimpleNamespace

import numpy as np

FUNCTIONS = {
    "exp": math.exp, "log": math.log, "sqrt": math.sqrt, "abs": abs, "power": math.pow, "maximum": max,
    "sign": lambda x: float(np.sign(x)), "over": lambda a, b: a / b, "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
}  # fmt: skip


def numbers(given, output, *, y=0, upstream=None):
    """The operands by their letters, the output, the number of the right class and the upstream gradients."""
    first = next(iter(given.values()))
    count = np.size(first)
    exponentials = np.exp(first)
    return SimpleNamespace(
        **FUNCTIONS,
        **given,
        sigma=output, g=output, r=output, L=output, m=output,
        p=exponentials / np.sum(exponentials),
        alpha=0.01, margin=1.0, delta=upstream, y=y, n=count,
        total=lambda of: sum(of(k) for k in range(count)),
    )  # fmt: skip
