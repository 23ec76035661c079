"""The kinds of gates: how many operands, how the drawn shape is called, and equality by parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from engine.gates import labels
from engine.gates.base import Gate


class ByValue(Gate):
    """A gate that equals any other of its class with the same parameters.

    ``notation`` is what a rule writes before and after the operand for the output, where that is shorter than the
    forward formula: ``σ(x)``.
    """

    notation: ClassVar[tuple[str, str] | None] = None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"


class Unary(ByValue):
    """A gate with one operand, element by element."""

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.call(self.name, literals, 1) if literals else self.symbol


class Binary(ByValue):
    """A gate with two operands, element by element; ``right`` and ``left`` label a constant in that place."""

    arity = (2, 2)
    right: ClassVar[str]
    left: ClassVar[str]

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.infix(self.symbol, literals, self.right, self.left)
