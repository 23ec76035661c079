"""What the libraries' rows have in common: operators, axes, and the largest of several operands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from engine.exporters.code.circuit import Circuit
from engine.exporters.code.literals import number, shortest
from engine.gates.selection import MaximumWithZero

OPERATORS = {
    "add": "{} + {}",
    "subtract": "{} - {}",
    "multiply": "{} * {}",
    "divide": "{} / {}",
    "negative": "-{}",
    "reciprocal": "1 / {}",
    "power": "{} ** {}",
    "matmul": "{} @ {}",
}


class Placed(NamedTuple):
    """A gate in its circuit: the texts of its operands, their shapes and the shape of its output."""

    gate: Any
    operands: list[str]
    shapes: list[tuple[int, ...]]
    shape: tuple[int, ...]

    @property
    def first(self) -> str:
        """The first operand."""
        return self.operands[0]


Row = Callable[[Placed], str]


def extreme(of_two: str, of_many: str) -> Row:
    """The largest, or the smallest, of one operand, of two, or of many; ``{}`` stands for the operands."""

    def row(gate: Placed) -> str:
        if len(gate.operands) == 1:
            return gate.first
        form = of_two if len(gate.operands) == 2 else of_many
        return form.format(", ".join(gate.operands))

    return row


def placed(
    circuit: Circuit,
    index: int,
    names: list[str] | dict[int, str],
    constant: Callable[[str], str],
    library: str,
    all_made: bool = False,
) -> Placed:
    """The gate of a node; ``constant`` makes one of the library's numbers of an absorbed one.

    It does so for all of them if ``all_made``, else only where no operand comes by wire.
    """
    nodes, node = circuit.graph.nodes, circuit.graph.nodes[index]
    is_made = all_made or all(k < 0 for k in node.operands)
    texts = []
    for k in node.operands:
        if k >= 0:
            texts.append(names[k])
            continue
        value = circuit.graph.literals[-1 - k]
        text = number(value if is_made else shortest(value), library)
        texts.append(constant(text) if is_made else f"({text})" if text.startswith("-") else text)
    return Placed(node.gate, texts, [nodes[k].shape if k >= 0 else () for k in node.operands], node.shape)


def without_zero(circuit: Circuit, index: int, gate: Placed) -> Placed:
    """``max(0, a, b)`` without the constant 0; any other gate as it is."""
    node = circuit.graph.nodes[index]
    if not isinstance(gate.gate, MaximumWithZero):
        return gate
    slot = next(slot for slot, k in enumerate(node.operands) if _is_zero(circuit, k))
    kept = [k for k in range(len(gate.operands)) if k != slot]
    return gate._replace(operands=[gate.operands[k] for k in kept], shapes=[gate.shapes[k] for k in kept])


def _is_zero(circuit: Circuit, k: int) -> bool:
    if k < 0:
        return circuit.graph.literals[-1 - k] == 0
    node = circuit.graph.nodes[k]
    return node.kind == "constant" and isinstance(node.value, float) and node.value == 0


def keywords(gate: Any, axis: str = "axis", keepdims: str = "keepdims") -> str:
    """The keywords of a reduction as they follow its operand."""
    text = "" if gate.axis is None else f", {axis}={gate.axis}"
    return text + (f", {keepdims}=True" if gate.keepdims else "")
