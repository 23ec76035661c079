"""Finding the form of a composite in a circuit: which gates it takes, and what its operands are.

A form is compared gate by gate, from its output to its holes. A hole that occurs several times must be the same node
each time; the gates between may be shared or written twice. Operands of ``+``, ``*``, ``max`` and ``min`` may stand in
either order. Where a form has a composite, the composite's gate will do, or any of that one's own forms.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, NamedTuple

from engine.broadcasting import Shape
from engine.errors import EngineError
from engine.folding.composites import CLASSES, COUNT, ROWS
from engine.folding.forms import FormCircuit, forms_by_gate
from engine.folding.parameters import Axes, axes_of, broadcasts, constant_indices, keepdims, same_keys, written_axis
from engine.folding.rebuilding import Operand
from engine.gates import Gate, build, parameters
from engine.gates.indexing import Index
from engine.gates.reductions import Reduction
from engine.gates.softmax import AlongAxis
from engine.graph import Graph

DEEPEST = 2  # forms within forms: mse has a mean, or a squared norm that has squares
COMMUTATIVE = frozenset(("add", "multiply", "maximum", "minimum"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A gate that stands at a node or could, its operands, and the gates that it would take the place of."""

    gate: Gate
    operands: tuple[Operand, ...]
    taken: frozenset[int]


class _State(NamedTuple):
    """What a form's parts stand for so far.

    ``axes`` are those that all reductions of the form go over, and ``shape`` is what they reduce; ``keepdims`` is that
    of the composite, and ``count`` how many numbers make one.
    """

    holes: dict[str, Operand]
    taken: frozenset[int] = frozenset()
    axes: Axes | None = None
    shape: Shape = ()
    keepdims: bool | None = None


def readings_at(graph: Graph, index: int, names: Container[str], within: int = 0) -> Iterator[Reading]:
    """The composites of these ``names`` that a node is the output of; they are ``within`` so many forms of others."""
    gate = graph.nodes[index].gate
    forms = forms_by_gate().get(gate.name, ()) if gate is not None and within <= DEEPEST else ()
    operands = _gates_before(graph, index) if forms else []
    for circuit in forms:
        if circuit.composite.name in names and (len(circuit.last) > 1 or circuit.may_end(operands)):
            yield from _Matcher(graph, circuit, within).readings(index)


def _gates_before(graph: Graph, index: int) -> list[str]:
    """The names of the gates that feed a node."""
    gates = (graph.nodes[k].gate for k in graph.nodes[index].operands if k >= 0)
    return [gate.name for gate in gates if gate is not None]


class _Matcher:
    """Compares one form with the part of a circuit that ends at a node."""

    def __init__(self, graph: Graph, circuit: FormCircuit, within: int) -> None:
        self.graph = graph
        self.circuit = circuit
        self.within = within
        self.form = circuit.graph

    def readings(self, index: int) -> Iterator[Reading]:
        """The composite that could stand at the node, once for each way to read the form."""
        for state in self._node(self.form.output, index, _State({})):
            gate = self._composite(state)
            operands = tuple(state.holes[name] for name in self.circuit.composite.operands)
            if gate is not None and self._suits(gate, operands, self.graph.nodes[index].shape):
                yield Reading(gate, operands, state.taken)

    # One part of the form ---------------------------------------------------------------------------------------------

    def _node(self, part: int, found: Operand, state: _State) -> Iterator[_State]:
        if part < 0:
            if self._number(found) == self.form.literals[-1 - part]:
                yield state
        elif part in self.circuit.names:
            yield from self._hole(self.circuit.names[part], found, state)
        elif isinstance(found, int):
            gate = self.form.nodes[part].gate
            assert gate is not None
            for reading in self._alternatives(found, gate.name):
                yield from self._gate(part, reading, found, state)

    def _number(self, found: Operand) -> float | None:
        """The number that an operand always is: an absorbed one, or a constant that stands as a node."""
        value = self._constant(found)
        return value if isinstance(value, float) else None

    def _hole(self, name: str, found: Operand, state: _State) -> Iterator[_State]:
        value = self._number(found) if self.circuit.is_number(name) else found
        held = state.holes.get(name, value)
        if value is not None and held == value and type(held) is type(value):  # the number 1.0 is not the node 1
            yield state._replace(holes={**state.holes, name: value})

    def _alternatives(self, index: int, gate: str) -> Iterator[Reading]:
        """The gate of this name that stands at a node, or the composites of this name that could stand there."""
        node = self.graph.nodes[index]
        if node.gate is not None and node.gate.name == gate:
            yield Reading(node.gate, tuple(map(self._operand, node.operands)), frozenset((index,)))
        if gate != self.circuit.composite.name:
            yield from readings_at(self.graph, index, (gate,), self.within + 1)

    def _operand(self, k: int) -> Operand:
        return k if k >= 0 else self.graph.literals[-1 - k]

    def _gate(self, part: int, reading: Reading, index: int, state: _State) -> Iterator[_State]:
        """The form's gate compared with one that stands, or could stand, at a node; then their operands."""
        node = self.form.nodes[part]
        operands = (*reading.operands, *constant_indices(node.gate, reading.gate))
        parameters = self._parameters(node.gate, reading, index, state)
        if parameters is None or len(operands) != len(node.operands):
            return
        state = parameters._replace(taken=state.taken | reading.taken)
        orders = [operands, operands[::-1]] if len(operands) == 2 and reading.gate.name in COMMUTATIVE else [operands]
        for order in orders:
            yield from self._operands(node.operands, order, state)

    def _parameters(self, part: Any, reading: Reading, index: int, state: _State) -> _State | None:
        """What is known when the parameters agree, too; ``None`` if they do not."""
        if isinstance(part, Index):
            return state if same_keys(part, reading.gate) else None
        if isinstance(part, Reduction | AlongAxis):
            return self._reduction(part, reading, index, state)
        return state if vars(part) == vars(reading.gate) else None

    def _operands(self, parts: Sequence[int], found: Sequence[Operand], state: _State) -> Iterator[_State]:
        if not parts:
            yield state
            return
        for after in self._node(parts[0], found[0], state):
            yield from self._operands(parts[1:], found[1:], after)

    # Axes -------------------------------------------------------------------------------------------------------------

    def _reduction(self, part: Any, reading: Reading, index: int, state: _State) -> _State | None:
        """All reductions of a form go over the same axes; those with ``keepdims`` must broadcast as if they had it."""
        shape = self._shape(reading.operands[0])
        axes, keeps = axes_of(reading.gate, shape), keepdims(reading.gate)
        if not self.circuit.is_loose:
            return state if (axes, keeps) == (axes_of(part, shape), keepdims(part)) else None
        if axes is None or state.axes not in (None, axes):
            return None
        state = state._replace(axes=axes, shape=shape)
        if isinstance(part, AlongAxis):
            return state
        if part.keepdims:
            return state if broadcasts(self.graph.nodes[index].shape, shape, axes) else None
        return state._replace(keepdims=keeps) if state.keepdims in (None, keeps) else None

    def _shape(self, operand: Operand) -> Shape:
        return () if isinstance(operand, float) else self.graph.nodes[operand].shape

    # The whole --------------------------------------------------------------------------------------------------------

    def _composite(self, state: _State) -> Gate | None:
        """The composite's gate, with its parameters as found; ``None`` where a constant has not the right value."""
        composite, holes = self.circuit.composite, state.holes
        if any(not least <= holes[name] <= most for name, (least, most) in composite.numbers.items()):
            return None
        if holes.get(COUNT, self._count(state)) != self._count(state):
            return None
        if not self._counts_rows(state) or self._counts_from_the_end(holes.get(CLASSES)):
            return None
        known = parameters(composite.name)
        given: dict[str, Any] = {name: holes[name] for name in composite.numbers}
        if state.axes is not None and "axis" in known:
            given["axis"] = written_axis(state.axes, len(state.shape), "keepdims" in known)
        if state.keepdims and "keepdims" in known:
            given["keepdims"] = True
        return build(composite.name, **given)

    def _count(self, state: _State) -> int:
        """How many numbers the form's average is taken of: the rows of the scores, or those that a sum adds up."""
        if self.circuit.is_loose:
            return prod(state.shape[k] for k in state.axes or ())
        operands = self.circuit.composite.operands
        shape = self._shape(state.holes[operands[0]])
        return shape[0] if CLASSES in operands else prod(shape)

    def _counts_rows(self, state: _State) -> bool:
        """Whether the numbers of the rows, where the form has any, are those of all rows of the scores in order."""
        if ROWS not in state.holes:
            return True
        value = self._constant(state.holes[ROWS])
        return hasattr(value, "tolist") and value.tolist() == list(range(self._count(state)))

    def _counts_from_the_end(self, classes: Operand | None) -> bool:
        """Whether constant classes, where the form has any, are below 0: an index counts these from the end."""
        value = None if classes is None else self._constant(classes)
        return value is not None and bool(value < 0 if isinstance(value, float) else (value < 0).any())

    def _constant(self, operand: Operand) -> Any:
        """The number or the array that an operand always is; ``None`` for what is computed or given."""
        return operand if isinstance(operand, float) else self.graph.nodes[operand].value

    def _suits(self, gate: Gate, operands: tuple[Operand, ...], shape: Shape) -> bool:
        """Whether the composite takes these operands and has the shape of what it would stand for."""
        shapes = tuple(map(self._shape, operands))
        if not self.circuit.suits(shapes) or not any(isinstance(operand, int) for operand in operands):
            return False
        try:
            return gate.shape(*shapes) == shape
        except EngineError:
            return False
