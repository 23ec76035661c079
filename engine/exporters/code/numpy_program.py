"""NumPy: the forward pass line by line, then the backward pass by hand, one line for each gradient."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy

from engine.broadcasting import Shape
from engine.execution.exact import FAULTS
from engine.exporters.code.arrays import Arrays
from engine.exporters.code.circuit import Circuit
from engine.exporters.code.expressions import Sheet, Written, lines
from engine.exporters.code.helpers import brought_along
from engine.exporters.code.literals import number, shortest
from engine.exporters.code.names import Variables
from engine.exporters.code.numpy_words import NumPyWords, Scattered
from engine.exporters.code.page import page, printed

LIBRARY = "np"
RESERVED = ("np", "random", "erfc", "softmax", "exponentials", "product_of_others", "product_beside")


def numpy_program(circuit: Circuit) -> str:
    """The program; its numbers are Python's, or NumPy's where Python would raise."""
    try:
        return _Program(circuit, by_numpy=False).text()
    except FAULTS:
        return _Program(circuit, by_numpy=True).text()


class _Program:
    def __init__(self, circuit: Circuit, by_numpy: bool) -> None:
        self.circuit, self.by_numpy = circuit, by_numpy
        self.variables = Variables(circuit, RESERVED)
        self.arrays = Arrays(circuit, LIBRARY)
        self.helpers: list[Callable[..., Any]] = []
        self.values: dict[int, Any] = {}
        self.gradients: dict[int, Any] = {}
        self.has_faults = False

    def text(self) -> str:
        """The whole program."""
        with numpy.errstate(all="call", call=self._note_fault):
            given, forward, backward = list(self._given()), list(self._forward()), list(self._backward())
        head = ["import numpy as np"]
        if self.has_faults:
            head += ["", 'np.seterr(all="ignore")  # what is not finite is shown as it is']
        for helper in brought_along(self.helpers, LIBRARY):
            head += ["", "", *helper.splitlines()]
        if self.helpers:
            head.append("")
        generator = [self.arrays.generator_line()] if self.arrays.draws_constants else []
        sections = {"inputs": generator + given, "forward": forward, "backward": backward}
        return page(self.circuit, head, sections, self._prints())

    def _note_fault(self, *_: Any) -> None:
        self.has_faults = True

    def _number(self, value: Any) -> str:
        """A single number, as NumPy's where it must not raise."""
        text = number(value, LIBRARY)
        return f"np.float64({text})" if self.by_numpy else text

    def _scalar(self, value: float) -> Any:
        return numpy.float64(value) if self.by_numpy else value

    def _given(self) -> Iterable[str]:
        for index, node in enumerate(self.circuit.graph.nodes):
            if node.gate is None:
                value = self.circuit.trace.values[index]
                is_whole = index in self.circuit.indices and not node.shape and value == value // 1
                self.values[index] = int(value) if is_whole else value if node.shape else self._scalar(value)
                if node.shape and index in self.circuit.indices and (value == numpy.floor(value)).all():
                    self.values[index] = value.astype(int)
                text = self.arrays.text(index) if node.shape else str(int(value)) if is_whole else self._number(value)
                yield f"{self.variables.values[index]} = {text}"

    def _operands(self, sheet: Sheet, index: int) -> list[Written]:
        """What stands in the slots of a gate: variables, and absorbed numbers in short."""
        operands = self.circuit.graph.nodes[index].operands
        is_constant = all(k < 0 for k in operands)
        found = []
        for k in operands:
            if k >= 0:
                found.append(sheet.name(self.variables.values[k], self.values[k]))
                continue
            value = self.circuit.graph.literals[-1 - k]
            if is_constant:
                found.append(sheet.name(self._number(value), self._scalar(value)))
            else:
                found.append(sheet.literal(shortest(value)))
        return found

    def _forward(self) -> Iterable[str]:
        for index, node in enumerate(self.circuit.graph.nodes):
            if node.gate is not None:
                sheet = Sheet(LIBRARY)
                result = node.gate.forward(NumPyWords(sheet, self.helpers), *self._operands(sheet, index))
                parts, (text,) = lines([result], self.variables.part)
                self.values[index] = result.value
                if parts:
                    yield f"# {node.gate.name}"
                yield from (f"{name} = {part}" for name, part in parts)
                yield f"{self.variables.values[index]} = {text}"

    def _backward(self) -> Iterable[str]:
        circuit, output = self.circuit, self.circuit.output
        if not circuit.differentiable[output]:
            return
        self.gradients[output] = self._upstream()[1]
        yield f"{self.variables.gradients[output]} = {self._upstream()[0]}"
        for index in range(len(circuit.graph.nodes) - 1, -1, -1):
            gate = circuit.graph.nodes[index].gate
            if gate is not None and index in self.gradients and circuit.differentiable[index]:
                yield from self._sent(index)

    def _upstream(self) -> tuple[str, Any]:
        """The gradient at the output, as text and value."""
        given = self.circuit.upstream
        if isinstance(given, float):
            return self._number(given), self._scalar(given)
        return self.arrays.upstream(self.variables.values[self.circuit.output]), given

    def _sent(self, index: int) -> Iterable[str]:
        """The lines for what a gate sends back."""
        circuit, sheet = self.circuit, Sheet(LIBRARY, folds=True)
        node = circuit.graph.nodes[index]
        assert node.gate is not None
        words = NumPyWords(sheet, self.helpers)
        upstream = sheet.name(self.variables.gradients[index], self.gradients[index])
        output = sheet.name(self.variables.values[index], self.values[index])
        found = node.gate.backward(words, upstream, output, *self._operands(sheet, index))
        found = (found,) if len(node.operands) == 1 else found
        wires = [
            (k, found[slot])
            for slot, k in enumerate(node.operands)
            if k >= 0 and circuit.differentiable[k] and node.gate.sends(slot)
        ]
        fitted = [(k, *self._fitted(sheet, words, sent, circuit.graph.nodes[k].shape)) for k, sent in wires]
        parts, texts = lines([sent for _, sent, _ in fitted], self.variables.part)
        if parts:
            yield f"# {node.gate.name}"
        yield from (f"{name} = {part}" for name, part in parts)
        for (k, sent, place), text in zip(fitted, texts, strict=True):
            yield from self._added(k, sent, text, place)

    def _fitted(self, sheet: Sheet, words: NumPyWords, sent: Any, shape: Shape) -> tuple[Written, Scattered | None]:
        """What is sent to an operand of this shape: summed where the operand was repeated."""
        if isinstance(sent, Scattered):
            return (sent.sent, sent) if shape else (words.call("np.sum", numpy.sum, (sent.sent,)), None)
        return summed(words, sheet.written(sent), shape), None

    def _added(self, k: int, sent: Written, text: str, place: Scattered | None) -> Iterable[str]:
        """The lines that give a node its gradient, or add a part to it."""
        name = self.variables.gradients[k]
        if self.circuit.fan_out[k] == 1 and place is None:
            self.gradients[k] = sent.value
            yield f"{name} = {text}"
            return
        if k not in self.gradients:
            yield from self._zeros(k)
        if place is None:
            self.gradients[k] = self.gradients[k] + sent.value
            yield f"{name} += {text}"
        else:
            numpy.add.at(self.gradients[k], place.places, sent.value)
            key = f"np.s_[{place.key}]" if len(place.places) > 1 else place.key
            yield f"np.add.at({name}, {key}, {text})" if place.has_indices else f"{name}[{place.key}] += {text}"

    def _zeros(self, k: int) -> Iterable[str]:
        shape, count = self.circuit.graph.nodes[k].shape, self.circuit.fan_out[k]
        self.gradients[k] = numpy.zeros(shape) if shape else self._scalar(0.0)
        text = f"np.zeros_like({self.variables.values[k]})" if shape else self._number(0.0)
        yield f"{self.variables.gradients[k]} = {text}" + (f"  # the sum over {count} wires" if count > 1 else "")

    def _prints(self) -> Iterable[str]:
        yield printed(self.variables.output_label, self._shown(self.variables.values, self.circuit.output))
        for given in self.circuit.inputs:
            node = given.node
            is_known = node is not None and node in self.gradients
            yield printed(f"d{given.name}", self._shown(self.variables.gradients, node) if is_known else "None")

    def _shown(self, names: list[str], index: int | None) -> str:
        assert index is not None
        return f"{names[index]}.tolist()" if self.circuit.graph.nodes[index].shape else f"float({names[index]})"


def summed(words: NumPyWords, sent: Written, shape: Shape) -> Written:
    """A gradient in its operand's shape: summed along the axes along which the operand was repeated."""
    if sent.shape == shape:
        return sent
    if not shape:
        return words.call("np.sum", numpy.sum, (sent,))
    added = len(sent.shape) - len(shape)
    if added < 0:
        return words.broadcast_to(sent, shape)
    if added:
        sent = words.call("np.sum", numpy.sum, (sent,), {"axis": _axes(range(added))})
    repeated = [axis for axis, size in enumerate(shape) if size == 1 != sent.shape[axis]]
    if not repeated:
        return sent if sent.shape == shape else words.broadcast_to(sent, shape)
    return words.call("np.sum", numpy.sum, (sent,), {"axis": _axes(repeated), "keepdims": True})


def _axes(axes: Iterable[int]) -> int | tuple[int, ...]:
    found = tuple(axes)
    return found[0] if len(found) == 1 else found
