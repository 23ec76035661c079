"""Tokens to a program: statement after statement, going on behind one that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from engine.errors import EngineError, fail
from engine.language.definitions import begins_definition, defined_names, definition
from engine.language.lexer import WORDS, Token, tokenize
from engine.language.names import key_of
from engine.language.notices import Notice
from engine.language.reading import Reader
from engine.language.skipping import skip_ignored
from engine.language.statements import statement
from engine.language.syntax import Program, Statement
from engine.language.vocabulary import CHOICES, LOOPS
from engine.limits import Limits

BLOCKS = LOOPS | CHOICES | {"def", "class", "with", "try", "except", "finally", "async"}
_NEXT_STATEMENT = re.compile(r"\n(?=[ \t]*(?:def[ \t]|\w+[ \t]*(?:[-+*/@]|\*\*)?=(?!=)))")
DEFAULTS = Limits()
MOST_ERRORS = 10  # that are told at once


class Parsed(NamedTuple):
    """A program and what a reader should know about how it was read."""

    program: Program
    notices: list[Notice]


def parse_program(source: str, inputs: Iterable[str] = (), limits: Limits | None = None) -> Parsed:
    """Read a program; ``inputs`` are the names given with it, which decide how runs of letters are cut.

    Fails with the first error in the text; its ``further`` errors are those of other statements.
    """
    limits = limits or DEFAULTS
    limits.check("expression_characters", len(source))
    given = {key_of(name): name for name in inputs}
    reader = _reader(source, given, limits)
    reader.defined = defined_names(reader)
    statements = _statements(reader)
    if not statements:
        fail("empty_program", (0, len(source)))
    program = Program(source, tuple(statements), reader.spellings, frozenset(reader.bound))
    return Parsed(program, list(reader.notices.values()))


def _reader(source: str, given: dict[str, str], limits: Limits) -> Reader:
    tokens = tokenize(source)
    if "\\" not in source and "$" not in source:
        return Reader(source, tokens, given, limits)
    from engine.language.latex import is_latex, latex_tokens  # loaded with the first program that may need it

    if not is_latex(source, tokens):
        return Reader(source, tokens, given, limits)
    tokens = latex_tokens(source, limits)
    reader = Reader(source, tokens, given, limits)
    reader.is_text = all(token.kind != "name" for token in tokens)
    return reader


def _statements(reader: Reader) -> list[Statement]:
    statements: list[Statement] = []
    errors: list[EngineError] = []
    while reader.peek().kind != "end" and len(errors) < MOST_ERRORS:
        start = reader.position
        try:
            if reader.peek().kind == "separator":
                reader.take()
            elif not skip_ignored(reader):
                statements.append(definition(reader) if begins_definition(reader) else statement(reader))
        except EngineError as error:
            if error.code == "limit_exceeded":
                raise
            errors.append(error)
            _resume(reader, start, error)
    if errors:
        errors[0].further = tuple(errors[1:])
        raise errors[0]
    return statements


def _resume(reader: Reader, start: int, error: EngineError) -> None:
    """Go on behind the statement that begins at ``start`` and could not be read."""
    first, second = reader.tokens[start], reader.tokens[start + 1]
    if first.kind in WORDS and second.text == "=":
        reader.bind(key_of(first.text), first.text)  # so that nobody misses the name
    reader.position = max(reader.position, start + 1)
    if error.key == "bracket_open" and error.span and reader.is_text and reader.peek().text != ";":
        _resume_behind_bracket(reader, error.span[1])
        return
    indent, has_block = reader.indentation(first), first.text in BLOCKS
    while not reader.at_end_of(indent) and (has_block or reader.peek().text != ";"):
        reader.take()


def _resume_behind_bracket(reader: Reader, position: int) -> None:
    """Where a bracket is never closed, the lines up to the next assignment may have been meant to stand inside."""
    line = _NEXT_STATEMENT.search(reader.source, position)
    begin = line.end() if line else len(reader.source)
    rest = [Token(t.kind, t.text, t.start + begin, t.end + begin) for t in tokenize(reader.source[begin:])]
    reader.replace_rest(rest)
