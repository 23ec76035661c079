"""What an expression can be while a circuit is built: a node, a literal, or one of Python's values that shape gates."""

from __future__ import annotations

from dataclasses import dataclass
from types import EllipsisType

Operand = int | float  # an int is the index of a node, a float an absorbed literal
OPERAND = (int, float)


@dataclass(frozen=True, slots=True)
class Items:
    """A tuple: a shape, several axes, or what is to be unpacked."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """``True``, ``False``, ``None`` or ``...``."""

    value: bool | EllipsisType | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A slice; a bound that was not written is ``Plain(None)``."""

    start: Value
    stop: Value
    step: Value


Value = Operand | Items | Plain | Bounds
