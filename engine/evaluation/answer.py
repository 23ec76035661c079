"""The wires and the inputs of the answer that the REST API, the page and the embeds share."""

from __future__ import annotations

from typing import Any

from engine.evaluation.compiled import Compiled
from engine.evaluation.inputs import Input
from engine.evaluation.numbers import Detail, value_json
from engine.evaluation.wires import described
from engine.execution import Trace, local_gradients
from engine.graph import Edge
from engine.jacobian import GateJacobians
from engine.messages import Language
from engine.namespaces.symbols import substituted, ties


def edge_entries(
    compiled: Compiled, trace: Trace, nodes: list[dict[str, Any]], detail: Detail, language: Language
) -> list[dict[str, Any]]:
    """The wires: value, upstream, local and sent gradient, and the rule with and without numbers."""
    entries: list[dict[str, Any]] = []
    for index, node in enumerate(compiled.graph.nodes):
        if node.gate is not None:
            gate = _GateWires(compiled, trace, index, language)
            for operand in compiled.wired[index]:
                edge = Edge(node.operands[operand], index, operand)
                entries.append(
                    {
                        "id": f"e{len(entries)}",
                        "source": f"n{edge.source}",
                        "target": f"n{index}",
                        "operand": operand,
                        "value": nodes[edge.source]["value"],
                        "upstream": nodes[index]["gradient"],
                        "local": gate.local(edge),
                        "gradient": value_json(trace.sent(edge), detail),
                        "rule": compiled.rules[len(entries)],
                        "substituted": gate.substituted(operand) or compiled.rules[len(entries)],
                    }
                )
    return entries


class _GateWires:
    """What the wires into one gate have in common, computed once."""

    def __init__(self, compiled: Compiled, trace: Trace, index: int, language: Language) -> None:
        self.trace, self.language = trace, language
        self.gate = compiled.graph.nodes[index].gate
        self.literals = compiled.absorbed[index]
        self.operands = trace.operands(index)
        self.prepared = compiled.substitutions[index]
        self.is_tied = bool(self.prepared) and ties(self.gate, self.operands) > 1
        is_scalar = trace.tape.scalar_gates[index]
        self.locals = local_gradients(trace, index) if is_scalar else ()
        self.jacobians = None if is_scalar else GateJacobians(trace, index)

    def substituted(self, operand: int) -> str | None:
        """The rule with the numbers put in, for scalars and gates of few operands."""
        assert self.gate is not None
        if not self.prepared:
            return None
        if self.is_tied:
            return substituted(self.gate, operand, self.operands, self.literals)
        return self.prepared[operand](self.operands)

    def local(self, edge: Edge) -> Any:
        """A number for a scalar wire, else the Jacobian's size and structure."""
        if self.jacobians is None:
            return value_json(self.locals[edge.operand])
        return described(self.jacobians.of(edge), self.language)


def input_entries(
    compiled: Compiled, inputs: dict[str, Input], nodes: list[dict[str, Any]], detail: Detail
) -> dict[str, Any]:
    """The inputs by the name that the request gave them; without a node where the output does not need them."""
    entries = {}
    for key, given in inputs.items():
        index = compiled.lowered.inputs.get(key)
        entries[given.spelling] = {
            "node": None if index is None else f"n{index}",
            "shape": list(given.shape),
            "value": value_json(given.value, detail),
            "gradient": None if index is None else nodes[index]["gradient"],
        }
    return entries
