"""What a page must not do, whatever a test does with it."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


class Watch:
    """Listens to a context from its first page on; ``addresses`` are the origins that may be asked."""

    def __init__(self, context: BrowserContext, addresses: Iterable[str]) -> None:
        self.begin()
        self._context = context
        self._hosts = {urlsplit(address).netloc for address in addresses}
        context.on("console", self._heard)
        context.on("weberror", self._failed)
        context.on("request", self._asked)

    def begin(self, tolerated: tuple[str, ...] = ()) -> None:
        """Forget what was heard.

        ``tolerated`` are parts of the browser's own remarks on failed requests that a test provokes, such as
        ``"status of 422"``; nothing else may be written to the console.
        """
        self.remarks: list[str] = []
        self.elsewhere: list[str] = []
        self._tolerated = tolerated

    def check(self) -> None:
        """Fail if anything was said, asked of another host, or kept as a cookie."""
        cookies = self._context.cookies()
        assert not self.remarks, f"The console is not silent: {self.remarks}"
        assert not self.elsewhere, f"Other hosts were asked: {self.elsewhere}"
        assert not cookies, f"There are cookies: {cookies}"

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not self._is_tolerated(message.text):
            self.remarks.append(f"{message.type}: {message.text} ({message.location['url']})")

    def _is_tolerated(self, text: str) -> bool:
        return text.startswith("Failed to load resource") and any(part in text for part in self._tolerated)

    def _failed(self, problem: WebError) -> None:
        self.remarks.append(f"uncaught: {problem.error}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc not in self._hosts:
            self.elsewhere.append(request.url)
