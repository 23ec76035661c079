"""All views of a circuit that a reader can come to by folding, computed beforehand: what works without a server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import prod
from typing import Any

from engine.errors import EngineError
from engine.evaluation.closeups import Closeups, json_text
from engine.evaluation.evaluation import Evaluation, evaluate
from engine.evaluation.reading import parse
from engine.evaluation.view import View, neighbours
from engine.limits import Limits, limited
from engine.messages import Language

MOST_NODES, MOST_BYTES = 2_000, 4_000_000  # of the view that was asked for
MOST_VIEWS, MOST_ANSWERS = 64, 16  # choices, and the different circuits that they lead to
MOST_WORK, ROOM = 5_000, 1_500_000  # nodes and bytes beyond which no further views are kept
ELEMENTS = 2_000  # of arrays that take as long as a node


@dataclass
class Views:
    """What a file holds: the answers of all views, and what the inspector shows besides.

    ``first`` is the view that was asked for. ``places`` leads from the key of a view to its answer, as views may look
    alike; ``gates`` are the names of all gates in them. ``reading`` has the program's formula and where its names are.
    """

    language: Language
    first: View
    reading: dict[str, Any]
    answers: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    gates: set[str] = field(default_factory=set)
    closeups: Closeups = field(default_factory=Closeups)
    size: int = 0

    def take(self, view: View, evaluation: Evaluation) -> dict[str, Any] | None:
        """Keep what is seen in a view; its answer, unless there is no more room."""
        answer = evaluation.to_dict(self.language)
        text = json_text(answer)
        if text not in self.answers:
            if self.answers and not self._has_room(text):
                return None
            self.answers.append(text)
            self.size += _bytes(text)
            self.gates |= {node["gate"] for node in answer["nodes"] if node["gate"]}
            self.closeups.take(evaluation, answer, self.language)
        self.places[view.key] = self.answers.index(text)
        return answer

    def _has_room(self, text: str) -> bool:
        return len(self.answers) < MOST_ANSWERS and self.size + _bytes(text) <= ROOM

    def to_json(self) -> str:
        """All of it as a JSON object."""
        rest = {"first": self.first.options(), "reading": self.reading, "views": self.places}
        return f'{json_text(rest | self.closeups.to_dict())[:-1]},"answers":[{",".join(self.answers)}]}}'


def _bytes(text: str) -> int:
    return len(text.encode(errors="replace"))  # a comment may hold half of a character


def all_views(
    expression: str,
    inputs: Mapping[str, object] | None = None,
    *,
    language: Language = "en",
    limits: Limits | None = None,
    **options: Any,
) -> Views:
    """The answers of all views that folding leads to from the one asked for, with their curves and Jacobians.

    ``options`` are those of :func:`engine.evaluate`. Fails with ``limit_exceeded`` where one view alone is too large
    for a file; further ones are left out where they would make it so.
    """
    start = evaluate(expression, inputs, limits=limits, **options)
    limited("document_nodes", len(start.compiled.graph.nodes), MOST_NODES)
    views = Views(language, View.asked(start.options), _reading(expression, inputs, limits, language))
    answer = views.take(views.first, replace(start, options=replace(start.options, layout=True, check=False)))
    limited("document_bytes", views.size, MOST_BYTES)
    assert answer is not None  # the first one is always kept
    options |= {"layout": True, "check": False}

    def seen(view: View) -> Evaluation:
        return evaluate(expression, inputs, limits=limits, **options | view.options())

    _explore(views, answer, _work(start), seen)
    return views


def _reading(
    expression: str, inputs: Mapping[str, object] | None, limits: Limits | None, language: Language
) -> dict[str, Any]:
    """The formula, its parts marked, and the places of the inputs' names."""
    found = parse(expression, inputs, limits=limits).to_dict(language)
    names = [{"name": entry["name"], "spans": entry["spans"]} for entry in found["inputs"]]
    return {"expression": found["expression"], "inputs": names}


def _explore(views: Views, answer: dict[str, Any], work: int, seen: Callable[[View], Evaluation]) -> None:
    """Keep what the gestures lead to, nearest first, as long as there is room and it takes no more than a moment."""
    waiting, tried = [(views.first, answer)], {views.first.key}
    for view, shown in waiting:
        for other in neighbours(view, shown):
            if other.key in tried or len(tried) >= MOST_VIEWS:
                continue
            tried.add(other.key)
            try:
                evaluation = seen(other)
            except EngineError:  # over a limit when written out: then nothing leads there
                continue
            work += _work(evaluation)
            if work > MOST_WORK:
                return
            if taken := views.take(other, evaluation):
                waiting.append((other, taken))


def _work(evaluation: Evaluation) -> int:
    """About how long a circuit takes, in nodes."""
    nodes = evaluation.compiled.graph.nodes
    return len(nodes) + sum(prod(node.shape) for node in nodes) // ELEMENTS
