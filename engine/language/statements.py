"""Outputs and assignments: plain, augmented, and of several names at once."""

from __future__ import annotations

from engine.errors import fail
from engine.language.expressions import ExpressionParser
from engine.language.lexer import AUGMENTED, WORDS, Token
from engine.language.names import key_of
from engine.language.notices import Notice
from engine.language.reading import Reader
from engine.language.refusals import fail_operator, refuse_word
from engine.language.syntax import (
    Assignment,
    Binary,
    Expression,
    Index,
    Name,
    Output,
    Statement,
    Target,
    Tuple,
    Unpacking,
)  # fmt: skip


def statement(reader: Reader) -> Statement:
    """One statement that is no definition of a function."""
    if reader.peek(1).kind in WORDS:
        refuse_statement(reader, reader.peek())
    return local_statement(reader) or _output(reader)


def local_statement(reader: Reader) -> Assignment | Unpacking | None:
    """An assignment, if one begins here."""
    count = _targets_ahead(reader)
    if count == 1:
        return _augmented(reader) if reader.peek(_width(reader)).text in AUGMENTED else _assignment(reader)
    return _unpacking(reader) if count else None


def _width(reader: Reader) -> int:
    """How many tokens a target takes: ``self.w`` three, any other name one."""
    return 3 if reader.peek().text == "self" and reader.peek(1).text == "." else 1


def _targets_ahead(reader: Reader) -> int:
    """How many names stand here in front of an equals sign; 0 if none does."""
    if reader.peek().text == "(":
        return _targets_in_brackets(reader)
    ahead = count = 0
    while reader.peek(ahead).kind in WORDS:
        ahead += 3 if reader.peek(ahead).text == "self" and reader.peek(ahead + 1).text == "." else 1
        count += 1
        following = reader.peek(ahead).text
        if following == "=" or (following in AUGMENTED and count == 1):
            return count
        if following != ",":
            return 0
        ahead += 1
    return 0


def _targets_in_brackets(reader: Reader) -> int:
    ahead = 1
    while reader.peek(ahead).kind in WORDS and reader.peek(ahead + 1).text == ",":
        ahead += 2
    ahead += reader.peek(ahead).kind in WORDS
    closed = ahead > 2 and reader.peek(ahead).text == ")" and reader.peek(ahead + 1).text == "="
    return ahead if closed else 0


def target(reader: Reader) -> Target:
    """Take the name that a statement gives; what stands behind ``self.`` is the name."""
    token = reader.take()
    start = token.start
    if token.text == "self" and reader.peek().text == ".":
        reader.take()
        token = reader.take()
    if token.kind not in WORDS:
        fail("name_expected", (token.start, token.end))
    key = key_of(token.text)
    return Target(key, reader.spell(key, token.text), (start, token.end))


def end_statement(reader: Reader, value: Expression) -> None:
    """A statement ends here; anything else is an error at its place."""
    token = reader.peek()
    if token.kind in ("end", "separator"):
        return
    if isinstance(value, Index) and (token.text == "=" or token.text in AUGMENTED):
        fail("index_assignment", (value.span[0], token.start + len(token.text)))
    fail_operator(reader.source, token)


def _output(reader: Reader) -> Output:
    value = ExpressionParser(reader).parse()
    end_statement(reader, value)
    return Output(value.span, value)


def _assignment(reader: Reader) -> Assignment:
    name = target(reader)
    reader.take()
    value = ExpressionParser(reader).parse()
    end_statement(reader, value)
    _bind(reader, name)
    return Assignment((name.span[0], value.span[1]), name.key, name.spelling, value)


def _augmented(reader: Reader) -> Assignment:
    """``x += y`` is ``x = x + y``."""
    name, operator = target(reader), reader.take()
    right = ExpressionParser(reader).parse()
    end_statement(reader, right)
    span = (name.span[0], right.span[1])
    symbol = operator.text[:-1].replace("**", "^")
    value = Binary(span, symbol, Name(name.span, name.key), right, (operator.start, operator.end))
    _bind(reader, name)
    return Assignment(span, name.key, name.spelling, value)


def bracketed_targets(reader: Reader) -> list[Target]:
    """The names in front of an equals sign, with or without brackets around them."""
    names: list[Target] = []
    while reader.peek().text != "=":
        if reader.peek().text in ("(", ")", ","):
            reader.take()
        else:
            names.append(target(reader))
    return names


def _unpacking(reader: Reader) -> Unpacking:
    """``a, b = value``, with or without brackets around the names; a value may be several with commas between."""
    start = reader.peek().start
    names = bracketed_targets(reader)
    reader.take()
    value = _values(reader)
    end_statement(reader, value)
    for name in names:
        _bind(reader, name)
    return Unpacking((start, value.span[1]), tuple(names), value)


def _values(reader: Reader) -> Expression:
    values = [ExpressionParser(reader, until=",").parse()]
    while reader.peek().text == ",":
        reader.take()
        values.append(ExpressionParser(reader, until=",").parse())
    span = (values[0].span[0], values[-1].span[1])
    return Tuple(span, tuple(values)) if len(values) > 1 else values[0]


def _bind(reader: Reader, name: Target) -> None:
    """From here on the name means the assignment, also where an input of that name was given."""
    if name.key in reader.given and name.key not in reader.assigned:
        reader.notice(Notice("shadowed_input", name.span, None, {"name": name.spelling}))
    reader.assigned.add(name.key)
    reader.bind(name.key, name.spelling)


def refuse_statement(reader: Reader, first: Token) -> None:
    """Name the word that no statement of a circuit begins with."""
    if first.kind == "run" and not reader.is_variable(first.text):
        refuse_word(first, reader.peek(1))
