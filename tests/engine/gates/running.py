"""A circuit of one gate, run by the tape: as the engine runs it, absorbed literals and fan-out included."""

import numpy as np

from engine.execution import Tape, run
from engine.graph import Graph, Node


def circuit(gate, inputs, literals=None, shared=False):
    """The tape of one gate and its inputs by node; ``shared`` lets one node feed every slot."""
    literals = literals or {}
    sources = [x for slot, x in enumerate(inputs) if slot not in literals]
    if shared:
        sources = sources[:1]
    nodes = [Node("input", np.shape(x), None) for x in sources]
    wires, absorbed, operands = iter(range(len(sources))), [], []
    for slot, x in enumerate(inputs):
        if slot in literals:
            absorbed.append(float(x))
        operands.append(-len(absorbed) if slot in literals else 0 if shared else next(wires))
    gate = gate.specialised(literals) if literals else gate
    shape = gate.shape(*map(np.shape, inputs))
    nodes.append(Node("gate", shape, (0, 1), gate=gate, operands=tuple(operands)))
    return Tape(Graph(tuple(nodes), tuple(absorbed), len(sources))), dict(enumerate(sources))


def through_tape(gate, inputs, upstream=1.0, literals=None, shared=False):
    """The value, and the gradient of every input that is no literal."""
    tape, values = circuit(gate, inputs, literals, shared)
    trace = run(tape, values, upstream)
    return trace.values[tape.graph.output], [trace.gradients[k] for k in values]
