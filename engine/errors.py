"""The one way in which the engine says that something is wrong: code, place, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from engine.messages import ERRORS, Language

Span = tuple[int, int]


class EngineError(Exception):
    """A program that cannot be read or evaluated.

    ``key`` names a row of :data:`engine.messages.ERRORS`; ``values`` fill its placeholders. ``span`` counts
    Unicode code points of the source, end exclusive; ``None`` where no place in the text is to blame.
    ``details`` are extra members of the answer, such as ``names`` or ``limit``.
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
        self.span = span
        self.details = dict(details or {})
        self.values = values
        super().__init__(self.message())

    def message(self, language: Language = "en") -> str:
        """What is wrong, in one or two sentences."""
        return ERRORS[self.key].message(language, self.values)

    def hint(self, language: Language = "en") -> str | None:
        """What to write instead, if anything can be proposed."""
        return ERRORS[self.key].hint(language, self.values)


def fail(key: str, span: Span | None = None, **values: Any) -> NoReturn:
    """Raise the error ``key``; the only place in the language that raises."""
    raise EngineError(key, span, **values)


def line_and_column(source: str, offset: int) -> tuple[int, int]:
    """Line and column of a code point offset, both from 1."""
    before = source[:offset]
    line = before.count("\n") + 1
    return line, offset - (before.rfind("\n") + 1) + 1
