"""One program as the bytes of a file, for the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from engine import ENDINGS, EngineError, Picture, render, with_suggestions

FORMATS = {**ENDINGS, ".html": "html"}


class Drawing(NamedTuple):
    """The bytes of a file, and the inputs that nobody gave."""

    content: bytes
    filled_in: dict[str, Any]


class NotDrawnError(Exception):
    """A format that cannot be written here, whatever the program."""


def drawn(source: str, given: Mapping[str, Any], form: str, wishes: Mapping[str, Any]) -> Drawing:
    """Draw a program; inputs that are missing have the values that ``parse`` suggests.

    Fails with :class:`engine.EngineError`, and with :class:`NotDrawnError`.
    """
    draw = _renderer(form)
    if given:  # then mostly all of them are, and nothing has to be suggested
        try:
            return Drawing(draw(source, given, format=form, **wishes).content, {})
        except EngineError as error:
            if error.code != "missing_inputs":
                raise
    inputs = with_suggestions(source, given)
    content = draw(source, inputs, format=form, **wishes).content
    return Drawing(content, {name: value for name, value in inputs.items() if name not in given})


def _renderer(form: str) -> Callable[..., Picture]:
    if form != "html":
        return render
    from app.documents import NotBuiltError, rendered  # needs templates and front end, which no other format does

    def page(*given: Any, **options: Any) -> Picture:
        try:
            return rendered(*given, **options)
        except NotBuiltError as error:
            raise NotDrawnError(str(error)) from None

    return page
