"""The app behind a plain synchronous client: no socket, no sleeping."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from app.main import create_app
from app.settings import Settings

SIGMOID = "1/(1+exp(-(w0x0+w1x1+w2)))"
SLIDE = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}


class Client:
    """Sends one request at a time to ``app``; ``api`` paths are those under /api/v1."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
                return await client.request(method, path, **options)

        return asyncio.run(send())

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.request("GET", path, **options)

    def evaluate(self, expression: str, inputs: Any = None, headers: Any = None, **fields: Any) -> httpx.Response:
        body = {"expression": expression, **({} if inputs is None else {"inputs": inputs}), **fields}
        return self.request("POST", "/api/v1/evaluate", json=body, headers=headers)

    def post_raw(self, content: Any, path: str = "/api/v1/evaluate", **headers: str) -> httpx.Response:
        sent = {"content-type": "application/json"} | {name.replace("_", "-"): text for name, text in headers.items()}
        return self.request("POST", path, content=content, headers=sent)


@pytest.fixture(scope="session")
def client() -> Client:
    return Client(create_app(Settings()))


@pytest.fixture
def client_with():
    """Makes a client of an app of its own, with the settings given."""

    def make(**settings: Any) -> Client:
        return Client(create_app(Settings(**settings)))

    return make


@pytest.fixture
def slide() -> dict[str, Any]:
    """The lecture's sigmoid circuit, as a request."""
    return {"expression": SIGMOID, "inputs": dict(SLIDE)}
