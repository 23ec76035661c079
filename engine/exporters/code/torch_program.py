"""PyTorch: leaves that require a gradient, the forward pass line by line, and ``backward()``."""

from __future__ import annotations

from collections.abc import Iterable

import numpy

from engine.exporters.code.arrays import Arrays
from engine.exporters.code.circuit import Circuit
from engine.exporters.code.literals import number
from engine.exporters.code.names import Variables
from engine.exporters.code.page import page, printed
from engine.exporters.code.rows import OPERATORS, Placed, placed, without_zero
from engine.exporters.code.torch_rows import HELPERS, ROWS
from engine.gates.comparisons import Comparison
from engine.gates.indexing import Index
from engine.gates.losses import ScoresLoss
from engine.gates.selection import Where

LIBRARY = "torch"
RESERVED = ("torch", "np", "F", "random", *HELPERS)
MOST_WRITTEN = 1_000  # numbers of a random array; a larger one is drawn by NumPy, which PyTorch can do without


def torch_program(circuit: Circuit) -> str:
    """The program."""
    return _Program(circuit).text()


class _Program:
    def __init__(self, circuit: Circuit) -> None:
        self.circuit = circuit
        self.variables = Variables(circuit, RESERVED)
        self.arrays = Arrays(circuit, LIBRARY, few=MOST_WRITTEN)
        self.leaves = {
            k for k, node in enumerate(circuit.graph.nodes) if node.kind == "input" and circuit.differentiable[k]
        }
        self.reached = self._reached()

    def _reached(self) -> set[int]:
        """The nodes to which PyTorch's backward pass comes: not through a comparison, nor to a condition."""
        nodes, found = self.circuit.graph.nodes, {self.circuit.output}
        for index in range(self.circuit.output, -1, -1):
            gate = nodes[index].gate
            if gate is not None and index in found and not isinstance(gate, Comparison):
                slots = [slot for slot in range(len(nodes[index].operands)) if gate.sends(slot)]
                slots = slots[1:] if isinstance(gate, Where) else slots
                found.update(nodes[index].operands[slot] for slot in slots)
        return found

    def text(self) -> str:
        """The whole program."""
        given, forward, backward = list(self._given()), list(self._forward()), list(self._backward())
        head = ["import torch"]
        head += ["import torch.nn.functional as F"] if any("F." in line for line in forward) else []
        head += ["import numpy as np"] if self.arrays.draws else []
        head += ["", "torch.set_default_dtype(torch.float64)"]
        for name, text in HELPERS.items():
            head += ["", "", *text.splitlines(), ""] if any(f" {name}(" in line for line in forward) else []
        generator = [self.arrays.generator_line()] if self.arrays.draws_constants else []
        sections = {"inputs": generator + given, "forward": forward, "backward": backward}
        return page(self.circuit, head, sections, self._prints())

    def _given(self) -> Iterable[str]:
        for index, node in enumerate(self.circuit.graph.nodes):
            if node.gate is None:
                text = self.arrays.text(index) if node.shape else self._scalar(index)
                marked = f"{text[:-1]}, requires_grad=True)" if index in self.leaves else text
                yield f"{self.variables.values[index]} = {marked}"

    def _scalar(self, index: int) -> str:
        value = self.circuit.trace.values[index]
        is_whole = index in self.circuit.indices and value == value // 1
        return f"torch.tensor({int(value) if is_whole else number(value, LIBRARY)})"

    def _forward(self) -> Iterable[str]:
        for index, node in enumerate(self.circuit.graph.nodes):
            if node.gate is not None:
                yield f"{self.variables.values[index]} = {self._gate(index)}"

    def _gate(self, index: int) -> str:
        gate = self.circuit.graph.nodes[index].gate
        assert gate is not None
        is_operator = gate.name in OPERATORS
        found = placed(self.circuit, index, self._names(index), "torch.tensor({})".format, LIBRARY, not is_operator)
        if is_operator:
            return OPERATORS[gate.name].format(*found.operands)
        kept = without_zero(self.circuit, index, found)
        text = ROWS[gate.name](kept) if gate.name in ROWS else _by_name(kept)
        return f"torch.relu({text})" if kept is not found else text

    def _names(self, index: int) -> dict[int, str]:
        """The variables of the operands; an index that is no whole number yet becomes one."""
        node = self.circuit.graph.nodes[index]
        assert node.gate is not None
        names = {k: self.variables.values[k] for k in node.operands if k >= 0}
        if isinstance(node.gate, Index | ScoresLoss):
            uncounted = [k for k in node.operands[1:] if k >= 0 and k not in self.circuit.indices]
            names |= {k: f"{names[k]}.long()" for k in uncounted}
        return names

    def _backward(self) -> Iterable[str]:
        if not self.leaves & self.reached:
            return
        output, upstream = self.variables.values[self.circuit.output], self.circuit.upstream
        if self.circuit.upstream_is_one():
            yield f"{output}.backward()"
        elif numpy.shape(upstream):
            yield f"{output}.backward({self.arrays.upstream(output)})"
        else:
            yield f"{output}.backward(torch.tensor({number(upstream, LIBRARY)}))"

    def _prints(self) -> Iterable[str]:
        yield printed(self.variables.output_label, f"{self.variables.values[self.circuit.output]}.tolist()")
        for given in self.circuit.inputs:
            yield printed(f"d{given.name}", "None" if given.node is None else self._gradient(given.node))

    def _gradient(self, node: int) -> str:
        name = self.variables.values[node]
        if node not in self.leaves:
            return "None"
        return f"{name}.grad.tolist()" if node in self.reached else f"torch.zeros_like({name}).tolist()"


def _by_name(gate: Placed) -> str:
    return f"torch.{gate.gate.name}({', '.join(gate.operands)})"
