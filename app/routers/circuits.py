"""Programs in, circuits out."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.answers import CurveAnswer, EvaluateAnswer, JacobianAnswer, ParseAnswer
from app.calls import Call
from app.dependencies import respond
from app.openapi import documented
from app.schemas import CurveRequest, EvaluateRequest, JacobianRequest, ParseRequest
from engine import edge_jacobian, evaluate, gate_curve, parse

router = APIRouter(prefix="/api/v1", tags=["circuits"])

EVALUATE = Call("evaluate", EvaluateRequest, evaluate)
JACOBIAN = Call("jacobian", JacobianRequest, edge_jacobian)
CURVE = Call("curve", CurveRequest, gate_curve)
PARSE = Call("parse", ParseRequest, parse)


@router.post("/evaluate", **documented(EvaluateRequest, EvaluateAnswer))
async def evaluate_program(request: Request) -> Response:
    """The circuit of a program, with every value and every gradient."""
    return await respond(request, EVALUATE)


@router.post("/parse", **documented(ParseRequest, ParseAnswer))
async def parse_program(request: Request) -> Response:
    """How a program is read: its canonical form and its inputs, with values that make it run."""
    return await respond(request, PARSE)


@router.post("/jacobian", **documented(JacobianRequest, JacobianAnswer))
async def jacobian_of_edge(request: Request) -> Response:
    """The Jacobian of one edge in numbers: all derivatives of a gate's outputs by the entries of an operand."""
    return await respond(request, JACOBIAN)


@router.post("/curve", **documented(CurveRequest, CurveAnswer))
async def curve_of_gate(request: Request) -> Response:
    """A scalar gate as a function of one operand, the others held: values and derivatives for a plot."""
    return await respond(request, CURVE)
