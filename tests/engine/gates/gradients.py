"""A gate's formulas called one by one, on floats and on arrays."""

import warnings

import numpy as np

from engine.namespaces.ieee import exactly
from engine.namespaces.scalars import fast


def scalar_run(formula, *numbers):
    """The formula on floats: quick, and by IEEE 754 where Python raises."""
    try:
        return formula(fast, *numbers)
    except (ArithmeticError, ValueError):
        return exactly(formula, *numbers)


def quietly(function, *operands):
    """The function without NumPy's warnings about what is not finite."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        return function(*operands)
