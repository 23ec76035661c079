"""When each number of a circuit becomes visible: the steps of one forward and one backward pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]  # a node, an edge or a place, as an answer has it


class Timeline:
    """Step 0 shows the inputs, steps 1…n the gates forward, n+1 the seed, n+2…2n+1 the gates backward.

    ``step`` is where the picture stands; ``None`` is the end, with nothing in progress.
    """

    def __init__(self, answer: Record, step: int | None) -> None:
        forward, backward = answer["order"]["forward"], answer["order"]["backward"]
        self.turn, self.last = len(forward) + 1, 2 * len(forward) + 1
        self.step = self.last if step is None else min(step, self.last)
        self.forward_at = {gate: k for k, gate in enumerate(forward, 1)}
        self.backward_at = {gate: k for k, gate in enumerate(backward, self.turn + 1)}
        self.output: str = answer["output"]["node"]
        self.outgoing: defaultdict[str, list[Record]] = defaultdict(list)
        for edge in answer["edges"]:
            self.outgoing[edge["source"]].append(edge)
        moving = None if step is None else self.step
        self.is_at_turn = moving == self.turn
        at = {**{k: gate for gate, k in self.forward_at.items()}, **{k: gate for gate, k in self.backward_at.items()}}
        self.current: str | None = None if moving is None else at.get(moving)

    def has_value(self, node: str) -> bool:
        """Whether the node's value is there by now."""
        return self.step >= self.forward_at.get(node, 0)

    def has_sent(self, edge: Record) -> bool:
        """Whether the wire has sent its gradient back by now."""
        return self.step >= self._sent_at(edge)

    def has_gradient(self, node: str) -> bool:
        """Whether the node's gradient is complete by now."""
        return self.step >= self._gradient_at(node)

    def sums_now(self, node: str) -> bool:
        """Whether this step completes the sum at a branch."""
        return self.current is not None and self.step == self._gradient_at(node)

    def is_past_backward(self, gate: str) -> bool:
        """Whether the gate has sent its gradients back by now."""
        return self.step >= self.backward_at[gate]

    def _sent_at(self, edge: Record) -> int:
        return self.backward_at.get(edge["target"], self.last)

    def _gradient_at(self, node: str) -> int:
        own = self.turn if node == self.output else 0
        return max([own, *(self._sent_at(edge) for edge in self.outgoing.get(node, ()))]) or self.last
