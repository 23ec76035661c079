"""A program made ready for inputs of given shapes, and the cache that keeps the latest ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.evaluation.cache import WeightedCache
from engine.execution import Tape
from engine.folding import AS_WRITTEN, COMPOSITES, Choice
from engine.gates import Gate
from engine.graph import Graph
from engine.language.notices import Notice
from engine.language.parser import parse_program
from engine.language.printer import canonical_text
from engine.language.syntax import Program
from engine.layout import layout
from engine.limits import Limits
from engine.lowering import InputShape, lower
from engine.lowering.program import Constants, Lowered

if TYPE_CHECKING:
    from engine.namespaces.substitution import Substitution


@dataclass(frozen=True)
class Compiled:
    """Everything about a circuit that does not depend on the numbers; each part is made, and loaded, when asked for."""

    program: Program
    lowered: Lowered
    notices: list[Notice]

    @property
    def graph(self) -> Graph:
        """The circuit."""
        return self.lowered.graph

    @cached_property
    def tape(self) -> Tape:
        """The circuit as steps."""
        return Tape(self.graph)

    @cached_property
    def wired(self) -> list[list[int]]:
        """The slots of each gate that a wire feeds."""
        return [[slot for slot, k in enumerate(node.operands) if k >= 0] for node in self.graph.nodes]

    @cached_property
    def expression(self) -> dict[str, str]:
        """The program as written, with every product visible, and as LaTeX."""
        from engine.language.latex_printer import latex

        return {
            "source": self.program.source,
            "canonical": canonical_text(self.program),
            "latex": latex(self.program, self.lowered.elementwise),
        }

    @cached_property
    def nodes(self) -> list[dict[str, Any]]:
        """The nodes of an answer, their values and gradients still open."""
        return [{**node, "foldable": self.foldable.get(index)} for index, node in enumerate(self.drawn_nodes)]

    @cached_property
    def drawn_nodes(self) -> list[dict[str, Any]]:
        """What a picture needs of the nodes."""
        return [self._node(index) for index in range(len(self.graph.nodes))]

    def _node(self, index: int) -> dict[str, Any]:
        node = self.graph.nodes[index]
        return {
            "id": f"n{index}",
            "kind": node.kind,
            "gate": node.gate.name if node.gate else None,
            "symbol": self.graph.label(index),
            "name": node.name,
            "shape": list(node.shape),
            "value": None,
            "gradient": None,
            "pattern": node.gate.pattern if node.gate else None,
            "operands": [f"n{k}" for k in node.operands if k >= 0],
            "span": list(node.span) if node.span else None,
        }

    @cached_property
    def foldable(self) -> dict[int, dict[str, str]]:
        """For each gate that a fold would take: the composite's name, and the node that would be it."""
        from engine.folding.folds import folds

        return {
            k: {"gate": fold.composite, "node": f"n{fold.output}"} for fold in folds(self.graph) for k in fold.taken
        }

    @cached_property
    def absorbed(self) -> list[dict[int, float]]:
        """The literals that each gate has absorbed, by slot."""
        return [self.graph.absorbed(index) for index in range(len(self.graph.nodes))]

    @cached_property
    def kinked(self) -> list[int]:
        """The gates whose derivative may not exist somewhere."""
        gates = ((index, node.gate) for index, node in enumerate(self.graph.nodes))
        return [index for index, gate in gates if gate and type(gate).kinks is not Gate.kinks]

    @cached_property
    def rules(self) -> list[str]:
        """The local derivative of each wire as LaTeX."""
        from engine.evaluation.rules import rules_of

        return [text for index in range(len(self.graph.nodes)) for text in rules_of(self, index)]

    @cached_property
    def substitutions(self) -> list[dict[int, Substitution]]:
        """For each gate with few scalar operands, the rule of each wired slot, ready for numbers of which none tie."""
        from engine.evaluation.rules import substitutions_of

        return [substitutions_of(self, index) for index in range(len(self.graph.nodes))]

    @cached_property
    def order(self) -> dict[str, list[str]]:
        """The gates in forward and in backward order."""
        gates = [f"n{index}" for index, node in enumerate(self.graph.nodes) if node.kind == "gate"]
        return {"forward": gates, "backward": gates[::-1]}

    @cached_property
    def geometry(self) -> dict[str, Any]:
        """Where everything stands in the picture, and which gates stand for a circuit of their own."""
        drawn = layout(self.graph)
        for place, node in zip(drawn["nodes"], self.graph.nodes, strict=True):
            place["composite"] = node.gate is not None and node.gate.name in COMPOSITES
        return drawn


class Request(NamedTuple):
    """What a circuit is made from; the inputs' values and the seed matter only where a size depends on them."""

    source: str
    shapes: Mapping[str, InputShape]
    constants: Constants
    limits: Limits
    values: Mapping[str, Any]
    seed: int
    choice: Choice = AS_WRITTEN

    def compile(self) -> Compiled:
        """The circuit, made anew."""
        parsed = parse_program(self.source, (shape.spelling for shape in self.shapes.values()), self.limits)
        lowered = lower(parsed.program, self.shapes, self.constants, self.limits, self.values, self.seed)
        if self.choice != AS_WRITTEN:
            lowered = lowered.with_graph(self.choice.applied(lowered.graph, self.constants, self.limits))
        return Compiled(parsed.program, lowered, parsed.notices + lowered.notices)


def compiled(request: Request) -> Compiled:
    """The circuit of a request, from the cache if it was asked for lately."""
    key = (request.source, tuple(request.shapes.items()), request.constants, request.limits, request.choice)
    made = CACHE.get(key, request.compile)
    known = made.lowered.known
    if not known.is_used or known.suits(request.values, request.seed):
        return made
    made = CACHE.get((*key, known.key(request.values, request.seed)), request.compile)
    return made if made.lowered.known.suits(request.values, request.seed) else request.compile()


def _weight(made: Compiled) -> int:
    """Roughly the memory of a compiled circuit, in nodes: array constants and long sources count, too."""
    arrays = sum(prod(node.shape) for node in made.graph.nodes if node.kind == "constant")
    return 20 + len(made.graph.nodes) + (arrays + len(made.program.source)) // 100


CACHE: WeightedCache[Compiled] = WeightedCache(50_000, _weight)  # nodes; about 200 MB when full
