"""What the answers look like, for the documentation only: an answer is never validated on its way out."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

_NUMBER = {"type": "number"}
_NON_FINITE = {"enum": ["NaN", "Infinity", "-Infinity"]}
_SUMMARY = {
    "type": "object",
    "required": ["summary", "shape", "min", "max", "mean", "norm", "head"],
    "properties": {"summary": {"const": True}, "shape": {"type": "array", "items": {"type": "integer"}}},
}
_ARRAY = {"type": "array", "items": {"anyOf": [_NUMBER, _NON_FINITE, {"type": "array"}]}}
_VALUE = [_NUMBER, _NON_FINITE, _ARRAY, _SUMMARY]
_LOCAL = {
    "type": "object",
    "required": ["kind", "shape"],
    "properties": {"kind": {"enum": ["diagonal", "dense", "structured"]}},
}

Value = Annotated[Any, WithJsonSchema({"anyOf": _VALUE})]
Gradient = Annotated[Any, WithJsonSchema({"anyOf": [*_VALUE, {"type": "null"}]})]
Local = Annotated[Any, WithJsonSchema({"anyOf": [_NUMBER, _NON_FINITE, _LOCAL, {"type": "null"}]})]
Number = Annotated[Any, WithJsonSchema({"anyOf": [_NUMBER, _NON_FINITE, {"type": "null"}]})]
Numbers = Annotated[Any, WithJsonSchema({"type": "array", "items": {"anyOf": [_NUMBER, _NON_FINITE]}})]
Matrix = Annotated[
    Any,
    WithJsonSchema({"type": "array", "items": {"type": "array", "items": {"anyOf": [_NUMBER, _NON_FINITE]}}}),
]
Span = Annotated[list[int], Field(min_length=2, max_length=2)]
Shape = list[int]


class Answer(BaseModel):
    """Members that a later version may add are allowed for."""

    model_config = ConfigDict(extra="allow")


class ExpressionText(Answer):
    """The program as written, as understood, and typeset."""

    source: str
    canonical: str
    latex: str


class ReadText(ExpressionText):
    """The program as written, as understood, and typeset, also with its parts marked by their places."""

    marked: str | None


class Notice(Answer):
    """Something worth knowing about a program that was answered."""

    code: str
    message: str
    span: Span | None
    hint: str | None


class OutputPart(Answer):
    """The last value of the program."""

    node: str
    name: str | None
    shape: Shape
    value: Value


class InputPart(Answer):
    """An input, with the gradient of the output by it; null where there is none."""

    node: str | None
    shape: Shape
    value: Value
    gradient: Gradient


class NodePart(Answer):
    """An input, a constant or a gate; nodes stand in forward order."""

    id: str
    kind: Literal["input", "constant", "gate"]
    gate: str | None
    symbol: str
    name: str | None
    shape: Shape
    value: Value
    gradient: Gradient
    pattern: Literal["distributor", "router", "switcher"] | None
    operands: list[str]
    span: Span | None


class EdgePart(Answer):
    """A wire: the value that it carries, and upstream × local = gradient."""

    id: str
    source: str
    target: str
    operand: int
    value: Value
    upstream: Gradient
    local: Local
    gradient: Gradient
    rule: str | None
    substituted: str | None


class OrderPart(Answer):
    """The gates in the order of the forward and of the backward pass."""

    forward: list[str]
    backward: list[str]


class CheckedInput(Answer):
    """A gradient by central differences."""

    numerical: Gradient
    relative_error: Number
    kink: bool | SkipJsonSchema[None] = Field(
        None, description="True where a kink lies within the step, so that there is no derivative to compare with."
    )


class CheckPart(Answer):
    """How well the gradients agree with central differences."""

    max_relative_error: Number
    inputs: dict[str, CheckedInput]
    nodes: dict[str, CheckedInput] | SkipJsonSchema[None] = Field(
        None, description="By id all nodes that have a gradient, when the request asks for them."
    )


class EvaluateAnswer(Answer):
    """A circuit with every value and every gradient."""

    expression: ExpressionText
    output: OutputPart
    inputs: dict[str, InputPart]
    nodes: list[NodePart]
    edges: list[EdgePart]
    order: OrderPart
    notices: list[Notice]
    layout: dict[str, Any] | None = Field(description="Coordinates and wire paths, when the request asks for them.")
    check: CheckPart | None


class JacobianAnswer(Answer):
    """A Jacobian in numbers: the diagonal of a diagonal one, else the whole matrix."""

    edge: str = Field(description="The id of the edge.")
    shape: list[int] = Field(min_length=2, max_length=2, description="How many outputs and how many entries.")
    kind: Literal["diagonal", "dense", "structured"] = Field(description="What the matrix looks like.")
    matrix: Matrix | SkipJsonSchema[None] = Field(
        None, description="A row for each output, a column for each entry, both in C order; absent for a diagonal one."
    )
    diagonal: Numbers | SkipJsonSchema[None] = Field(
        None, description="Each output's derivative by its own entry; only for a diagonal one."
    )
    description: str = Field(description="The structure in words.")


class CurvePoint(Answer):
    """Where the operand stands now, with the gate's value and derivative there."""

    point: Number
    value: Number
    derivative: Number


class CurveAnswer(Answer):
    """A gate along one operand."""

    node: str = Field(description="The id of the gate.")
    operand: int = Field(description="The slot whose operand moves; all others are held.")
    points: list[float] = Field(description="Values of the operand, evenly spaced.")
    values: list[Number] = Field(description="The gate's value at each of them.")
    derivatives: list[Number] = Field(description="The gate's derivative by this operand at each of them.")
    at: CurvePoint


class FoundInput(Answer):
    """A name that the program uses, where, and a value that makes the program run."""

    name: str
    spans: list[Span]
    suggested: Any


class ParseAnswer(Answer):
    """How a program is read."""

    expression: ReadText
    inputs: list[FoundInput]
    notices: list[Notice]


class ExampleGroup(Answer):
    """Where in the lecture an example belongs."""

    id: str
    title: str


class ExampleRow(Answer):
    """One example: a request to evaluate, how to look at it, and what to look for."""

    id: str
    group: ExampleGroup
    title: str
    look: str
    expression: str
    inputs: dict[str, Any]
    upstream: Any = None
    fold: list[str] | None = None
    digits: int
    select: str | None = Field(None, description="The node, or branch:node, that the page opens.")
    panel: str | None = Field(None, description="The panel that the page opens.")
    rate: float | None = Field(None, description="The learning rate of a descent.")


class ExamplesAnswer(Answer):
    """The built-in examples."""

    examples: list[ExampleRow]


class ProblemEntry(Answer):
    """One of several problems of a request, in short."""

    code: str
    detail: str
    span: Span | None
    line: int | None
    column: int | None
    hint: str | None


class ProblemAnswer(Answer):
    """A problem, as in RFC 9457. span counts Unicode code points of the program, line and column count from 1."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    span: Span | None
    line: int | None
    column: int | None
    hint: str | None
    errors: list[ProblemEntry] | SkipJsonSchema[None] = Field(
        None, description="All problems, this one first; only where there are several."
    )
