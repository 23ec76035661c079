"""Every form of every composite is found, alone and within a larger circuit, and changes nothing outside."""

import pytest

from engine import evaluate
from engine.folding import COMPOSITES
from tests.engine.folding.agreement import assert_same_outside, close, composites, gates
from tests.engine.folding.programs import ALL_FORMS, written

IDS = [f"{form.composite}: {form.text.splitlines()[-1]}" for form in ALL_FORMS]
DEFINITIONS = [written(composite, form) for composite in COMPOSITES.values() for form in composite.forms[:1]]


@pytest.mark.parametrize("form", ALL_FORMS, ids=IDS)
def test_each_form_is_one_gate_when_folded(form):
    folded = assert_same_outside(form.text, form.inputs, fold=[form.composite])
    assert [gate for gate in gates(folded) if gate != "index"] == [form.composite]


@pytest.mark.parametrize("form", ALL_FORMS, ids=IDS)
def test_each_form_is_found_in_a_larger_circuit_and_twice(form):
    *lines, last = form.text.splitlines()
    first = next(iter(form.inputs))
    program = "\n".join([*lines, f"a1 = {last}", f"{first} = tan({first})", f"b1 = {last}", "sum(a1 + 3*b1)"])
    folded = assert_same_outside(program, form.inputs, fold=[form.composite])
    assert gates(folded).count(form.composite) == 2


@pytest.mark.parametrize("form", ALL_FORMS, ids=IDS)
def test_constants_that_stand_as_nodes_change_nothing(form):
    folded = evaluate(form.text, form.inputs, fold=[form.composite], constants="nodes")
    assert gates(folded) == [form.composite]
    assert all(close(folded.gradients[name], slope) for name, slope in evaluate(*form[1:]).gradients.items())


@pytest.mark.parametrize("form", DEFINITIONS, ids=[form.composite for form in DEFINITIONS])
def test_unfolding_writes_the_definition_and_folding_finds_it_again(form):
    folded = evaluate(form.text, form.inputs, fold=[form.composite])
    names = list(form.inputs)
    extra = f", {folded.compiled.graph.nodes[-1].gate.slope}" if form.composite == "leaky_relu" else ""
    extra = ", margin=0.75" if form.composite == "svm_loss" else extra
    call = f"{form.composite}({', '.join(names)}{extra})"
    unfolded = assert_same_outside(call, form.inputs, unfold=[form.composite])
    assert gates(unfolded) == gates(evaluate(form.text, form.inputs))
    assert composites(form.text, form.inputs) == [form.composite]


def test_the_definition_is_written_for_readers():
    assert COMPOSITES["sigmoid"].definition == "1/(1+exp(-z))"
    assert COMPOSITES["mean"].definition == "sum(x)/n"
    assert COMPOSITES["softmax"].definition == "exp(z)/sum(exp(z), keepdims=True)"
    assert all("{" not in composite.definition for composite in COMPOSITES.values())
