"""The abstract syntax of a program: dataclasses that nobody changes, each with its span in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import EllipsisType
from typing import Literal, TypeVar, dataclass_transform

from engine.errors import Span

BarKind = Literal["abs", "norm", "squared_norm", "l1"]
Class = TypeVar("Class")


@dataclass_transform(frozen_default=True)
def syntax(kind: type[Class]) -> type[Class]:
    """A dataclass that mypy holds frozen; one that Python holds frozen takes three times as long to make."""
    return dataclass(slots=True, eq=False, repr=False)(kind)


@syntax
class Expression:
    """Any part of a program that has a value; ``span`` leaves enclosing brackets out."""

    span: Span


@syntax
class Number(Expression):
    """A literal, its sign included; ``text`` is how it was written."""

    value: float
    text: str


@syntax
class Name(Expression):
    """A variable; ``key`` is the same for all spellings of one name."""

    key: str


@syntax
class Constant(Expression):
    """``True``, ``False`` or ``None`` as an argument, ``None`` or ``...`` as an index."""

    value: bool | EllipsisType | None


@syntax
class Negative(Expression):
    """A unary minus."""

    operand: Expression


@syntax
class Binary(Expression):
    """An operator between two operands.

    ``operator`` is one of ``+ - * / ^ @ · > >= < <= == !=``: ``*`` is elementwise, ``·`` the mathematical product.
    ``place`` is the operator's own span, empty for a product that was not typed.
    """

    operator: str
    left: Expression
    right: Expression
    place: Span


@syntax
class Call(Expression):
    """A function's call; ``qualified`` when written as NumPy's (``np.max(X, 1)``, ``X.max(1)``)."""

    function: str
    arguments: tuple[Expression, ...]
    keywords: tuple[tuple[str, Expression], ...]
    qualified: bool
    place: Span


@syntax
class Bars(Expression):
    """``|x|``, ``||x||``, ``||x||^2`` or ``||x||_1``."""

    kind: BarKind
    operand: Expression


@syntax
class Array(Expression):
    """``[a, b, …]``."""

    items: tuple[Expression, ...]


@syntax
class Tuple(Expression):
    """``(a, b, …)``: a shape or several axes."""

    items: tuple[Expression, ...]


@syntax
class Slice(Expression):
    """``start:stop:step`` as an index; each may be missing."""

    start: Expression | None
    stop: Expression | None
    step: Expression | None


@syntax
class Index(Expression):
    """``x[items]``: entries of an array."""

    operand: Expression
    items: tuple[Expression, ...]


@syntax
class Output:
    """An expression that stands alone."""

    span: Span
    value: Expression


@syntax
class Assignment:
    """``name = value``."""

    span: Span
    key: str
    spelling: str
    value: Expression


@syntax
class Target:
    """A name that a statement gives, and its place in the source."""

    key: str
    spelling: str
    span: Span


@syntax
class Unpacking:
    """``a, b = value``."""

    span: Span
    targets: tuple[Target, ...]
    value: Expression


@syntax
class Parameter:
    """A function's parameter, its place in the source, and the value that it has when none is passed."""

    key: str
    spelling: str
    span: Span
    default: Expression | None = None


@syntax
class Definition:
    """A function: its local ``statements`` in order, then the ``body`` that it returns."""

    span: Span
    key: str
    spelling: str
    parameters: tuple[Parameter, ...]
    body: Expression
    statements: tuple[Local, ...] = ()


Local = Assignment | Unpacking
Statement = Output | Assignment | Unpacking | Definition


@syntax
class Program:
    """Statements in order; the last one is the output. ``spellings`` gives each key as first written.

    ``variables`` are the keys of all inputs given and of all names that a statement or a parameter gives.
    """

    source: str
    statements: tuple[Statement, ...]
    spellings: dict[str, str]
    variables: frozenset[str] = frozenset()


def children(expression: Expression) -> tuple[Expression, ...]:
    """The direct parts of an expression, in written order."""
    match expression:
        case Binary():
            return (expression.left, expression.right)
        case Negative() | Bars():
            return (expression.operand,)
        case Call():
            return expression.arguments + tuple(value for _, value in expression.keywords)
        case Array() | Tuple():
            return expression.items
        case Index():
            return (expression.operand, *expression.items)
        case Slice():
            return tuple(bound for bound in (expression.start, expression.stop, expression.step) if bound is not None)
    return ()


def targets(statement: Statement) -> tuple[str, ...]:
    """The keys of the names that a statement gives."""
    if isinstance(statement, Output):
        return ()
    return tuple(target.key for target in statement.targets) if isinstance(statement, Unpacking) else (statement.key,)


def roots(statement: Statement) -> tuple[Expression, ...]:
    """The expressions of a statement in written order; a function's defaults, its local values and its body."""
    if not isinstance(statement, Definition):
        return (statement.value,)
    defaults = [parameter.default for parameter in statement.parameters if parameter.default is not None]
    return (*defaults, *(local.value for local in statement.statements), statement.body)


def walk(root: Expression) -> Iterator[Expression]:
    """All parts of an expression in written order, parents first; an explicit stack, for any depth."""
    stack = [root]
    while stack:
        expression = stack.pop()
        yield expression
        stack.extend(reversed(children(expression)))
