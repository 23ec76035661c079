"""Program texts of ours, run as they are; and the circuits of the gates' table."""

import re
from collections.abc import Iterator

import numpy as np

from engine.execution import run
from engine.exporters.code import Circuit, Given, program_text
from tests.engine.gates.running import circuit


def printed(text):
    """What the program prints, by name."""
    lines = []
    space = {"__name__": "<export>", "print": lambda label, value: lines.append((label, value))}
    exec(compile(text, "<export>", "exec"), space)  # noqa: S102 - a text that the engine wrote itself
    assert all(re.fullmatch(r"\S+ =", label) for label, _ in lines)
    return {label.removesuffix(" ="): value for label, value in lines}


def gate_circuit(gate, inputs, literals=None, shared=False, upstream=1.0, title="a gate"):
    """The circuit of one gate, its operands called a, b, c and so on."""
    tape, values = circuit(gate, inputs, literals, shared)
    shape = tape.graph.nodes[-1].shape
    start = np.full(shape, upstream) if shape and np.ndim(upstream) == 0 else upstream
    given = [Given(chr(ord("a") + k), k) for k in values]
    nodes = tuple(node._replace(name=given[k].name) if k in values else node for k, node in enumerate(tape.graph.nodes))
    named = type(tape)(type(tape.graph)(nodes, tape.graph.literals, tape.graph.output))
    return Circuit(title, run(named, values, start), given, "out", start, 0)


def gate_circuits(case) -> Iterator[Circuit]:
    """A row of the gates' table, on each kind of shapes, with an upstream gradient of random numbers."""
    for specs in (rows[0] for rows in case.kinds.values()):
        inputs = case.drawn(specs, 7)
        nodes = gate_circuit(case.gate, inputs, case.literals).graph.nodes
        upstream = np.random.default_rng(8).standard_normal(nodes[-1].shape) if nodes[-1].shape else 1.7
        yield gate_circuit(case.gate, inputs, case.literals, upstream=upstream)


def expected(circuit):
    """The engine's numbers, named as the program prints them."""
    trace = circuit.trace
    found = {circuit.output_name or "f": trace.values[circuit.output]}
    for given in circuit.inputs:
        found[f"d{given.name}"] = None if given.node is None else trace.gradients[given.node]
    return found


def check(circuit, target="numpy", tolerance=1e-12):
    """The program of the circuit prints the engine's numbers."""
    text = program_text(circuit, target)
    assert_same(printed(text), expected(circuit), text, tolerance)


def assert_same(found, wanted, text, tolerance=1e-12):
    assert list(found) == list(wanted), text
    for name, value in wanted.items():
        if value is None:
            assert found[name] is None, text
        else:
            value = np.zeros(np.shape(found[name])) if np.size(value) == 0 else value  # a list has no empty axes
            np.testing.assert_allclose(found[name], value, rtol=tolerance, atol=tolerance, err_msg=text)
