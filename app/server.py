"""The server process: one socket, one event loop, and connections that cannot be held open for nothing."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from app import logs
from app.settings import Settings

_GRACE_SECONDS = 5
_BACKLOG = 512
_BLAS_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")


def protocol(receive_seconds: float) -> type[H11Protocol]:
    """HTTP as uvicorn speaks it, which also hangs up when a request does not arrive whole in ``receive_seconds``."""

    class BoundedProtocol(H11Protocol):
        _deadline: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._watch()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            self._watch()

        def connection_lost(self, exc: Exception | None) -> None:
            self._forget()
            super().connection_lost(exc)

        def _watch(self) -> None:
            if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
                self._forget()
            elif self._deadline is None:
                self._deadline = self.loop.call_later(receive_seconds, self.transport.close)

        def _forget(self) -> None:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

    return BoundedProtocol


def open_socket(host: str, port: int) -> socket.socket:
    """A listening socket; raises OSError when the port is taken or the host is not this machine's."""
    family, kind, transport, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind, transport)  # asyncio sends without delay only where TCP is named
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def server_options(settings: Settings) -> dict[str, Any]:
    """Uvicorn's options; its own 503 is the last line, far above what the app queues."""
    return {
        "http": protocol(settings.receive_seconds + _GRACE_SECONDS),
        "ws": "none",
        "access_log": False,
        "log_config": None,
        "server_header": False,
        "timeout_keep_alive": settings.keep_alive_seconds,
        "timeout_graceful_shutdown": _GRACE_SECONDS,
        "limit_concurrency": settings.connections,
        "backlog": _BACKLOG,
    }


def run(settings: Settings, listener: socket.socket) -> None:
    """Serve on ``listener`` until told to stop."""
    for name in _BLAS_THREADS:  # read when NumPy is first imported; more threads would fight over the cores
        os.environ.setdefault(name, "1")
    logs.set_up(settings.log_format)
    from app.main import create_app

    config = uvicorn.Config(create_app(settings), **server_options(settings))
    with suppress(KeyboardInterrupt):  # uvicorn has shut down by then
        uvicorn.Server(config).run(sockets=[listener])
