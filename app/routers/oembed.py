"""What other sites ask for to show circuits: the web component's module, and oEmbed's answer to an address."""

from __future__ import annotations

import struct
from typing import Any
from urllib.parse import urlencode

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from app.assets import static_folder
from app.dependencies import Desk
from app.errors import Problem, RequestProblem
from app.oembed import DAY, MEDIA_TYPES, Bounds, Thumbnail, as_xml, query_of, rich
from app.routers.pictures import drawn_for
from app.static import CachedFiles

router = APIRouter(include_in_schema=False)

HOUR = "public, max-age=3600, stale-while-revalidate=604800"
LARGEST = 10_000  # pixels that a frame may be asked to have
SCALES = ("2", "1")  # of a thumbnail: sharp on every screen, else just large enough
FROM_ANYWHERE = {"Cross-Origin-Resource-Policy": "cross-origin"}


@router.get("/embed.js")
async def component(request: Request) -> Response:
    """The module of <chainrule-circuit>, under an address that stays."""
    files = CachedFiles(directory=static_folder(), check_dir=False)
    response = await files.get_response("dist/embed.js", request.scope)
    response.headers.update({**FROM_ANYWHERE, "Cache-Control": HOUR})
    return response


@router.get("/oembed")
async def oembed(request: Request) -> Response:
    """What oEmbed answers to the address of a circuit of this server; nothing is fetched."""
    asked = request.query_params
    form = asked.get("format", "json")
    if form not in MEDIA_TYPES:
        raise RequestProblem("unknown_format", format=form[:40])
    if "url" not in asked:
        raise RequestProblem("missing_field", field="url")
    most = Bounds(_pixels(request, "maxwidth"), _pixels(request, "maxheight"))
    origin = str(request.base_url).rstrip("/")
    query = query_of(asked["url"], origin)
    if query is None:
        raise RequestProblem("no_circuit")
    answer = rich(query, origin, most, await _thumbnail(request, query, most))
    content = orjson.dumps(answer) if form == "json" else as_xml(answer).encode()
    headers = {**FROM_ANYWHERE, "Cache-Control": f"public, max-age={DAY}"}
    return Response(content, headers=headers, media_type=MEDIA_TYPES[form])


def _pixels(request: Request, name: str) -> int:
    text = request.query_params.get(name, str(LARGEST))
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
        expected = {"en": "a whole number from 1", "ko": "1 이상의 정수여야 합니다."}
        raise RequestProblem("wrong_field", field=name, expected=expected)
    return int(text[:9])


async def _thumbnail(request: Request, query: dict[str, str], most: Bounds) -> Thumbnail | None:
    """The picture of the circuit, where one can be drawn that fits."""
    desk: Desk = request.app.state.desk
    for scale in SCALES:
        fields: dict[str, Any] = query | {"scale": scale}
        try:
            _, content = await drawn_for(desk, fields, "png")
        except Problem:
            return None
        width, height = struct.unpack_from(">II", content, 16)  # of every PNG's first chunk
        if width <= most.width and height <= most.height:
            return Thumbnail(f"{request.base_url}render.png?{urlencode(fields)}", width, height)
    return None
