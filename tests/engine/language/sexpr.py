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
    Name,
    Negative,
    Number,
    Tuple,
)  # fmt: skip


def sexpr(source, inputs=()):
    """``a+b*c`` → ``(+ a (* b c))``; statements are separated by ``; ``."""
    program = parse_program(source, inputs).program
    return "; ".join(_statement(statement) for statement in program.statements)


def _statement(statement):
    if isinstance(statement, Definition):
        parameters = " ".join(parameter.key for parameter in statement.parameters)
        return f"(def {statement.key} ({parameters}) {_of(statement.body)})"
    if isinstance(statement, Assignment):
        return f"(= {statement.key} {_of(statement.value)})"
    return _of(statement.value)


def _of(expression):
    match expression:
        case Number():
            return f"{expression.value:g}"
        case Name():
            return expression.key
        case Constant():
            return str(expression.value)
        case Negative():
            return f"(neg {_of(expression.operand)})"
        case Binary():
            return f"({expression.operator} {_of(expression.left)} {_of(expression.right)})"
        case Bars():
            return f"({expression.kind} {_of(expression.operand)})"
        case Call():
            name = f"np.{expression.function}" if expression.qualified else expression.function
            keywords = [f":{key} {_of(value)}" for key, value in expression.keywords]
            return f"({' '.join([name, *map(_of, expression.arguments), *keywords])})"
        case Array():
            return f"[{' '.join(map(_of, expression.items))}]"
        case Tuple():
            return f"(tuple {' '.join(map(_of, expression.items))})"
    raise AssertionError(type(expression))
