"""What is written as code: an evaluated circuit, and what is told of it besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from engine.execution import Trace
from engine.gates.indexing import Index
from engine.gates.losses import ScoresLoss
from engine.graph import Graph


class Given(NamedTuple):
    """An input: its name, its node (``None``: not used), and how it was drawn if it is random."""

    name: str
    node: int | None
    drawn: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Circuit:
    """A circuit with its numbers; ``title`` is its program in one line."""

    title: str
    trace: Trace
    inputs: list[Given]
    output_name: str | None
    upstream: Any
    seed: int

    @property
    def graph(self) -> Graph:
        """The circuit itself."""
        return self.trace.tape.graph

    @property
    def output(self) -> int:
        """The output's node."""
        return self.graph.output

    @cached_property
    def drawn(self) -> dict[int, Mapping[str, Any]]:
        """How random inputs were drawn, by node."""
        return {given.node: given.drawn for given in self.inputs if given.node is not None and given.drawn}

    @cached_property
    def differentiable(self) -> list[bool]:
        """Which nodes lead back to an input that has a gradient."""
        found: list[bool] = []
        for index, node in enumerate(self.graph.nodes):
            if node.gate is None:
                found.append(node.kind == "input" and self.trace.gradients[index] is not None)
            else:
                gate = node.gate
                found.append(any(k >= 0 and found[k] and gate.sends(slot) for slot, k in enumerate(node.operands)))
        return found

    @cached_property
    def fan_out(self) -> dict[int, int]:
        """How many wires send a gradient back to a node."""
        found: dict[int, int] = {}
        for edge in self.graph.edges():
            gate = self.graph.nodes[edge.target].gate
            is_reached = self.trace.gradients[edge.target] is not None and self.differentiable[edge.source]
            if gate is not None and is_reached and gate.sends(edge.operand):
                found[edge.source] = found.get(edge.source, 0) + 1
        return found

    @cached_property
    def indices(self) -> set[int]:
        """The inputs and constants that are nothing but indices or class labels."""
        uses: dict[int, list[bool]] = {}
        for edge in self.graph.edges():
            gate = self.graph.nodes[edge.target].gate
            is_index = isinstance(gate, Index | ScoresLoss) and not gate.sends(edge.operand)
            uses.setdefault(edge.source, []).append(is_index)
        gates = {k for k, node in enumerate(self.graph.nodes) if node.gate}
        return {k for k, found in uses.items() if all(found) and k not in gates and k != self.output}

    def upstream_is_one(self) -> bool:
        """Whether the backward pass starts as usual, from 1 at a single number."""
        return isinstance(self.upstream, float) and self.upstream == 1
