"""How a program is read, before any number is known: canonical text, LaTeX, and its inputs with suggested values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.errors import EngineError, fail
from engine.evaluation.inputs import read_inputs
from engine.evaluation.suggestions import suggest
from engine.language.latex_marks import marked_latex
from engine.language.latex_printer import latex
from engine.language.notices import Notice
from engine.language.parser import parse_program
from engine.language.printer import canonical_text
from engine.language.syntax import Program
from engine.limits import Limits
from engine.lowering import FreeName, InputShape, free_names
from engine.messages import Language


@dataclass(frozen=True, slots=True)
class Reading:
    """A program as it was read; ``suggested`` has a value for every input, the given ones as they were given.

    ``elementwise`` holds the ids of the ``*`` that multiply two arrays entry by entry when the inputs are these.
    """

    program: Program
    inputs: list[FreeName]
    suggested: dict[str, Any]
    notices: list[Notice]
    elementwise: set[int]

    def to_dict(self, language: Language = "en") -> dict[str, Any]:
        """The answer of ``POST /api/v1/parse``."""
        return {
            "expression": {
                "source": self.program.source,
                "canonical": canonical_text(self.program),
                "latex": latex(self.program, self.elementwise),
                "marked": marked_latex(self.program, self.elementwise),
            },
            "inputs": [
                {
                    "name": name.spelling,
                    "spans": [list(span) for span in name.spans],
                    "suggested": self.suggested[name.key],
                }
                for name in self.inputs
            ],
            "notices": [notice.to_dict(language) for notice in self.notices],
        }


def parse(expression: str, inputs: Mapping[str, object] | None = None, *, limits: Limits | None = None) -> Reading:
    """Read a program; ``inputs`` that are known already decide how runs of letters are cut into names."""
    try:
        return _read(expression, inputs, limits or Limits())
    except EngineError as error:
        error.explain(expression)
        raise error.with_traceback(None) from None  # the reader's own lines, not the engine's


def _read(expression: str, inputs: Mapping[str, object] | None, limits: Limits) -> Reading:
    if not isinstance(expression, str):
        fail("expression_not_text")
    limits.check("expression_characters", len(expression))
    given = read_inputs(inputs, limits)
    parsed = parse_program(expression, (entry.spelling for entry in given.values()), limits)
    names = free_names(parsed.program, given)
    shapes = {key: InputShape(entry.spelling, entry.shape) for key, entry in given.items()}
    open_keys = [name.key for name in names if name.key not in given]
    known = {key: entry.value for key, entry in given.items()}
    suggestion = suggest(parsed.program, open_keys, shapes, limits, known)
    original = {key: _plain((inputs or {})[entry.spelling]) for key, entry in given.items()}
    return Reading(parsed.program, names, original | suggestion.values, parsed.notices, suggestion.elementwise)


def _plain(value: Any) -> Any:
    """A given input as JSON has it, also where it was one of NumPy's arrays."""
    return value.tolist() if hasattr(value, "tolist") else value
