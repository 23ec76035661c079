"""The built-in examples: the rows of ``examples.json``, in one language."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from app.language import Language

_FILE = Path(__file__).with_name("examples.json")


@cache
def examples(language: Language) -> list[dict[str, Any]]:
    """All examples in the order of the lecture.

    Each is ``{"id", "group": {"id", "title"}, "title", "look", "expression", "inputs", "digits"}``. ``look`` says what
    to look for, ``digits`` how many decimals show it. Where they are not as usual there are also fields of the request
    (``"upstream"``, ``"fold"``) and of the page's address: ``"select"``, ``"panel"``, ``"rate"``.
    """
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    titles = {group["id"]: group["title"][language] for group in data["groups"]}
    return [_translated(row, titles, language) for row in data["examples"]]


def _translated(row: dict[str, Any], titles: dict[str, str], language: Language) -> dict[str, Any]:
    texts = {name: row[name][language] for name in ("title", "look")}
    return {**row, **texts, "group": {"id": row["group"], "title": titles[row["group"]]}}
