"""The names that a program uses and does not assign: its inputs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from engine.errors import Span
from engine.language.names import CONSTANTS
from engine.language.syntax import Call, Definition, Expression, Name, Program, targets, walk


@dataclass(frozen=True, slots=True)
class FreeName:
    """An input of a program: its key, its spelling, and where it stands."""

    key: str
    spelling: str
    spans: tuple[Span, ...]


@dataclass(slots=True)
class _Search:
    given: Collection[str]
    assigned: set[str] = field(default_factory=set)
    functions: dict[str, Definition] = field(default_factory=dict)
    found: dict[str, set[Span]] = field(default_factory=dict)
    calls: dict[int, list[str]] = field(default_factory=dict)  # what a definition calls, by its id, once searched

    def add(self, key: str, span: Span) -> None:
        constant = key in CONSTANTS and key not in self.given
        if key not in self.assigned and key not in self.functions and not constant:
            self.found.setdefault(key, set()).add(span)

    def search(self, root: Expression) -> None:
        """The free names of an expression and of the functions that it reaches, looked up as they are now."""
        self.reach(self._search_one(root, frozenset()))

    def reach(self, called: list[str]) -> None:
        """The free names of the functions that are called, and of those that they call."""
        stack, reached = list(called), set()
        while stack:
            key = stack.pop()
            if key in self.functions and key not in reached:
                reached.add(key)
                stack.extend(self._search_definition(self.functions[key]))

    def _search_definition(self, definition: Definition) -> list[str]:
        """Each body once: a name that it leaves free is found then, and a name that is bound stays bound."""
        if id(definition) not in self.calls:
            self.calls[id(definition)] = self._search_body(definition)
        return self.calls[id(definition)]

    def _search_body(self, definition: Definition) -> list[str]:
        """The functions that a body calls; its free names are added. Local names are bound from where they stand."""
        called: list[str] = []
        for parameter in definition.parameters:
            if parameter.default is not None:
                called += self._search_one(parameter.default, frozenset())
        bound = {parameter.key for parameter in definition.parameters}
        for statement in definition.statements:
            called += self._search_one(statement.value, bound)
            bound.update(targets(statement))
        return called + self._search_one(definition.body, bound)

    def _search_one(self, root: Expression, bound: Collection[str]) -> list[str]:
        """Add the free names of one expression; the functions that it calls."""
        called: dict[str, None] = {}
        for part in walk(root):
            if isinstance(part, Name) and part.key not in bound:
                self.add(part.key, part.span)
            elif isinstance(part, Call):
                called[part.function] = None
        return list(called)

    def define(self, definition: Definition, is_output: bool) -> None:
        self.functions[definition.key] = definition
        self.assigned.discard(definition.key)
        if is_output:
            for parameter in definition.parameters:
                if parameter.default is None or parameter.key in self.given:
                    self.found.setdefault(parameter.key, set()).add(parameter.span)
            self.reach(self._search_definition(definition))


def free_names(program: Program, given: Collection[str] = ()) -> list[FreeName]:
    """The inputs of a program in the order of their first appearance in the source."""
    search = _Search(given)
    for statement in program.statements:
        if isinstance(statement, Definition):
            search.define(statement, statement is program.statements[-1])
            continue
        search.search(statement.value)
        for key in targets(statement):
            search.assigned.add(key)
            search.functions.pop(key, None)
    names = [FreeName(key, program.spellings[key], tuple(sorted(spans))) for key, spans in search.found.items()]
    return sorted(names, key=lambda name: name.spans[0])
