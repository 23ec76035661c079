"""Composite gates written out, whatever their axes, constants and operands."""

import pytest

from engine import EngineError, Limits, evaluate
from tests.engine.folding.agreement import assert_same_outside, gates

X = {"x": [[0.3, 1.2, -0.1], [0.4, -0.6, 0.2]], "z": 0.7, "v": [0.3, -0.4, 0.9], "y": [1, 2]}

WRITTEN_OUT = [
    "sum(softmax(x))",
    "softmax(x, axis=0)[0, 1]",
    "softmax(v)[1]",
    "sum(logsumexp(x, axis=0))",
    "sum(logsumexp(x, axis=1, keepdims=True)*x)",
    "sum(mean(x, axis=0))",
    "mean(x)",
    "sum(mean(x, axis=(0, 1), keepdims=True)*x)",
    "sum(norm(x, axis=1))",
    "norm(x)",
    "l1(x)",
    "l2(x)",
    "mse(x, 2*x)",
    "mse(v, 1)",
    "svm_loss(x, y)",
    "svm_loss(v, 2, margin=0.3)",
    "svm_loss(x, y, margin=0)",
    "cross_entropy(x, y)",
    "cross_entropy(v, 2)",
    "sigmoid(z) + tanh(z) + relu(z) + leaky_relu(z, 0.2) + softplus(z) + silu(z)",
    "sum(sigmoid(x) * tanh(x) * relu(x) * leaky_relu(x) * softplus(x) * silu(x))",
]
COMPOSITE = {"softmax", "logsumexp", "mean", "norm", "l1", "squared_norm", "mse", "svm_loss", "cross_entropy",
             "sigmoid", "tanh", "relu", "leaky_relu", "softplus", "silu"}  # fmt: skip


@pytest.mark.parametrize("program", WRITTEN_OUT)
@pytest.mark.parametrize("constants", ["absorbed", "nodes"])
def test_written_out(program, constants):
    unfolded = assert_same_outside(program, X, unfold="all", constants=constants)
    assert not COMPOSITE & set(gates(unfolded))


def test_names_choose_what_is_written_out():
    assert gates(evaluate("cross_entropy(v, 1)", X, unfold=["cross_entropy"])) == [
        "softmax",
        "index",
        "log",
        "negative",
    ]
    assert gates(evaluate("silu(z)", X, unfold=["silu"])) == ["sigmoid", "multiply"]
    assert gates(evaluate("silu(z)", X, unfold=["tanh"])) == ["silu"]


def test_a_composite_in_both_lists_is_unfolded():
    program = "sigmoid(z) * max(0, z)"
    chosen = gates(evaluate(program, X, fold="all", unfold=["sigmoid"]))
    assert chosen == ["negative", "exp", "add", "reciprocal", "relu", "multiply"]


def test_the_name_and_the_place_go_to_the_last_gate_of_the_definition():
    nodes = evaluate("s = sigmoid(z)\n2*s", X, unfold="all").to_dict()["nodes"]
    named = [node for node in nodes if node["name"] == "s"]
    assert [(node["gate"], node["span"]) for node in named] == [("reciprocal", [4, 14])]
    assert {tuple(node["span"]) for node in nodes[1:5]} == {(4, 14)}


def test_a_definition_that_does_not_hold_stays_a_gate():
    assert gates(evaluate("svm_loss(v, 1, margin=-1)", X, unfold="all")) == ["svm_loss"]
    assert gates(evaluate("leaky_relu(z, 2)", X, unfold="all")) == ["leaky_relu"]


def test_the_written_out_circuit_obeys_the_limits():
    program = "y = z\n" + "y = tanh(y)\n" * 5 + "y"
    with pytest.raises(EngineError) as caught:
        evaluate(program, {"z": 1}, unfold="all", limits=Limits(nodes=20))
    assert caught.value.details == {"limit": "nodes", "maximum": 20}


@pytest.mark.parametrize(
    "options", [{"fold": name} for name in ("sigmoid", None, 1, {}, ["exp"], [1], True)]
    + [{"unfold": name} for name in ("none", "sigmoid", None, ["add"], 1)],
)  # fmt: skip
def test_options_that_name_no_composites_are_refused(options):
    with pytest.raises(EngineError) as caught:
        evaluate("sigmoid(z)", {"z": 1}, **options)
    assert caught.value.code == "bad_option"
