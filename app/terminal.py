"""What a terminal gives and is told: inputs as ``name=value``, exit codes, errors with their place marked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from app.errors import Problem
from app.strict_json import abridged, strict_json
from engine import EngineError

OK, FAILED, MISUSED = 0, 1, 2
MOST_LEVELS = 100  # of brackets in a value


class MisuseError(Exception):
    """A command that was called wrongly."""


def complain(message: str, code: int) -> int:
    """Say what is wrong; gives the exit code."""
    print(f"chainrule: {message}", file=sys.stderr)
    return code


def inputs_of(pairs: Sequence[str]) -> dict[str, Any]:
    """The inputs by name; fails with :class:`MisuseError`."""
    inputs: dict[str, Any] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        name = name.strip()
        if not equals or not name:
            raise MisuseError(f"{pair!r} is no input; write name=value.")
        if name in inputs:
            raise MisuseError(f"The input {name} is there twice.")
        inputs[name] = value_of(name, text)
    return inputs


def value_of(name: str, text: str | None) -> Any:
    """A number or a nested list; fails with :class:`MisuseError`."""
    if text is None:
        return None
    try:
        return strict_json(text.encode(errors="replace"), MOST_LEVELS)
    except Problem:
        wish = f"write {name}=2 or {name}=[1,2]"
        raise MisuseError(f"The value of {name} is neither a number nor a list: {abridged(text)}; {wish}.") from None


def described(error: EngineError, source: str) -> str:
    """The code and the message, the line with the place marked, and the hint."""
    return "\n".join([f"{error.code}: {error.message()}", *error.details_in(source)])
