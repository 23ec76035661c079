"""The notation in short tables, with examples: the rows of ``notation.json``, for the page and for the documents."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from app.language import Language

_FILE = Path(__file__).with_name("notation.json")


@cache
def notation(language: Language) -> list[dict[str, Any]]:
    """The sections of the notation in order, in ``language``.

    Each is ``{"id", "title", "text", "steps", "rows"}``: paragraphs, then what is tried in turn, then examples. A row
    is ``{"program", "inputs", "read", "means"}``; ``read`` is there where the canonical text differs. ``shape``,
    ``value``, ``notice`` and ``error`` say what comes out, for the tests. Program text in a sentence stands between
    backticks.
    """
    sections = json.loads(_FILE.read_text(encoding="utf-8"))["sections"]
    return [_translated(section, language) for section in sections]


def _translated(section: dict[str, Any], language: Language) -> dict[str, Any]:
    def said(name: str) -> list[str]:
        return [sentence[language] for sentence in section.get(name, ())]

    rows = [{"inputs": {}, **row, "means": row["means"][language]} for row in section.get("rows", ())]
    return {
        "id": section["id"],
        "title": section["title"][language],
        "text": said("text"),
        "steps": said("steps"),
        "rows": rows,
    }
