"""A program to a circuit, statement by statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

from engine.broadcasting import Shape
from engine.errors import EngineError, Span, fail
from engine.graph import Graph, Node
from engine.language.notices import Notice
from engine.language.syntax import Assignment, Definition, Output, Program, Statement, Unpacking, targets
from engine.limits import Limits
from engine.lowering.builder import Builder
from engine.lowering.expressions import ExpressionLowering
from engine.lowering.free_names import free_names
from engine.lowering.statics import Known, Statics
from engine.lowering.values import Value
from engine.lowering.worklist import Scope

Constants = Literal["absorbed", "nodes"]


class InputShape(NamedTuple):
    """What lowering must know of an input: how it is spelled, and its shape."""

    spelling: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Lowered:
    """A circuit, the index of each input's node by key, the output's name, and notices.

    ``elementwise`` holds the ids of the expressions whose ``*`` multiplies two arrays entry by entry. ``known`` has
    what the circuit came to depend on besides shapes: the values of inputs that decided about sizes, and the seed.
    """

    graph: Graph
    inputs: dict[str, int]
    output_name: str | None
    notices: list[Notice]
    elementwise: set[int]
    known: Known

    def with_graph(self, graph: Graph) -> Lowered:
        """The same program with its circuit drawn otherwise: the inputs keep their names."""
        names = {key: self.graph.nodes[index].name for key, index in self.inputs.items()}
        return replace(self, graph=graph, inputs=_input_nodes(graph, names))


@dataclass(slots=True)
class _Inputs:
    """Input nodes, made when a name is first used: a name is one node however often it is used."""

    given: Mapping[str, InputShape]
    builder: Builder
    nodes: dict[str, int] = field(default_factory=dict)
    keys: dict[int, str] = field(default_factory=dict)

    def node(self, key: str, span: Span) -> int:
        """The node of an input, or -1 for a name that is none."""
        if key in self.nodes:
            return self.nodes[key]
        if key not in self.given:
            return -1
        spelling, shape = self.given[key]
        index = self.nodes[key] = self.builder.add(Node("input", shape, span, spelling))
        self.keys[index] = key
        return index


def lower(
    program: Program,
    inputs: Mapping[str, InputShape],
    constants: Constants = "absorbed",
    limits: Limits | None = None,
    values: Mapping[str, Any] | None = None,
    seed: int = 0,
) -> Lowered:
    """The circuit of a program for inputs of these shapes; fails with ``missing_inputs`` naming all that lack.

    ``values`` by key are read only where a shape or a size depends on them, ``seed`` only where numbers are drawn.
    """
    has_functions = any(isinstance(statement, Definition) for statement in program.statements)
    if has_functions:  # a default is an input's use even where every call passes a value
        _require_inputs(program, inputs)
    builder = Builder(limits or Limits())
    nodes = _Inputs(inputs, builder)
    known = Known(values or {}, seed)
    lowering = _Lowering(program, builder, nodes, constants == "absorbed", known)
    try:
        output = lowering.run()
    except EngineError:
        _require_inputs(program, inputs)  # whatever else is wrong, this is said first
        raise
    graph = builder.finish(output)
    by_key = _input_nodes(graph, {key: inputs[key].spelling for key in nodes.nodes})
    return Lowered(graph, by_key, lowering.output_name, lowering.notices(), lowering.expressions.elementwise, known)


def _input_nodes(graph: Graph, names: Mapping[str, str | None]) -> dict[str, int]:
    """The node of each input that the circuit has, by key; ``names`` has the node's name for each key."""
    used = {node.name: index for index, node in enumerate(graph.nodes) if node.kind == "input"}
    return {key: used[name] for key, name in names.items() if name in used}


def _require_inputs(program: Program, inputs: Mapping[str, InputShape]) -> None:
    missing = [name for name in free_names(program, inputs) if name.key not in inputs]
    if missing:
        names = [name.spelling for name in missing]
        raise EngineError("missing_inputs", missing[0].spans[0], details={"names": names}, listed=", ".join(names))


class _Lowering:
    """Runs over the statements and remembers which of them needs which."""

    def __init__(self, program: Program, builder: Builder, inputs: _Inputs, absorb: bool, known: Known) -> None:
        self.program = program
        self.builder = builder
        self.inputs = inputs
        self.scope = Scope(program.source)
        statics = Statics(builder, known, inputs.keys)
        self.expressions = ExpressionLowering(builder, self.scope, absorb, statics, inputs.node)
        self.output_name: str | None = None
        self.given_names: dict[str, int] = {}  # key → the statement that gave it its present meaning
        self.needs: list[set[int]] = []

    def run(self) -> int:
        """Lower all statements; the index of the output's node."""
        value: Value = 0
        for index, statement in enumerate(self.program.statements):
            self.scope.read.clear()
            is_last = index == len(self.program.statements) - 1
            if isinstance(statement, Definition):
                self.scope.functions[statement.key] = statement
                self.scope.variables.pop(statement.key, None)
            if is_last or not isinstance(statement, Definition):
                value = self._value(statement)
            self.needs.append({self.given_names[key] for key in self.scope.read if key in self.given_names})
            self._bind(statement, value)
            self.given_names.update(dict.fromkeys(targets(statement), index))
        return self._output(self.program.statements[-1], value)

    def _value(self, statement: Statement) -> Value:
        if isinstance(statement, Definition):
            return self.expressions.lower_body(statement, list(self.inputs.given))
        return self.expressions.lower(statement.value)

    def _bind(self, statement: Statement, value: Value) -> None:
        if isinstance(statement, Definition | Output):
            return
        for target, found in self.expressions.bound(statement, value):
            self.scope.variables[target.key] = found
            self.scope.functions.pop(target.key, None)

    def _output(self, last: Statement, value: Value) -> int:
        if isinstance(last, Unpacking):
            fail("several_outputs", last.span)
        if isinstance(last, Assignment | Definition):
            self.output_name = last.spelling
        span = last.body.span if isinstance(last, Definition) else last.value.span
        node = self.expressions.operand(value, span)
        return self.builder.constant(node, (), last.span) if isinstance(node, float) else node

    def notices(self) -> list[Notice]:
        """The notices of the expressions, and one for each statement that the output does not need."""
        needed, stack = set(), [len(self.program.statements) - 1]
        while stack:
            index = stack.pop()
            if index not in needed:
                needed.add(index)
                stack.extend(self.needs[index])
        unused = [s for index, s in enumerate(self.program.statements) if index not in needed]
        return self.expressions.notices + [Notice("unused_statement", statement.span) for statement in unused]
