"""The local derivatives of a circuit's wires as LaTeX; pictures do without them and never load this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.namespaces.latex import MANY
from engine.namespaces.substitution import Substitution
from engine.namespaces.symbols import rule, substitution

if TYPE_CHECKING:
    from engine.evaluation.compiled import Compiled


def rules_of(made: Compiled, index: int) -> list[str]:
    """The local derivative by each operand of a gate that a wire feeds."""
    gate, slots = made.graph.nodes[index].gate, len(made.graph.nodes[index].operands)
    if gate is None:
        return []
    literals, is_scalar = made.absorbed[index], made.tape.scalar_gates[index]
    return [rule(gate, slot, literals, slots, is_scalar) for slot in made.wired[index]]


def substitutions_of(made: Compiled, index: int) -> dict[int, Substitution]:
    """The rule of each slot of a gate with few scalar operands, ready for numbers of which none tie."""
    gate, slots = made.graph.nodes[index].gate, len(made.graph.nodes[index].operands)
    if gate is None or slots > MANY or not made.tape.scalar_gates[index]:
        return {}
    literals = tuple(made.absorbed[index].items())
    return {slot: substitution(gate, slot, literals, slots, 1) for slot in made.wired[index]}
