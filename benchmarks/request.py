"""A request's p50 over a real server, against a FastAPI endpoint that returns the same bytes.

Both servers run under uvicorn with the same options, each in a process of its own; their requests are interleaved,
one connection each, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import http.client
import json
import multiprocessing
import os
import random
import statistics
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import uvicorn
from fastapi import FastAPI, Request, Response

from app import logs, server
from app.main import create_app
from app.settings import Settings
from benchmarks.report import OURS, Goal, Section, number, table
from benchmarks.sigmoid import NAMES
from benchmarks.sigmoid import PROGRAM as SIGMOID

ROUNDS = 1_500
WARM_UP = 200
FLOOR = "FastAPI, same bytes"
SAME_INPUTS, NEW_INPUTS = f"{OURS}, the same request again", f"{OURS}, new inputs each time"
TEXT = f"""\
`POST /api/v1/evaluate` of the sigmoid circuit over a real connection, beside a FastAPI endpoint that reads the body
and returns the same bytes: the p50 of {ROUNDS:,} interleaved requests. The same request again is answered from the
cache."""


def body(values: list[float]) -> bytes:
    return json.dumps({"expression": SIGMOID, "inputs": dict(zip(NAMES, values, strict=True))}).encode()


def bytes_app(answer: bytes) -> FastAPI:
    """The floor: a FastAPI endpoint that reads its body and returns ``answer``."""
    app = FastAPI()

    @app.post("/api/v1/evaluate")
    async def same_bytes(request: Request) -> Response:
        await request.body()
        return Response(answer, media_type="application/json")

    return app


def serve(answer: bytes | None, ready: Connection) -> None:
    """Run the product, or the floor when an ``answer`` is given, on a free port that is sent to ``ready``."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the log lines are written, but not shown
    settings = Settings()
    logs.set_up(settings.log_format)
    app: FastAPI = bytes_app(answer) if answer else create_app(settings)
    listener = server.open_socket("127.0.0.1", 0)
    ready.send(listener.getsockname()[1])
    config = uvicorn.Config(app, **server.server_options(settings))
    uvicorn.Server(config).run(sockets=[listener])


def started(answer: bytes | None) -> tuple[BaseProcess, http.client.HTTPConnection]:
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=serve, args=(answer, sender), daemon=True)
    process.start()
    return process, http.client.HTTPConnection("127.0.0.1", receiver.recv(), timeout=20)


def post(connection: http.client.HTTPConnection, content: bytes) -> bytes:
    connection.request("POST", "/api/v1/evaluate", content, {"Content-Type": "application/json"})
    response = connection.getresponse()
    answer = response.read()
    if response.status != 200:
        raise SystemExit(f"The server answered {response.status}: {answer[:200]!r}")
    return answer


def interleaved(calls: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The p50 of each call, in seconds; both servers get the same number of requests, in a random order."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    names, draw = [FLOOR, *calls], random.Random(1)
    for _ in range(WARM_UP + ROUNDS):
        draw.shuffle(names)
        for name in names:
            start = time.perf_counter()
            calls[name]()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(values[WARM_UP:]) for name, values in times.items()}


def measure() -> dict[str, float]:
    draw = random.Random(0)
    slide = body([2, -1, -3, -2, -3])
    product, product_connection = started(None)
    try:
        answer = post(product_connection, slide)
        floor, floor_connection = started(answer)
        try:
            return interleaved(
                {
                    FLOOR: lambda: post(floor_connection, slide),
                    SAME_INPUTS: lambda: post(product_connection, slide),
                    NEW_INPUTS: lambda: post(product_connection, body([draw.gauss(0, 2) for _ in NAMES])),
                }
            )
        finally:
            floor.terminate()
    finally:
        product.terminate()


def section() -> Section:
    """Measure."""
    times = measure()
    rows = [(name, number(1e6 * time), number(time / times[FLOOR])) for name, time in times.items()]
    goal = Goal("a request", f"{OURS}, new inputs / {FLOOR}", times[NEW_INPUTS] / times[FLOOR], 2)
    return Section("A request", TEXT, [table(("", "µs", f"× {FLOOR}"), rows)], [goal])


if __name__ == "__main__":
    print(section().markdown())
