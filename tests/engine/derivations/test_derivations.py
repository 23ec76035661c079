"""Every line of every derivation is computed at random points and is what the engine's own passes give there."""

import numpy as np
import pytest

from engine import evaluate
from engine.derivations import DERIVATIONS, derivation_of
from engine.folding import COMPOSITES
from engine.messages import DERIVATIONS as REASONS
from tests.engine.derivations.numbers import numbers

LABELLED = ("svm_loss", "cross_entropy")
SIZE = 4
POINTS = 12


def called(gate, derivation, generator):
    """The gate as a program, its inputs drawn at random, and the upstream gradient of its output."""
    names = [*derivation.operands, *(["y"] if gate in LABELLED else [])]
    draw = generator.standard_normal
    given = {name: draw(SIZE).tolist() if derivation.indexed else float(draw()) for name in derivation.operands}
    labels = {"y": int(generator.integers(SIZE))} if gate in LABELLED else {}
    upstream = draw(SIZE).tolist() if gate == "softmax" else 1.0
    return f"{gate}({', '.join(names)})", given, labels, upstream


def lines(gate):
    """Each step of the gate with what it is a formula of, which may stand in a line before."""
    of = ""
    for number, step in enumerate(DERIVATIONS[gate].steps):
        of = step.of or of
        yield pytest.param(gate, of, step.formula, id=f"{gate} {number}")


def expected(made, of, output, i, j):
    """What the engine has for the left side of a line: entry ``i`` of the output, entry ``j`` of the operand."""
    if "frac" not in of:
        return np.ravel(output)[i if "_{i}" in of else 0]
    letter = next(name for name in made["inputs"] if f"{{{name}}}_{{j}}" in of or f"d {name}}}" in of)
    if "p}_{i}" in of:
        local = made["edges"][0]["local"]["matrix"]
        return local[i][j]
    gradient = made["inputs"][letter]["gradient"]
    return np.ravel(gradient)[j]


@pytest.mark.parametrize(("gate", "of", "formula"), [line for gate in DERIVATIONS for line in lines(gate)])
def test_a_line_is_what_the_passes_give(gate, of, formula):
    generator = np.random.default_rng(len(gate))
    for _ in range(POINTS):
        program, given, labels, upstream = called(gate, DERIVATIONS[gate], generator)
        made = evaluate(program, given | labels, upstream=upstream).to_dict()
        output = made["output"]["value"]
        i, j = generator.integers(SIZE, size=2) if DERIVATIONS[gate].indexed else (0, 0)
        known = numbers({k: np.array(v) if DERIVATIONS[gate].indexed else v for k, v in given.items()}, output,
                        **labels, upstream=upstream)  # fmt: skip
        known.i, known.j = int(i), int(j)
        assert float(formula(known)) == pytest.approx(expected(made, of, output, i, j), rel=1e-9, abs=1e-12)


def test_every_composite_has_one_that_starts_with_what_it_stands_for():
    assert set(DERIVATIONS) == set(COMPOSITES)
    for derivation in DERIVATIONS.values():
        assert "value" in derivation.steps[0].why
        assert derivation.steps[0].of.strip("{}_i") == derivation.output
    assert derivation_of("exp") is None


def test_every_reason_is_given_somewhere():
    assert {step.why for derivation in DERIVATIONS.values() for step in derivation.steps} == set(REASONS)


def test_the_lecture_s_sigmoid():
    derivation = derivation_of("sigmoid")
    assert [step["of"] for step in derivation["steps"]] == [r"\sigma", r"\frac{d \sigma}{d x}", "", ""]
    assert [step["latex"] for step in derivation["steps"]] == [
        r"\frac{1}{1 + e^{-x}}",
        r"\frac{e^{-x}}{(1 + e^{-x})^{2}}",
        r"\frac{1 + e^{-x} - 1}{1 + e^{-x}}\, \frac{1}{1 + e^{-x}}",
        r"(1 - \sigma)\, \sigma",
    ]
    assert derivation["steps"][-1]["numbers"] == r"(1 - \factor{1}) \cdot \factor{1}"
    assert derivation["steps"][0]["reason"]["ko"] == "이 게이트가 나타내는 식입니다."


def test_entries_are_named_by_their_index():
    last = derivation_of("softmax")["steps"][-2]
    assert (last["latex"], last["numbers"]) == (r"{p}_{i}\, ([i = j] - {p}_{j})", None)
