"""The Jacobian of one wire of a program with all its numbers: exact values, limits, wires that do not exist."""

import json
import subprocess
import sys

import numpy as np
import pytest

from engine import edge_jacobian, evaluate
from engine.jacobian import MOST
from tests.engine.failures import check_sentences, failed
from tests.engine.programs import ARRAYS, Generator


def jacobian(source, inputs=None, edge="e0", **options):
    return evaluate(source, inputs, **options).jacobian(edge)


def drawn(*shape):
    return {"random": "normal", "shape": list(shape)}


EXACT = [
    ("x*y", {"x": 2, "y": 3}, "e0", "dense", [[3.0]]),
    ("x*y", {"x": 2, "y": 3}, "e1", "dense", [[2.0]]),
    ("W x", {"W": [[1, 2], [3, 4]], "x": [5, 6]}, "e0", "structured", [[5.0, 6.0, 0.0, 0.0], [0.0, 0.0, 5.0, 6.0]]),
    ("W x", {"W": [[1, 2], [3, 4]], "x": [5, 6]}, "e1", "structured", [[1.0, 2.0], [3.0, 4.0]]),
    ("x @ y", {"x": [1, 2], "y": [3, 4]}, "e0", "dense", [[3.0, 4.0]]),
    ("sum(x)", {"x": [1, 2, 3]}, "e0", "structured", [[1.0, 1.0, 1.0]]),
    ("mean(X, axis=0)", {"X": [[1, 2], [3, 4]]}, "e0", "structured", [[0.5, 0.0, 0.5, 0.0], [0.0, 0.5, 0.0, 0.5]]),
    ("max(x)", {"x": [1, 3, 3, 2]}, "e0", "structured", [[0.0, 0.5, 0.5, 0.0]]),
    ("x[1:]", {"x": [1, 2, 3]}, "e0", "structured", [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("x[i]", {"x": [1, 2], "i": [1, 1, 0]}, "e0", "structured", [[0.0, 1.0], [0.0, 1.0], [1.0, 0.0]]),
    ("x[i]", {"x": [1, 2], "i": [1, 0]}, "e1", "structured", [[0.0, 0.0], [0.0, 0.0]]),
    ("X.T", {"X": [[1, 2]]}, "e0", "structured", [[1.0, 0.0], [0.0, 1.0]]),
    ("[x, y]", {"x": 5, "y": 6}, "e1", "structured", [[0.0], [1.0]]),
    ("concatenate([a, b])", {"a": [1, 2], "b": [3]}, "e1", "structured", [[0.0], [0.0], [1.0]]),
    ("x + b", {"x": [[1, 2], [3, 4]], "b": [5, 6]}, "e1", "structured", [[1.0, 0.0], [0.0, 1.0]] * 2),
    ("x * c", {"x": [1, 2], "c": 3}, "e1", "structured", [[1.0], [2.0]]),
    ("mse(x, y)", {"x": [1, 2], "y": 0}, "e1", "dense", [[-3.0]]),
    ("log(x) * y", {"x": 0, "y": 2}, "e0", "dense", [["Infinity"]]),
    ("x / y", {"x": [1, 2], "y": 0}, "e0", "diagonal", ["Infinity", "Infinity"]),
    ("relu(x)", {"x": [-1, 2, 0]}, "e0", "diagonal", [0.0, 1.0, 0.0]),
    ("x^2", {"x": [[1, 2], [3, 4]]}, "e0", "diagonal", [2.0, 4.0, 6.0, 8.0]),
]


@pytest.mark.parametrize(("source", "inputs", "edge", "kind", "numbers"), EXACT)
def test_the_numbers_are_exact(source, inputs, edge, kind, numbers):
    found = jacobian(source, inputs, edge)
    member = "diagonal" if kind == "diagonal" else "matrix"
    assert set(found) == {"edge", "shape", "kind", member, "description"}
    assert (found["edge"], found["kind"], found[member]) == (edge, kind, numbers)
    assert found["shape"] == ([len(numbers)] * 2 if kind == "diagonal" else [len(numbers), len(numbers[0])])
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_softmax_is_as_described():
    x = np.array([0.5, -1.0, 2.0])
    s = np.exp(x) / np.exp(x).sum()
    np.testing.assert_allclose(jacobian("softmax(x)", {"x": x})["matrix"], np.diag(s) - np.outer(s, s), atol=1e-16)


def test_the_minibatch_of_the_lecture_is_answered_by_its_diagonal():
    evaluation = evaluate("max(0, x)", {"x": drawn(100, 4096)})
    local = evaluation.to_dict()["edges"][0]["local"]
    found = evaluation.jacobian("e0")
    assert found["shape"] == local["shape"] == [409600, 409600]
    assert found["kind"] == local["kind"] == "diagonal"
    assert "only 409,600 of the 167,772,160,000 numbers matter" in found["description"] == local["description"]
    assert "diagonal" not in local
    np.testing.assert_array_equal(found["diagonal"], 1.0 * (evaluation.inputs["x"].value.ravel() > 0))


@pytest.mark.parametrize("seed", range(25))
def test_what_evaluate_lists_is_the_same(seed):
    evaluation = evaluate(Generator(seed, ARRAYS).tree(4).text, ARRAYS)
    for edge in evaluation.to_dict()["edges"]:
        found, local = evaluation.jacobian(edge["id"]), edge["local"]
        if isinstance(local, dict):
            assert {**local, **found} == {"edge": edge["id"], **found}
            assert all(found[name] == local[name] for name in local)
        else:
            assert (found["shape"], found["matrix"]) == ([1, 1], [[local]])


@pytest.mark.parametrize("seed", range(25))
def test_upstream_times_the_jacobian_is_the_gradient_of_the_wire(seed):
    evaluation = evaluate(Generator(100 + seed, ARRAYS).tree(4).text, ARRAYS)
    for edge in evaluation.to_dict()["edges"]:
        found = evaluation.jacobian(edge["id"])
        matrix = np.diag(found["diagonal"]) if "diagonal" in found else np.array(found["matrix"])
        sent = np.ravel(edge["upstream"]) @ matrix
        np.testing.assert_allclose(sent, np.ravel(edge["gradient"]), rtol=1e-9, atol=1e-12)


def test_the_options_of_evaluate_decide_about_the_edges():
    assert failed(edge_jacobian, "2x", {"x": 1}, edge="e1").key == "unknown_edge"
    assert edge_jacobian("2x", {"x": 1}, edge="e1", constants="nodes").to_dict()["matrix"] == [[2.0]]
    folded = edge_jacobian("1/(1+exp(-x))", {"x": [0, 0]}, edge="e0", fold=["sigmoid"]).to_dict()
    assert folded["diagonal"] == [0.25, 0.25]


def test_both_languages_describe():
    found = evaluate("x*y", {"x": 2, "y": [1, 2]})
    assert found.jacobian("e0")["description"] != found.jacobian("e0", "ko")["description"]


# What cannot be given ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edge", ["e2", "e-1", "e00", "E0", "0", "", "n0", "e0 ", "e" + "9" * 5000, "\ud800", "e٠"])
def test_an_edge_that_is_not_there_is_unknown(edge):
    error = failed(jacobian, "x*y", {"x": 1, "y": 2}, edge)
    assert (error.code, error.key) == ("unknown_edge", "unknown_edge")
    assert "e0 … e1" in error.hint("en")
    check_sentences(error)


@pytest.mark.parametrize("edge", [None, 0, True, ["e0"], {}])
def test_an_edge_that_is_no_text_is_a_bad_option(edge):
    assert failed(jacobian, "x*y", {"x": 1, "y": 2}, edge).code == "bad_option"


def test_a_circuit_without_edges_has_none_to_ask_for():
    error = failed(jacobian, "5")
    assert (error.code, error.key) == ("unknown_edge", "circuit_without_edges")
    check_sentences(error)


LARGEST = [
    ("softmax(x)", {"x": drawn(1000)}, "e0"),
    ("W x", {"W": drawn(1000, 1000), "x": drawn(1000)}, "e1"),
    ("W x", {"W": drawn(100, 100), "x": drawn(100)}, "e0"),
    ("outer(a, b)", {"a": [2], "b": drawn(1_000_000)}, "e0"),
    ("concatenate([a, b])", {"a": [2], "b": drawn(999_999)}, "e0"),
    ("sum(x)", {"x": drawn(1_000_000)}, "e0"),
    ("x + b", {"x": drawn(1_000_000), "b": 1}, "e1"),
    ("exp(x)", {"x": drawn(1_000_000)}, "e0"),
]


@pytest.mark.parametrize(("source", "inputs", "edge"), LARGEST)
def test_a_million_numbers_are_given(source, inputs, edge):
    found = edge_jacobian(source, inputs, edge=edge).found
    numbers = found.matrix if found.diagonal is None else found.diagonal
    assert numbers.size == found.numbers == MOST == 1_000_000


@pytest.mark.parametrize(
    ("source", "inputs", "edge"),
    [
        ("softmax(x)", {"x": drawn(1001)}, "e0"),
        ("W x", {"W": drawn(1000, 1001), "x": drawn(1001)}, "e1"),
        ("outer(a, b)", {"a": [2], "b": drawn(1_000_001)}, "e0"),
        ("sum(x)", {"x": drawn(1_000_001)}, "e0"),
        ("exp(x)", {"x": drawn(1_000_001)}, "e0"),
        ("W @ V", {"W": drawn(1000, 1000), "V": drawn(1000, 1000)}, "e0"),
    ],
)
def test_more_are_over_the_limit_and_never_computed(source, inputs, edge, monkeypatch):
    evaluation = evaluate(source, inputs)
    monkeypatch.setattr("engine.jacobian.wires.GateNumbers", lambda *_: pytest.fail("it is computed"))
    error = failed(evaluation.jacobian, edge)
    assert (error.code, error.details) == ("limit_exceeded", {"limit": "jacobian_entries", "maximum": 1_000_000})
    check_sentences(error)


def test_a_wire_between_numbers_needs_no_numpy():
    program = "from engine import evaluate\nprint(evaluate('x*y', {'x': 2, 'y': 3}).jacobian('e0')['matrix'])\n"
    program += "import sys\nprint('numpy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["[[3.0]]", "False"]
