"""Course code runs as pasted: its value is NumPy's, its gradients are autograd's."""

import numpy as np
import pytest

from engine import EngineError, evaluate
from tests.engine.snippets import (
    arrays,
    functions,
    layers,
    lines,
    normalizing,
    programs,
    scalars,
    scores,
    sequences,
)
from tests.engine.snippets.ignored import IGNORED
from tests.engine.snippets.reference import gradients_of, value_of
from tests.engine.snippets.refused import REFUSED
from tests.engine.snippets.snippet import is_whole

TABLES = (lines, scalars, arrays, functions, scores, layers, normalizing, sequences, programs)
SNIPPETS = [snippet for table in TABLES for snippet in table.SNIPPETS]


def close(actual, expected):
    assert np.shape(actual) == np.shape(expected)
    np.testing.assert_allclose(actual, expected, rtol=1e-9, atol=1e-12)


def test_there_are_many_and_each_has_its_own_name():
    assert len({snippet.name for snippet in SNIPPETS}) == len(SNIPPETS) >= 130


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_value_and_gradients(snippet):
    found = evaluate(snippet.text, snippet.inputs)
    close(found.value, value_of(snippet))
    expected = gradients_of(snippet)
    assert found.gradients.keys() == snippet.inputs.keys()
    for name, gradient in found.gradients.items():
        if name in snippet.without_gradient or is_whole(snippet.inputs[name]):
            assert gradient is None, name
        else:
            close(gradient, expected[name])


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_the_reference_agrees_with_central_differences(snippet):
    """Autograd differentiates the program that NumPy ran, and no number of it sits on a kink."""
    for name, gradient in gradients_of(snippet).items():
        step = np.random.default_rng(0).normal(size=np.shape(gradient)) * 1e-6
        ahead, behind = (
            np.sum(value_of(snippet._replace(inputs=snippet.inputs | {name: (np.array(snippet.inputs[name]) + way)})))
            for way in (step, -step)
        )
        np.testing.assert_allclose(np.sum(gradient * step), (ahead - behind) / 2, rtol=1e-5, atol=1e-12)


@pytest.mark.parametrize(("program", "inputs", "skipped"), IGNORED)
def test_what_is_skipped_is_said(program, inputs, skipped):
    found = evaluate(program, inputs).to_dict()
    spans = [notice["span"] for notice in found["notices"] if notice["code"] == "ignored_statement"]
    assert [program[start:end] for start, end in spans] == skipped


@pytest.mark.parametrize("marked", REFUSED)
def test_what_a_circuit_cannot_mean_is_refused_at_its_place(marked):
    start, end = marked.index("«"), marked.index("»") - 1
    program = marked.replace("«", "").replace("»", "")
    with pytest.raises(EngineError) as raised:
        evaluate(program, {"x": [0.5, -1.5], "W": [[1.0, 2.0], [3.0, 4.0]], "y": 2.5})
    assert (raised.value.code, raised.value.span) == ("unsupported", (start, end))
    assert raised.value.hint("en")
    assert raised.value.hint("ko")
