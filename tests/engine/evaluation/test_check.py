"""The gradients beside central differences: of inputs, of all nodes, and at kinks."""

import numpy as np
import pytest

from engine import evaluate
from engine.checking import LOOKS, ZOOMS
from engine.execution import tape
from engine.execution.recording import recorded_backward
from engine.gates import GATES
from tests.engine.failures import failure
from tests.engine.programs import ARRAYS, Generator

SIGMOID = ("1/(1+exp(-(w0x0+w1x1+w2)))", {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3})


def answer(source, inputs=None, **options):
    return evaluate(source, inputs, **{"check": True} | options).to_dict()


def checked(source, inputs=None, **options):
    return answer(source, inputs, **options)["check"]


# Inputs --------------------------------------------------------------------------------------------------------------


def test_a_check_compares_every_input_with_central_differences():
    found = answer("sum(sigmoid(W x)) * y", {"W": [[0.1, 0.5], [-0.3, 0.8]], "x": [0.2, 0.4], "y": 2})
    check = found["check"]
    assert set(check) == {"max_relative_error", "inputs"}
    assert check["max_relative_error"] < 1e-6
    for name, entry in check["inputs"].items():
        assert set(entry) == {"numerical", "relative_error"}
        np.testing.assert_allclose(entry["numerical"], found["inputs"][name]["gradient"], rtol=1e-6)


def test_a_check_leaves_out_inputs_that_are_not_used_and_weighs_by_upstream():
    found = checked("x*x", {"x": [1, 2], "y": 5}, upstream=[1, -3])
    assert list(found["inputs"]) == ["x"]
    np.testing.assert_allclose(found["inputs"]["x"]["numerical"], [2, -12], rtol=1e-8)


@pytest.mark.parametrize("inputs", [{"x": -1, "y": 1}, {"x": 1, "y": -1}])
def test_a_check_of_what_is_not_a_number_is_not_a_number(inputs):
    found = checked("log(x) + log(y)", inputs)
    assert found["max_relative_error"] == "NaN"
    assert not any("kink" in entry for entry in found["inputs"].values())


def test_a_program_without_inputs_has_nothing_to_check():
    assert checked("2 + 3") == {"max_relative_error": 0.0, "inputs": {}}


def test_an_input_that_is_a_label_and_a_number_at_once_is_not_moved_by_the_check():
    found = checked("svm_loss(s, y) + 0*y", {"s": [1.0, 2.2, 0.5], "y": 1})
    assert list(found["inputs"]) == ["s"]
    assert found["max_relative_error"] < 1e-6


# Nodes ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("constants", ["absorbed", "nodes"])
@pytest.mark.parametrize(
    ("source", "inputs", "upstream"),
    [
        (*SIGMOID, 1),
        ("q = W x; ||q||^2", {"W": [[0.1, 0.5], [-0.3, 0.8]], "x": [0.2, 0.4]}, 2),
        ("x*x + 3*x", {"x": [1, 2]}, [1, -3]),
        ("softmax(2*x)[y]", {"x": [1, 2, 0.5], "y": 2}, 1),
    ],
)
def test_every_node_with_a_gradient_is_checked(source, inputs, upstream, constants):
    found = answer(source, inputs, upstream=upstream, constants=constants, check="nodes")
    gradients = {node["id"]: node["gradient"] for node in found["nodes"] if node["gradient"] is not None}
    check = found["check"]
    assert set(check) == {"max_relative_error", "inputs", "nodes"}
    assert set(check["nodes"]) == set(gradients)
    for name, entry in check["nodes"].items():
        assert set(entry) == {"numerical", "relative_error"}
        np.testing.assert_allclose(entry["numerical"], gradients[name], rtol=1e-6, atol=1e-9)
    assert check["max_relative_error"] == max(entry["relative_error"] for entry in check["nodes"].values()) < 1e-6
    for name, entry in check["inputs"].items():
        assert entry == check["nodes"][found["inputs"][name]["node"]]


def test_a_node_that_the_output_ignores_is_not_checked():
    found = checked("a = 2x; b = 3a; a", {"x": 1}, check="nodes")
    assert set(found["nodes"]) == {"n0", "n1"}


def test_a_folded_circuit_is_checked_as_it_is_shown():
    found = answer(*SIGMOID, fold=["sigmoid"], check="nodes")
    assert set(found["check"]["nodes"]) == {node["id"] for node in found["nodes"]}
    assert found["check"]["max_relative_error"] < 1e-6


@pytest.mark.parametrize("seed", range(30))
def test_random_programs_agree_at_every_node(seed):
    tree = Generator(seed, ARRAYS).tree(4)
    found = answer(tree.text, ARRAYS, check="nodes")["check"]
    assert found["max_relative_error"] < 1e-3, tree.text


@pytest.fixture
def wrong(monkeypatch):
    """Exchanges a gate's backward formula; what was recorded of it is forgotten afterwards."""

    def exchange(gate):
        monkeypatch.setattr(GATES[gate], "backward", lambda self, xp, upstream, output, x: 2 * upstream)
        recorded_backward.cache_clear()

    yield exchange
    monkeypatch.undo()
    recorded_backward.cache_clear()


def test_a_wrong_gradient_is_an_error_and_no_kink(wrong):
    wrong("sin")
    found = checked("sum(sin(x)) + 0*sin(y)", {"x": [1.0, 2.0], "y": 0})
    assert found["max_relative_error"] > 0.5
    assert "kink" not in found["inputs"]["x"]


# Kinks ---------------------------------------------------------------------------------------------------------------

KINKS = [
    ("relu(x)", 0, 0.5, 1.0),
    ("max(0, x)", 0, 0.5, 1.0),
    ("relu(x)", 3e-6, 0.75, 0.25),
    ("relu(-x)", 2e-6, -1 / 3, 1.0),
    ("|x|", 0, 0.0, 0.0),
    ("|x - 5|", 5, 0.0, 0.0),
    ("leaky_relu(x)", 0, 0.505, None),
    ("clip(x, 0, 1)", 1, 0.5, 0.5),
    ("max(x, 1)", 1, 0.5, 0.0),
    ("max(x, x^2)", 1, 1.5, None),
    ("norm([x, x])", 0, 0.0, 0.0),
    ("clip(x, -1e-6, 1e-6)", 0, 1 / 6, 5 / 6),
]


@pytest.mark.parametrize(("source", "x", "slope", "error"), KINKS)
def test_a_kink_within_the_step_is_told_as_one(source, x, slope, error):
    found = checked(source, {"x": x})
    entry = found["inputs"]["x"]
    assert found["max_relative_error"] == 0.0
    assert entry["kink"] is True
    assert entry["numerical"] == pytest.approx(slope, abs=1e-5)
    assert error is None or entry["relative_error"] == pytest.approx(error, abs=1e-5)


@pytest.mark.parametrize(("source", "x"), [("floor(x)", 2), ("x > 0", 0), ("sign(x)", 0), ("where(x > 1, x, 5)", 1)])
def test_a_step_is_a_kink_too(source, x):
    found = checked(source, {"x": x})
    assert (found["max_relative_error"], found["inputs"]["x"]["kink"]) == (0.0, True)


@pytest.mark.parametrize(("source", "x"), [("sqrt(x)", 0), ("sqrt(x)", 1e-6), ("arcsin(x)", 1), ("log(x)", 1e-6)])
def test_the_edge_of_a_domain_is_a_kink_too(source, x):
    found = checked(source, {"x": x})
    assert found["max_relative_error"] == 0.0
    assert found["inputs"]["x"] == {"numerical": "NaN", "relative_error": "NaN", "kink": True}


BENDS = [
    ("relu(x)", 1e-5), ("relu(x)", -1e-5), ("x^2", 0), ("x^4", 0), ("exp(1000*x)", 0), ("exp(3000*x)", 0.01),
    ("1/x", 1e-5), ("sqrt(x)", 1e-5), ("tanh(1e4*x)", 1e-5), ("sin(1e5*x)", 1), ("floor(x)", 2.5), ("1e9*sin(x)", 1),
    ("max(x, x)", 1), ("x^2 + 1e6", 0),
]  # fmt: skip


@pytest.mark.parametrize(("source", "x"), BENDS)
def test_a_bend_is_no_kink(source, x):
    assert "kink" not in checked(source, {"x": x})["inputs"]["x"]


@pytest.mark.parametrize("part", np.linspace(-0.98, 0.98, 29).tolist())
def test_a_kink_anywhere_within_the_step_is_found(part):
    assert checked("relu(x)", {"x": part * 6e-6})["inputs"]["x"]["kink"] is True


def test_only_the_numbers_at_the_kink_do_not_count():
    found = checked("relu(x) * c", {"x": [0, 1, -1], "c": [1, 2, 3]}, upstream=[1, 10, 100])
    x = found["inputs"]["x"]
    assert (x["kink"], x["relative_error"]) == (True, found["max_relative_error"])
    assert x["relative_error"] < 1e-6
    np.testing.assert_allclose(x["numerical"], [0.5, 20, 0], atol=1e-8)
    assert "kink" not in found["inputs"]["c"]


def test_a_kink_stands_at_the_nodes_before_it_and_not_behind():
    found = checked("max(0, 2*x) + 1", {"x": 0}, check="nodes")["nodes"]
    assert [("kink" in entry) for entry in found.values()] == [True, True, False, False]


def test_a_wrong_gradient_beside_a_kink_counts(wrong):
    wrong("relu")
    assert checked("relu(x)", {"x": [0, 1]})["max_relative_error"] == pytest.approx(0.5)


# Work ----------------------------------------------------------------------------------------------------------------


def test_the_numbers_of_all_nodes_are_limited_together():
    assert "nodes" in checked("sum(x)", {"x": [1.0] * 999}, check="nodes")
    error = failure("sum(x)", {"x": [1.0] * 1000}, check="nodes")
    assert (error.code, error.details) == ("limit_exceeded", {"limit": "checked_entries", "maximum": 1000})
    assert "nodes" not in checked("sum(x)", {"x": [1.0] * 1000})


@pytest.mark.parametrize(
    ("x", "passes"),
    [(1, 3), (0, 5), (3e-6, 5 + 2 * ZOOMS), ([0] * 300, 1 + 4 * 300), ([3e-6] * 300, 1 + 4 * 300 + 2 * ZOOMS * LOOKS)],
)
def test_each_number_costs_few_passes(x, passes, monkeypatch):
    run, calls = tape._run, []
    monkeypatch.setattr(tape, "_run", lambda steps, registers: (calls.append(1), run(steps, registers))[1])
    evaluation = evaluate("relu(x)", {"x": x}, check=True)
    calls.clear()
    assert evaluation.to_dict()["check"]["inputs"]["x"].get("kink", False) == (x != 1)
    assert len(calls) == passes
