"""What there is to choose from: the gates, the examples."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from app.answers import ExamplesAnswer
from app.examples import examples
from app.gate_answers import GatesAnswer
from app.language import Language, api_language
from app.openapi import documented
from engine import catalogue

router = APIRouter(prefix="/api/v1", tags=["catalogue"])


@router.get("/gates", **documented(None, GatesAnswer))
async def list_gates(request: Request) -> Response:
    """All gates: symbol, signature, rule and pattern, and the code of their forward and backward pass."""
    return _listing(request, "gates")


@router.get("/examples", **documented(None, ExamplesAnswer))
async def list_examples(request: Request) -> Response:
    """The built-in examples; the fields expression, inputs, upstream and fold of each are a request to evaluate."""
    return _listing(request, "examples")


def _listing(request: Request, name: str) -> Response:
    language = api_language(request)
    content, tag = _content(name, language)
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Content-Language": language, "Vary": "Accept-Language"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="application/json")


@cache
def _content(name: str, language: Language) -> tuple[bytes, str]:
    rows: list[dict[str, Any]] = catalogue() if name == "gates" else examples(language)
    content = orjson.dumps({name: rows})
    return content, f'"{hashlib.sha256(content).hexdigest()[:20]}"'
