"""The forms of the composites as circuits: lowered once, to be matched against others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from engine.broadcasting import Shape
from engine.folding.composites import ALIKE, COMPOSITES, COUNT, Composite, Form
from engine.graph import Graph
from engine.language.parser import parse_program
from engine.lowering import InputShape, lower

ANY_SHAPE = (3,)  # of the operands of a form that is right for all shapes
EVERY = COMPOSITES | ALIKE


@dataclass(frozen=True, slots=True)
class FormCircuit:
    """A form as a circuit whose inputs are holes: operands of the composite, or numbers that are constants.

    ``names`` has the name of each hole by its node. ``last`` are the gates that may stand at its output, and ``before``
    for each gate that feeds it those that may stand there.
    """

    composite: Composite
    form: Form
    graph: Graph
    names: dict[int, str]
    last: frozenset[str]
    before: tuple[frozenset[str], ...]

    @property
    def is_loose(self) -> bool:
        """Whether the form is right for operands of any number of axes, reduced along any of them."""
        return not self.form.shapes

    def may_end(self, operands: list[str]) -> bool:
        """Whether a gate whose operands are these gates could be the form's last: a quick look before the search."""
        return all(not names.isdisjoint(operands) for names in self.before)

    def suits(self, shapes: tuple[Shape, ...]) -> bool:
        """Whether the form is right for operands of these shapes, in order."""
        return self.form.suits(dict(zip(self.composite.operands, shapes, strict=True)))

    def is_number(self, hole: str) -> bool:
        """Whether a hole is a constant rather than an operand."""
        return hole == COUNT or hole in self.composite.numbers


@cache
def forms_by_gate() -> dict[str, list[FormCircuit]]:
    """All forms, by each gate that may stand at their output."""
    found: dict[str, list[FormCircuit]] = {}
    for composite in EVERY.values():
        for form, graph in zip(composite.forms, _graphs(composite.name), strict=True):
            circuit = _circuit(composite, form, graph)
            for gate in circuit.last:
                found.setdefault(gate, []).append(circuit)
    return found


def _circuit(composite: Composite, form: Form, graph: Graph) -> FormCircuit:
    names = {index: str(node.name) for index, node in enumerate(graph.nodes) if node.kind == "input"}
    before = tuple(_standing(gate) for gate in _gates(graph, *graph.nodes[graph.output].operands))
    last = _standing(*_gates(graph, graph.output)) - {composite.name}
    return FormCircuit(composite, form, graph, names, last, before)


@cache
def _standing(gate: str) -> frozenset[str]:
    """The gates that may stand where a form has this one: itself, and the last ones of its forms."""
    graphs = _graphs(gate) if gate in EVERY else ()
    return frozenset((gate, *(last for graph in graphs for last in _gates(graph, graph.output))))


def _gates(graph: Graph, *indices: int) -> Iterator[str]:
    """The names of the gates among these nodes."""
    for k in indices:
        gate = graph.nodes[k].gate if k >= 0 else None
        if gate is not None:
            yield gate.name


@cache
def _graphs(name: str) -> tuple[Graph, ...]:
    """The forms of one composite."""
    composite = EVERY[name]
    return tuple(_lowered(composite, form) for form in composite.forms)


def _lowered(composite: Composite, form: Form) -> Graph:
    numbers = (COUNT, *composite.numbers)
    shapes = {**dict.fromkeys(composite.operands, ANY_SHAPE), **dict.fromkeys(numbers, ()), **form.shapes}
    program = parse_program(form.text.format(axis=None, keepdims=False, n=COUNT), shapes).program
    return lower(program, {name: InputShape(name, shape) for name, shape in shapes.items()}).graph
