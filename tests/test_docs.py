"""The documents' examples are run, and what exists is documented."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import engine

ROOT = Path(__file__).parent.parent


def test_the_python_examples_run() -> None:
    for page in ("README.md", "docs/python.md"):
        failed, tried = doctest.testfile(str(ROOT / page), module_relative=False)
        assert (failed, tried > 0) == (0, True)
    assert doctest.testmod(engine) == doctest.TestResults(0, 2)


@pytest.mark.parametrize(
    "page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", *sorted(p.name for p in (ROOT / "docs").glob("*.md"))]
)
def test_links_between_documents_lead_somewhere(page: str) -> None:
    """Links that begin with a slash open on a running server; tests/app/test_lesson.py follows them."""
    path = ROOT / page if (ROOT / page).exists() else ROOT / "docs" / page
    for target in re.findall(r"\]\((?!https?:|#|/)([^)#\s]+)", path.read_text(encoding="utf-8")):
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
