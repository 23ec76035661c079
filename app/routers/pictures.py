"""Circuits as pictures and documents: by a call of the API, and by an address for an image on any page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.calls import Call
from app.dependencies import Desk, answer_of, read_body
from app.documents import rendered
from app.errors import Problem
from app.language import Language, api_language
from app.openapi import drawn, drawn_by_address
from app.queries import FIELDS, fields_of
from app.schemas import RenderRequest
from engine import EngineError, Look, Picture, Theme, problem_picture, render, with_suggestions

router = APIRouter(tags=["pictures"])

MEDIA_TYPES = ("image/svg+xml", "image/png", "text/x-tex", "text/vnd.graphviz", "text/html", "application/json")
THEMES: dict[str, Theme] = {"light": "light", "dark": "dark"}
DOCUMENTS = ("application/problem+json", "application/json")
WEEK = "public, max-age=604800"
IMAGE: dict[str, str] = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}


def _with_media_type(picture: Picture, _language: Language) -> bytes:
    """A picture to be kept: its media type on a line of its own before it."""
    return picture.media_type.encode() + b"\n" + picture.content


def _filled(expression: str, inputs: Mapping[str, Any] | None = None, **options: Any) -> Picture:
    """A picture whose missing inputs have the values that parse suggests."""
    return render(expression, with_suggestions(expression, inputs or {}, options.get("limits")), **options)


RENDER = Call("render", RenderRequest, rendered, _with_media_type)
IMAGE_CALL = Call("image", RenderRequest, _filled, _with_media_type)


@router.post("/api/v1/render", **drawn(RenderRequest, MEDIA_TYPES))
async def render_program(request: Request) -> Response:
    """The circuit of a program as a picture or a document, with its values and gradients."""
    desk: Desk = request.app.state.desk
    body, language = await read_body(request, desk.settings), api_language(request)
    media_type, content = _parted(await answer_of(desk, RENDER, body, language))
    headers = {"Content-Language": language, "Vary": "Accept-Language"}
    if media_type.startswith("text/html"):  # to be kept, never a page of this server
        headers["Content-Disposition"] = 'attachment; filename="circuit.html"'
    return Response(content, headers=headers, media_type=media_type)


@router.get("/render.svg", **drawn_by_address(RenderRequest, FIELDS, "image/svg+xml"))
async def svg_of_address(request: Request) -> Response:
    """The picture of a program for an image on any page; missing inputs are filled in as by parse."""
    return await _image(request, "svg")


@router.get("/render.png", **drawn_by_address(RenderRequest, FIELDS, "image/png"))
async def png_of_address(request: Request) -> Response:
    """The same as PNG, for places that take no SVG."""
    return await _image(request, "png")


async def _image(request: Request, form: str) -> Response:
    """A picture whatever happens: an image element shows nothing of any other answer."""
    try:
        media_type, content = await drawn_for(request.app.state.desk, request.query_params, form)
    except Problem as problem:
        if _wants_document(request):
            raise
        return _problem_image(problem, request, form)
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = IMAGE | {"ETag": tag, "Cache-Control": WEEK}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=media_type)


def _wants_document(request: Request) -> bool:
    """Whether the header Accept names JSON and no picture, as programs do and image elements never."""
    accepted = [part.partition(";")[0].strip().lower() for part in request.headers.get("accept", "").split(",")]
    names_picture = any(kind.startswith("image/") for kind in accepted)
    return not names_picture and any(kind in DOCUMENTS for kind in accepted)


async def drawn_for(desk: Desk, query: Mapping[str, str], form: str) -> tuple[str, bytes]:
    """Media type and content of the picture that an address with this query has; raises Problem."""
    language = _language(query)
    fields = {"lang": language, **fields_of(query), "format": form}
    body = json.dumps(fields, ensure_ascii=False).encode()
    return _parted(await answer_of(desk, IMAGE_CALL, body, language))


def _language(query: Mapping[str, str]) -> Language:
    return "ko" if query.get("lang") == "ko" else "en"


def _problem_image(problem: Problem, request: Request, form: str) -> Response:
    """What is wrong, to be read where the picture would be, with the status that belongs to it."""
    query = request.query_params
    language = _language(query)
    try:
        picture = picture_of_problem(problem, query, form, language)
    except EngineError:  # no PNG can be drawn here: then the words will do
        raise problem from None
    headers = {**IMAGE, "Cache-Control": "no-store", "Vary": "Accept", "Content-Language": language, **problem.headers}
    return Response(picture.content, problem.status, headers, picture.media_type)


def picture_of_problem(problem: Problem, query: Mapping[str, str], form: str, language: Language) -> Picture:
    """What is wrong with the address of a circuit, in the place of its picture."""
    found = problem.document(language)
    place = _place(found, query.get("expression", ""))
    look = Look(theme=theme_of(query), lang=language)
    return problem_picture(found["title"], found["detail"], found["hint"], place, form, look)


def theme_of(query: Mapping[str, str]) -> Theme:
    """The theme that an address names; the reader's where it names none that there is."""
    return THEMES.get(query.get("theme", ""), "auto")


def _place(found: Mapping[str, Any], source: str) -> tuple[str, int, int] | None:
    """The program's line, where in it the problem starts, and how long it is."""
    if not found["span"]:
        return None
    start, end = found["span"]
    return source.split("\n")[found["line"] - 1], found["column"] - 1, end - start


def _parted(kept: bytes) -> tuple[str, bytes]:
    media_type, _, content = kept.partition(b"\n")
    return media_type.decode(), content
