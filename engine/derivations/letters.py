"""What the formulas of derivations speak of, as letters: run on them, a formula prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.derivations.step import Derivation
from engine.namespaces.symbols import Symbols
from engine.namespaces.terms import Term, term


def _name(text: str, place: int = -1) -> Term:
    return Term("name", (text, place))


class Entries:
    """An array of which single entries are named: ``x_j``."""

    def __init__(self, letter: str) -> None:
        self._letter = letter

    def __getitem__(self, index: Term) -> Term:
        return _name(f"{{{self._letter}}}_{{{index.parts[0]}}}")


class Letters(Symbols):
    """Functions, letters and entries. Its operands and its output go by their letters, too: ``d.x``, ``d.p[d.i]``.

    An array's entries are counted from 1 to ``n``; ``i``, ``j`` and ``k`` count them. ``alpha`` and ``margin`` are
    constants of the gate, ``delta`` holds the upstream gradients of an array.
    """

    i, j, k, n = map(_name, "ijkn")
    alpha, margin, delta = _name(r"\alpha"), _name(r"\Delta"), Entries(r"\delta")
    y = _name("y")  # the number of the right class
    p = Entries("p")  # the softmax

    def __init__(self, derivation: Derivation) -> None:
        for place, letter in enumerate(derivation.operands):
            setattr(self, letter, Entries(letter) if derivation.indexed else _name(letter, place))
        if derivation.output != "p":
            setattr(self, derivation.output.strip("\\"), _name(derivation.output, len(derivation.operands)))

    @staticmethod
    def over(a: Any, b: Any) -> Term:
        """A fraction, as it is: not shortened."""
        return Term("quotient", (term(a), term(b)))

    def total(self, of: Callable[[Term], Term]) -> Term:
        """The sum over all entries."""
        return Term("product", (_name(r"\sum_{k}"), of(self.k)))

    @staticmethod
    def sigmoid(x: Term) -> Term:
        """The function by its own sign."""
        return Term("fence", (r"\sigma(", x, ")"))
