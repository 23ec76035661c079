"""What the catalogue of gates answers, for the OpenAPI document."""

from __future__ import annotations

from typing import Any

from app.answers import Answer


class Reason(Answer):
    """Why a step of a derivation holds."""

    en: str
    ko: str


class DerivationStep(Answer):
    """One line of a derivation: a formula, what it is a formula of, and why it holds."""

    of: str
    latex: str
    numbers: str | None
    reason: Reason


class DerivationText(Answer):
    """How the closed form of a gate's gradient follows from its definition."""

    operands: list[str]
    output: str
    steps: list[DerivationStep]


class GateRow(Answer):
    """One gate of the catalogue."""

    name: str
    symbol: str
    signature: str
    rule: Any
    pattern: str | None
    family: str
    definition: str | None
    derivation: DerivationText | None
    forward: str
    backward: str


class GatesAnswer(Answer):
    """The gate catalogue."""

    gates: list[GateRow]
