"""How absorbed constants are written inside a gate: ``+1``, ``2/x``, ``x⁻²``, ``max(0,·)``."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.namespaces.numerals import shortest

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
CONSTANTS = {math.e: "e", math.pi: "π", math.inf: "∞", -math.inf: "-∞"}


def number(value: float) -> str:
    """The shortest text for a constant: ``2``, ``0.5``, ``1e-5``; ``e`` and ``π`` by their names."""
    return CONSTANTS.get(value) or shortest(value)


def bracketed(value: float) -> str:
    """The number, in parentheses where its sign would stand behind an operator's: ``(-3)``."""
    text = number(value)
    return f"({text})" if text.startswith("-") else text


def infix(symbol: str, literals: Mapping[int, float], right: str, left: str) -> str:
    """The label of a binary operator; ``right`` and ``left`` are templates for the constant in that place."""
    if len(literals) == 2:
        return f"{bracketed(literals[0])}{symbol}{bracketed(literals[1])}"
    if 1 in literals:
        return right.format(n=number(literals[1]), b=bracketed(literals[1]))
    return left.format(n=number(literals[0]), b=bracketed(literals[0])) if literals else symbol


def exponent(value: float) -> str:
    """``x²`` for a whole number, ``x^0.5`` for any other."""
    text = number(value)
    whole = text.lstrip("-").isdigit() and len(text) <= 3
    return f"x{text.translate(SUPERSCRIPTS)}" if whole else f"x^{text}"


def call(name: str, literals: Mapping[int, float], operands: int) -> str:
    """The label of a call, with ``·`` for what comes by wire: ``max(0,·)``; the bare name without constants."""
    if not literals:
        return name
    count = max(operands, max(literals) + 1)
    return f"{name}({','.join(number(literals[k]) if k in literals else '·' for k in range(count))})"
