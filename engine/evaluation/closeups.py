"""What the inspector shows besides an answer, computed beforehand: curves of scalar gates, Jacobians in numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from math import prod
from typing import Any

from engine.curves import curve, usual_bounds
from engine.evaluation.evaluation import Evaluation
from engine.evaluation.numbers import number_json
from engine.graph import Edge
from engine.messages import Language

POINTS = 121  # of a curve: one for every other pixel of its plot
FIGURES = 4  # of its numbers, which are only drawn
MOST_ENTRIES = 4_096  # of a Jacobian
MOST_BYTES = 750_000  # of all; beyond, the inspector does without


@dataclass
class Closeups:
    """Curves and Jacobians, each kept once; ``of_answers`` has for each answer where its own are.

    A curve is found by its gate and slot (``"n5:0"``), a Jacobian by its wire (``"e3"``).
    """

    kept: list[str] = field(default_factory=list)
    of_answers: list[dict[str, int]] = field(default_factory=list)
    size: int = 0
    _places: dict[str, int] = field(default_factory=dict)

    def take(self, evaluation: Evaluation, answer: Mapping[str, Any], language: Language) -> None:
        """Keep those of one more answer, as far as there is room."""
        found: dict[str, int] = {}
        for name, entry in chain(_curves(evaluation), _jacobians(evaluation, answer, language)):
            text = json_text(entry)
            if text not in self._places:
                if self.size + len(text) > MOST_BYTES:
                    break
                self._places[text] = len(self.kept)
                self.kept.append(text)
                self.size += len(text)
            found[name] = self._places[text]
        self.of_answers.append(found)

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain data."""
        return {"closeups": [json.loads(text) for text in self.kept], "closeupsOf": self.of_answers}


def json_text(value: Any) -> str:
    """JSON without a space that could be spared."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _curves(evaluation: Evaluation) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every gate that has only scalars around it, along each of its operands."""
    made, trace = evaluation.compiled, evaluation.trace
    for index, node in enumerate(made.graph.nodes):
        if node.gate is not None and made.tape.scalar_gates[index]:
            for slot in made.wired[index]:
                bounds = usual_bounds(trace.operands(index)[slot])
                found = curve(trace, Edge(node.operands[slot], index, slot), bounds, POINTS)
                drawn = {"values": _drawn(found.values), "derivatives": _drawn(found.derivatives)}
                yield f"n{index}:{slot}", {"from": bounds[0], "to": bounds[1], **drawn}


def _drawn(numbers: Any) -> list[Any]:
    return [number_json(float(f"{number:.{FIGURES}g}")) for number in numbers.tolist()]


def _jacobians(
    evaluation: Evaluation, answer: Mapping[str, Any], language: Language
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Those that an answer describes without their numbers, where these are few enough to be drawn."""
    for edge in answer["edges"]:
        local = edge["local"]
        if not isinstance(local, dict) or "matrix" in local or "diagonal" in local:
            continue
        entries = local["shape"][0] if local["kind"] == "diagonal" else prod(local["shape"])
        if entries <= MOST_ENTRIES:
            yield edge["id"], evaluation.jacobian(edge["id"], language)
