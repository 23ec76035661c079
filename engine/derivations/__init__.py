"""How the closed form of a composite gate's gradient follows from its definition, step by step."""

from __future__ import annotations

from typing import Any

from engine.derivations.arrays import ARRAYS
from engine.derivations.letters import Letters
from engine.derivations.scalars import SCALARS
from engine.derivations.step import Derivation
from engine.messages import DERIVATIONS as REASONS
from engine.namespaces.latex import number_product, printed, symbolic

DERIVATIONS: dict[str, Derivation] = SCALARS | ARRAYS


def derivation_of(gate: str) -> dict[str, Any] | None:
    r"""The derivation of a composite as LaTeX, or ``None`` for any other gate.

    ``steps`` have ``of`` (empty where a step goes on from the one before), ``latex``, ``reason`` in both languages and,
    where the gate works number by number, ``numbers``: the same with ``\operand{k}`` in the place of operand k, and of
    the output after the last of them; ``\factor{k}`` is one that needs parentheses if it is negative.
    """
    derivation = DERIVATIONS.get(gate)
    if derivation is None:
        return None
    letters = Letters(derivation)
    steps = []
    for step in derivation.steps:
        formula, reason = step.formula(letters), REASONS[step.why]
        numbers = None if derivation.indexed else printed(formula, _place, number_product)
        why = {"en": reason.en, "ko": reason.ko}
        steps.append({"of": step.of, "latex": symbolic(formula), "numbers": numbers, "reason": why})
    return {"operands": list(derivation.operands), "output": derivation.output, "steps": steps}


def _place(text: str, slot: int, guarded: bool) -> str:
    if slot < 0:
        return text
    return rf"\factor{{{slot}}}" if guarded else rf"\operand{{{slot}}}"


__all__ = ["DERIVATIONS", "derivation_of"]
