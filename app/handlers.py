"""Every error, whoever raises it, becomes one shape of answer: ``application/problem+json``."""

from __future__ import annotations

import orjson
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.errors import Problem, RequestProblem
from app.language import Language, api_language

MEDIA_TYPE = "application/problem+json"


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
