"""The fields of a picture's or a frame's request out of its address, written as the page's own addresses are.

``inputs`` are pairs, ``w0:2,W:((0.1,0.5),(-0.3,0.8))``, with round or square brackets, ``x:normal(10x3072;7)`` for a
random array (the number behind the semicolon is its seed), or JSON. What cannot be read of any other field is left as
text, which the check of the request refuses with the sentence that belongs to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.errors import Problem, RequestProblem
from app.strict_json import abridged, strict_json

MOST_LEVELS = 20  # of brackets in an input
TEXTS = ("expression", "title", "theme", "lang", "constants")
NUMBERS = ("step", "digits", "scale", "seed")
NAMES = ("fold", "unfold")

_RANDOM = re.compile(r"(normal|uniform)\((\d{1,9}(?:x\d{1,9})*)(?:;(?:seed )?(\d{1,15}))?\)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,15})?")
_SQUARE = str.maketrans("()", "[]")


def fields_of(query: Mapping[str, str]) -> dict[str, Any]:
    """The fields that the query names; others, such as those of the page's panels, are passed over.

    Fails with ``bad_input_value`` where an input cannot be read.
    """
    return _read(_READERS, query)


def frame_fields_of(query: Mapping[str, str]) -> dict[str, Any]:
    """The same for a frame, as far as its script knows them, with those that say what readers can do there."""
    return _read(_FRAME_READERS, query)


def _read(readers: Mapping[str, Callable[[str], Any]], query: Mapping[str, str]) -> dict[str, Any]:
    return {name: read(query[name]) for name, read in readers.items() if name in query}


def _text(text: str) -> str:
    return text


def _number(text: str) -> Any:
    return _json(text) if _NUMBER.fullmatch(text) else text


def _names(text: str) -> Any:
    return text if text in ("all", "none") else [name for name in text.split(",") if name]


def _truth(text: str) -> Any:
    """An attribute without a value is on, too."""
    return {"": True, "1": True, "true": True, "0": False, "false": False}.get(text, text)


def _inputs(text: str) -> dict[str, Any]:
    if text.lstrip().startswith("{"):
        found = _json(text)
        if not isinstance(found, dict):
            raise _unreadable(text)
        return found
    values: dict[str, Any] = {}
    for pair in filter(None, map(str.strip, _pairs(text))):
        name, colon, value = (part.strip() for part in pair.partition(":"))
        if not colon or not name or name in values:
            raise _unreadable(pair)
        values[name] = _value(value)
    return values


def _pairs(text: str) -> Iterator[str]:
    """The parts between commas that stand outside all brackets."""
    depth = start = 0
    for place, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            yield text[start:place]
            start = place + 1
    yield text[start:]


def _value(text: str) -> Any:
    match = _RANDOM.fullmatch(text)
    if not match:
        value = _json(text.translate(_SQUARE))
        if isinstance(value, str | bool | dict | None):
            raise _unreadable(text)
        return value
    return {"random": match[1], "shape": [int(size) for size in match[2].split("x")], "seed": int(match[3] or 0)}


def _json(text: str) -> Any:
    """A number, list or object; a text that is none of them is unreadable."""
    try:
        found = strict_json(text.encode(errors="replace"), MOST_LEVELS)
        json.dumps(found, allow_nan=False)  # fails for 1e999
    except (Problem, ValueError):
        raise _unreadable(text) from None
    return found


def _unreadable(text: str) -> RequestProblem:
    return RequestProblem("unreadable_input", text=abridged(text))


_READERS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys(NUMBERS, _number),
    **dict.fromkeys(NAMES, _names),
    "inputs": _inputs,
    "upstream": _value,
}
_OF_PICTURES_ONLY = ("scale", "seed")
_FRAME_READERS = {name: read for name, read in _READERS.items() if name not in _OF_PICTURES_ONLY} | {
    "mode": _text,
    "panels": _names,
    "readonly": _truth,
}
FIELDS = tuple(_READERS)
