"""Every form of every composite as a program with inputs, alone and inside a larger circuit."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from engine.folding import COMPOSITES
from engine.folding.composites import CASES, Composite, Form

VECTOR = [0.3, 0.5, -0.2]
MATRIX = [[0.3, 1.2, -0.1], [0.4, -0.6, 0.2]]
OTHER = {"b": [[0.1, -0.4, 0.7], [1.5, 0.3, -0.8]]}


class Written(NamedTuple):
    """A program that is one form of a composite."""

    composite: str
    text: str
    inputs: dict[str, Any]


def written(composite: Composite, form: Form) -> Written:
    """A form with its constants put in and values for its operands."""
    inputs = _inputs(composite, form)
    count = len(inputs["s"]) if form.shapes is CASES else size(next(iter(inputs.values())))
    text = form.text.format(axis=None, keepdims=False, n=count)
    names = set(re.findall(r"[a-z]+", form.text))
    given = [f"n = {count}", "margin = 0.75", "slope = 0.1", "rows = arange(2)"]
    lines = [line for line in given if line.split()[0] in names]
    return Written(composite.name, "\n".join([*lines, text]), inputs)


def size(value: list[Any]) -> int:
    """How many numbers a vector or a matrix has."""
    return sum(len(row) if isinstance(row, list) else 1 for row in value)


def _inputs(composite: Composite, form: Form) -> dict[str, Any]:
    if len(form.shapes.get("x", ())) == 2:
        return {"x": MATRIX}
    if "s" not in form.shapes:
        return {name: VECTOR if k == 0 else [0.1, 0.4, -0.9] for k, name in enumerate(composite.operands)}
    return {"s": MATRIX, "y": [1, 2]} if form.shapes is CASES else {"s": VECTOR, "y": 1}


ALL_FORMS = [written(composite, form) for composite in COMPOSITES.values() for form in composite.forms]
