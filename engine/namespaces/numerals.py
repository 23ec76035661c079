"""Numbers as short text: literals as they would be typed, values to a few digits."""

from __future__ import annotations

import math

NAMED = {math.e: "e", math.pi: r"\pi", math.inf: r"\infty", -math.inf: r"-\infty"}


def shortest(value: float) -> str:
    """The shortest text that reads back as ``value``: ``2``, ``0.5``, ``1e-5``."""
    text = repr(float(value)).removesuffix(".0")
    mantissa, e, exponent = text.partition("e")
    return f"{mantissa}e{int(exponent)}" if e else text


def literal(value: float) -> str:
    """A number of the program in LaTeX, to all its digits; ``e`` and ``π`` by their names."""
    return NAMED.get(value) or _scientific(shortest(value))


def rounded(value: float) -> str:
    """A value in LaTeX: two decimals, up to four below 1, a power of ten where these say little."""
    size = abs(value)
    if size >= 1e6 or 0 < size < 5e-4:
        return NAMED.get(value) or _scientific(f"{value:.1e}")
    if size >= 0.1 or size == 0:
        return f"{value + 0.0:.2f}"
    return r"\mathrm{NaN}" if math.isnan(value) else f"{value:.2g}"


def _scientific(text: str) -> str:
    mantissa, e, exponent = text.partition("e")
    return rf"{mantissa} \times 10^{{{int(exponent)}}}" if e else text
