"""The application, put together."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app import handlers, openapi, version
from app.assets import static_folder
from app.dependencies import Desk
from app.envelope import Envelope
from app.limits import AnswerCache, Workshop
from app.metrics import Metrics
from app.routers import catalogue, circuits, code, embed, oembed, operations, pages, pictures, reference
from app.settings import Settings
from app.static import CachedFiles
from engine import evaluate


def create_app(settings: Settings | None = None) -> FastAPI:
    """A server of its own, with ``settings`` or those of the environment."""
    settings = settings or Settings.from_environment()
    app = FastAPI(
        title="Chainrule",
        version=version(),
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,  # for the API a slash too many is another address; pages forgive it
        lifespan=_lifespan,
    )
    desk = Desk(settings, AnswerCache(settings.cache_bytes), Workshop(settings.heavy_jobs, settings.heavy_waiting))
    app.state.desk = desk
    app.state.metrics = Metrics(desk.cache, desk.workshop)
    app.add_middleware(Envelope, metrics=app.state.metrics, settings=settings)
    handlers.install(app)
    openapi.install(app)
    for room in (circuits, code, pictures, embed, oembed, catalogue, reference, operations, pages):
        app.include_router(room.router)
    app.mount("/static", CachedFiles(directory=static_folder(), check_dir=False))
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    evaluate("x + 1", {"x": [1]})  # imports NumPy before somebody waits for it
    gc.collect()
    gc.freeze()  # what start-up made stays until the end: the collector need not walk it between requests
    yield
    desk: Desk = app.state.desk
    desk.workshop.close()
