"""Programs in, circuits out."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.answers import EvaluateAnswer, ParseAnswer
from app.calls import Call
from app.dependencies import respond
from app.openapi import documented
from app.schemas import EvaluateRequest, ParseRequest
from engine import evaluate, parse

router = APIRouter(prefix="/api/v1", tags=["circuits"])

EVALUATE = Call("evaluate", EvaluateRequest, evaluate)
PARSE = Call("parse", ParseRequest, parse)


@router.post("/evaluate", **documented(EvaluateRequest, EvaluateAnswer))
async def evaluate_program(request: Request) -> Response:
    """The circuit of a program, with every value and every gradient."""
    return await respond(request, EVALUATE)


@router.post("/parse", **documented(ParseRequest, ParseAnswer))
async def parse_program(request: Request) -> Response:
    """How a program is read: its canonical form and its inputs, with values that make it run."""
    return await respond(request, PARSE)
