"""For operators: is it alive, can it answer, how is it doing."""

from __future__ import annotations

from fastapi import APIRouter, Request
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.responses import JSONResponse, Response

from app.dependencies import Desk
from engine import evaluate

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def alive() -> Response:
    """200 as long as the process answers."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz")
async def ready(request: Request) -> Response:
    """200 when the engine works and there is room for a larger program; else 503."""
    desk: Desk = request.app.state.desk
    is_ready = evaluate("1 + x", {"x": 1}).to_dict()["output"]["value"] == 2 and not desk.workshop.is_full
    return JSONResponse({"status": "ready" if is_ready else "busy"}, 200 if is_ready else 503)


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Counts and times in Prometheus' text format."""
    return Response(generate_latest(request.app.state.metrics.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})
