"""JSON read strictly: no repeated key, no bare NaN, no half characters, no endless nesting; says where it is wrong."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any, NoReturn

from app.errors import Position, RequestProblem
from engine import line_and_column

_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_TOKENS = re.compile(rf"{_STRING}|[{{}}\[\],:]", re.DOTALL)
_CONSTANTS = re.compile(rf"{_STRING}|(-?Infinity|NaN)", re.DOTALL)
_SURROGATES = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(u[dD][89a-fA-F]..)|.)", re.DOTALL)
_ESCAPES = re.compile(rb"\\.", re.DOTALL)
_STRINGS = re.compile(rb'"[^"]*"')

_OPENING_ONLY = bytes.maketrans(b"{}", b"[]")
_NO_BRACKET = bytes(set(range(256)) - set(b'[]{}"'))
_SEARCHED_CHARACTERS = 200_000  # a repeated key in a longer body is reported without its place


def strict_json(body: bytes, most_levels: int) -> Any:
    """The value that ``body`` holds; raises :class:`app.errors.RequestProblem` with line and column of the body.

    An integer too long for Python becomes an infinite float, which no field accepts.
    """
    if not body.strip():
        raise RequestProblem("empty_body")
    if _is_deeper(body, most_levels):
        raise RequestProblem("too_deep", maximum=most_levels)
    text = _decoded(body)
    if "\\u" in text:
        _check_surrogates(text)
    return _parsed(text)


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise RequestProblem("not_utf8", offset=error.start) from None


def _parsed(text: str) -> Any:
    try:
        return _decode(_DECODER, text)
    except ValueError:  # an integer of more digits than Python converts
        return _decode(_LENIENT_DECODER, text)


def _decode(decoder: json.JSONDecoder, text: str) -> Any:
    try:
        return decoder.decode(text)
    except json.JSONDecodeError as error:
        line, column = error.lineno, error.colno
        raise RequestProblem("not_json", position=(line, column), reason=error.msg, line=line, column=column) from None
    except _DuplicateKey as error:
        key = abridged(error.args[0])
        raise RequestProblem("duplicate_key", position=_place_of_repetition(text), key=key) from None
    except _BareConstant as error:
        raise RequestProblem("bare_constant", position=_place_of_constant(text), name=error.args[0]) from None


def abridged(text: str, most: int = 60) -> str:
    """``text``, shortened to be quoted in a sentence."""
    return text if len(text) <= most else text[: most - 1] + "…"


class _DuplicateKey(Exception):
    pass


class _BareConstant(Exception):
    pass


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        raise _DuplicateKey(_repeated(pairs))
    return entries


def _repeated(pairs: list[tuple[str, Any]]) -> str:
    occurrences = Counter(key for key, _ in pairs)
    return next(key for key, count in occurrences.items() if count > 1)


def _constant(name: str) -> NoReturn:
    raise _BareConstant(name)


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < 400 else float(digits)


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)
_LENIENT_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer)


def _is_deeper(body: bytes, most_levels: int) -> bool:
    """Whether brackets nest over ``most_levels``; decided without recursion, before anything is built."""
    if body.count(b"[") + body.count(b"{") <= most_levels:
        return False
    if b"\\" in body:
        body = _ESCAPES.sub(b"", body)
    brackets = _STRINGS.sub(b"", body.translate(_OPENING_ONLY, _NO_BRACKET))
    for _ in range(most_levels):  # each round takes away the innermost level
        brackets = brackets.replace(b"[]", b"")
    return b"[" * (most_levels + 1) in brackets or b"[]" in brackets


def _check_surrogates(text: str) -> None:
    for match in _SURROGATES.finditer(text):
        if match[1]:
            position = line_and_column(text, match.start())
            raise RequestProblem("lone_surrogate", position=position, escape=match[0])


def _place_of_constant(text: str) -> Position | None:
    starts = (match.start() for match in _CONSTANTS.finditer(text) if match[1])
    start = next(starts, None)
    return None if start is None else line_and_column(text, start)


def _place_of_repetition(text: str) -> Position | None:
    """Where the first repeated key stands: a string before a colon, already in the set of its object."""
    if len(text) > _SEARCHED_CHARACTERS:
        return None
    open_objects: list[set[str]] = []
    before: re.Match[str] | None = None
    for token in _TOKENS.finditer(text):
        sign = token[0]
        if sign == ":" and before:
            key = json.loads(before[0])
            if key in open_objects[-1]:
                return line_and_column(text, before.start())
            open_objects[-1].add(key)
        elif sign in "{[":
            open_objects.append(set())
        elif sign in "}]":
            open_objects.pop()
        before = token
    return None
