"""JAX: the forward pass as a function, its gradients by ``jax.value_and_grad``.

JAX has NumPy's names, so the gates' own formulas are written with them; a row is only for what has another name or
another slope at a kink.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy

from engine.exporters.code.arrays import Arrays
from engine.exporters.code.circuit import Circuit
from engine.exporters.code.expressions import Sheet, Written, lines
from engine.exporters.code.literals import number, shortest
from engine.exporters.code.names import Variables
from engine.exporters.code.numpy_words import NumPyWords
from engine.exporters.code.page import page, printed
from engine.exporters.code.rows import Placed, Row, extreme, keywords, placed, without_zero

LIBRARY = "jnp"
RESERVED = ("jax", "jnp", "np", "random", "root", "circuit", "inputs", "value", "gradients", "pull_back")
ROOT = '''

def root(x):
    """The square root, with slope 0 at 0."""
    return jnp.where(x == 0, 0.0, jnp.sqrt(jnp.where(x == 0, 1.0, x)))
'''


def _called(name: str) -> Row:
    return lambda gate: f"jax.nn.{name}({gate.first})"


def _along(name: str) -> Row:
    return lambda gate: f"jax.nn.{name}({gate.first}, axis={gate.gate.axis})"


def _extreme(name: str) -> Row:
    return extreme(f"jnp.{name}imum({{}})", f"jnp.{name}(jnp.stack(jnp.broadcast_arrays({{}})), axis=0)")


def _clip(gate: Placed) -> str:
    x, low, high = gate.operands
    return f"jnp.where(jnp.maximum({x}, {low}) > {high}, {high}, jnp.where({x} < {low}, {low}, {x}))"


def _cross_entropy(gate: Placed) -> str:
    scores, y = gate.operands
    return f"-jnp.mean(jnp.take_along_axis(jax.nn.log_softmax({scores}), jnp.expand_dims({y}, -1), -1))"


ROWS: dict[str, Row] = {
    **{name: _called(name) for name in ("relu", "sigmoid", "silu", "softplus", "selu")},
    **{name: _along(name) for name in ("softmax", "log_softmax")},
    "elu": lambda gate: f"jax.nn.elu({gate.first}, {gate.gate.alpha})",
    "gelu": lambda gate: f"jax.nn.gelu({gate.first}, approximate=False)",
    "logsumexp": lambda gate: f"jax.nn.logsumexp({gate.first}{keywords(gate.gate)})",
    "norm": lambda gate: f"root(jnp.sum(jnp.square({gate.first}){keywords(gate.gate)}))",
    "std": lambda gate: f"root(jnp.var({gate.first}{keywords(gate.gate)}, ddof={gate.gate.ddof}))",
    "maximum": _extreme("max"),
    "maxout": _extreme("max"),
    "minimum": _extreme("min"),
    "clip": _clip,
    "cross_entropy": _cross_entropy,
}


class _JaxWords(NumPyWords):
    """NumPy's names; at 0 a cut has slope 0 only by JAX's relu, an absolute value only by the sign."""

    def maximum(self, a: Any, b: Any) -> Written:
        if isinstance(b, float) and b == 0:
            return self.call("jax.nn.relu", lambda x: numpy.maximum(x, 0.0), (a,))
        return self.call("jnp.maximum", numpy.maximum, (a, b))

    def abs(self, x: Any) -> Any:
        return x * self.sign(x)


def jax_program(circuit: Circuit) -> str:
    """The program."""
    return _Program(circuit).text()


class _Program:
    def __init__(self, circuit: Circuit) -> None:
        self.circuit = circuit
        self.variables = Variables(circuit, RESERVED)
        self.arrays = Arrays(circuit, LIBRARY)
        self.names = {given.node: given.name for given in circuit.inputs if given.node is not None}
        self.leaves = [k for k in self.names if circuit.differentiable[k] and circuit.graph.nodes[k].gate is None]

    def text(self) -> str:
        """The whole program."""
        with numpy.errstate(all="ignore"):
            given, constants, body = list(self._inputs()), list(self._constants()), list(self._body())
        head = ["import jax", "import jax.numpy as jnp"]
        head += ["import numpy as np"] if self.arrays.draws else []
        head += ["", 'jax.config.update("jax_enable_x64", True)']
        if any("root(" in line for line in body):
            head += [*ROOT.rstrip().splitlines(), ""]
        generator = [self.arrays.generator_line()] if self.arrays.draws_constants else []
        sections = {"inputs": generator + constants + given, "forward": body, "backward": list(self._backward())}
        return page(self.circuit, head, sections, self._prints())

    def _array(self, index: int) -> str:
        """The value of an input or a constant."""
        node, value = self.circuit.graph.nodes[index], self.circuit.trace.values[index]
        if node.shape:
            return self.arrays.text(index)
        if index in self.circuit.indices and value == value // 1:
            return str(int(value))
        text = number(value, LIBRARY)
        return text if index in self.leaves else f"jnp.array({text})"

    def _constants(self) -> Iterable[str]:
        for index, node in enumerate(self.circuit.graph.nodes):
            if node.gate is None and index not in self.leaves:
                yield f"{self.variables.values[index]} = {self._array(index)}"

    def _inputs(self) -> Iterable[str]:
        yield "inputs = {"
        yield from (f'    "{self.names[k]}": {self._array(k)},' for k in self.leaves)
        yield "}"

    def _body(self) -> Iterable[str]:
        yield "def circuit(inputs):"
        yield from (f'    {self.variables.values[k]} = inputs["{self.names[k]}"]' for k in self.leaves)
        for index, node in enumerate(self.circuit.graph.nodes):
            if node.gate is not None:
                yield from (f"    {line}" for line in self._gate(index))
        yield f"    return {self.variables.values[self.circuit.output]}"

    def _gate(self, index: int) -> Iterable[str]:
        name, gate = self.variables.values[index], self.circuit.graph.nodes[index].gate
        assert gate is not None
        if gate.name in ROWS:
            found = placed(self.circuit, index, self.variables.values, "jnp.array({})".format, LIBRARY)
            kept = without_zero(self.circuit, index, found)
            text = ROWS[gate.name](kept)
            yield f"{name} = jax.nn.relu({text})" if kept is not found else f"{name} = {text}"
            return
        sheet = Sheet(LIBRARY)
        result = gate.forward(_JaxWords(sheet, []), *self._operands(sheet, index))
        parts, (text,) = lines([result], self.variables.part)
        yield from (f"{part} = {text}" for part, text in parts)
        yield f"{name} = {text}"

    def _operands(self, sheet: Sheet, index: int) -> list[Written]:
        circuit, operands = self.circuit, self.circuit.graph.nodes[index].operands
        is_constant = all(k < 0 for k in operands)
        found = []
        for k in operands:
            if k >= 0:
                found.append(sheet.name(self.variables.values[k], self._value(k)))
                continue
            value = circuit.graph.literals[-1 - k]
            text = f"jnp.array({number(value, LIBRARY)})"
            found.append(sheet.name(text, numpy.float64(value)) if is_constant else sheet.literal(shortest(value)))
        return found

    def _value(self, index: int) -> Any:
        """A value as NumPy has it; an index as integers."""
        value = numpy.asarray(self.circuit.trace.values[index])[()]
        is_whole = index in self.circuit.indices and bool((value == numpy.floor(value)).all())
        return value.astype(int) if is_whole else value

    def _backward(self) -> Iterable[str]:
        if not self.leaves:
            yield "value = circuit(inputs)"
        elif self.circuit.upstream_is_one():
            yield "value, gradients = jax.value_and_grad(circuit)(inputs)"
        else:
            upstream = self.circuit.upstream
            text = self.arrays.upstream("value") if numpy.shape(upstream) else f"jnp.array({number(upstream, LIBRARY)})"
            yield "value, pull_back = jax.vjp(circuit, inputs)"
            yield f"(gradients,) = pull_back({text})"

    def _prints(self) -> Iterable[str]:
        yield printed(self.variables.output_label, self._shown("value", self.circuit.output))
        for given in self.circuit.inputs:
            has_gradient = given.node is not None and given.node in self.leaves
            text = self._shown(f'gradients["{given.name}"]', given.node) if has_gradient else "None"
            yield printed(f"d{given.name}", text)

    def _shown(self, text: str, node: int | None) -> str:
        is_number = node is None or not self.circuit.graph.nodes[node].shape
        return f"float({text})" if is_number else f"{text}.tolist()"
