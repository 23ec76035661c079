"""Numbers and arrays as Python text that reads back exactly."""

from __future__ import annotations

import math
from typing import Any

MOST = 100_000  # numbers that are written out
ROW = 100  # characters of an array that stays on one line


def number(value: float, library: str) -> str:
    """A number as Python writes it; what is not finite by the names of ``library``, such as ``np.inf``."""
    if math.isfinite(value):
        return repr(value) if isinstance(value, int) else repr(float(value))
    return f"{library}.nan" if math.isnan(value) else f"{'-' * (value < 0)}{library}.inf"


def shortest(value: float) -> float:
    """The number as an integer, where it is a whole one that stays short; ``2`` for 2.0."""
    return int(value) if abs(value) < 1e15 and value == value // 1 and repr(value) != "-0.0" else value


def nested(value: Any, library: str, indent: str = "") -> str:
    """A list, or list of lists, of numbers; a long one with a line for each row."""
    if not isinstance(value, list):
        return number(value, library)
    parts = [nested(part, library, indent + "    ") for part in value]
    one_line = f"[{', '.join(parts)}]"
    if len(one_line) <= ROW or not isinstance(value[0], list):
        return one_line
    return "[\n" + "".join(f"{indent}    {part},\n" for part in parts) + indent + "]"
