"""Tokens to a program: statement after statement, going on behind one that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from engine.errors import EngineError, fail
from engine.language.definitions import begins_definition, defined_names, definition
from engine.language.latex import is_latex, latex_tokens
from engine.language.lexer import WORDS, tokenize
from engine.language.names import key_of
from engine.language.notices import Notice
from engine.language.reading import Reader
from engine.language.skipping import skip_ignored
from engine.language.statements import statement
from engine.language.syntax import Program, Statement
from engine.limits import Limits

MOST_ERRORS = 10  # that are told at once


class Parsed(NamedTuple):
    """A program and what a reader should know about how it was read."""

    program: Program
    notices: list[Notice]


def parse_program(source: str, inputs: Iterable[str] = (), limits: Limits | None = None) -> Parsed:
    """Read a program; ``inputs`` are the names given with it, which decide how runs of letters are cut.

    Fails with the first error in the text; its ``further`` errors are those of other statements.
    """
    limits = limits or Limits()
    limits.check("expression_characters", len(source))
    given = {key_of(name): name for name in inputs}
    tokens = tokenize(source)
    if is_latex(tokens):
        tokens = latex_tokens(source, limits)
    reader = Reader(source, tokens, given, limits)
    reader.defined = defined_names(reader)
    statements = _statements(reader)
    if not statements:
        fail("empty_program", (0, len(source)))
    program = Program(source, tuple(statements), reader.spellings, frozenset(reader.bound))
    return Parsed(program, list(reader.notices.values()))


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
            _resume(reader, start)
    if errors:
        errors[0].further = tuple(errors[1:])
        raise errors[0]
    return statements


def _resume(reader: Reader, start: int) -> None:
    """Go on behind the statement that begins at ``start`` and could not be read."""
    first, second = reader.tokens[start], reader.tokens[start + 1]
    if first.kind in WORDS and second.text == "=":
        reader.bind(key_of(first.text), first.text)  # so that nobody misses the name
    reader.position = max(reader.position, start + 1)
    indent = reader.indentation(first)
    while not reader.at_end_of(indent):
        reader.take()
        reader.skip_separators()
