"""The API's own description: for programs, and for people."""

from __future__ import annotations

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from app.language import page_language
from app.manual import manual
from app.routers.pages import page

router = APIRouter(prefix="/api/v1", include_in_schema=False)


@router.get("/openapi.json")
async def openapi_document(request: Request) -> Response:
    """The OpenAPI document."""
    headers = {"Cache-Control": "no-cache"}
    return Response(orjson.dumps(request.app.openapi()), headers=headers, media_type="application/json")


@router.get("/docs")
async def documentation(request: Request) -> Response:
    """The same for people, with a command to try for each call."""
    language = page_language(request)
    return page(request, "api.html", manual=manual(request.app.openapi(), language), server=str(request.base_url))
