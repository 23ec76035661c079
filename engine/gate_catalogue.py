"""The gates, as ``GET /api/v1/gates`` and the page list them."""

from __future__ import annotations

from typing import Any

from engine.derivations import derivation_of
from engine.folding import COMPOSITES
from engine.gates import GATES, build, source
from engine.namespaces.symbols import named_rules


def catalogue() -> list[dict[str, Any]]:
    """One entry a gate: name, symbol, signature, family, pattern, the rule for each operand, and the code that runs.

    A composite gate also has its ``definition`` and its ``derivation``; those of any other gate are ``None``.
    """
    entries = []
    for name, gate in GATES.items():
        forward, backward = source(gate)
        entries.append(
            {
                "name": name,
                "symbol": gate.symbol,
                "signature": gate.signature,
                "family": gate.family,
                "pattern": gate.pattern,
                "definition": COMPOSITES[name].definition if name in COMPOSITES else None,
                "derivation": derivation_of(name),
                "rule": r",\quad ".join(named_rules(build(name))),
                "forward": forward,
                "backward": backward,
            }
        )
    return entries
