"""The locks, the Makefile and the style figures hold what they promise."""

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from scripts import style
from scripts.setup.console import ROOT
from scripts.setup.locking import LOCKS

LOCK_FILES = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)(?: ; [^\\]+)? \\$", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / "requirements" / f"{name}.txt").read_text()))


def test_every_lock_is_written_by_the_command() -> None:
    assert {file.stem for file in LOCK_FILES} == set(LOCKS)


@pytest.mark.parametrize("file", LOCK_FILES, ids=lambda file: file.stem)
def test_every_locked_package_has_a_version_and_a_hash(file: Path) -> None:
    lines = [line for line in file.read_text().splitlines() if not line.lstrip().startswith("#")]
    packages = [line for line in lines if not line.startswith("    --hash=sha256:")]
    assert packages
    assert all(PIN.match(line) for line in packages)
    assert all(lines[lines.index(line) + 1].startswith("    --hash=sha256:") for line in packages)


@pytest.mark.parametrize("file", [*LOCK_FILES, ROOT / "package-lock.json"], ids=lambda file: file.name)
def test_no_lock_names_the_place_its_packages_came_from(file: Path) -> None:
    found = re.findall(r'"resolved"|--(?:extra-)?index-url|--find-links|registry\.|file:/|\S+ @ \S+', file.read_text())
    assert found == []


@pytest.mark.parametrize("name", ["dev", "bench"])
def test_the_locks_agree_about_what_runs(name: str) -> None:
    assert pins("run").items() <= pins(name).items()


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = {re.split(r"[<>=]", requirement)[0] for requirement in project["dependencies"]}
    assert asked <= set(pins("run"))


def test_the_page_is_locked_as_its_package_says() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    lock = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    for kind in ("dependencies", "devDependencies"):
        assert lock[""][kind] == package[kind]
    assert all("integrity" in entry for place, entry in lock.items() if place)


def commands_of_make() -> list[str]:
    """What ``make help`` lists, also when the tests themselves were started by make."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    shown = subprocess.run(["make", "help"], cwd=ROOT, env=variables, capture_output=True, text=True, check=True)
    return [line.split()[0] for line in shown.stdout.splitlines()]


def test_make_help_lists_every_command() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert phony
    assert commands_of_make() == phony[1].split()


def test_contributing_names_every_command() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text()
    assert set(commands_of_make()) - {"help"} == set(re.findall(r"`make ([a-z]+)`", guide))


def test_functions_are_measured_with_their_docstrings(tmp_path: Path) -> None:
    file = tmp_path / "sample.py"
    file.write_text(
        'def short():\n    """One."""\n\n\nclass Some:\n    async def longer(self):\n        a = 1\n        return a\n'
    )
    assert {name.split()[1]: size for name, size in style.functions(file)} == {"short": 2, "longer": 3}


@pytest.mark.parametrize(
    ("files", "lengths", "words"),
    [
        ({"a.py": 301}, {"f": 1}, "a.py has 301 lines"),
        ({"a.py": 300}, {"f": 51, "g": 1, "h": 1}, "f has 51 lines"),
        ({"a.py": 300}, {"f": 11, "g": 11, "h": 1}, "median"),
    ],
)
def test_what_is_too_long_is_named(files: dict[str, int], lengths: dict[str, int], words: str) -> None:
    assert [words in sentence for sentence in style.complaints(files, lengths)] == [True]
