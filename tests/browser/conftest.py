"""One server and one browser for all tests of the page; for each visit a context of its own, with a watch over it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from scripts.setup.console import Stop
from tests.browser.chromium import launch
from tests.browser.course import Course
from tests.browser.serving import Server
from tests.browser.watching import Watch

PATIENCE = 15_000  # milliseconds until a test gives up; it goes on as soon as the page is there

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    """The page comes last: it is the slowest, and Playwright's event loop would be in the way of other tests' loops."""
    items.sort(key=lambda item: Path(__file__).parent in item.path.parents)


@pytest.fixture(scope="session")
def server():
    with Server() as running:
        yield running
    failures = [line for line in running.log if '"level": "error"' in line or '"status": 5' in line]
    assert not failures, f"The server failed: {failures}"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        try:
            running = launch(playwright)
        except Stop as missing:
            pytest.fail(str(missing), pytrace=False)
        yield running
        running.close()


class Visits:
    """Opens pages of the server, each in a context of its own with a watch over it.

    ``visits("/guide", width=390)``; ``tolerated`` are remarks of the browser that the test provokes (see Watch),
    ``before(page)`` prepares the page before it goes anywhere, other options are those of Playwright's contexts.
    ``others`` are origins that may be asked besides the server's.
    """

    def __init__(self, browser, address, *others):
        self._browser = browser
        self._address = address
        self._origins = (address, *others)
        self._watches = []
        self._contexts = []

    def __call__(self, path="/", *, width=1440, height=900, tolerated=(), before=None, **options):
        page = self._context(width, height, options, tolerated).new_page()
        if before:
            before(page)
        page.goto(path)
        return page

    def _context(self, width, height, options, tolerated):
        usual = {"locale": "en-US", "reduced_motion": "reduce", "color_scheme": "light"}
        size = {"width": width, "height": height}
        context = self._browser.new_context(base_url=self._address, viewport=size, **usual | options)
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        self._watches.append(Watch(context, self._origins, tolerated))
        return context

    def end(self):
        """Close all pages, and fail if one of them did what no page may do."""
        for watch in self._watches:
            watch.check()
        for context in self._contexts:
            context.close()


@pytest.fixture
def visit(browser, server):
    visits = Visits(browser, server.address)
    yield visits
    visits.end()


@pytest.fixture(scope="module")
def visit_once(browser, server):
    """As ``visit``, for pages that all tests of a module only look at."""
    visits = Visits(browser, server.address)
    yield visits
    visits.end()


@pytest.fixture(scope="session")
def course():
    """Another website, which shows circuits of the server."""
    with Course() as site:
        yield site


@pytest.fixture
def visit_course(browser, server, course):
    """As ``visit``, for pages of the course."""
    visits = Visits(browser, server.address, course.address)
    yield visits
    visits.end()
