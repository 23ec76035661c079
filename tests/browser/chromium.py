"""Chromium as the tests and the screenshots start it."""

from playwright.sync_api import Browser, Playwright

from scripts.setup import browser as chromium
from scripts.setup.console import Stop

FLAGS = [
    "--no-sandbox",  # a container's root has no other way
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def path_of_chromium() -> str:
    """What ``CHROMIUM`` names, else the first Chromium or Chrome of this machine; raises Stop when there is none."""
    path = chromium.find()
    if path is None:
        raise Stop(chromium.NOT_THERE)
    return path


def launch(playwright: Playwright) -> Browser:
    """A headless browser without a page."""
    return playwright.chromium.launch(executable_path=path_of_chromium(), args=FLAGS)
