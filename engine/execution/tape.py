"""A circuit as one flat list of elementary operations over registers: first all forward, then all backward.

Register k < n holds the value of node k; constants, gradients and whatever lies between have the registers behind.
A gate whose numbers are all scalars is replayed operation by operation on Python floats; every other gate is one
instruction that calls its formula with NumPy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from engine.broadcasting import Shape, unbroadcast
from engine.errors import EngineError
from engine.execution.exact import FAULTS, exact
from engine.execution.recording import Recorded, recorded_backward, recorded_forward
from engine.graph import Graph, Node

# (function, result, a, b): of two registers, of one (b is None), or of all of them (a is None)
Instruction = tuple[Callable[..., Any], int, int | None, int | None]


class Tape:
    """A circuit made ready to run many times with different inputs.

    ``operands[k]`` are the registers of gate k's slots; ``scalar_gates[k]`` says that it has only scalars around it.
    ``gradient[k]`` is the register of node k's gradient; ``sent[k][slot]`` that of the gradient which gate k sends to
    the operand in ``slot``, before the sum over the operand's wires. ``None``: there is none.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.shapes = [node.shape for node in graph.nodes]
        self.is_scalar = not any(self.shapes)
        self.registers: list[Any] = [node.value for node in graph.nodes]
        literals = [self._new(value) for value in graph.literals]
        self.operands = [[k if k >= 0 else literals[-1 - k] for k in node.operands] for node in graph.nodes]
        self.scalar_gates = [self._is_scalar_gate(node) for node in graph.nodes]
        self.forward: list[Instruction] = []
        self.backward: list[Instruction] = []
        self.gradient: list[int | None] = [None] * len(graph.nodes)
        self.sent: list[tuple[int | None, ...]] = [(None,) * len(node.operands) for node in graph.nodes]
        self._record_forward()
        self._record_backward()

    def quiet(self) -> AbstractContextManager[object]:
        """NumPy's warnings off while arrays are computed: the answer itself tells what is not finite."""
        if self.is_scalar:
            return nullcontext()
        import numpy

        return numpy.errstate(all="ignore")

    def _is_scalar_gate(self, node: Node) -> bool:
        return not node.shape and not any(self.shapes[k] for k in node.operands if k >= 0)

    def _new(self, value: Any = None) -> int:
        self.registers.append(value)
        return len(self.registers) - 1

    def _record_forward(self) -> None:
        for index, node in enumerate(self.graph.nodes):
            if node.gate is None:
                continue
            operands = self.operands[index]
            if self.scalar_gates[index]:
                recorded = recorded_forward(node.gate, len(operands))
                self._replay(self.forward, recorded, operands, index)
            else:
                self.forward.append((_array_forward(node, operands), index, None, None))

    def _record_backward(self) -> None:
        self.seed = self._new()
        self.gradient[self.graph.output] = self.seed
        for index in reversed(range(len(self.graph.nodes))):
            node, upstream = self.graph.nodes[index], self.gradient[index]
            if node.gate is not None and upstream is not None:
                self.sent[index] = self._send(index, node, upstream)
                self._collect(node, self.sent[index])

    def _send(self, index: int, node: Node, upstream: int) -> tuple[int | None, ...]:
        """Append one gate's backward step; the registers of what it sends to its operands."""
        assert node.gate is not None
        operands = self.operands[index]
        if not self.scalar_gates[index]:
            results = [
                self._new() if k >= 0 and node.gate.sends(slot) else None for slot, k in enumerate(node.operands)
            ]
            step = _array_backward(node, upstream, index, operands, results, self.shapes)
            self.backward.append((step, self._new(), None, None))
            return tuple(results)
        wanted = frozenset(slot for slot, k in enumerate(node.operands) if k >= 0)
        recorded = recorded_backward(node.gate, len(operands), wanted)
        return self._replay(self.backward, recorded, [upstream, index, *operands])

    def _replay(
        self, steps: list[Instruction], recorded: Recorded, arguments: Sequence[int], result: int | None = None
    ) -> tuple[int | None, ...]:
        """Append a recorded formula; the registers of its results. ``result`` is where the only one must stand."""
        register = dict(enumerate(arguments))
        register.update((place, self._new(value)) for place, value in recorded.constants.items())
        last = recorded.results[0] if result is not None else None
        for place, (function, places) in recorded.operations:
            register[place] = result if place == last and result is not None else self._new()
            steps.append(_instruction(function, register[place], [register[p] for p in places]))
        if last is not None and register[last] != result:  # a formula that gives back its argument
            steps.append((float, result, register[last], None))  # type: ignore[arg-type]
        return tuple(None if place is None else register[place] for place in recorded.results)

    def _collect(self, node: Node, sent: tuple[int | None, ...]) -> None:
        """The gradient of a node is the sum over its outgoing wires."""
        for k, register in zip(node.operands, sent, strict=True):
            if k < 0 or register is None:
                continue
            sofar = self.gradient[k]
            self.gradient[k] = register if sofar is None else self._add(sofar, register)

    def _add(self, first: int, second: int) -> int:
        total = self._new()
        self.backward.append((_add, total, first, second))
        return total


def _add(a: Any, b: Any) -> Any:
    return a + b


def _instruction(function: Callable[..., Any], result: int, places: list[int]) -> Instruction:
    """An elementary operation of one or two operands, or of more, which it then fetches itself."""
    if len(places) <= 2:
        return function, result, places[0], places[1] if len(places) == 2 else None
    return (lambda registers: function(*[registers[k] for k in places])), result, None, None


def _array_forward(node: Node, operands: list[int]) -> Callable[[list[Any]], Any]:
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
    node: Node, upstream: int, output: int, operands: list[int], results: list[int | None], shapes: list[Shape]
) -> Callable[[list[Any]], None]:
    """A gate's vector–Jacobian products, each summed back to its operand's shape, into the registers ``results``."""
    assert node.gate is not None
    formula = node.gate.backward
    wanted = [(slot, register, shapes[node.operands[slot]]) for slot, register in enumerate(results) if register]

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
