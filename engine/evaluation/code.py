"""A program of the notation as a program for another library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.errors import EngineError
from engine.evaluation.evaluation import evaluate
from engine.evaluation.rendering import with_suggestions
from engine.limits import Limits


def code(
    expression: str,
    inputs: Mapping[str, object] | None = None,
    *,
    target: str,
    limits: Limits | None = None,
    **options: Any,
) -> str:
    """The program as code for ``target``; inputs that are missing have the values that :func:`parse` suggests.

    ``options`` are those of :func:`evaluate`. Fails with :class:`engine.EngineError`, whatever the program.
    """
    try:
        return evaluate(expression, inputs, limits=limits, **options).code(target)
    except EngineError as error:
        if error.code != "missing_inputs":
            raise
    filled = with_suggestions(expression, inputs or {}, limits)
    return evaluate(expression, filled, limits=limits, **options).code(target)
