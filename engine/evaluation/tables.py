"""An evaluation as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from engine.evaluation.numbers import value_json

if TYPE_CHECKING:
    from engine.evaluation.evaluation import Evaluation

HEADER = ("node", "what", "of", "value", "gradient")
WIDEST = 60  # signs of a number or a list
MOST_NAMED = 4  # operands of a gate that are listed


def circuit_table(evaluation: Evaluation, most_rows: int | None = None) -> str:
    """Every node with its value and its gradient, the output, and what deserves notice.

    Of more than ``most_rows`` nodes the first and the last are there.
    """
    made = evaluation.compiled
    output, name = made.graph.output, made.lowered.output_name
    lines = [*aligned([HEADER, *_rows(evaluation, most_rows)]), ""]
    lines.append(f"output: {name or f'n{output}'} = {shown(value_json(evaluation.value))}")
    return "\n".join(lines + [f"note: {notice.message('en')}" for notice in evaluation.notices])


def _rows(evaluation: Evaluation, most: int | None) -> Iterator[Sequence[str]]:
    count = len(evaluation.compiled.graph.nodes)
    left_out = 0 if most is None else max(0, count - most)
    first = (count - left_out + 1) // 2
    for index in range(count):
        if not first <= index < first + left_out:
            yield _row(evaluation, index)
        elif index == first:
            yield "…", f"{left_out} more", "", "", ""


def _row(evaluation: Evaluation, index: int) -> Sequence[str]:
    graph, trace = evaluation.compiled.graph, evaluation.trace
    node = graph.nodes[index]
    what = graph.label(index) if node.kind == "gate" else node.kind
    operands = [f"n{k}" for k in node.operands if k >= 0]
    more = ["…"] if len(operands) > MOST_NAMED else []
    numbers = (shown(value_json(number[index])) for number in (trace.values, trace.gradients))
    name = f"{what} ({node.name})" if node.name else what
    return f"n{index}", name, " ".join(operands[:MOST_NAMED] + more), *numbers


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
        return "×".join(map(str, value["shape"])) + f" array, norm {float(value['norm']):.6g}"
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
