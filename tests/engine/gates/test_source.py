"""The code that is shown is the code that runs: it can be run as it stands."""

import importlib.util

import numpy as np
import pytest

from engine.gates import GATES, source
from tests.engine.gates.cases import ROWS


def example(name):
    """Operands of the gate with its default parameters."""
    case = next(case for case in ROWS[name] if case.gate == GATES[name]() and not case.literals)
    return case.drawn(case.points, 0)


def loaded(code, folder):
    """The shown code as a module of its own."""
    path = folder / "shown.py"
    path.write_text(code, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("shown", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", GATES)
def test_the_shown_code_runs_and_gives_the_gates_answers(name, tmp_path):
    gate, shown = GATES[name](), loaded("\n\n".join(source(GATES[name])), tmp_path)
    operands = example(name)
    output = gate.forward(np, *operands)
    upstream = np.ones_like(output)
    np.testing.assert_array_equal(shown.forward(np, *operands), output)
    for found, expected in zip(
        as_tuple(shown.backward(np, upstream, output, *operands)),
        as_tuple(gate.backward(np, upstream, output, *operands)),
        strict=True,
    ):
        np.testing.assert_array_equal(found, expected)


def as_tuple(sent):
    return sent if isinstance(sent, tuple) else (sent,)


def test_plain_functions_are_shown():
    assert source(GATES["reciprocal"]) == (
        "def forward(xp, x):\n    return 1 / x",
        "def backward(xp, upstream, output, x):\n    return upstream * (-1 / (x * x))",
    )


def test_helpers_and_parameters_are_shown():
    forward, backward = source(GATES["sum"])
    assert forward.startswith("def forward(xp, x, axis=None, keepdims=False):")
    assert backward.count("def ") == 2
    assert "def spread(xp, reduced, axis, keepdims):" in backward


@pytest.mark.parametrize("name", GATES)
def test_nothing_of_the_class_is_left(name):
    for code in source(GATES[name]):
        assert "self" not in code
        assert '"""' not in code
        assert "Any" not in code
