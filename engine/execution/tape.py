"""A circuit as one flat list of elementary operations over registers: first all forward, then all backward.

Register k < n holds the value of node k; constants, gradients and whatever lies between have the registers behind.
A gate whose numbers are all scalars is replayed operation by operation on Python floats; every other gate is one
instruction that calls its formula with NumPy.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from math import copysign
from operator import itemgetter
from typing import Any

from engine.broadcasting import Shape, unbroadcast
from engine.errors import EngineError
from engine.execution.exact import FAULTS, exact
from engine.execution.recording import NOTHING, Operation, Recorded, form, recorded_backward, recorded_forward
from engine.graph import Graph, Node

# (function, result, a, b): of two registers, of one (b is None), or of all of them (a is None)
Instruction = tuple[Callable[..., Any], int, int | None, int | None]


# (index, node, formula, operands): a gate with the registers of its slots; formula is None among arrays
_PlacedGate = tuple[int, Node, Any, tuple[int, ...]]


class Tape:
    """A circuit made ready to run many times with different inputs.

    ``gradient[k]`` is the register of node k's gradient, which is the sum over its outgoing wires; ``None``: it has
    none.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.is_scalar = not any(node.shape for node in graph.nodes)
        self.registers: list[Any] = [node.value for node in graph.nodes]
        self.forward: list[Instruction] = []
        self.backward: list[Instruction] = []
        self.gradient: list[int | None] = [None] * len(graph.nodes)
        self._constants: dict[tuple[float, float], int] = {}
        self._sent = array("i")  # the registers of what the gates send to their slots, gate after gate
        self._first_sent = array("i", [NOTHING]) * len(graph.nodes)  # where those of a gate begin
        gates = self._gates()
        self._record_forward(gates)
        self._record_backward(gates)

    @cached_property
    def shapes(self) -> list[Shape]:
        """The shape of each node."""
        return [node.shape for node in self.graph.nodes]

    @cached_property
    def scalar_gates(self) -> list[bool]:
        """Which gates have only scalars around them."""
        return [self._is_scalar_gate(node) for node in self.graph.nodes]

    def _is_scalar_gate(self, node: Node) -> bool:
        return self.is_scalar or not (node.shape or any(self.shapes[k] for k in node.operands if k >= 0))

    def sent(self, index: int, slot: int) -> int | None:
        """The register of what a gate sends to the operand in a slot, before the sum over the operand's wires."""
        first = self._first_sent[index]
        register = NOTHING if first == NOTHING else self._sent[first + slot]
        return None if register == NOTHING else register

    def quiet(self) -> AbstractContextManager[object]:
        """NumPy's warnings off while arrays are computed: the answer itself tells what is not finite."""
        if self.is_scalar:
            return nullcontext()
        import numpy

        return numpy.errstate(all="ignore")

    def _new(self) -> int:
        self.registers.append(None)
        return len(self.registers) - 1

    def _constant(self, value: float) -> int:
        """The register of a constant, one for all that are equal; 0.0 and -0.0 are not."""
        register = self._constants.setdefault((value, copysign(1.0, value)), len(self.registers))
        if register == len(self.registers):
            self.registers.append(value)
        return register

    def _gates(self) -> list[_PlacedGate]:
        literals = [self._constant(value) for value in self.graph.literals]
        gates: list[_PlacedGate] = []
        for index, node in enumerate(self.graph.nodes):
            if node.gate is not None:
                operands = node.operands
                if operands and min(operands) < 0:
                    operands = tuple([k if k >= 0 else literals[-1 - k] for k in operands])
                is_scalar = self.is_scalar or self._is_scalar_gate(node)
                gates.append((index, node, form(node.gate) if is_scalar else None, operands))
        return gates

    def _record_forward(self, gates: list[_PlacedGate]) -> None:
        for index, node, formula, operands in gates:
            if formula is None:
                self.forward.append((_array_forward(node, operands), index, None, None))
            else:
                recorded, last = recorded_forward(formula, len(operands))
                places = self._replay(self.forward, recorded, operands)
                self.forward.append(_instruction(last, index, places))

    def _record_backward(self, gates: list[_PlacedGate]) -> None:
        self.seed = self._new()
        self.gradient[self.graph.output] = self.seed
        sent: list[int] = []
        for index, node, formula, operands in reversed(gates):
            upstream = self.gradient[index]
            if upstream is None:
                continue
            self._first_sent[index] = len(sent)
            if formula is None:
                places = self._send_arrays(node, upstream, index, operands)
                sent += self._collect(node.operands, places, range(len(operands)))
            else:
                recorded = recorded_backward(formula, tuple([k >= 0 for k in node.operands]))
                places = self._replay(self.backward, recorded, (upstream, index, *operands))
                sent += self._collect(node.operands, places, recorded.results)
        self._sent = array("i", sent)

    def _send_arrays(self, node: Node, upstream: int, index: int, operands: tuple[int, ...]) -> list[int]:
        """Append the backward step of a gate with arrays around it; the registers of what it sends."""
        assert node.gate is not None
        sends = [k >= 0 and node.gate.sends(slot) for slot, k in enumerate(node.operands)]
        sent = [self._new() if is_sent else NOTHING for is_sent in sends]
        step = _array_backward(node, upstream, index, operands, sent, self.shapes)
        self.backward.append((step, self._new(), None, None))
        return sent

    def _replay(self, steps: list[Instruction], recorded: Recorded, arguments: tuple[int, ...]) -> list[int]:
        """Append a recorded formula; the register of each of its places, and ``NOTHING`` for ``NOTHING``."""
        constants, operations, _ = recorded
        registers, places = self.registers, list(arguments)
        if constants:
            places += map(self._constant, constants)
        for operation in operations:
            result = len(registers)
            registers.append(None)
            steps.append(_instruction(operation, result, places))
            places.append(result)
        places.append(NOTHING)
        return places

    def _collect(self, operands: tuple[int, ...], places: list[int], results: Iterable[int]) -> list[int]:
        """Add what a gate sends to the gradients of its operands; the registers of that."""
        sent = []
        for k, place in zip(operands, results, strict=True):
            register = places[place]
            sent.append(register)
            if register != NOTHING:
                sofar = self.gradient[k]
                self.gradient[k] = register if sofar is None else self._add(sofar, register)
        return sent

    def _add(self, first: int, second: int) -> int:
        total = self._new()
        self.backward.append((_add, total, first, second))
        return total


def _add(a: Any, b: Any) -> Any:
    return a + b


def _instruction(operation: Operation, result: int, places: list[int]) -> Instruction:
    """An operation on registers; one of many operands fetches them itself."""
    function, a, b, more = operation
    if more:
        registers_of = itemgetter(*[places[k] for k in more])
        return (lambda registers: function(*registers_of(registers))), result, None, None
    return function, result, places[a], None if b is None else places[b]


def _array_forward(node: Node, operands: tuple[int, ...]) -> Callable[[list[Any]], Any]:
    """A gate with arrays around it; a result of shape () becomes a float again, never a 0-d array.

    An index or a class label that makes no sense fails here, where its number is known first.
    """
    assert node.gate is not None
    formula = node.gate.forward

    def step(registers: list[Any]) -> Any:
        import numpy

        try:
            value = formula(numpy, *map(_by_numpy, [registers[k] for k in operands]))
        except EngineError as error:
            error.span = error.span or node.span
            raise
        return value if node.shape else float(value)

    return step


def _array_backward(
    node: Node, upstream: int, output: int, operands: tuple[int, ...], sent: list[int], shapes: list[Shape]
) -> Callable[[list[Any]], None]:
    """A gate's vector–Jacobian products, each summed back to its operand's shape, into the registers ``sent``."""
    assert node.gate is not None
    formula = node.gate.backward
    slots = [slot for slot, register in enumerate(sent) if register != NOTHING]
    wanted = [(slot, sent[slot], shapes[node.operands[slot]]) for slot in slots]

    def step(registers: list[Any]) -> None:
        import numpy

        found = formula(numpy, *map(_by_numpy, [registers[k] for k in (upstream, output, *operands)]))
        gradients = (found,) if len(operands) == 1 else found
        for slot, register, shape in wanted:
            registers[register] = fit(gradients[slot], shape)

    return step


def _by_numpy(number: Any) -> Any:
    """A float among arrays, so that it follows NumPy's rules (0/0 is nan) and not Python's."""
    if type(number) is not float:
        return number
    import numpy

    return numpy.float64(number)


def fit(gradient: Any, shape: Shape) -> Any:
    """The gradient in its operand's shape: broadcasting undone, and a float for a scalar; ``None`` stays."""
    if gradient is None or type(gradient) is float:
        return gradient
    return unbroadcast(gradient, shape) if shape else float(unbroadcast(gradient, ()))


def forward(tape: Tape, inputs: Mapping[int, Any]) -> list[Any]:
    """The registers after the forward pass: the values of all nodes in front.

    ``inputs`` maps the index of each input's node to a float or a float64 array.
    """
    registers = tape.registers.copy()
    for index, value in inputs.items():
        registers[index] = value
    _run(tape.forward, registers)
    return registers


def backward(tape: Tape, registers: list[Any], upstream: Any = 1.0) -> list[Any]:
    """The same registers after the backward pass from ``upstream`` at the output."""
    registers[tape.seed] = upstream
    _run(tape.backward, registers)
    return registers


def _run(steps: list[Instruction], registers: list[Any]) -> None:
    for function, result, a, b in steps:
        try:
            if b is not None:
                registers[result] = function(registers[a], registers[b])  # type: ignore[index]
            elif a is not None:
                registers[result] = function(registers[a])
            else:
                registers[result] = function(registers)
        except FAULTS:
            operands = [registers[k] for k in (a, b) if k is not None]
            registers[result] = exact(function, *operands)
