"""What the names of a program are likely to be: matrices, vectors, labels, sizes; read off how they are used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from engine.language.syntax import Array, Binary, Call, Expression, Index, Name, Program, children, roots, walk
from engine.language.vocabulary import MAKERS
from engine.lowering import InputShape

MATRIX_PRODUCTS = frozenset(("dot", "matmul"))
LOSSES = frozenset(("svm_loss", "cross_entropy"))  # their second argument is a class, or several
SIZED = (MAKERS - {"array"}) | {"reshape"}  # their arguments, in reshape all but the first, are sizes
NARROW = frozenset(("log", "ln", "log2", "log10", "sqrt", "arcsin", "arccos"))  # functions not defined everywhere


class Roles(NamedTuple):
    """Keys by what they are used for; a name may have several roles, or none."""

    matrices: set[str]
    vectors: set[str]
    labels: set[str]
    sizes: set[str]
    narrow: set[str]

    @property
    def whole(self) -> set[str]:
        """The names that hold whole numbers."""
        return self.labels | self.sizes


def roles(program: Program, keys: list[str], given: Mapping[str, InputShape]) -> Roles:
    """The roles of the open inputs of a program."""
    matrices = {key for key in keys if key[0].isupper()}
    labels, sizes = _labels(program), _sizes(program)
    vectors = _multiplied(program, {key for key, entry in given.items() if len(entry.shape) == 2})
    whole = labels | sizes
    return Roles(matrices - whole, vectors - matrices - whole, labels - sizes, sizes, _inside_narrow(program))


def _parts(program: Program) -> Iterator[Expression]:
    for statement in program.statements:
        for root in roots(statement):
            yield from walk(root)


def _names(expressions: tuple[Expression, ...]) -> set[str]:
    return {part.key for root in expressions for part in walk(root) if isinstance(part, Name)}


def _labels(program: Program) -> set[str]:
    found: set[str] = set()
    for part in _parts(program):
        if isinstance(part, Index):
            found.update(item.key for item in part.items if isinstance(item, Name))
        elif isinstance(part, Call) and part.function in LOSSES and len(part.arguments) > 1:
            found |= _names(part.arguments[1:2])
    return found


def _sizes(program: Program) -> set[str]:
    found: set[str] = set()
    for part in _parts(program):
        if isinstance(part, Call) and part.function in SIZED:
            found |= _names(part.arguments[1:] if part.function in ("reshape", "full") else part.arguments)
    return found


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


def _inside_narrow(program: Program) -> set[str]:
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
