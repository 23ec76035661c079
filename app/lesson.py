"""The walk-through of the lecture: the steps of ``lesson.json``, for the page and for the documents."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from app.examples import address, examples
from app.language import Language

_FILE = Path(__file__).with_name("lesson.json")


@cache
def lesson(language: Language) -> dict[str, Any]:
    """``{"title", "lead", "sections"}`` in ``language``; a section is ``{"title", "steps"}``.

    A step is ``{"title", "program", "address", "do", "see", "why"}``: what opens, what to do, what to look for and why.
    ``see`` has rows of three texts: a name or a part of the program, its value and its gradient, or their shapes.
    """
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    rows = {row["id"]: row for row in examples(language)}
    return {
        "title": data["title"][language],
        "lead": data["lead"][language],
        "sections": [
            {"title": section["title"][language], "steps": [_step(step, rows, language) for step in section["steps"]]}
            for section in data["sections"]
        ],
    }


def _step(step: dict[str, Any], rows: dict[str, Any], language: Language) -> dict[str, Any]:
    row = rows[step["example"]]
    return {
        "title": row["title"],
        "program": row["expression"],
        "address": address(row),
        "do": step["do"][language],
        "see": [[text.replace("-", "−") if place else text for place, text in enumerate(seen)] for seen in step["see"]],
        "why": step["why"][language],
    }
