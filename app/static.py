"""Static files with the caching that their address promises."""

from __future__ import annotations

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOR_GOOD = "public, max-age=31536000, immutable"


class CachedFiles(StaticFiles):
    """Files under a versioned address (``?v=`` or a hashed chunk) never change; any other is asked about each time."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at ``path``, or 304."""
        response = await super().get_response(path, scope)
        is_versioned = scope["query_string"].startswith(b"v=") or path.startswith("dist/chunks/")
        response.headers["Cache-Control"] = FOR_GOOD if is_versioned else "no-cache"
        return response
