"""What every call needs of a request: its body, in bounds and in time, and the shared parts of the server."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from app.calls import Call
from app.compression import packed
from app.errors import RequestProblem
from app.language import Language, api_language
from app.limits import AnswerCache, Workshop, is_small
from app.settings import Settings

Body = TypeVar("Body", bytes, bytearray)


@dataclass(frozen=True, slots=True)
class Desk:
    """The shared parts of one server: settings, kept answers, threads for larger programs."""

    settings: Settings
    cache: AnswerCache
    workshop: Workshop


async def respond(request: Request, call: Call) -> Response:
    """The JSON answer of ``call`` to ``request``."""
    desk: Desk = request.app.state.desk
    body, language = await read_body(request, desk.settings), api_language(request)
    return await packed(json_response(await answer_of(desk, call, body, language), language), request)


async def answer_of(desk: Desk, call: Call, body: bytes, language: Language) -> bytes:
    """What ``call`` answers to ``body``: kept, or computed now, beside the event loop unless it is small."""
    kind = (call.name, language)
    answer = desk.cache.get(kind, body)
    if answer is None:
        work = partial(call.answer, body, language, desk.settings)
        answer = work() if is_small(body) else await desk.workshop.run(work)
        desk.cache.put(kind, body, answer)
    return answer


def json_response(answer: bytes, language: Language) -> Response:
    """``answer``, as it is."""
    return Response(
        answer,
        headers={"content-language": language, "vary": "Accept-Language, Accept-Encoding"},
        media_type="application/json",
    )


async def read_body(request: Request, settings: Settings) -> bytes:
    """The whole body, if it is JSON by its header, within the byte limit, and arrives in time."""
    check_headers(request, settings)
    try:
        async with asyncio.timeout(settings.receive_seconds):
            return await _received(request, settings.body_bytes)
    except TimeoutError:
        raise RequestProblem("slow_body", headers={"Connection": "close"}, seconds=settings.receive_seconds) from None


def check_headers(request: Request, settings: Settings) -> None:
    """Refuse another content type, a compressed body, and a body that says it is too large."""
    headers = request.headers
    if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise RequestProblem("wrong_media_type", headers={"Accept": "application/json"})
    if headers.get("content-encoding", "identity").lower() != "identity":
        raise RequestProblem("compressed_body", headers={"Accept-Encoding": "identity"})
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length[:19]) > settings.body_bytes:
        raise too_large(settings.body_bytes)


async def _received(request: Request, most_bytes: int) -> bytes:
    message = await request.receive()
    if not message.get("more_body") and message["type"] == "http.request":
        whole: bytes = message.get("body", b"")
        return _bounded(whole, most_bytes)
    body = bytearray()
    while message["type"] == "http.request":
        body += message.get("body", b"")
        _bounded(body, most_bytes)
        if not message.get("more_body"):
            return bytes(body)
        message = await request.receive()
    raise ClientDisconnect


def _bounded(body: Body, most_bytes: int) -> Body:
    if len(body) > most_bytes:
        raise too_large(most_bytes)
    return body


def too_large(most_bytes: int) -> RequestProblem:
    """The problem of a body over the limit."""
    return RequestProblem("too_large", details={"limit": "body_bytes", "maximum": most_bytes}, maximum=most_bytes)
