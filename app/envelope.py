"""What surrounds every request: headers, CORS, HEAD, the last resort for errors, one log line, the metrics."""

from __future__ import annotations

from time import perf_counter

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import RequestProblem
from app.handlers import problem_response
from app.language import api_language
from app.logs import SERVER, log_request
from app.metrics import Metrics
from app.settings import Settings

Headers = list[tuple[bytes, bytes]]

_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)
_USUAL: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]


def _framed_by(*sites: str) -> Headers:
    """The headers of what only these sites may show in a frame; all where none is named.

    Then there is no rule, as its ``*`` leaves out pages without an origin, such as files and frames in a sandbox.
    """
    ancestors = "; frame-ancestors " + " ".join(sites) if sites else ""
    return [(b"content-security-policy", (_POLICY + ancestors).encode()), *_USUAL]


def _ancestors(sites: tuple[str, ...]) -> tuple[str, ...]:
    """All sites, or those that the operator names and this server itself, whose page shows what it gives to embed."""
    return tuple(dict.fromkeys(("'self'", *sites))) if sites else ()


_SECURITY: Headers = [*_framed_by("'none'"), (b"x-frame-options", b"DENY")]
_OPEN: Headers = [*_SECURITY, (b"access-control-allow-origin", b"*")]
_API: Headers = [*_OPEN, (b"access-control-expose-headers", b"Retry-After, ETag, Content-Language")]
_STATIC: Headers = [*_OPEN, (b"cross-origin-resource-policy", b"cross-origin")]
_FRAME = "/embed"  # the only page that others may show in a frame
_BY_START = {  # what pages of other origins may use as well
    "/api/": _API,
    "/static/": _STATIC,
    "/render.": _OPEN,
    "/embed.js": _OPEN,
    "/oembed": _OPEN,
}
_PREFLIGHT: Headers = [
    (b"access-control-allow-methods", b"GET, HEAD, POST, OPTIONS"),
    (b"access-control-allow-headers", b"Content-Type, Accept-Language, If-None-Match"),
    (b"access-control-max-age", b"86400"),
]
_METHODS = frozenset(("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"))
_CLIENT_GONE = 499


class Envelope:
    """The only middleware, in plain ASGI: nothing is copied and nothing is buffered."""

    def __init__(self, app: ASGIApp, metrics: Metrics, settings: Settings) -> None:
        self.app = app
        self.metrics = metrics
        self.allowed_hosts = settings.allowed_hosts
        self.frame_headers = _framed_by(*_ancestors(settings.frame_ancestors))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, whatever happens."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = perf_counter()
        exchange = _Exchange(scope, send, self._headers_for(scope["path"]))
        try:
            await self._answer(exchange, receive)
        except ClientDisconnect:
            exchange.status = _CLIENT_GONE
        except Exception:
            SERVER.exception("A request could not be answered")
            await exchange.apologise(receive)
        finally:
            self._record(exchange, perf_counter() - started)

    async def _answer(self, exchange: _Exchange, receive: Receive) -> None:
        scope = exchange.scope
        if self.allowed_hosts and not self._is_allowed(scope):
            await exchange.refuse(RequestProblem("bad_host"), receive)
        elif scope["method"] == "OPTIONS" and scope["path"].startswith("/api/"):
            await exchange.send({"type": "http.response.start", "status": 204, "headers": [*_PREFLIGHT]})
            await exchange.send({"type": "http.response.body", "body": b""})
        else:
            await self.app(scope, receive, exchange.send)

    def _headers_for(self, path: str) -> Headers:
        if path == _FRAME:
            return self.frame_headers
        return next((headers for start, headers in _BY_START.items() if path.startswith(start)), _SECURITY)

    def _is_allowed(self, scope: Scope) -> bool:
        host = Request(scope).headers.get("host", "").lower()
        return host in self.allowed_hosts or host.rpartition(":")[0] in self.allowed_hosts

    def _record(self, exchange: _Exchange, seconds: float) -> None:
        method = exchange.method if exchange.method in _METHODS else "other"
        route = getattr(exchange.scope.get("route"), "path", "unmatched")
        self.metrics.record(method, route, exchange.status, seconds)
        log_request(method, exchange.scope["path"], exchange.status, seconds)


class _Exchange:
    """One request and what was answered so far; a HEAD is answered as the GET without its body."""

    def __init__(self, scope: Scope, send: Send, headers: Headers) -> None:
        self.method: str = scope["method"]
        self.scope = {**scope, "method": "GET"} if self.method == "HEAD" else scope
        self.status = 0
        self._send = send
        self._headers = headers

    async def send(self, message: Message) -> None:
        """Pass ``message`` on, a start with the headers of every answer."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message["headers"], *self._headers]
        elif self.method == "HEAD":
            message["body"] = b""
        await self._send(message)

    async def refuse(self, problem: RequestProblem, receive: Receive) -> None:
        """Answer with ``problem``."""
        language = api_language(Request(self.scope))
        await problem_response(problem, language)(self.scope, receive, self.send)

    async def apologise(self, receive: Receive) -> None:
        """Answer 500, unless an answer has begun."""
        if not self.status:
            await self.refuse(RequestProblem("internal_error"), receive)
