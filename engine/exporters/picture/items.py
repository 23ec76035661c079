"""The things that a picture consists of, as plain data without any colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from engine.exporters.picture.names import Name
from engine.exporters.picture.timeline import Record

State = Literal["pending", "forward", "current", "backward"]
Role = Literal["value", "gradient"]
Tone = Literal["value", "gradient", "alert", "none", "shape", "terms"]


class Wire(NamedTuple):
    """A wire's path; ``lost`` where a router did not let the gradient through."""

    path: str
    array: bool
    state: Literal["idle", "done", "current"]
    lost: bool = False


class Gate(NamedTuple):
    """A gate's place in the layout with its label, and how far the passes have come."""

    id: str
    place: Record
    label: str
    operator: bool
    state: State
    nonfinite: bool


class Title(NamedTuple):
    """The name of an input, a constant, an intermediate or the output; ``y`` is its baseline."""

    kind: Literal["input", "constant", "intermediate", "output"]
    x: float
    y: float
    name: Name


class Dot(NamedTuple):
    """Where a value branches, or where a number is still to come."""

    x: float
    y: float
    pending: bool = True


class Text(NamedTuple):
    """A number, a shape or a word at a wire; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    tone: Tone
    role: Role


class Matrix(NamedTuple):
    """A small array in brackets; its cells are set flush right at ``indent`` from the middles of their columns."""

    left: float
    top: float
    column: float  # width
    indent: float
    rows: list[list[str]]
    tone: Tone
    role: Role

    @property
    def width(self) -> float:
        """From bracket to bracket."""
        return self.column * len(self.rows[0])


Label = Text | Matrix | Dot


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn, layer by layer from back to front; ``box`` is left, top, width and height."""

    box: tuple[float, float, float, float]
    wires: list[Wire]
    branches: list[Dot]
    gates: list[Gate]
    names: list[Title]
    labels: list[Label]
