"""Whatever goes wrong, as the members of a problem document (RFC 9457); no HTTP here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.language import Language
from app.messages import SENTENCES
from app.problems import PROBLEMS
from engine import EngineError, line_and_column

MOST_ERRORS = 20
ENTRY = ("code", "detail", "span", "line", "column", "hint")

Position = tuple[int, int]


class Problem(Exception):
    """Something wrong that an answer can name; ``others`` were found together with it."""

    code: str
    headers: Mapping[str, str] = {}
    others: Sequence[Problem] = ()

    @property
    def status(self) -> int:
        """The HTTP status that goes with the code."""
        return PROBLEMS[self.code].status

    def document(self, language: Language) -> dict[str, Any]:
        """The members of the problem document, in ``language``; ``errors`` lists all where there are several."""
        document = self.members(language)
        if self.others:
            several = [document, *(other.members(language) for other in self.others[: MOST_ERRORS - 1])]
            document["errors"] = [{name: one[name] for name in ENTRY} for one in several]
        return document

    def members(self, language: Language) -> dict[str, Any]:
        """What is said about this one alone."""
        raise NotImplementedError


class RequestProblem(Problem):
    """A request that cannot be taken.

    ``key`` names a row of :data:`app.messages.SENTENCES`, ``values`` fill it. ``position`` is a line and a column of
    the body. ``details`` become members of the answer; ``others`` are further problems of the same request.
    """

    def __init__(
        self,
        key: str,
        /,
        *,
        position: Position | None = None,
        details: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        others: Sequence[RequestProblem] = (),
        **values: Any,
    ) -> None:
        self.sentence = SENTENCES[key]
        self.code = self.sentence.code
        self.position = position
        self.details = dict(details or {})
        self.headers = dict(headers or {})
        self.others = others
        self.values = values
        super().__init__(self.message("en"))

    def message(self, language: Language) -> str:
        """What is wrong, in a sentence; a value that is a mapping gives its entry for ``language``."""
        return self.sentence.message(language, self._spoken(language))

    def members(self, language: Language) -> dict[str, Any]:
        """The members of the problem document; line and column are those of the body."""
        line, column = self.position or (None, None)
        document = problem_document(
            self.code, language, self.message(language), self.sentence.hint(language, self._spoken(language))
        )
        return document | {"line": line, "column": column} | self.details

    def _spoken(self, language: Language) -> dict[str, Any]:
        return {name: value[language] if isinstance(value, dict) else value for name, value in self.values.items()}


class ProgramProblem(Problem):
    """What the engine found wrong with the program ``source``, in one statement or in several."""

    def __init__(self, error: EngineError, source: str) -> None:
        self.error = error
        self.code = error.code
        self.source = source
        self.others = tuple(ProgramProblem(other, source) for other in error.further)
        super().__init__(str(error))

    def members(self, language: Language) -> dict[str, Any]:
        """The members of the problem document; span, line and column are those of the program."""
        error = self.error
        document = problem_document(self.code, language, error.message(language), error.hint(language))
        if error.span is not None:
            document["span"] = list(error.span)
            document["line"], document["column"] = line_and_column(self.source, error.span[0])
        return document | {name: value for name, value in error.details.items() if name not in document}


def problem_document(code: str, language: Language, detail: str, hint: str | None) -> dict[str, Any]:
    """The members that every problem has; the place in the program still open."""
    kind = PROBLEMS[code]
    return {
        "type": f"/problems/{code}",
        "title": kind.title(language),
        "status": kind.status,
        "detail": detail,
        "code": code,
        "span": None,
        "line": None,
        "column": None,
        "hint": hint,
    }
