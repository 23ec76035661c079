"""What a request may hold: strict models that document every field and convert nothing."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

JSON_TYPES: dict[type, dict[str, str]] = {
    list: {"en": "a list", "ko": "목록"},
    str: {"en": "a string", "ko": "문자열"},
    int: {"en": "a number", "ko": "수"},
    float: {"en": "a number", "ko": "수"},
    bool: {"en": "true or false", "ko": "참 또는 거짓"},
    type(None): {"en": "null", "ko": "null"},
}

EXPECTED: dict[str, dict[str, str]] = {
    "expression": {"en": "a string", "ko": "문자열이어야 합니다."},
    "inputs": {"en": "an object that maps names to values", "ko": "이름마다 값을 주는 객체여야 합니다."},
    "upstream": {"en": "a number or a nested list of numbers", "ko": "수 또는 수의 목록이어야 합니다."},
    "fold": {"en": '"none", "all" or a list of names', "ko": '"none", "all", 이름의 목록 가운데 하나여야 합니다.'},
    "unfold": {"en": 'a list of names or "all"', "ko": '이름의 목록 또는 "all"이어야 합니다.'},
    "constants": {"en": '"absorbed" or "nodes"', "ko": '"absorbed" 또는 "nodes"여야 합니다.'},
    "values": {"en": '"auto" or "full"', "ko": '"auto" 또는 "full"이어야 합니다.'},
    "layout": {"en": "true or false", "ko": "true 또는 false여야 합니다."},
    "check": {"en": 'true, false or "nodes"', "ko": 'true, false, "nodes" 가운데 하나여야 합니다.'},
    "edge": {"en": "the id of an edge, such as e0", "ko": "e0와 같은 선의 id여야 합니다."},
    "node": {"en": "the id of a gate, such as n2", "ko": "n2와 같은 게이트의 id여야 합니다."},
    "operand": {"en": "a whole number from 0", "ko": "0 이상의 정수여야 합니다."},
    "from": {"en": "a number", "ko": "수여야 합니다."},
    "to": {"en": "a number", "ko": "수여야 합니다."},
    "points": {"en": "a whole number from 2 to 1001", "ko": "2에서 1001까지의 정수여야 합니다."},
    "format": {
        "en": '"svg", "png", "tikz", "dot", "html" or "json"',
        "ko": '"svg", "png", "tikz", "dot", "html", "json" 가운데 하나여야 합니다.',
    },
    "title": {"en": "a text of at most 200 characters", "ko": "200자 이하의 글이어야 합니다."},
    "theme": {"en": '"auto", "light" or "dark"', "ko": '"auto", "light", "dark" 가운데 하나여야 합니다.'},
    "lang": {"en": '"en" or "ko"', "ko": '"en" 또는 "ko"여야 합니다.'},
    "step": {"en": "a whole number from 0", "ko": "0 이상의 정수여야 합니다."},
    "digits": {"en": "a whole number from 0 to 6", "ko": "0에서 6까지의 정수여야 합니다."},
    "standalone": {"en": "true or false", "ko": "true 또는 false여야 합니다."},
    "scale": {"en": "a number from 1 to 4", "ko": "1에서 4까지의 수여야 합니다."},
    "seed": {"en": "a whole number from 0", "ko": "0 이상의 정수여야 합니다."},
    "mode": {"en": '"view", "step" or "explore"', "ko": '"view", "step", "explore" 가운데 하나여야 합니다.'},
    "panels": {
        "en": '"all", "none", "inputs" or "gate"',
        "ko": '"all", "none", "inputs", "gate" 가운데 하나여야 합니다.',
    },
    "readonly": {"en": "true or false", "ko": "true 또는 false여야 합니다."},
    "target": {
        "en": '"numpy", "pytorch", "jax" or "micrograd"',
        "ko": '"numpy", "pytorch", "jax", "micrograd" 가운데 하나여야 합니다.',
    },
}

_NESTED_LIST: dict[str, JsonValue] = {
    "type": "array",
    "items": {"anyOf": [{"type": "number"}, {"type": "array", "items": {}}]},
    "description": "A rectangular nested list of numbers.",
}
_RANDOM: dict[str, JsonValue] = {
    "type": "object",
    "description": "Drawn from NumPy's PCG64.",
    "properties": {
        "random": {"enum": ["normal", "uniform"]},
        "shape": {"type": "array", "items": {"type": "integer", "minimum": 0}},
        "seed": {"type": "integer", "minimum": 0, "default": 0},
    },
    "required": ["random", "shape"],
    "additionalProperties": False,
}
_INPUT_VALUE: dict[str, JsonValue] = {"anyOf": [{"type": "number"}, _NESTED_LIST, _RANDOM]}

SIGMOID: dict[str, JsonValue] = {
    "expression": "1/(1+exp(-(w0x0+w1x1+w2)))",
    "inputs": {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3},
}

Expression = Annotated[
    str,
    Field(
        description="The program: one or more statements; the last one is the output.",
        examples=[SIGMOID["expression"]],
    ),
]
Inputs = Annotated[
    dict[str, Any],
    Field(
        description="A value for each name: a number, a nested list of numbers, or a random array.",
        examples=[SIGMOID["inputs"]],
        json_schema_extra={"additionalProperties": _INPUT_VALUE},
    ),
]


class Request(BaseModel):
    """Fields that every call has; no other field is taken."""

    model_config = ConfigDict(extra="forbid", strict=True)

    expression: Expression
    inputs: Inputs = {}


class ParseRequest(Request):
    """A program to read."""

    model_config = ConfigDict(json_schema_extra={"example": {"expression": SIGMOID["expression"]}})


class EvaluateRequest(Request):
    """A program to evaluate, forward and backward, and how to answer."""

    model_config = ConfigDict(json_schema_extra={"example": SIGMOID})

    upstream: float | list[Any] = Field(
        1,
        description="The gradient at the output, from which the backward pass starts; a number is broadcast.",
        examples=[1],
        json_schema_extra={"anyOf": [{"type": "number"}, _NESTED_LIST]},
    )
    fold: Literal["none", "all"] | list[str] = Field(
        "none", description="Composite gates to show where the circuit matches their definition."
    )
    unfold: list[str] | Literal["all"] = Field([], description="Composite gates to take apart into their definition.")
    constants: Literal["absorbed", "nodes"] = Field(
        "absorbed", description="Whether numbers of the program stand in the gate that they feed or are nodes."
    )
    values: Literal["auto", "full"] = Field("auto", description="Whether arrays over 256 elements are summarised.")
    layout: bool = Field(False, description="Whether to give coordinates and wire paths as well.")
    check: bool | Literal["nodes"] = Field(
        False, description="Whether to compare the gradients with central differences: the inputs', or all nodes'."
    )
    seed: int = Field(0, ge=0, description="Seed of the program's own random constants.")


class JacobianRequest(EvaluateRequest):
    """A wire of a program whose Jacobian is wanted."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"expression": "W x", "inputs": {"W": [[1, 2], [3, 4]], "x": [5, 6]}, "edge": "e1"}
        }
    )

    edge: str = Field(description="The id of the edge.", examples=["e1"])


class CurveRequest(EvaluateRequest):
    """A gate that has only scalars around it, along one of its operands."""

    model_config = ConfigDict(json_schema_extra={"example": SIGMOID | {"node": "n12", "operand": 0, "points": 5}})

    node: str = Field(description="The id of the gate.", examples=["n12"])
    operand: int = Field(ge=0, description="The slot whose operand moves; all others are held.", examples=[0])
    lower: float | None = Field(None, alias="from", description="Where the range begins; null for the usual range.")
    to: float | None = Field(None, description="Where the range ends; null for the usual range.")
    points: int = Field(241, ge=2, le=1001, description="How many evenly spaced points.")


class RenderRequest(EvaluateRequest):
    """A program to draw, and how."""

    model_config = ConfigDict(json_schema_extra={"example": SIGMOID | {"format": "svg"}})

    format: Literal["svg", "png", "tikz", "dot", "html", "json"] = Field(
        "svg",
        description=(
            "What the picture is written as; html is a page of its own that works without a server, json the answer of "
            "evaluate with its layout."
        ),
    )
    title: str | None = Field(
        None, max_length=200, description="Stands above the picture and names it for those who do not see it."
    )
    theme: Literal["auto", "light", "dark"] = Field(
        "auto", description="Colours; auto follows the reader's theme in an SVG and is light elsewhere."
    )
    lang: Literal["en", "ko"] = Field("en", description="The language of the words in the picture.")
    step: int | None = Field(
        None, ge=0, description="How far the two passes have come; null for all the way, with nothing in progress."
    )
    digits: int = Field(2, ge=0, le=6, description="Decimals of the numbers.")
    standalone: bool = Field(True, description="Whether TikZ is a whole document, or the tikzpicture alone.")
    scale: float = Field(2, ge=1, le=4, description="Pixels of a PNG for each pixel of the figure.")


class EmbedRequest(RenderRequest):
    """A program for a frame on another site, and what readers can do there."""

    mode: Literal["view", "step", "explore"] = Field(
        "step", description="The figure alone; with what plays it; also with panels."
    )
    panels: Literal["all", "none"] | list[Literal["inputs", "gate"]] = Field(
        "all", description="The panels of a circuit that is explored: its inputs, and the gate that is open."
    )
    readonly: bool = Field(False, description="Whether inputs stay as they are.")


class CodeRequest(EvaluateRequest):
    """A program that is wanted as code for another library."""

    model_config = ConfigDict(json_schema_extra={"example": SIGMOID | {"target": "numpy"}})

    target: Literal["numpy", "pytorch", "jax", "micrograd"] = Field(
        description="The library that the code is for.", examples=["numpy"]
    )
