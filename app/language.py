"""Which of the two languages a reader wants."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from engine import Language

if TYPE_CHECKING:  # the command line needs the languages, but no server
    from starlette.requests import Request

__all__ = ["LANGUAGES", "Language", "api_language", "negotiated", "page_language"]

LANGUAGES: tuple[Language, ...] = ("en", "ko")


def api_language(request: Request) -> Language:
    """The language of the header ``Accept-Language``; English unless Korean is preferred."""
    return negotiated(request.headers.get("accept-language", ""))


def page_language(request: Request) -> Language:
    """The language of the address (``?lang=ko``), else that of the header."""
    asked = request.query_params.get("lang")
    return "ko" if asked == "ko" else "en" if asked == "en" else api_language(request)


@lru_cache(maxsize=256)
def negotiated(header: str) -> Language:
    """The language that ``header`` weighs most; the first one of equals."""
    best: tuple[float, Language] = (0.0, "en")
    for entry in header[:400].lower().split(","):
        tag, _, parameter = entry.strip().partition(";")
        language = _spoken(tag.strip())
        weight = _weight(parameter)
        if language and weight > best[0]:
            best = (weight, language)
    return best[1]


def _spoken(tag: str) -> Language | None:
    primary = tag.partition("-")[0]
    return "ko" if primary == "ko" else "en" if primary in ("en", "*") else None


def _weight(parameter: str) -> float:
    name, _, number = parameter.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(float(number), 1.0)
    except ValueError:
        return 0.0
