"""One server and one browser for all tests of the page; for each visit a page as good as new."""

from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from scripts.setup.console import Stop
from tests.browser.chromium import launch
from tests.browser.course import Course
from tests.browser.serving import Server
from tests.browser.visiting import PATIENCE, Tabs, Visits

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


@pytest.fixture(scope="session")
def tabs(browser, server):
    """Pages that a test has left and that the next one can use."""
    waiting = Tabs(browser, server.address)
    yield waiting
    waiting.close()


@pytest.fixture
def visit(tabs, request):
    visits = Visits(tabs)
    failures = request.session.testsfailed
    yield visits
    visits.end(failed=request.session.testsfailed > failures)


@pytest.fixture(scope="module")
def visit_once(tabs):
    """As ``visit``, for pages that all tests of a module only look at."""
    visits = Visits(tabs)
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
    tabs = Tabs(browser, server.address, course.address)
    visits = Visits(tabs)
    yield visits
    visits.end()
    tabs.close()
