"""The pages that people read.

Every template gets ``lang`` ("en" or "ko"), ``texts`` (all sentences of that language by key), ``asset`` (the address
of a built file, such as ``asset("main.css")``), ``first_chunks`` (what ``main.js`` begins with), ``version``, ``path``
(the page's own), ``discovery`` (where other sites ask about it, see ``app.oembed``) and ``examples``: the rows of
``app.examples`` in that language. The gates page also gets ``gates``, the catalogue; the guide gets ``notation``, its
sections; the lesson gets ``lesson``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse
from fastapi.templating import Jinja2Templates
from starlette.responses import Response

from app import version
from app.assets import asset_address, first_chunks, templates_folder
from app.errors import RequestProblem
from app.examples import address, examples
from app.language import page_language
from app.lesson import lesson
from app.notation import notation
from app.oembed import discovery
from app.problems import PROBLEMS
from app.texts import texts
from engine import catalogue

router = APIRouter(include_in_schema=False)


@router.get("/")
async def index(request: Request) -> Response:
    """The page itself."""
    return page(request, "index.html")


@router.get("/examples")
async def example_gallery(request: Request) -> Response:
    """All examples, to choose from."""
    return page(request, "examples.html")


@router.get("/gates")
async def gate_catalogue(request: Request) -> Response:
    """All gates, with rule and code."""
    return page(request, "gates.html", gates=_gates())


@router.get("/guide")
async def guide(request: Request) -> Response:
    """How to read and use the page."""
    return page(request, "guide.html", notation=notation(page_language(request)))


@router.get("/lesson")
async def walk_through(request: Request) -> Response:
    """The lecture, step by step, in this page's circuits."""
    return page(request, "lesson.html", lesson=lesson(page_language(request)))


@router.get("/examples/")
@router.get("/gates/")
@router.get("/guide/")
@router.get("/lesson/")
async def without_slash(request: Request) -> Response:
    """The same page, for those who end its address with a slash."""
    return RedirectResponse(request.url.path.rstrip("/"), status_code=308)


@router.get("/favicon.ico")
async def favicon() -> Response:
    """Browsers ask for it whether or not a page names an icon."""
    return RedirectResponse("/static/favicon.svg", status_code=308)


@router.get("/problems/{code}")
async def problem(code: str) -> Response:
    """Where the ``type`` of a problem points: its paragraph in the API's description."""
    if code not in PROBLEMS:
        raise RequestProblem("not_found")
    return RedirectResponse(f"/api/v1/docs#{code}", status_code=307)


def page(request: Request, template: str, status: int = 200, **context: Any) -> Response:
    """A page in the reader's language."""
    language = page_language(request)
    context |= {"lang": language, "texts": texts(language), "examples": examples(language), "version": version()}
    headers = {"Content-Language": language, "Vary": "Accept-Language", "Cache-Control": "no-cache"}
    return _templates().TemplateResponse(request, template, context, status, headers)


@cache
def _gates() -> list[dict[str, Any]]:
    return catalogue()


@cache
def _templates() -> Jinja2Templates:
    templates = Jinja2Templates(templates_folder(), context_processors=[_address])
    templates.env.globals |= {"asset": asset_address, "first_chunks": first_chunks, "address": address}
    return templates


def _address(request: Request) -> dict[str, Any]:
    page = str(request.url)
    return {"path": request.url.path, "discovery": discovery(page, str(request.base_url).rstrip("/"))}
