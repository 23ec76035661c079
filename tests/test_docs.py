"""The documents' examples are run, and what exists is documented."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import engine
from engine import parse

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"^\| `(?P<written>[^`]+)` \| `(?P<read>[^|]+)` \|", re.MULTILINE)
NOTATION = (ROOT / "docs" / "notation.md").read_text(encoding="utf-8")


def rows() -> list[tuple[str, str]]:
    """What is written and how it is read, from the tables of the notation's page."""
    return [(m["written"], m["read"].replace("` ⏎ `", "\n")) for m in ROW.finditer(NOTATION)]


def test_the_notation_has_its_tables() -> None:
    assert len(rows()) >= 25


@pytest.mark.parametrize(("written", "read"), rows())
def test_the_notation_is_read_as_documented(written: str, read: str) -> None:
    assert parse(written).to_dict()["expression"]["canonical"] == read


@pytest.mark.parametrize("written", re.findall(r"^\| `[^`]+` \| `(.+?)` \|.*notice", NOTATION, re.MULTILINE))
def test_a_documented_notice_is_raised(written: str) -> None:
    source = next(w for w, r in rows() if r == written)
    assert [notice["code"] for notice in parse(source).to_dict()["notices"]] == ["implicit_product"]


def test_every_function_is_documented() -> None:
    from engine.gates import FUNCTIONS

    hidden = {"sigma", "absolute", "pow", "squared_norm"} | {n for n in FUNCTIONS if n.endswith(("equal", "greater"))}
    words = set(re.findall(r"[\w]+", NOTATION))
    assert {name for name in FUNCTIONS if name not in hidden | {"less"}} <= words


def test_the_python_examples_run() -> None:
    for page in ("README.md",):
        failed, tried = doctest.testfile(str(ROOT / page), module_relative=False)
        assert (failed, tried > 0) == (0, True)
    assert doctest.testmod(engine) == doctest.TestResults(0, 2)


@pytest.mark.parametrize(
    "page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", *sorted(p.name for p in (ROOT / "docs").glob("*.md"))]
)
def test_links_between_documents_lead_somewhere(page: str) -> None:
    path = ROOT / page if (ROOT / page).exists() else ROOT / "docs" / page
    for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_setting_is_documented() -> None:
    from dataclasses import fields

    from app.settings import PREFIX, Settings
    from engine import Limits

    page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    documented = dict(re.findall(r"^\| `(\w+)` \| `?([^|`]+?)`? \|", page, re.MULTILINE))
    for owner in (Settings(), Limits()):
        for field in fields(owner):
            value = getattr(owner, field.name)
            if isinstance(value, int | float):
                assert documented[PREFIX + field.name.upper()] == f"{value:,}"
            elif field.name != "limits":
                assert PREFIX + field.name.upper() in documented
