"""Programs for NumPy and micrograd are run as they are, and print the engine's numbers."""

import pytest

from engine import EngineError, evaluate
from engine.gates import GATES
from tests.engine.exporters.code.programs import OPTIONS, evaluations, numbers_of
from tests.engine.exporters.code.running import assert_same, check, gate_circuit, gate_circuits, printed
from tests.engine.exporters.code.stand_in import micrograd
from tests.engine.gates.cases import CASES, ROWS

EVERY_CASE = pytest.mark.parametrize("case", [case for _, case in CASES], ids=[repr(case) for _, case in CASES])
EVERY_OPTION = pytest.mark.parametrize("options", OPTIONS, ids=str)


@EVERY_CASE
def test_numpy_on_every_gate_and_every_kind_of_shapes(case):
    for circuit in gate_circuits(case):
        check(circuit, "numpy")


@pytest.mark.parametrize("name", [name for name, gate in GATES.items() if gate.arity == (2, 2)])
def test_a_gate_whose_operands_are_one_node(name):
    case = ROWS[name][0]
    specs = next((rows[0] for rows in case.kinds.values() if len(set(map(str, rows[0]))) == 1), None)
    if specs is not None and not case.literals:
        check(gate_circuit(case.gate, case.drawn(specs, 3), shared=True), "numpy")


@EVERY_OPTION
def test_numpy_on_the_lecture_and_on_what_is_awkward(options):
    for name, evaluation in evaluations(options):
        text = evaluation.code("numpy")
        found = printed(text)
        assert_same(found, numbers_of(evaluation, next(iter(found))), f"{name}\n{text}")


@EVERY_OPTION
def test_micrograd_on_every_program_of_numbers(options):
    count = 0
    for name, evaluation in evaluations(options):
        try:
            text = evaluation.code("micrograd")
        except EngineError as error:
            assert error.code == "unsupported"  # noqa: PT017 - arrays, and where Python's floats raise
            continue
        with micrograd():
            found = printed(text)
        assert_same(found, numbers_of(evaluation, next(iter(found))), f"{name}\n{text}")
        count += 1
    assert count > 15


@EVERY_CASE
def test_micrograd_on_every_gate_of_numbers(case):
    for circuit in gate_circuits(case):
        if not any(node.shape for node in circuit.graph.nodes) and case.gate.name != "std":
            with micrograd():
                check(circuit, "micrograd")


def test_micrograd_follows_a_circuit_that_is_deep():
    evaluation = evaluate("h = x\n" + "h = tanh(h + w)\n" * 400 + "h", {"x": 0.1, "w": 0.2})
    text = evaluation.code("micrograd")
    assert "sys.setrecursionlimit(" in text
    with micrograd():
        found = printed(text)
    assert_same(found, numbers_of(evaluation, next(iter(found))), "deep")
