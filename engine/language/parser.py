"""Tokens to statements: outputs, assignments and function definitions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from engine.errors import fail
from engine.language.expressions import ExpressionParser
from engine.language.lexer import Token, tokenize
from engine.language.names import key_of, spelling_of
from engine.language.notices import Notice
from engine.language.reading import Reader
from engine.language.syntax import (
    Assignment,
    Binary,
    Definition,
    Expression,
    Name,
    Output,
    Parameter,
    Program,
    Statement,
)  # fmt: skip
from engine.limits import Limits

IGNORED_MODULES = ("numpy", "math", "torch", "jax", "scipy.special")
COMPARISONS = frozenset((">=", "<=", "==", "!="))


class Parsed(NamedTuple):
    """A program and what a reader should know about how it was read."""

    program: Program
    notices: list[Notice]


def parse_program(source: str, inputs: Iterable[str] = (), limits: Limits | None = None) -> Parsed:
    """Read a program; ``inputs`` are the names given with it, which decide how runs of letters are cut."""
    limits = limits or Limits()
    limits.check("expression_characters", len(source))
    reader = Reader(source, tokenize(source), {key_of(name): name for name in inputs}, limits)
    reader.defined = frozenset(_definitions(reader))
    statements: list[Statement] = []
    while reader.peek().kind != "end":
        if reader.peek().kind == "separator":
            reader.take()
        elif not _skip_import(reader):
            statements.append(_statement(reader))
    if not statements:
        fail("empty_program", (0, len(source)))
    return Parsed(Program(source, tuple(statements), reader.spellings), list(reader.notices.values()))


def _definitions(reader: Reader) -> list[str]:
    """The functions that a program defines anywhere: a body may call one that is defined below it."""
    keys, starts = [], True
    for position, token in enumerate(reader.tokens):
        reader.position = position
        if starts and token.kind == "run" and reader.peek(1).text == "(" and _is_definition(reader):
            keys.append(key_of(token.text))
        starts = token.kind == "separator"
    reader.position = 0
    return keys


def _statement(reader: Reader) -> Statement:
    first, second = reader.peek(), reader.peek(1)
    if first.kind == "run" and second.text == "=":
        return _assignment(reader)
    if first.kind == "run" and len(second.text) > 1 and second.text[-1] == "=" and second.text not in COMPARISONS:
        return _augmented(reader)
    if first.kind == "run" and second.text == "(" and _is_definition(reader):
        return _definition(reader)
    value = ExpressionParser(reader).parse()
    _end(reader)
    return Output(value.span, value)


def _end(reader: Reader) -> None:
    """A statement ends here; anything else is an error at its place."""
    token = reader.peek()
    if token.kind in ("end", "separator"):
        return
    span = (token.start, token.end)
    if token.text in (")", "]"):
        fail("closing_without_opening", span, bracket=token.text)
    reader.fail_operator(token)


def _target(reader: Reader) -> Token:
    token = reader.take()
    reader.spellings.setdefault(key_of(token.text), spelling_of(token.text))
    return token


def _assignment(reader: Reader) -> Assignment:
    target = _target(reader)
    reader.take()
    value = ExpressionParser(reader).parse()
    _end(reader)
    key = key_of(target.text)
    _shadow(reader, key, target)
    return Assignment((target.start, value.span[1]), key, spelling_of(target.text), value)


def _augmented(reader: Reader) -> Assignment:
    """``x += y`` is ``x = x + y``."""
    target, operator = _target(reader), reader.take()
    right = ExpressionParser(reader).parse()
    _end(reader)
    key, span = key_of(target.text), (target.start, right.span[1])
    symbol = operator.text[:-1].replace("**", "^")
    left = Name((target.start, target.end), key)
    value = Binary(span, symbol, left, right, (operator.start, operator.end))
    _shadow(reader, key, target)
    return Assignment(span, key, spelling_of(target.text), value)


def _shadow(reader: Reader, key: str, target: Token) -> None:
    """From here on the name means the assignment, also where an input of that name was given."""
    if key in reader.given and key not in reader.assigned:
        reader.notice(Notice("shadowed_input", (target.start, target.end), None, {"name": target.text}))
    reader.assigned.add(key)
    reader.functions.discard(key)
    reader.variables[key] = spelling_of(target.text)


def _is_definition(reader: Reader) -> bool:
    """Whether ``name(a, b, …) =`` stands here."""
    ahead = 2
    while reader.peek(ahead).kind == "run" and reader.peek(ahead + 1).text == ",":
        ahead += 2
    closes = reader.peek(ahead).kind == "run" and reader.peek(ahead + 1).text == ")"
    return closes and reader.peek(ahead + 2).text == "="


def _definition(reader: Reader) -> Definition:
    name = _target(reader)
    parameters = _parameters(reader)
    reader.take()
    key = key_of(name.text)
    reader.functions.add(key)
    reader.variables.pop(key, None)
    body = _body(reader, parameters)
    return Definition((name.start, body.span[1]), key, spelling_of(name.text), parameters, body)


def _body(reader: Reader, parameters: tuple[Parameter, ...]) -> Expression:
    """The body of a definition, in which the parameters are names and functions defined below may be called."""
    outer = {parameter.key: reader.variables.get(parameter.key) for parameter in parameters}
    reader.variables.update((parameter.key, parameter.spelling) for parameter in parameters)
    reader.later = reader.defined
    body = ExpressionParser(reader).parse()
    _end(reader)
    reader.later = frozenset()
    for key, spelling in outer.items():
        if spelling is None:
            del reader.variables[key]
        else:
            reader.variables[key] = spelling
    return body


def _parameters(reader: Reader) -> tuple[Parameter, ...]:
    """The names between the brackets of a definition, each once."""
    parameters: list[Parameter] = []
    while reader.take().text != ")":
        token = _target(reader)
        span, key = (token.start, token.end), key_of(token.text)
        if any(parameter.key == key for parameter in parameters):
            fail("repeated_parameter", span, name=token.text)
        parameters.append(Parameter(key, spelling_of(token.text), span))
    return tuple(parameters)


def _skip_import(reader: Reader) -> bool:
    """Skip ``import numpy as np`` and its kin; any other module is refused."""
    first, module = reader.peek(), reader.peek(1)
    if first.text not in ("import", "from") or first.kind != "run" or module.kind != "run":
        return False
    reader.take()
    _module(reader, first)
    while reader.peek().kind not in ("end", "separator"):
        if reader.take().text == "," and first.text == "import":
            _module(reader, first)
    return True


def _module(reader: Reader, first: Token) -> None:
    """Take a module's dotted name; fail unless it, or a package above it, is one of those that are built in."""
    last = reader.take()
    name = last.text
    while reader.peek().text == ".":
        reader.take()
        last = reader.take()
        name += f".{last.text}"
    if not any(f"{name}.".startswith(f"{module}.") for module in IGNORED_MODULES):
        fail("unsupported_import", (first.start, last.end), name=name)
