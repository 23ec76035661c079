"""The gate catalogue as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine import aligned


def gate_table(gates: Sequence[dict[str, Any]]) -> str:
    """The gate catalogue: name, symbol, signature and pattern."""
    rows = [(gate["name"], gate["symbol"], gate["signature"], gate["pattern"] or "") for gate in gates]
    return "\n".join(aligned([("gate", "symbol", "written", "pattern"), *rows]))
