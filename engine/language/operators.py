"""The operators' binding powers, and what waits on the parser's stack."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import Span
from engine.language.lexer import Token
from engine.language.syntax import Expression

COMPARE, ADD, MULTIPLY, NEGATE, POWER = 1, 2, 3, 4, 5
BINDING = {
    **dict.fromkeys((">", ">=", "<", "<=", "==", "!="), COMPARE),
    **dict.fromkeys(("+", "-"), ADD),
    **dict.fromkeys(("*", "/", "@", "·"), MULTIPLY),
    "^": POWER,
}
# How tightly an operator on the left must bind to be built first; of two powers the right one is
BINDING_LEFT = BINDING | {"^": POWER + 1}
PLAIN_BARS = ("|", "||")  # the same on both sides; LaTeX also has bars that open and bars that close
BAR_KINDS = {"|": "abs", "||": "norm", "l|": "abs", "l||": "norm"}
CLOSING = {"(": ")", "call": ")", "[": "]", "index": "]", "{": "}", "|": "|", "||": "||", "l|": "r|", "l||": "r||"}

Operand = tuple[Expression, Span]  # an expression and its extent in the source, enclosing brackets included


def is_bracketed(operand: Operand) -> bool:
    """Whether brackets that are no part of an expression's own notation stand around it."""
    value, extent = operand
    return extent[0] != value.span[0]


class Frame:
    """An open bracket: what opened it, where, and what stands inside so far.

    ``bounds`` holds what stands before the colons of the slice that is being read; ``indexed`` what is indexed.
    What only some brackets have is the class's until it is set.
    """

    function = ""
    qualified = False
    place: Span = (0, 0)
    keyword: str | None = None
    commas = 0
    bounds: tuple[Expression | None, ...] = ()
    slice_start = 0
    indexed: Expression | None = None

    def __init__(self, kind: str, opener: Token, start: int) -> None:
        self.kind = kind
        self.opener = opener
        self.start = start
        self.items: list[Expression] = []
        self.keywords: dict[str, Expression] = {}


@dataclass(slots=True)
class Operator:
    """An operator that waits for its right operand; a product that was not typed is empty (start = end)."""

    symbol: str
    power: int
    start: int
    end: int
    called: Operand | None = None  # the name in a product read from a call's form, such as x(y+1)


BOTTOM = Operator("", 0, 0, 0)  # waits below the operators of every bracket, for no operand ever
