"""Phase 1: how much room a node needs, from its label and its shape. Circuit pixels at scale 1; no font is measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from engine.graph import Graph, Node, Shape

GATE = 36.0  # a circle's diameter and every gate's height
STUB = 50.0  # the straight piece of wire on which value and gradient stand
NAME_GAP = 9.0  # between a name and the wire that starts right of it
CLEAR = 8.0  # between the labels of neighbours
PRINTED = 3  # matrices up to 3x3 are printed, larger ones show their shape
ROW, COLUMN = 17.0, 54.0  # one row and one column of a printed matrix
SIGN, SMALL_SIGN, NAME_SIGN = 7.4, 6.6, 12.0  # widths of a digit at 13 px, at 11.5 px, of a letter at 21 px
SCALAR_ABOVE, SCALAR_BELOW = 23.0, 23.0  # so that two inputs stand 54 apart, with CLEAR between their labels
NAMED = 24.0  # the name of an intermediate, above its label


class Numbers(NamedTuple):
    """The room that the value above a wire and the gradient below it need."""

    width: float
    above: float
    below: float
    stub: float  # length of the straight wire that carries them, with the shape right of a printed matrix


class Box(NamedTuple):
    """A node as drawn: its body, or its name for an input or a constant, and its labels."""

    shape: str
    label: str
    width: float
    height: float
    numbers: Numbers
    title: str = ""  # the name that stands right of the output's wire

    @property
    def is_gate(self) -> bool:
        """Whether there is a body, rather than a name in front of a wire."""
        return self.shape not in ("name", "constant")


def measure(graph: Graph, values: Sequence[Any] | None = None) -> list[Box]:
    """A box for every node; a value's own shape, where ``values`` has one, goes before the node's."""
    shapes = [node.shape for node in graph.nodes]
    for index, value in enumerate(values or ()):
        shapes[index] = getattr(value, "shape", shapes[index])
    used = {operand for node in graph.nodes for operand in node.operands}
    return [_box(graph, index, numbers_of(shape), index in used) for index, shape in enumerate(shapes)]


def _box(graph: Graph, index: int, numbers: Numbers, is_used: bool) -> Box:
    node = graph.nodes[index]
    if node.gate is None:
        label = node.name or _constant(node)
        kind = "name" if node.kind == "input" else "constant"
        return Box(kind, label, _name_width(label), 24.0, numbers)
    label = graph.label(index).replace("*", "∗").replace("-", "−")
    form, width = body(node.gate.family, label)
    if node.name and is_used:
        numbers = numbers._replace(above=numbers.above + NAMED)
    return Box(form, label, width, GATE, numbers, "" if is_used else node.name or "")


def body(family: str, label: str) -> tuple[str, float]:
    """The form and the width of a gate's body: the family decides the form, a long label widens it."""
    long = 7.2 * len(label) + 20
    if family == "elementwise":
        return ("stadium", long) if len(label) > 4 else ("circle", GATE)
    if family == "reduction":
        return "funnel", 46.0 if len(label) < 4 else max(54.0, long)
    return ("rearranging" if family == "rearranging" else "square"), max(46.0, long if len(label) > 4 else 0.0)


def numbers_of(shape: Shape) -> Numbers:
    """The room for a number, for a printed matrix with its shape beside it, or for a shape alone."""
    if not shape:
        return Numbers(STUB, SCALAR_ABOVE, SCALAR_BELOW, STUB)
    text = "×".join(map(str, shape))
    if len(shape) > 2 or max(shape) > PRINTED or 0 in shape:
        width = max(STUB, SIGN * len(text))
        return Numbers(width, SCALAR_ABOVE, SCALAR_BELOW, width + 8 if width > STUB else STUB)
    rows, columns = (shape[0], 1) if len(shape) == 1 else shape
    width = COLUMN * columns + 6
    return Numbers(width, 16 + ROW * rows, 15 + ROW * rows, width + 20 + SMALL_SIGN * len(text))


def _name_width(text: str) -> float:
    """A subscript is smaller than its letter; the estimate errs on the wide side."""
    return sum(SIGN + 1 if sign.isdigit() else NAME_SIGN for sign in text)


def _constant(node: Node) -> str:
    if isinstance(node.value, int | float):
        return f"{node.value:.6g}".replace("-", "−")
    return "[…]"
