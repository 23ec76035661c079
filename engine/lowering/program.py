"""A program to a circuit, statement by statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from engine.broadcasting import Shape
from engine.errors import EngineError, Span
from engine.graph import Graph, Node
from engine.language.notices import Notice
from engine.language.syntax import Assignment, Definition, Program, Statement
from engine.limits import Limits
from engine.lowering.builder import Builder, Operand
from engine.lowering.expressions import ExpressionLowering, Scope
from engine.lowering.free_names import free_names

Constants = Literal["absorbed", "nodes"]


class InputShape(NamedTuple):
    """What lowering must know of an input: how it is spelled, and its shape."""

    spelling: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Lowered:
    """A circuit, the index of each input's node by key, the output's name, and notices.

    ``elementwise`` holds the ids of the expressions whose ``*`` multiplies two arrays entry by entry.
    """

    graph: Graph
    inputs: dict[str, int]
    output_name: str | None
    notices: list[Notice]
    elementwise: set[int]


@dataclass(slots=True)
class _Inputs:
    """Input nodes, made when a name is first used: a name is one node however often it is used."""

    given: Mapping[str, InputShape]
    builder: Builder
    nodes: dict[str, int] = field(default_factory=dict)

    def node(self, key: str, span: Span) -> int:
        """The node of an input, or -1 for a name that is none."""
        if key not in self.given:
            return -1
        if key not in self.nodes:
            spelling, shape = self.given[key]
            self.nodes[key] = self.builder.add(Node("input", shape, span, spelling))
        return self.nodes[key]


def lower(
    program: Program,
    inputs: Mapping[str, InputShape],
    constants: Constants = "absorbed",
    limits: Limits | None = None,
) -> Lowered:
    """The circuit of a program for inputs of these shapes; fails with ``missing_inputs`` naming all that lack."""
    _require_inputs(program, inputs)
    builder = Builder(limits or Limits())
    nodes = _Inputs(inputs, builder)
    lowering = _Lowering(program, builder, nodes, constants == "absorbed")
    output = lowering.run()
    graph = builder.finish(output)
    used = {node.name: index for index, node in enumerate(graph.nodes) if node.kind == "input"}
    by_key = {key: used[inputs[key].spelling] for key in nodes.nodes if inputs[key].spelling in used}
    return Lowered(graph, by_key, lowering.output_name, lowering.notices(), lowering.expressions.elementwise)


def _require_inputs(program: Program, inputs: Mapping[str, InputShape]) -> None:
    missing = [name for name in free_names(program, inputs) if name.key not in inputs]
    if missing:
        names = [name.spelling for name in missing]
        raise EngineError("missing_inputs", missing[0].spans[0], details={"names": names}, listed=", ".join(names))


class _Lowering:
    """Runs over the statements and remembers which of them needs which."""

    def __init__(self, program: Program, builder: Builder, inputs: _Inputs, absorb: bool) -> None:
        self.program = program
        self.builder = builder
        self.scope = Scope(program.source)
        self.expressions = ExpressionLowering(builder, self.scope, absorb, inputs.node)
        self.output_name: str | None = None
        self.bound: dict[str, int] = {}  # key → the statement that gave it its present meaning
        self.needs: list[set[int]] = []

    def run(self) -> int:
        """Lower all statements; the index of the output's node."""
        value: Operand = 0
        for index, statement in enumerate(self.program.statements):
            self.scope.read.clear()
            is_last = index == len(self.program.statements) - 1
            if isinstance(statement, Definition):
                self.scope.functions[statement.key] = statement
                self.scope.variables.pop(statement.key, None)
            if is_last or not isinstance(statement, Definition):
                value = self._value(statement, is_last)
            self.needs.append({self.bound[key] for key in self.scope.read if key in self.bound})
            self._bind(statement, value, index)
        return self._as_node(value, self.program.statements[-1].span)

    def _value(self, statement: Statement, is_last: bool) -> Operand:
        if isinstance(statement, Definition):
            value = self.expressions.lower_body(statement)
        else:
            value = self.expressions.lower(statement.value)
        if isinstance(statement, Assignment):
            self.builder.name(value, statement.spelling)
        if is_last and isinstance(statement, Assignment | Definition):
            self.output_name = statement.spelling
        return value

    def _bind(self, statement: Statement, value: Operand, index: int) -> None:
        if isinstance(statement, Assignment | Definition):
            self.bound[statement.key] = index
        if isinstance(statement, Assignment):
            self.scope.variables[statement.key] = value
            self.scope.functions.pop(statement.key, None)

    def _as_node(self, value: Operand, span: Span) -> int:
        return self.builder.constant(value, (), span) if isinstance(value, float) else value

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
