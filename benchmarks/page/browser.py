"""Pages of a real server in a real Chromium, each in a context of its own, with an empty cache and a probe in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import launch
from tests.browser.serving import Server
from tests.browser.watching import Watch

PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
OPENED = 1_000  # milliseconds in which a new window of the browser draws its own frame, on the same processors
WORK = {"ScriptDuration": "script", "RecalcStyleDuration": "style", "LayoutDuration": "layout", "TaskDuration": "all"}


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that is gone afterwards, however busy its pages are."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visit:
    """A page that has been opened; ``watch`` hears what it writes to the console and whom it asks."""

    page: Page
    watch: Watch

    def do(self, what: str, *arguments: object) -> Any:
        """What a function of the probe gives."""
        return self.page.evaluate("([what, given]) => probe[what](...given)", [what, list(arguments)])

    def circuit_at(self) -> float:
        """Milliseconds from the start of the visit until its circuit stood on the screen."""
        return float(self.page.evaluate("probe.circuit"))

    def work(self, what: str, *arguments: object) -> tuple[Any, dict[str, float]]:
        """What a function gives, and the milliseconds that the page's main thread worked meanwhile, by kind."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Performance.enable")
        before = _durations(session)
        found = self.do(what, *arguments)
        after = _durations(session)
        return found, {kind: after[kind] - before[kind] for kind in after}


def _durations(session: Any) -> dict[str, float]:
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    return {kind: 1e3 * metrics[name] for name, kind in WORK.items()}


@contextmanager
def visit(browser: Browser, server: Server, program: str | None = None) -> Iterator[Visit]:
    """The page as a link to ``program`` opens it, or as a first visit does, in a window that has come to rest."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    context.add_init_script(PROBE)
    watch = Watch(context, [server.address])
    page = context.new_page()
    page.wait_for_timeout(OPENED)
    page.goto(server.address + (f"/?expression={quote(program)}" if program else "/"))
    try:
        yield Visit(page, watch)
    finally:
        context.close()


def p95(milliseconds: list[float]) -> float:
    """Ninety-five of a hundred frames came sooner."""
    return quantiles(milliseconds, n=20)[-1]
