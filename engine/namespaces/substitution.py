"""A rule with the numbers put in: prepared once for a wire, filled in each time its numbers change."""

from __future__ import annotations

from collections.abc import Sequence
from string import Formatter

from engine.namespaces.numerals import rounded

Piece = tuple[str, int, bool]  # a text, the operand behind it (-1: none), and whether it is guarded


class Substitution:
    """A format string of :func:`engine.namespaces.latex.template`, taken apart."""

    __slots__ = ("pieces",)

    def __init__(self, template: str) -> None:
        self.pieces: list[Piece] = []
        for text, field, _, _ in Formatter().parse(template):
            number = -1 if field is None else int(field) // 2
            self.pieces.append((text, number, field is not None and int(field) % 2 == 1))

    def __call__(self, numbers: Sequence[float]) -> str:
        """The rule with the operands' values, one for each slot."""
        parts = []
        for text, operand, guarded in self.pieces:
            parts.append(text)
            if operand >= 0:
                parts.append(_guarded(rounded(numbers[operand])) if guarded else rounded(numbers[operand]))
        return "".join(parts)


def _guarded(text: str) -> str:
    """A number as a factor or a base: in parentheses where a sign or a product would be misread."""
    return f"({text})" if text.startswith("-") or r"\times" in text else text
