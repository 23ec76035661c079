"""The gates, as ``GET /api/v1/gates`` and the page list them."""

from __future__ import annotations

from typing import Any

from engine.gates import GATES, build, source
from engine.namespaces.symbols import rule


def catalogue() -> list[dict[str, Any]]:
    """One entry a gate: name, symbol, signature, family, pattern, the rule for each operand, and the code that runs."""
    entries = []
    for name, gate in GATES.items():
        forward, backward = source(gate)
        rules = [rule(build(name), slot, {}) for slot in range(gate.arity[0])]
        entries.append(
            {
                "name": name,
                "symbol": gate.symbol,
                "signature": gate.signature,
                "family": gate.family,
                "pattern": gate.pattern,
                "rule": r",\quad ".join(rules),
                "forward": forward,
                "backward": backward,
            }
        )
    return entries
