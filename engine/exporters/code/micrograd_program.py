"""micrograd: single numbers. A gate that it lacks becomes a function in the text, made of the gate's own formulas."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any

from engine.errors import fail
from engine.execution.exact import FAULTS
from engine.exporters.code.circuit import Circuit
from engine.exporters.code.expressions import Sheet, Written, lines
from engine.exporters.code.literals import number, shortest
from engine.exporters.code.math_words import MathWords
from engine.exporters.code.names import Variables
from engine.exporters.code.page import page, printed
from engine.exporters.code.rows import OPERATORS, Placed, placed, without_zero

RESERVED = ("Value", "math", "sys", "scaled")
DEEPEST = 200  # gates behind one another from which on micrograd needs a higher limit of recursion
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def micrograd_program(circuit: Circuit) -> str:
    """The program; fails with ``unsupported`` for arrays, and where Python's floats raise."""
    for node in circuit.graph.nodes:
        if node.shape:
            fail("code_of_arrays", node.span)
    return _Program(circuit).text()


class _Program:
    def __init__(self, circuit: Circuit) -> None:
        self.circuit = circuit
        self.variables = Variables(circuit, RESERVED)
        self.helpers: dict[str, str] = {}  # the text of a function, without its name → its name

    def text(self) -> str:
        """The whole program."""
        given, forward = list(self._given()), list(self._forward())
        functions = [text.replace("def (", f"def {name}(", 1).splitlines() for text, name in self.helpers.items()]
        depth = self._depth()
        code = "\n".join((*given, *forward, *self.helpers))
        head = [
            f"import {name}" for name in ("math", "sys") if f"{name}." in code or (name == "sys" and depth > DEEPEST)
        ]
        head += [*([""] if head else []), "from micrograd.engine import Value"]
        for function in functions:
            head += ["", "", *function]
        head += [""] if functions else []
        if depth > DEEPEST:
            head += ["", f"sys.setrecursionlimit({1000 + 5 * depth})  # backward() recurses over the circuit"]
        return page(
            self.circuit, head, {"inputs": given, "forward": forward, "backward": self._backward()}, self._prints()
        )

    def _depth(self) -> int:
        depths: list[int] = []
        for node in self.circuit.graph.nodes:
            depths.append(1 + max((depths[k] for k in node.operands if k >= 0), default=0))
        return max(depths)

    def _given(self) -> Iterable[str]:
        for index, node in enumerate(self.circuit.graph.nodes):
            if node.gate is None:
                value = number(self.circuit.trace.values[index], "math")
                yield f"{self.variables.values[index]} = Value({value})"

    def _forward(self) -> Iterable[str]:
        for index, node in enumerate(self.circuit.graph.nodes):
            if node.gate is not None:
                try:
                    yield f"{self.variables.values[index]} = {self._gate(index)}"
                except FAULTS:
                    fail("code_raises", node.span, gate=node.gate.name)

    def _gate(self, index: int) -> str:
        found = placed(self.circuit, index, self.variables.values, "Value({})".format, "math")
        return self._own(index, found) or self._helped(index, found)

    def _own(self, index: int, found: Placed) -> str | None:
        """The gate by an operation of micrograd, if it has one."""
        name, operands = found.gate.name, self.circuit.trace.operands(index)
        if name in ("divide", "reciprocal"):
            _ = operands[-1] ** -1, operands[-1] ** -2  # what micrograd computes on both ways; it may raise
        if name in ("power", "square"):
            exponent = shortest(operands[1]) if len(operands) > 1 else 2
            if (len(operands) > 1 and self.circuit.graph.nodes[index].operands[1] >= 0) or not _is_count(exponent):
                return None
            _ = operands[0] ** exponent, operands[0] ** (exponent - 1)
            return f"{found.first} ** {exponent}"
        if name in OPERATORS and name != "matmul":
            return OPERATORS[name].format(*found.operands)
        kept = without_zero(self.circuit, index, found)
        is_relu = name == "relu" or (kept is not found and len(kept.operands) == 1)
        return f"{kept.first}.relu()" if is_relu else None

    def _helped(self, index: int, found: Placed) -> str:
        """A call of a function in the text."""
        node = self.circuit.graph.nodes[index]
        names = _parameters(found.gate, len(node.operands))
        wired = [slot for slot in range(len(found.operands)) if _is_value(node.operands, slot)]
        sheet, operands = self._formula(index, names, wired)
        result = sheet.written(found.gate.forward(MathWords(sheet), *operands))
        for slot in wired:
            if result is operands[slot]:
                return found.operands[slot]
        text = self._function(found.gate, names, wired, result, self._sent(index, names, wired))
        if text not in self.helpers:
            self.helpers[text] = self.variables.names.new(found.gate.name)
        return f"{self.helpers[text]}({', '.join(found.operands[slot] for slot in wired)})"

    def _formula(self, index: int, names: list[str], wired: list[int]) -> tuple[Sheet, list[Written]]:
        """A sheet for one formula of a gate, and its operands on it."""
        sheet = Sheet("math", folds=True)
        numbers = enumerate(self.circuit.trace.operands(index))
        return sheet, [
            sheet.name(f"{names[slot]}.data", x) if slot in wired else sheet.literal(shortest(x)) for slot, x in numbers
        ]

    def _sent(self, index: int, names: list[str], wired: list[int]) -> list[str]:
        """The lines that add to the gradients of the operands."""
        trace, gate = self.circuit.trace, self.circuit.graph.nodes[index].gate
        assert gate is not None
        sheet, operands = self._formula(index, names, wired)
        upstream = sheet.name("out.grad", 1.0 if trace.gradients[index] is None else trace.gradients[index])
        output = sheet.name("out.data", trace.values[index])
        found = gate.backward(MathWords(sheet), upstream, output, *operands)
        found = (found,) if len(operands) == 1 else found
        sent = [(slot, sheet.written(found[slot])) for slot in wired if found[slot] is not None]
        parts, texts = lines([part for _, part in sent], "part")
        added = [f"{names[slot]}.grad += {text}" for (slot, _), text in zip(sent, texts, strict=True)]
        return [f"{name} = {text}" for name, text in parts] + (added or ["pass"])

    @staticmethod
    def _function(gate: Any, names: list[str], wired: list[int], result: Written, sent: list[str]) -> str:
        """The text of the function, its name still open."""
        parts, (text,) = lines([result], "part")
        listed = ", ".join(names[slot] for slot in wired)
        children = f"({listed},)" if len(wired) == 1 else f"({listed})"
        body = [f"    {name} = {part}" for name, part in parts]
        body += [f'    out = Value({text}, {children}, "{gate.name}")', "", "    def _backward():"]
        body += [f"        {line}" for line in sent]
        return "\n".join([f"def ({listed}):", *body, "", "    out._backward = _backward", "    return out"])

    def _backward(self) -> list[str]:
        output, upstream = self.variables.values[self.circuit.output], self.circuit.upstream
        if self.circuit.upstream_is_one():
            return [f"{output}.backward()"]
        return [
            f"scaled = {output} * {number(upstream, 'math')}  # so that the output's own gradient is that",
            "scaled.backward()",
        ]

    def _prints(self) -> Iterable[str]:
        yield printed(self.variables.output_label, f"float({self.variables.values[self.circuit.output]}.data)")
        for given in self.circuit.inputs:
            yield printed(f"d{given.name}", "None" if given.node is None else self._gradient(given.node))

    def _gradient(self, node: int) -> str:
        has_gradient = self.circuit.trace.gradients[node] is not None
        return f"float({self.variables.values[node]}.grad)" if has_gradient else "None"


def _is_count(exponent: float) -> bool:
    return isinstance(exponent, int) and exponent >= 1


def _is_value(operands: tuple[int, ...], slot: int) -> bool:
    """Whether a slot holds a ``Value``: a wire, or any number of a gate that has no wire at all."""
    return operands[slot] >= 0 or all(k < 0 for k in operands)


def _parameters(gate: Any, count: int) -> list[str]:
    """The names of the operands in the gate's own formula; letters where it takes any number."""
    own = list(inspect.signature(gate.forward).parameters.values())[1:]
    if len(own) == count and all(p.kind is p.POSITIONAL_OR_KEYWORD for p in own):
        return [p.name for p in own]
    return [LETTERS[k] if count <= len(LETTERS) else f"x{k}" for k in range(count)]
