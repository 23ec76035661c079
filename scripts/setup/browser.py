"""Chromium, in which the page is tested."""

import os
import shutil
import subprocess

from scripts.setup.console import Stop, run, tell

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
KOREAN_FONT = "fonts-noto-cjk"
NOT_THERE = """\
The tests of the page need Chromium or Chrome, and none was found.
Install one (on Debian or Ubuntu: apt-get install chromium fonts-noto-cjk)
or name one: make test CHROMIUM=/path/to/chromium"""
WRONG_NAME = "CHROMIUM names {path}, which is no program. Give the path of a Chromium or Chrome, or leave it out."
NOT_INSTALLED = "{packages} could not be installed with apt-get."


def find() -> str | None:
    """The path of the browser: what ``CHROMIUM`` names, else the first one on this machine.

    Fails with ``Stop`` when ``CHROMIUM`` names nothing that can be run.
    """
    chosen = os.environ.get("CHROMIUM")
    if not chosen:
        return next(filter(None, map(shutil.which, (*COMMANDS, *PLACES))), None)
    path = shutil.which(chosen)
    if path is None:
        raise Stop(WRONG_NAME.format(path=chosen))
    return path


def require() -> str:
    """The path of the browser, installed now if it is missing and Debian's package manager may be used."""
    if find() is None and (apt := apt_get()):
        install(apt, "chromium", KOREAN_FONT)
    elif not has_korean_font() and (apt := apt_get()):
        install(apt, KOREAN_FONT)
    path = find()
    if path is None:
        raise Stop(NOT_THERE)
    return path


def has_korean_font() -> bool:
    """Whether a Korean text has a font; taken for granted where nothing can tell."""
    if not shutil.which("fc-list"):
        return True
    return bool(subprocess.run(["fc-list", ":lang=ko", "family"], capture_output=True).stdout.strip())


def apt_get() -> list[str] | None:
    """How to call apt-get without being asked for a password; ``None`` where that cannot be."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    asks = not shutil.which("sudo") or subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode
    return None if asks else ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]


def install(apt: list[str], *packages: str) -> None:
    """Install Debian packages."""
    names = " and ".join(packages)
    tell(f"Installing {names} with apt-get …")
    failure = f"{NOT_INSTALLED.format(packages=names)}\n{NOT_THERE}"
    run([*apt, "update"], failure)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run([*apt, "install", "-y", "--no-install-recommends", *packages], failure, environment)
