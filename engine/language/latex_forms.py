"""What an expression looks like in LaTeX: how tightly it binds, what it begins with, whether it is a fraction."""

from __future__ import annotations

from collections.abc import Container

from engine.language.printer import ATOM, binding_power
from engine.language.syntax import Binary, Call, Expression, Negative, Number


def latex_power(expression: Expression) -> int:
    """How tightly an expression binds as it is set; a fraction holds itself together."""
    if isinstance(expression, Binary) and expression.operator == "/":
        return ATOM
    return binding_power(expression)


def is_fraction(expression: Expression, own: Container[str]) -> bool:
    """Whether an expression is set as a fraction; ``own`` are the names of the program's own functions."""
    if isinstance(expression, Call):
        return expression.function == "reciprocal" and expression.function not in own
    return isinstance(expression, Binary) and expression.operator == "/"


def begins_with_number(expression: Expression) -> bool:
    """Whether the LaTeX of an expression begins with a digit, so that it cannot follow another factor directly."""
    while isinstance(expression, Binary) and expression.operator != "/":
        expression = expression.left
    return isinstance(expression, Number)


def last_factor(expression: Expression) -> Expression:
    """What the LaTeX of an expression ends with, which is what stands next to a factor behind it."""
    while isinstance(expression, Binary | Negative):
        expression = expression.right if isinstance(expression, Binary) else expression.operand
    return expression
