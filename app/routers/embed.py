"""The page for a frame on another site."""

from __future__ import annotations

import hashlib
import json
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from app.dependencies import Desk, answer_of
from app.embedding import EMBED
from app.errors import Problem
from app.language import Language, page_language
from app.oembed import title_of
from app.queries import frame_fields_of
from app.routers.pages import page
from app.routers.pictures import picture_of_problem, theme_of
from app.texts import circuit_texts

router = APIRouter(include_in_schema=False)

MODES = ("step", "view", "explore")
KEPT = ("expression", "inputs", "fold", "unfold", "constants", "upstream", "digits", "step", "theme", "lang")


@router.get("/embed")
async def embed(request: Request) -> Response:
    """A circuit with a picture that needs no script, and with what brings it to life."""
    language = page_language(request)
    try:
        found = await _found(request, language)
    except Problem as problem:
        return _problem_page(request, problem, language)
    found["data"]["texts"] = circuit_texts(language)
    found["pictures"] = {name: Markup(picture) for name, picture in found["pictures"].items()}
    found["data"] = Markup(json.dumps(found["data"], ensure_ascii=False).replace("<", "\\u003c"))
    return _unless_known(request, _page(request, 200, **found))


async def _found(request: Request, language: Language) -> dict[str, Any]:
    desk: Desk = request.app.state.desk
    fields = {**frame_fields_of(request.query_params), "lang": language}
    kept = await answer_of(desk, EMBED, json.dumps(fields, ensure_ascii=False).encode(), language)
    found: dict[str, Any] = json.loads(kept)
    return found


def _page(request: Request, status: int, **context: Any) -> Response:
    query = request.query_params
    mode = query.get("mode", "")
    looks = {"mode": mode if mode in MODES else MODES[0], "theme": theme_of(query)}
    title = title_of({"expression": "", **query})
    kept = urlencode({name: query[name] for name in KEPT if name in query})
    return page(request, "embed.html", status, title=title, kept=kept, **looks, **context)


def _problem_page(request: Request, problem: Problem, language: Language) -> Response:
    """What is wrong, in the place of the circuit; nothing in it runs."""
    picture = picture_of_problem(problem, request.query_params, "svg", language).content.decode()
    response = _page(request, problem.status, pictures={"plain": Markup(picture)})
    response.headers.update({"Cache-Control": "no-store", **problem.headers})
    return response


def _unless_known(request: Request, response: Response) -> Response:
    """The page, or 304 where the browser has it already."""
    tag = f'"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    response.headers["ETag"] = tag
    if tag not in request.headers.get("if-none-match", ""):
        return response
    kept = {name: response.headers[name] for name in ("etag", "cache-control", "vary", "content-language")}
    return Response(status_code=304, headers=kept)
