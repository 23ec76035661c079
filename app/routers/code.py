"""Programs in, code for other libraries out."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.calls import Call
from app.dependencies import Desk, answer_of, read_body
from app.language import Language, api_language
from app.openapi import drawn
from app.schemas import CodeRequest
from engine import code

router = APIRouter(prefix="/api/v1", tags=["circuits"])


def _as_text(text: str, _language: Language) -> bytes:
    """The code in UTF-8; it is the same in every language."""
    return text.encode()


CODE = Call("code", CodeRequest, code, _as_text)


@router.post("/code", **drawn(CodeRequest, ["text/plain"]))
async def code_of_program(request: Request) -> Response:
    """A program as code for NumPy, PyTorch, JAX or micrograd, which prints the same value and gradients."""
    desk: Desk = request.app.state.desk
    answer = await answer_of(desk, CODE, await read_body(request, desk.settings), api_language(request))
    return Response(answer, media_type="text/plain; charset=utf-8")
