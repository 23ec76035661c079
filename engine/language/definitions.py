"""Functions: ``f(x) = …``, ``f = lambda x: …`` and ``def f(x): …`` on one line or with an indented body."""

from __future__ import annotations

from engine.errors import Span, fail
from engine.language.expressions import ExpressionParser
from engine.language.lexer import WORDS, Token
from engine.language.names import key_of
from engine.language.reading import Reader
from engine.language.refusals import fail_operator, fail_unclosed, refuse_token
from engine.language.skipping import skip_ignored
from engine.language.statements import bracketed_targets, end_statement, local_statement, refuse_statement, target
from engine.language.syntax import Assignment, Definition, Expression, Local, Parameter, Target, Unpacking

STARS = ("*", "^", "/")  # *args, **kwargs and the slash that Python has among parameters
WHERE = r"\text{where}"  # LaTeX: f(x) = body where a = …, b = …


def begins_definition(reader: Reader) -> bool:
    """Whether a function is defined here."""
    first, second = reader.peek(), reader.peek(1)
    if first.kind not in WORDS:
        return False
    if first.text == "def" and second.kind == "run":
        return True
    if second.text == "=":
        return _is_lambda(reader, 2)
    return second.text == "(" and _is_equation(reader)


def _is_lambda(reader: Reader, ahead: int) -> bool:
    following = reader.peek(ahead + 1)
    return reader.peek(ahead).text == "lambda" and (following.kind == "run" or following.text == ":")


def _is_equation(reader: Reader) -> bool:
    """Whether ``name(a, b=1, …) =`` stands here."""
    ahead = 2
    while reader.peek(ahead).kind in WORDS:
        ahead += 1
        if reader.peek(ahead).text == "=":
            ahead = _behind_default(reader, ahead + 1)
        if reader.peek(ahead).text != ",":
            break
        ahead += 1
    return reader.peek(ahead).text == ")" and reader.peek(ahead + 1).text == "="


def _behind_default(reader: Reader, ahead: int) -> int:
    """Where the default of a parameter ends."""
    depth = 0
    while reader.peek(ahead).kind not in ("end", "separator"):
        text = reader.peek(ahead).text
        if not depth and text in (",", ")"):
            break
        depth += (text in ("(", "[")) - (text in (")", "]"))
        ahead += 1
    return ahead


def defined_names(reader: Reader) -> frozenset[str]:
    """The functions that a program defines anywhere: a body may call one that is defined below it."""
    if reader.is_text and "=" not in reader.source and "def" not in reader.source:
        return frozenset()
    starts = [0, *(k for k, token in enumerate(reader.tokens, 1) if token.kind == "separator")]
    keys = set()
    for position in starts:
        reader.position = position
        if begins_definition(reader):
            first, second = reader.peek(), reader.peek(1)
            keys.add(key_of(second.text if first.text == "def" else first.text))
    reader.position = 0
    return frozenset(keys)


def definition(reader: Reader) -> Definition:
    """The function that begins here."""
    first = reader.peek()
    is_def = first.text == "def" and reader.peek(1).kind == "run"
    if is_def:
        reader.take()
    name = target(reader)
    reader.functions.add(name.key)
    reader.variables.pop(name.key, None)
    if is_def:
        return _def(reader, first, name)
    if reader.peek().text == "=":
        return _lambda(reader, name)
    return _equation(reader, name)


def _equation(reader: Reader, name: Target) -> Definition:
    opener = reader.take()
    parameters = _parameters(reader, opener, ")")
    reader.take()
    with reader.local_names():
        _bind(reader, parameters)
        body = ExpressionParser(reader, until=(WHERE,)).parse()
        statements = _where(reader) if reader.peek().text == WHERE else ()
        end_statement(reader, body)
    return Definition((name.span[0], body.span[1]), name.key, name.spelling, parameters, body, statements)


def _where(reader: Reader) -> tuple[Local, ...]:
    """The local assignments that LaTeX writes behind the body."""
    statements: list[Local] = []
    while reader.peek().text in (WHERE, ","):
        reader.take()
        several, start = reader.peek().text == "(", reader.peek().start
        names = bracketed_targets(reader) if several else [target(reader)]
        if reader.peek().text != "=":
            fail_operator(reader.source, reader.peek())
        reader.take()
        value = ExpressionParser(reader, until=",").parse()
        span = (start, value.span[1])
        for name in names:
            reader.bind(name.key, name.spelling)
        local = (
            Unpacking(span, tuple(names), value)
            if several
            else Assignment(span, names[0].key, names[0].spelling, value)
        )
        statements.append(local)
    return tuple(statements)


def _lambda(reader: Reader, name: Target) -> Definition:
    reader.take()
    keyword = reader.take()
    parameters = _parameters(reader, keyword, ":")
    with reader.local_names():
        _bind(reader, parameters)
        body = ExpressionParser(reader).parse()
        end_statement(reader, body)
    return Definition((name.span[0], body.span[1]), name.key, name.spelling, parameters, body)


def _def(reader: Reader, first: Token, name: Target) -> Definition:
    opener = reader.take()
    if opener.text != "(":
        fail("parameters_expected", (opener.start, opener.end))
    parameters = _parameters(reader, opener, ")")
    if reader.peek().text == "->":
        fail("annotation", (reader.peek().start, reader.peek().end))
    if reader.peek().text != ":":
        fail("colon_expected", (reader.last().start, reader.last().end))
    header = (first.start, reader.take().end)
    with reader.local_names():
        _bind(reader, parameters)
        statements, body = _block(reader, first, header)
    return Definition((first.start, body.span[1]), name.key, name.spelling, parameters, body, statements)


def _parameters(reader: Reader, opener: Token, closing: str) -> tuple[Parameter, ...]:
    """The names between the brackets of a definition, each once; ``self`` is none of them."""
    parameters: dict[str, Parameter] = {}
    while reader.peek().text != closing:
        if reader.peek().kind in ("end", "separator") and opener.text == "(":
            fail_unclosed(reader.source, opener, reader.peek())
        if reader.peek().text in STARS:
            fail("starred_parameter", (reader.peek().start, reader.peek().end))
        name = target(reader)
        default = None
        if reader.peek().text == "=":
            equals = reader.take()
            if reader.peek().text in (",", closing):
                span = (reader.peek().start, reader.peek().end)
                fail("operand_between", span, before=equals.text, found=reader.peek().text)
            default = ExpressionParser(reader, until=(",", closing)).parse()
        if name.key in parameters:
            fail("repeated_parameter", name.span, name=name.spelling)
        if name.spelling != "self":
            parameters[name.key] = Parameter(name.key, name.spelling, name.span, default)
        _after_parameter(reader, opener, closing)
    reader.take()
    return tuple(parameters.values())


def _after_parameter(reader: Reader, opener: Token, closing: str) -> None:
    following = reader.peek()
    if following.kind in ("end", "separator") and opener.text == "(":
        fail_unclosed(reader.source, opener, following)
    if following.text == ",":
        reader.take()
    elif following.text == ":" and closing == ")":
        fail("annotation", (following.start, following.end))
    elif following.text != closing:
        refuse_token(reader.source, following)
        found = reader.source[following.start : following.end] or "…"
        fail("comma_expected", (following.start, following.end), found=found, closing=closing)


def _bind(reader: Reader, parameters: tuple[Parameter, ...]) -> None:
    for parameter in parameters:
        reader.bind(parameter.key, parameter.spelling)


def _block(reader: Reader, first: Token, header: Span) -> tuple[tuple[Local, ...], Expression]:
    """The local assignments of a body and what it returns."""
    statements: list[Local] = []
    body: Expression | None = None
    on_one_line = reader.peek().kind != "separator"
    indent = reader.indentation(first)
    while not (reader.at_end_of_line() if on_one_line else reader.at_end_of(indent)):
        token = reader.peek()
        if token.kind == "separator" or skip_ignored(reader):
            reader.skip_separators()
        elif body is not None:
            fail("after_return", (token.start, token.end))
        elif token.text == "return":
            body = _return(reader)
        else:
            statements.append(_local(reader, token))
    if body is None:
        fail("return_missing" if statements else "body_missing", header)
    return tuple(statements), body


def _local(reader: Reader, token: Token) -> Local:
    if begins_definition(reader):
        fail("nested_function", (token.start, token.end))
    refuse_statement(reader, token)
    found = local_statement(reader)
    if found is None:
        value = ExpressionParser(reader).parse()
        end_statement(reader, value)
        fail("useless_statement", value.span)
    return found


def _return(reader: Reader) -> Expression:
    keyword = reader.take()
    if reader.peek().kind in ("end", "separator"):
        fail("return_of_nothing", (keyword.start, keyword.end))
    body = ExpressionParser(reader, until=",").parse()
    if reader.peek().text == ",":
        fail("several_returned", (reader.peek().start, reader.peek().end))
    end_statement(reader, body)
    return body
