"""Values for inputs that were not given, so that a program just typed runs and shows something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import prod
from typing import Any, NamedTuple

from engine.broadcasting import Shape
from engine.errors import EngineError
from engine.evaluation.inputs import read_value
from engine.evaluation.roles import Roles, roles
from engine.language.syntax import Program
from engine.limits import Limits
from engine.lowering import InputShape, lower

LECTURE = {"w0": 2.0, "x0": -1.0, "w1": -3.0, "x1": -2.0, "w2": -3.0}  # the sigmoid circuit of CS231n, lecture 4
SCALARS = (2.0, -1.0, 3.0, -2.0, 1.0, -4.0, 0.5, 5.0)
ENTRIES = (0.1, 0.5, -0.3, 0.8)  # W of the lecture's vectorised example
VECTOR = (0.2, 0.4, -0.1, 0.6)  # begins with its x
PROBABILITIES = (0.5, 0.8, 0.25, 0.6)
SIZE = 2  # of every axis that nothing says more about
WRITTEN = 64  # entries; larger arrays are drawn
MISFITS = frozenset(("shape_mismatch", "bad_argument", "unsupported"))
MOST_TRIES = 16
MOST_READ = 250_000  # characters, of all tries together

Shapes = dict[str, Shape]


class Suggestion(NamedTuple):
    """A value for each open input, and the ids of the ``*`` that multiply two arrays entry by entry with these."""

    values: dict[str, Any]
    elementwise: set[int]


def suggest(
    program: Program,
    keys: Iterable[str],
    given: Mapping[str, InputShape],
    limits: Limits,
    known: Mapping[str, Any] | None = None,
) -> Suggestion:
    """A value for each key, in shapes that the program accepts together with those given.

    ``known`` has the values that were given, by key: some of them may be sizes.
    """
    return _Search(program, list(keys), given, limits, known or {}).run()


class _Search:
    """Tries shapes, and mends those that do not fit by what the error says of them."""

    def __init__(
        self,
        program: Program,
        keys: list[str],
        given: Mapping[str, InputShape],
        limits: Limits,
        known: Mapping[str, Any],
    ) -> None:
        self.program, self.keys, self.given, self.limits, self.known = program, keys, given, limits, known
        self.roles: Roles = roles(program, keys, given)
        self.tried: list[Shapes] = []
        self.most_tries = min(MOST_TRIES, max(1, MOST_READ // max(1, len(program.source))))

    def run(self) -> Suggestion:
        """The first shapes that fit; where none do, plain numbers."""
        for start in self._candidates():
            shapes: Shapes | None = start
            while shapes is not None and shapes not in self.tried and len(self.tried) < self.most_tries:
                self.tried.append(shapes)
                values = self._values(shapes)
                found = self._lowered(shapes, values)
                if not isinstance(found, EngineError):
                    return Suggestion(values, found)
                shapes = mended(shapes, found)
        return Suggestion(self._values(dict.fromkeys(self.keys, ())), set())

    def _candidates(self) -> Iterator[Shapes]:
        """Shapes to try, from what the names and the products say to the plainest."""
        matrices: Shapes = dict.fromkeys(self.roles.matrices, (SIZE, SIZE))
        for vector in ((SIZE,), (SIZE, SIZE)):
            shapes: Shapes = {key: vector if key in self.roles.vectors else () for key in self.keys}
            yield shapes | matrices
        for shape in ((), (SIZE,), (SIZE, SIZE)):
            yield {key: () if key in self.roles.whole else shape for key in self.keys}

    def _lowered(self, shapes: Shapes, values: dict[str, Any]) -> set[int] | EngineError:
        """The ``*`` between arrays with inputs of these shapes; the error if it is the shapes that do not fit."""
        named = {key: InputShape(key, shape) for key, shape in shapes.items()}
        known = {key: read_value(values[key], key, self.limits)[1] for key in self.roles.whole & shapes.keys()}
        try:
            lowered = lower(self.program, {**self.given, **named}, "absorbed", self.limits, {**self.known, **known})
        except EngineError as error:  # whatever else is wrong is for the evaluation to say
            return error if error.code in MISFITS else set()
        return lowered.elementwise

    def _values(self, shapes: Shapes) -> dict[str, Any]:
        return {key: self._value(key, position, shapes[key]) for position, key in enumerate(self.keys)}

    def _value(self, key: str, position: int, shape: Shape) -> Any:
        if key in self.roles.sizes:
            return SIZE
        if key in self.roles.labels:
            return nested([k % SIZE for k in range(prod(shape))], shape)
        between = key in self.roles.narrow
        if not shape:
            return _cycle(PROBABILITIES, position) if between else LECTURE.get(key, _cycle(SCALARS, position))
        if prod(shape) > WRITTEN:
            return {"random": "uniform" if between else "normal", "shape": list(shape), "seed": position}
        entries = [_cycle(VECTOR if len(shape) == 1 else ENTRIES, k + position * (len(shape) > 1))
                   for k in range(prod(shape))]  # fmt: skip
        return nested([abs(entry) for entry in entries] if between else entries, shape)


def mended(shapes: Shapes, error: EngineError) -> Shapes | None:
    """Other shapes for the inputs at which a gate failed; ``None`` if none of its operands is an open input."""
    for slot, (name, shape) in enumerate(error.operands):
        beside = [other for k, (_, other) in enumerate(error.operands) if k != slot]
        if name in shapes and len(beside) == 1:
            wanted = _wanted(error, slot, shape, beside[0])
            if wanted is not None and wanted != shape:
                return {**shapes, name: wanted}
    return None


def _wanted(error: EngineError, slot: int, shape: Shape, beside: Shape) -> Shape | None:
    """The shape that an operand should have had beside the other one."""
    if error.key == "matmul_inner_sizes":
        return (*shape[:-1], _rows(beside)) if slot == 0 else (*shape[:-2], beside[-1], *shape[-1:][: len(shape) - 1])
    if error.key == "matmul_of_number":
        return ((_rows(beside) if slot == 0 else beside[-1]),) if beside else (SIZE,)
    if error.key == "scores_and_classes":
        return beside[:-1] if slot else None
    return beside if error.code == "shape_mismatch" else None


def _rows(shape: Shape) -> int:
    return shape[-2] if len(shape) > 1 else shape[0]


def nested(entries: list[Any], shape: Shape) -> Any:
    """The entries as nested lists in C order; the only one for a scalar."""
    if not shape:
        return entries[0]
    for size in reversed(shape[1:]):
        entries = [entries[k : k + size] for k in range(0, len(entries), size)]
    return entries


def _cycle(values: tuple[float, ...], position: int) -> float:
    return values[position % len(values)]
