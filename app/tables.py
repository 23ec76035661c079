"""Answers as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any


def circuit_table(answer: dict[str, Any]) -> str:
    """Every node of an answer with its value and its gradient, then what deserves notice."""
    header = ("node", "what", "of", "value", "gradient")
    rows = [_node_row(node) for node in answer["nodes"]]
    notices = [f"note: {notice['message']}" for notice in answer["notices"]]
    output = f"output: {answer['output']['name'] or answer['output']['node']} = {shown(answer['output']['value'])}"
    return "\n".join([*aligned([header, *rows]), "", output, *notices])


def gate_table(gates: Sequence[dict[str, Any]]) -> str:
    """The gate catalogue: name, symbol, signature and pattern."""
    rows = [(gate["name"], gate["symbol"], gate["signature"], gate["pattern"] or "") for gate in gates]
    return "\n".join(aligned([("gate", "symbol", "written", "pattern"), *rows]))


def aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """``rows`` as lines whose columns stand under each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def shown(value: Any) -> str:
    """A number in full, a small array as a list, a large one as its shape."""
    if value is None:
        return "none"
    if isinstance(value, dict):
        return "×".join(map(str, value["shape"])) + f" array, norm {value['norm']:.6g}"
    text = repr(value) if not isinstance(value, str) else value
    return text if len(text) <= 60 else text[:59] + "…"


def _node_row(node: dict[str, Any]) -> tuple[str, ...]:
    what = node["symbol"] if node["kind"] == "gate" else node["kind"]
    name = f"{what} ({node['name']})" if node["name"] else what
    return node["id"], name, " ".join(node["operands"]), shown(node["value"]), shown(node["gradient"])
