"""The one way in which the engine says that something is wrong: code, place, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

from engine.messages import ERRORS, Language

Span = tuple[int, int]
LONGEST_LINE, LONGEST_BEFORE, LONGEST_MARK = 100, 60, 40  # of a program's line, signs that a terminal shows


class EngineError(Exception):
    """A program that cannot be read or evaluated.

    ``key`` names a row of :data:`engine.messages.ERRORS`; ``values`` fill its placeholders. ``span`` counts
    Unicode code points of the source, end exclusive; ``None`` where no place in the text is to blame.
    ``details`` are extra members of the answer, such as ``names`` or ``limit``; ``further`` are the errors of other
    statements that were found together with this one. ``operands`` has, where a gate's operands do not fit, the name
    of each one that is an input, and its shape.
    """

    def __init__(
        self,
        key: str,
        span: Span | None = None,
        *,
        details: Mapping[str, Any] | None = None,
        **values: Any,
    ) -> None:
        self.key = key
        self.code = ERRORS[key].code
        self.span = (min(span), max(span)) if span else None  # terms of a sum are read more than once
        self.details = dict(details or {})
        self.values = values
        self.further: tuple[EngineError, ...] = ()
        self.operands: tuple[tuple[str | None, tuple[int, ...]], ...] = ()
        super().__init__(self.message())

    def message(self, language: Language = "en") -> str:
        """What is wrong, in one or two sentences."""
        return ERRORS[self.key].message(language, self.values)

    def hint(self, language: Language = "en") -> str | None:
        """What to write instead, if anything can be proposed."""
        return ERRORS[self.key].hint(language, self.values)

    def details_in(self, source: str, language: Language = "en") -> list[str]:
        """What a terminal shows under the message: the line of the program with the place marked, and the hint."""
        lines = [] if self.span is None else _marked(source, *self.span)
        hint = self.hint(language)
        return [*lines, f"hint: {hint}"] if hint else lines

    def explain(self, source: str) -> None:
        """Let a traceback show the place and the hint, in a terminal and in a notebook."""
        if not hasattr(self, "__notes__"):  # one function may have called another
            for line in self.details_in(source):
                self.add_note(line)


def _marked(source: str, start: int, end: int) -> list[str]:
    """The part of the line around the place, and a line of carets under it."""
    number, column = line_and_column(source, start)
    line, before = source.split("\n")[number - 1], column - 1
    left = max(0, before - LONGEST_BEFORE)
    carets = "^" * max(1, min(end - start, LONGEST_MARK))
    return [f"  {line[left : left + LONGEST_LINE]}", " " * (2 + before - left) + carets]


def fail(key: str, span: Span | None = None, **values: Any) -> NoReturn:
    """Raise the error ``key``; the only place in the language that raises."""
    raise EngineError(key, span, **values)


@contextmanager
def located(span: Span) -> Iterator[None]:
    """Give the errors raised inside that have no place this one."""
    try:
        yield
    except EngineError as error:
        error.span = error.span or span
        raise


def line_and_column(source: str, offset: int) -> tuple[int, int]:
    """Line and column of a code point offset, both from 1."""
    before = source[:offset]
    line = before.count("\n") + 1
    return line, offset - (before.rfind("\n") + 1) + 1
