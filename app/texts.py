"""All sentences of the page, by key, in one language."""

from __future__ import annotations

import json
from functools import cache

from app.assets import static_folder
from app.language import Language


@cache
def texts(language: Language) -> dict[str, str]:
    """The sentences of all files of ``static/texts`` in ``language``."""
    sentences: dict[str, str] = {}
    for file in sorted((static_folder() / "texts").glob(f"*{language}.json")):
        sentences |= json.loads(file.read_text(encoding="utf-8"))
    return sentences


@cache
def circuit_texts(language: Language) -> dict[str, str]:
    """Those of a circuit and of what plays it."""
    sentences: dict[str, str] = json.loads((static_folder() / "texts" / f"figure.{language}.json").read_text("utf-8"))
    return sentences
