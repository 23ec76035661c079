"""The built-in examples: the rows of ``examples.json``, in one language."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from app.language import Language

_FILE = Path(__file__).with_name("examples.json")
_USUAL_DIGITS = 2
_READABLE = ":,/=@;[]"  # what an address may show as it is


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


def address(row: dict[str, Any]) -> str:
    """Where the page opens an example, as it says: ``/?expression=…&inputs=x:-2,y:5``. Fit for HTML and Markdown."""
    fields = {
        "expression": row["expression"],
        "inputs": ",".join(f"{name}:{_text(value)}" for name, value in row["inputs"].items()),
    }
    fields |= {name: str(row[name]) for name in ("upstream", "select", "panel", "rate") if name in row}
    if row["digits"] != _USUAL_DIGITS:
        fields["digits"] = str(row["digits"])
    if "fold" in row:
        fields["fold"] = ",".join(row["fold"])
    return "/?" + "&".join(f"{name}={quote_plus(text, safe=_READABLE)}" for name, text in fields.items())


def _text(value: Any) -> str:
    """An input as the address spells it: a number, a nested list, or ``normal(10x3072;1)``."""
    if isinstance(value, dict):
        return f"{value['random']}({'x'.join(map(str, value['shape']))};{value['seed']})"
    return json.dumps(value, separators=(",", ":"))


def _translated(row: dict[str, Any], titles: dict[str, str], language: Language) -> dict[str, Any]:
    texts = {name: row[name][language] for name in ("title", "look")}
    return {**row, **texts, "group": {"id": row["group"], "title": titles[row["group"]]}}
