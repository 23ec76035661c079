"""What a derivation is made of. Its formulas are written once: with letters they print, with numbers they compute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One line: what it is a formula of, the formula, and the key of the sentence that says why it holds.

    ``of`` is ``""`` where the line goes on from the one before. A formula takes what it may speak of (see
    :mod:`engine.derivations.letters`) and uses operators and that, nothing else.
    """

    of: str
    why: str
    formula: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a gate's closed form follows from its definition.

    ``operands`` are the letters of its operands and ``output`` that of its output, in LaTeX. Those of an elementwise
    gate stand for numbers; with ``indexed`` they stand for arrays, of which the formulas name the entries.
    """

    operands: tuple[str, ...]
    output: str
    steps: tuple[Step, ...]
    indexed: bool = False
