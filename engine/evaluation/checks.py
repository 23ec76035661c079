"""The gradients beside central differences, as the answer has them."""

from __future__ import annotations

from typing import Any

from engine.checking import Checked, check_gradients, worst
from engine.evaluation.numbers import Detail, number_json, value_json
from engine.execution import Trace


def check_answer(trace: Trace, inputs: dict[int, str], upstream: Any, detail: Detail, of_nodes: bool) -> dict[str, Any]:
    """The answer's ``check``: the ``inputs``, by node with their names, and if wanted all nodes.

    Only what has a gradient is there. The largest error is that of all numbers without a kink within the step.
    """
    checked = check_gradients(trace, range(len(trace.tape.graph.nodes)) if of_nodes else inputs, upstream)
    largest = worst(found.relative_error for found in checked.values() if found.is_smooth)
    entries = {index: _entry(found, detail) for index, found in checked.items()}
    answer: dict[str, Any] = {
        "max_relative_error": number_json(largest),
        "inputs": {name: entries[index] for index, name in inputs.items() if index in entries},
    }
    return answer | {"nodes": {f"n{index}": entry for index, entry in entries.items()}} if of_nodes else answer


def _entry(found: Checked, detail: Detail) -> dict[str, Any]:
    entry = {
        "numerical": value_json(found.numerical, detail),
        "relative_error": number_json(found.relative_error),
    }
    return entry | {"kink": True} if found.has_kink else entry
