"""``python3 -m scripts.setup STEP``: prepares what one command of the Makefile needs."""

import os
import sys
from collections.abc import Callable

from scripts.setup import browser, drawing_peers, environments, frontend, locking, node, peers, ports
from scripts.setup.console import Stop, tell


def run() -> None:
    """What the server needs: its packages, the built page and a free port."""
    environments.RUN.prepare()
    frontend.build()
    ports.require_free(os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000"))


def check() -> None:
    """What the linters need."""
    environments.DEVELOPMENT.prepare()
    node.packages()


def build() -> None:
    """What the tests and the wheel need, but for a browser."""
    environments.DEVELOPMENT.prepare()
    frontend.build()


def test() -> None:
    """What the tests need: every package, the built page and Chromium."""
    build()
    browser.require()


def bench() -> None:
    """What the benchmarks need: the project and its peers, apart from the development environment, and Chromium."""
    environments.BENCHMARKS.prepare()
    peers.install(environments.BENCHMARKS)
    drawing_peers.install()
    frontend.build()
    browser.require()


def lock() -> None:
    """Locks anew what ``pyproject.toml`` and ``package.json`` ask for."""
    environments.LOCKING.prepare()
    locking.lock(upgrade=bool(os.environ.get("UPGRADE")))


STEPS: dict[str, Callable[[], None]] = {step.__name__: step for step in (run, check, build, test, bench, lock)}


def main(arguments: list[str]) -> int:
    """Exit code 0 when everything is there, 1 when something cannot be had, 2 for an unknown step."""
    if len(arguments) != 1 or arguments[0] not in STEPS:
        tell(f"Name one step: {', '.join(STEPS)}.")
        return 2
    try:
        STEPS[arguments[0]]()
    except Stop as reason:
        tell(str(reason))
        return 1
    except KeyboardInterrupt:
        tell("Stopped. The next run takes it up again.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
