"""The nodes of an answer with their numbers."""

from __future__ import annotations

from typing import Any

from engine.evaluation.numbers import Detail, value_json
from engine.execution import Trace


def node_entries(skeletons: list[dict[str, Any]], trace: Trace, detail: Detail) -> list[dict[str, Any]]:
    """Copies of a circuit's nodes with their values and gradients filled in."""
    entries = []
    for index, skeleton in enumerate(skeletons):
        entry = skeleton.copy()
        entry["value"] = value_json(trace.values[index], detail)
        entry["gradient"] = value_json(trace.gradients[index], detail)
        entries.append(entry)
    return entries
