"""A composite's definition written for one gate: its axis, its constants and its sizes put in."""

from __future__ import annotations

from math import isfinite, prod
from typing import NamedTuple

from engine.broadcasting import Shape
from engine.folding.composites import COMPOSITES, ROWS, Composite, Form
from engine.gates import Gate
from engine.graph import Graph
from engine.language.parser import parse_program
from engine.lowering import InputShape, lower
from engine.lowering.program import Constants


class Place(NamedTuple):
    """Where a composite stands: its gate, the shape of each operand, that of its output, and its constant operands."""

    gate: Gate
    operands: tuple[Shape, ...]
    output: Shape
    constants: tuple[float | None, ...]


def definition(place: Place, constants: Constants) -> Graph | None:
    """The circuit to put in a composite's place, its inputs named as the composite's operands.

    ``None`` where the definition does not hold, such as for a margin below 0.
    """
    composite = COMPOSITES[place.gate.name]
    operands = dict(zip(composite.operands, place.operands, strict=True))
    form = next((form for form in composite.forms if form.suits(operands)), None)
    numbers = _numbers(composite, place)
    if form is None or numbers is None:
        return None
    shapes = {name: InputShape(name, shape) for name, shape in operands.items()}
    program = parse_program(_written(form, place, numbers), shapes).program
    return lower(program, {name: shape for name, shape in shapes.items() if name not in numbers}, constants).graph


def _numbers(composite: Composite, place: Place) -> dict[str, float] | None:
    """The constants by name: the gate's own, and operands that are absorbed; ``None`` where the forms are not right."""
    own = {name: getattr(place.gate, name) for name in composite.numbers}
    given = zip(composite.operands, place.constants, strict=True)
    numbers = own | {name: value for name, value in given if value is not None}
    in_range = all(least <= own[name] <= most for name, (least, most) in composite.numbers.items())
    return numbers if in_range and all(map(isfinite, numbers.values())) else None


def _written(form: Form, place: Place, numbers: dict[str, float]) -> str:
    """The form as a program."""
    given = "".join(f"{name} = {value!r}\n" for name, value in numbers.items())
    if ROWS in form.shapes:
        given += f"{ROWS} = arange({place.operands[0][0]})\n"
    count = prod(place.operands[0]) // max(prod(place.output), 1)
    axis, keepdims = getattr(place.gate, "axis", None), getattr(place.gate, "keepdims", False)
    return given + form.text.format(axis=axis, keepdims=keepdims, n=count)
