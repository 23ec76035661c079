"""Values for inputs that were not given, so that a program just typed runs and shows something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import prod
from typing import Any, NamedTuple

from engine.broadcasting import Shape
from engine.errors import EngineError
from engine.language.syntax import Array, Binary, Call, Expression, Name, Program, children, roots, walk
from engine.limits import Limits
from engine.lowering import InputShape, lower

LECTURE = {"w0": 2.0, "x0": -1.0, "w1": -3.0, "x1": -2.0, "w2": -3.0}  # the sigmoid circuit of CS231n, lecture 4
SCALARS = (2.0, -1.0, 3.0, -2.0, 1.0, -4.0, 0.5, 5.0)
ENTRIES = (0.1, 0.5, -0.3, 0.8)  # W of the lecture's vectorised example
VECTOR = (0.2, 0.4)  # its x
PROBABILITIES = (0.5, 0.8, 0.25, 0.6)
NARROW = frozenset(("log", "ln", "sqrt"))  # functions that are not defined everywhere
MATRIX_PRODUCTS = frozenset(("dot", "matmul"))
MISFITS = frozenset(("shape_mismatch", "bad_argument", "unsupported"))


class Suggestion(NamedTuple):
    """A value for each open input, and the ids of the ``*`` that multiply two arrays entry by entry with these."""

    values: dict[str, Any]
    elementwise: set[int]


def suggest(program: Program, keys: Iterable[str], given: Mapping[str, InputShape], limits: Limits) -> Suggestion:
    """A value for each key, in shapes that the program accepts together with those given."""
    keys = list(keys)
    shapes, elementwise = _fitting(program, keys, given, limits)
    between = _in_domains(program)
    values = {key: _value(key, position, shapes[key], key in between) for position, key in enumerate(keys)}
    return Suggestion(values, elementwise)


def _fitting(
    program: Program, keys: list[str], given: Mapping[str, InputShape], limits: Limits
) -> tuple[dict[str, Shape], set[int]]:
    """The first candidate that fits, lowered once each; where none does, plain numbers."""
    tried: list[dict[str, Shape]] = []
    for shapes in _candidates(program, keys, given):
        if shapes not in tried:
            tried.append(shapes)
            named = {key: InputShape(key, shape) for key, shape in shapes.items()}
            elementwise = _elementwise(program, {**given, **named}, limits)
            if elementwise is not None:
                return shapes, elementwise
    return dict.fromkeys(keys, ()), set()


def _candidates(program: Program, keys: list[str], given: Mapping[str, InputShape]) -> Iterator[dict[str, Shape]]:
    """Shapes to try, from what the names and the products say to the plainest."""
    matrices = {key for key in keys if key[0].isupper()}
    vectors = _multiplied(program, {key for key, entry in given.items() if len(entry.shape) == 2}) - matrices
    for vector in ((2,), (2, 2)):
        guess: dict[str, Shape] = {key: vector if key in vectors else () for key in keys}
        yield guess | dict.fromkeys(matrices, (2, 2))
    yield dict.fromkeys(keys, ())
    yield dict.fromkeys(keys, (2,))
    yield dict.fromkeys(keys, (2, 2))


def _multiplied(program: Program, given: set[str]) -> set[str]:
    """The names that stand right of a matrix in a product, so that they are vectors rather than numbers."""
    found: set[str] = set()
    for part in _parts(program):
        if isinstance(part, Binary) and part.operator in ("·", "@"):
            found |= _vectors_of(part.left, part.right, given)
        elif isinstance(part, Call) and part.function in MATRIX_PRODUCTS and len(part.arguments) == 2:
            found |= _vectors_of(part.arguments[0], part.arguments[1], given)
    return found


def _vectors_of(left: Expression, right: Expression, given: set[str]) -> set[str]:
    is_matrix = any(_is_matrix(leaf, given) for leaf in (left, *children(left)))
    return {right.key} if is_matrix and isinstance(right, Name) else set()


def _is_matrix(part: Expression, given: set[str]) -> bool:
    """By habit, a name in capitals is a matrix, whether given, assigned or open."""
    return isinstance(part, Array) or (isinstance(part, Name) and (part.key in given or part.key[0].isupper()))


def _parts(program: Program) -> Iterator[Expression]:
    for statement in program.statements:
        for root in roots(statement):
            yield from walk(root)


def _elementwise(program: Program, shapes: Mapping[str, InputShape], limits: Limits) -> set[int] | None:
    """What the program does with inputs of these shapes; ``None`` if it is the shapes that do not fit."""
    try:
        return lower(program, shapes, "absorbed", limits).elementwise
    except EngineError as error:  # whatever else is wrong is for the evaluation to say
        return None if error.code in MISFITS else set()


def _in_domains(program: Program) -> set[str]:
    """The names within a logarithm or a root: a number between 0 and 1 suits ``log(p)`` and ``log(1 - p)`` alike."""
    found: set[str] = set()
    stack = [(root, False) for statement in program.statements for root in roots(statement)]
    while stack:
        part, inside = stack.pop()
        if inside and isinstance(part, Name):
            found.add(part.key)
        inside = inside or (isinstance(part, Call) and part.function in NARROW)
        stack.extend((child, inside) for child in children(part))
    return found


def _value(key: str, position: int, shape: Shape, between: bool) -> Any:
    if not shape and between:
        return PROBABILITIES[position % len(PROBABILITIES)]
    if not shape:
        return LECTURE.get(key, SCALARS[position % len(SCALARS)])
    if shape == (2,):
        return list(VECTOR)
    entries = [abs(entry) if between else entry for entry in _entries(position, prod(shape))]
    return [entries[:2], entries[2:]]


def _entries(position: int, count: int) -> list[float]:
    return [ENTRIES[(k + position) % len(ENTRIES)] for k in range(count)]
