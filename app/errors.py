"""Whatever goes wrong becomes one shape: ``application/problem+json`` (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.language import Language, api_language
from app.messages import SENTENCES
from app.problems import PROBLEMS
from engine import EngineError, line_and_column

MEDIA_TYPE = "application/problem+json"
MOST_ERRORS = 20

Position = tuple[int, int]


class Problem(Exception):
    """Something wrong that an answer can name; ``document`` gives the answer's members."""

    code: str
    headers: Mapping[str, str] = {}

    @property
    def status(self) -> int:
        """The HTTP status that goes with the code."""
        return PROBLEMS[self.code].status

    def document(self, language: Language) -> dict[str, Any]:
        """The members of the problem document, in ``language``."""
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

    def document(self, language: Language) -> dict[str, Any]:
        """The members of the problem document; line and column are those of the body."""
        line, column = self.position or (None, None)
        document = problem_document(
            self.code, language, self.message(language), self.sentence.hint(language, self._spoken(language))
        )
        document |= {"line": line, "column": column} | self.details
        if self.others:
            everything = (self, *self.others)[:MOST_ERRORS]
            document["errors"] = [{"code": one.code, "detail": one.message(language)} for one in everything]
        return document

    def _spoken(self, language: Language) -> dict[str, Any]:
        return {name: value[language] if isinstance(value, dict) else value for name, value in self.values.items()}


class ProgramProblem(Problem):
    """What the engine found wrong with the program ``source``."""

    def __init__(self, error: EngineError, source: str) -> None:
        self.error = error
        self.code = error.code
        self.source = source
        super().__init__(str(error))

    def document(self, language: Language) -> dict[str, Any]:
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


def problem_response(problem: Problem, language: Language) -> Response:
    """``problem`` as an answer."""
    headers = {"Content-Language": language, "Vary": "Accept-Language", **problem.headers}
    return Response(orjson.dumps(problem.document(language)), problem.status, headers, MEDIA_TYPE)


async def _on_problem(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, Problem)
    return problem_response(problem, api_language(request))


async def _on_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    keys = {404: "not_found", 405: "method_not_allowed", 415: "wrong_media_type"}
    problem = RequestProblem(keys.get(error.status_code, "bad_request"), headers=error.headers)
    return problem_response(problem, api_language(request))


async def _on_validation_error(request: Request, _error: Exception) -> Response:
    return problem_response(RequestProblem("bad_request"), api_language(request))


def install(app: FastAPI) -> None:
    """Make every error of ``app`` answer in the one shape."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.add_exception_handler(RequestValidationError, _on_validation_error)
