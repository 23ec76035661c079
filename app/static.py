"""Static files with the caching that their address promises, and texts compressed."""

from __future__ import annotations

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.compression import gzipped, takes_gzip

FOR_GOOD = "public, max-age=31536000, immutable"
_TEXTS = frozenset((".js", ".mjs", ".css", ".svg", ".json", ".txt"))
_OF_BYTES = frozenset(("content-length", "accept-ranges"))  # headers about the bytes as they lie in the file
_LEAST = 1_000  # bytes: what is shorter fits one packet anyway


class CachedFiles(StaticFiles):
    """Files under a versioned address (``?v=`` or a hashed chunk) never change; any other is asked about each time."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at ``path``, or 304."""
        response = await super().get_response(path, scope)
        is_versioned = scope["query_string"].startswith(b"v=") or path.startswith("dist/chunks/")
        response.headers["Cache-Control"] = FOR_GOOD if is_versioned else "no-cache"
        if Path(path).suffix not in _TEXTS:
            return response
        response.headers["Vary"] = "Accept-Encoding"
        return await _compressed(response, Headers(scope=scope))


async def _compressed(response: Response, asked: Headers) -> Response:
    """A whole file as gzip, under a tag that says that it is the same file in other bytes; anything else as it is."""
    accepted = takes_gzip(asked.get("accept-encoding", "")) and "range" not in asked
    if not accepted or not isinstance(response, FileResponse) or int(response.headers["content-length"]) < _LEAST:
        return response
    assert response.stat_result is not None
    body = await run_in_threadpool(gzipped, Path(response.path), response.stat_result.st_mtime_ns)
    headers = {name: value for name, value in response.headers.items() if name not in _OF_BYTES}
    headers |= {"content-encoding": "gzip", "etag": f"W/{response.headers['etag']}"}
    return Response(body, headers=headers)
