r"""The program as LaTeX whose parts know their places in the source: ``\htmlData{span=2-5}{x + y}``, for KaTeX."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice

from engine.errors import Span
from engine.language.latex_printer import LatexPrinter
from engine.language.printer import Parts, assemble
from engine.language.syntax import Assignment, Constant, Expression, Name, Number, Program, Slice, Tuple, roots, walk

MOST_MARKS = 200
NO_NODES = (Constant, Slice, Tuple)
_SYMBOL = re.compile(r"\\[A-Za-z]+|.")


def marked_latex(program: Program, elementwise: Collection[int] = ()) -> str | None:
    r"""As ``latex``, with each part that may be a node marked by its span; ``None`` for a program of over 200 parts.

    A mark changes nothing in the typesetting. A single letter below a superscript has no mark of its own, since
    anything around it would move the superscript: its place is ``base`` in the mark of the whole power.
    """
    parts = (part for statement in program.statements for root in roots(statement) for part in walk(root))
    if len(list(islice(parts, MOST_MARKS + 1))) > MOST_MARKS:
        return None
    return _MarkedPrinter(program, elementwise).text()


class _MarkedPrinter(LatexPrinter):
    def __init__(self, program: Program, elementwise: Collection[int]) -> None:
        super().__init__(program, elementwise)
        self.source = program.source

    def _text(self, root: Expression) -> str:
        return assemble(root, self._marked)

    def _target(self, assignment: Assignment) -> str:
        text, start = super()._target(assignment), assignment.span[0]
        end = start + len(assignment.spelling)
        if self.source[start:end] != assignment.spelling:  # here it is written otherwise
            return text
        return rf"\htmlData{{{_place('span', (start, end))}}}{{{text}}}"

    def _marked(self, expression: Expression) -> Parts:
        parts = self.parts(expression)
        if isinstance(expression, NO_NODES):
            return parts
        marks = _place("span", expression.span)
        base = parts[1] if len(parts) > 2 and parts[0] == "{" and parts[2] == "}" else None
        if isinstance(base, Name | Number) and _SYMBOL.fullmatch(symbol := "".join(map(str, self.parts(base)))):
            parts = ["{", symbol, *parts[2:]]
            marks += f",{_place('base', base.span)}"
        return [rf"\htmlData{{{marks}}}{{", *parts, "}"]


def _place(key: str, span: Span) -> str:
    return f"{key}={span[0]}-{span[1]}"
