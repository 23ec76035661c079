"""A program's syntax as an S-expression, for tests that show how something was read."""

from engine.language.parser import parse_program
from engine.language.syntax import (
    Array,
    Assignment,
    Bars,
    Binary,
    Call,
    Constant,
    Definition,
    Index,
    Name,
    Negative,
    Number,
    Slice,
    Tuple,
    Unpacking,
)  # fmt: skip


def sexpr(source, inputs=()):
    """``a+b*c`` → ``(+ a (* b c))``; statements are separated by ``; ``.

    An index is ``(at x 0 (: 1 _ _))``, a function ``(def f (a b=1) (= local a) body)``.
    """
    program = parse_program(source, inputs).program
    return "; ".join(map(_statement, program.statements))


def _statement(statement):
    match statement:
        case Definition():
            parameters = " ".join(map(_parameter, statement.parameters))
            parts = [*map(_statement, statement.statements), _of(statement.body)]
            return f"(def {statement.key} ({parameters}) {' '.join(parts)})"
        case Assignment():
            return f"(= {statement.key} {_of(statement.value)})"
        case Unpacking():
            return f"(= ({' '.join(target.key for target in statement.targets)}) {_of(statement.value)})"
    return _of(statement.value)


def _parameter(parameter):
    return parameter.key if parameter.default is None else f"{parameter.key}={_of(parameter.default)}"


def _of(expression):
    match expression:
        case None:
            return "_"
        case Number():
            return f"{expression.value:g}"
        case Name():
            return expression.key
        case Constant():
            return "..." if expression.value is ... else str(expression.value)
        case Array():
            return f"[{' '.join(map(_of, expression.items))}]"
    return f"({' '.join(_parts(expression))})"


def _parts(expression):
    match expression:
        case Negative() | Bars():
            return ["neg" if isinstance(expression, Negative) else expression.kind, _of(expression.operand)]
        case Binary():
            return [expression.operator, _of(expression.left), _of(expression.right)]
        case Call():
            name = f"np.{expression.function}" if expression.qualified else expression.function
            keywords = [f":{key} {_of(value)}" for key, value in expression.keywords]
            return [name, *map(_of, expression.arguments), *keywords]
        case Tuple():
            return ["tuple", *map(_of, expression.items)]
        case Index():
            return ["at", *map(_of, (expression.operand, *expression.items))]
        case Slice():
            return [":", *map(_of, (expression.start, expression.stop, expression.step))]
    raise AssertionError(type(expression))
