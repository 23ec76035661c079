"""What is folded and what is not, in the programs of the lecture and of courses."""

import numpy as np
import pytest

from engine import EngineError, evaluate
from engine.folding import ALL
from tests.engine.folding.agreement import assert_same_outside, composites, gates

SIGMOID = "1/(1+exp(-(w0x0+w1x1+w2)))"
NEURON = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}
VECTOR = {"z": [0.3, -0.5, 0.2], "a": [0.1, 0.4, -0.9], "x": [0.3, -0.5, 0.2]}
MATRIX = {"Z": [[0.3, 1.2, -0.1], [0.4, -0.6, 0.2], [0.8, 0.1, -0.7]]}
SCORES = {"S": [[0.3, 1.2, -0.1], [0.4, -0.6, 0.2]], "y": [1, 2]}
LINEAR = {"X": [[0.5, -0.2], [0.1, 0.9]], "W": [[0.1, 0.3, -0.2], [0.7, -0.4, 0.2]], "y": [0, 2]}


def test_the_sigmoid_circuit_of_the_lecture():
    folded = evaluate(SIGMOID, NEURON, fold=["sigmoid"])
    assert gates(folded) == ["multiply", "multiply", "add", "add", "sigmoid"]
    assert sum(node.kind == "input" for node in folded.compiled.graph.nodes) == 5
    assert folded.gradients["w0"] == pytest.approx(-0.19661193324148185, abs=1e-15)
    assert folded.to_dict()["edges"][-1]["local"] == pytest.approx((1 - 0.7310585786300049) * 0.7310585786300049)


def test_the_answer_says_which_gates_a_fold_would_take():
    nodes = evaluate(SIGMOID, NEURON).to_dict()["nodes"]
    taken = [node["gate"] for node in nodes if node["foldable"]]
    assert taken == ["negative", "exp", "add", "reciprocal"]
    assert all(node["foldable"] == {"gate": "sigmoid", "node": nodes[-1]["id"]} for node in nodes if node["foldable"])


FOUND = [
    # either order of a commutative gate, shared parts, names for parts, functions
    ("1/(exp(-z)+1)", VECTOR, ["sigmoid"]),
    ("1/(exp(0-z)+1)", VECTOR, ["sigmoid"]),
    ("exp(z)/(exp(z)+1)", VECTOR, ["sigmoid"]),
    ("e1 = exp(z)\ne1/(e1 + 1)", VECTOR, ["sigmoid"]),
    ("f = lambda x: 1.0/(1.0 + np.exp(-x))\nf(f(x) + f(a))", VECTOR, ["sigmoid"] * 3),
    ("max(z, 0)", VECTOR, ["relu"]),
    ("maximum(z, 0.1*z)", VECTOR, ["leaky_relu"]),
    ("z*(1/(1+exp(-z)))", VECTOR, ["silu"]),
    ("(1/(1+exp(-z)))*z", VECTOR, ["silu"]),
    ("where(z >= 0, z, 0)", VECTOR, ["relu"]),
    ("where(z < 0, 0, z)", VECTOR, ["relu"]),
    ("where(z < 0, 0.1*z, z)", VECTOR, ["leaky_relu"]),
    ("log(exp(z) + 1)", VECTOR, ["softplus"]),
    ("2*(1/(1+exp(-(2*z)))) - 1", VECTOR, ["tanh"]),
    ("(1 - exp(-2*z))/(1 + exp(-2*z))", VECTOR, ["tanh"]),
    # reductions along axes
    ("E = exp(Z)\nE / np.sum(E, axis=1, keepdims=True)", MATRIX, ["softmax"]),
    ("E = exp(Z)\nE / np.sum(E, axis=0)", MATRIX, ["softmax"]),
    ("Z -= np.max(Z, axis=1, keepdims=True)\nnp.exp(Z)/np.sum(np.exp(Z), axis=1, keepdims=True)", MATRIX, ["softmax"]),
    ("z -= np.max(z)\np = np.exp(z) / np.sum(np.exp(z))", VECTOR, ["softmax"]),
    ("log(sum(exp(Z), axis=1))", MATRIX, ["logsumexp"]),
    ("max(Z, axis=1) + log(sum(exp(Z - max(Z, axis=1, keepdims=True)), axis=1))", MATRIX, ["logsumexp"]),
    ("sum(Z**2, axis=0)", MATRIX, ["squared_norm"]),
    ("sqrt(sum(Z*Z, axis=1, keepdims=True))", MATRIX, ["norm"]),
    ("sqrt(x.dot(x))", VECTOR, ["norm"]),
    ("x.T @ x", VECTOR, ["squared_norm"]),
    ("sum(sum(Z, axis=0))/9", MATRIX, ["mean"]),
    ("np.sum(Z.sum(1))/9", MATRIX, ["mean"]),
    ("sum(sum(Z, axis=0))/3", MATRIX, ["mean"]),  # of the three sums
    ("np.sqrt(np.dot(x.T, x))", VECTOR, ["norm"]),
    ("0.1 * np.sum(Z*Z)", MATRIX, ["squared_norm"]),
    ("0.1 * np.sum(np.abs(Z))", MATRIX, ["l1"]),
    ("np.sum(Z) / 9", MATRIX, ["mean"]),
    ("np.sum(Z, axis=1) / Z.shape[1]", MATRIX, ["mean"]),
    ("1/3*np.sum(z)", VECTOR, ["mean"]),
    ("np.square(x - a).mean()", VECTOR, ["mse"]),
    ("((x - a)**2).sum()/3", VECTOR, ["mse"]),
    ("mean((x - 1)^2)", VECTOR, ["mse"]),
    # losses, as in courses
    ("-log(softmax(z)[2])", VECTOR, ["cross_entropy"]),
    ("p = exp(z)/sum(exp(z))\n-log(p[y])", {**VECTOR, "y": 1}, ["cross_entropy"]),
    (
        "scores = X.dot(W)\nexp_scores = np.exp(scores)\n"
        "probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)\n"
        "loss = np.sum(-np.log(probs[np.arange(2), y])) / 2",
        LINEAR,
        ["cross_entropy"],
    ),
    (
        "scores = X.dot(W)\nN = X.shape[0]\nscores -= np.max(scores, axis=1, keepdims=True)\n"
        "probs = np.exp(scores) / np.sum(np.exp(scores), axis=1, keepdims=True)\n"
        "loss = -np.mean(np.log(probs[np.arange(N), y]))",
        LINEAR,
        ["cross_entropy"],
    ),
    ("sum(max(0, z - z[0] + 1)) - 1", VECTOR, ["svm_loss"]),
    (
        "scores = X.dot(W)\ncorrect = scores[np.arange(2), y][:, None]\n"
        "np.sum(np.maximum(0, scores - correct + 1)) / 2 - 1",
        LINEAR,
        ["svm_loss"],
    ),
    ("svm_loss(S, y) + 0.5*sum(S*S)", SCORES, ["squared_norm"]),
]


@pytest.mark.parametrize(("program", "inputs", "expected"), FOUND, ids=[row[0].splitlines()[-1] for row in FOUND])
def test_found(program, inputs, expected):
    assert composites(program, inputs) == expected
    assert_same_outside(program, inputs, fold="all")
    for name in set(expected):
        assert_same_outside(program, inputs, fold=[name])


LEFT = [
    ("1/(2+exp(-z))", VECTOR, []),  # another constant
    ("exp(z)/(1+exp(a))", VECTOR, []),  # two different operands
    ("1/(exp(1-z)+1)", VECTOR, []),
    ("x.T @ a", VECTOR, []),
    ("sum(Z.T @ Z)", MATRIX, []),  # a product of matrices
    ("s1 = exp(-z)\n1/(1+s1) + s1", VECTOR, []),  # a gate inside is used elsewhere
    ("E = exp(Z)\nE / np.sum(E, axis=1)", MATRIX, []),  # broadcasts along the wrong axis of a square matrix
    ("E = exp(Z)\nE / np.sum(E, axis=1, keepdims=True).T", MATRIX, []),
    ("exp(Z - max(Z))/sum(exp(Z - max(Z, axis=1, keepdims=True)), axis=1, keepdims=True)", MATRIX, []),
    ("np.sum(z) / 2", VECTOR, []),  # no mean: there are three numbers
    ("np.sum(Z, axis=1) / 9", MATRIX, []),
    ("sum(sum(Z, axis=0))/6", MATRIX, []),
    ("sum(sum(Z, axis=0, keepdims=True), axis=0)/9", MATRIX, []),
    ("n*sum(x)", {**VECTOR, "n": 1 / 3}, []),  # an input is no constant
    ("max(0.1*z, a)", VECTOR, []),
    ("max(1.5*z, z)", VECTOR, []),  # no leaky relu: the smaller slope is on the right
    ("max(1, z)", VECTOR, []),
    ("where(z > 1, z, 0)", VECTOR, []),
    ("where(z < 0, z, 0)", VECTOR, []),
    ("where(z >= 0, 0.1*z, z)", VECTOR, []),
    ("sum(max(0, z - z[0] + 1)) - 2", VECTOR, ["relu"]),
    ("sum(max(0, z - a[0] + 1)) - 1", VECTOR, ["relu"]),
    ("-log(softmax(Z, axis=0)[1])", MATRIX, []),
    ("-mean(log(softmax(S)[[1, 0], y]))", SCORES, []),  # the rows are taken in another order
    ("x @ a", VECTOR, []),
    ("Z @ Z", MATRIX, []),
    ("log(1+exp(2))", {}, []),  # nothing flows in
    ("a + sum(1*x)", VECTOR, []),  # the number 1 is not the second node
    ("-log(softmax(z)[-1])", VECTOR, []),  # classes count from 0
    ("-mean(log(softmax(S)[[0], y]))", SCORES, []),  # the first row for each class
    ("sum(max(0, S - S[[0], y].reshape(-1, 1) + 1))/2 - 1", SCORES, ["relu"]),
    ("-mean(log(softmax(S)[[0, 1], [-1, 1]]))", SCORES, []),
]


@pytest.mark.parametrize(("program", "inputs", "others"), LEFT, ids=[row[0].splitlines()[-1] for row in LEFT])
def test_left_as_written(program, inputs, others):
    assert composites(program, inputs) == others
    assert_same_outside(program, inputs, fold="all")


def test_names_choose_what_is_folded():
    program = "1/(1+exp(-z)) * max(0, z)"
    assert gates(evaluate(program, {"z": 1}, fold=["relu"])).count("relu") == 1
    assert "sigmoid" not in gates(evaluate(program, {"z": 1}, fold=["relu"]))
    assert gates(evaluate(program, {"z": 1}, fold=["relu", "sigmoid"])) == ["sigmoid", "relu", "multiply"]
    assert gates(evaluate(program, {"z": 1}, fold=[])) == gates(evaluate(program, {"z": 1}))


def test_the_largest_part_is_folded_and_no_two_overlap():
    program = "sqrt(sum((x - a)^2))"
    assert composites(program, VECTOR) == ["norm"]
    assert gates(evaluate(program, VECTOR, fold=["squared_norm"])) == ["subtract", "squared_norm", "sqrt"]


def test_the_folded_gate_keeps_the_name_and_the_place():
    nodes = evaluate("s = 1/(1+exp(-z))\n3*s", {"z": 1}, fold="all").to_dict()["nodes"]
    assert [(node["gate"], node["name"], node["span"]) for node in nodes[1:2]] == [("sigmoid", "s", [4, 17])]


def test_a_long_chain_is_folded_without_recursion():
    program = "y = x\n" + "y = sqrt(y)^2\n" * 1500 + "y"
    assert composites(program, {"x": 2.0}) == []
    program = "y = x\n" + "y = 1/(1+exp(-y))\n" * 1500 + "y"
    assert composites(program, {"x": 2.0}) == ["sigmoid"] * 1500


@pytest.mark.parametrize(
    ("program", "inputs"),
    [
        ("-log(softmax(s)[y])", {"s": [1, 2, 3], "y": -1}),
        ("-mean(log_softmax(S)[np.arange(2), y])", {"S": [[1, 2, 3], [2, 1, 0]], "y": [0, -1]}),
        ("sum(max(0, s - s[y] + 1)) - 1", {"s": [1, 2, 3], "y": -3}),
    ],
)
def test_classes_from_the_end_leave_a_loss_as_it_is_written(program, inputs):
    written, folded = evaluate(program, inputs), evaluate(program, inputs, fold="all")
    assert not {"cross_entropy", "svm_loss"} & {*gates(folded)}
    assert folded.value == pytest.approx(written.value)
    scores = next(iter(inputs))
    np.testing.assert_allclose(folded.gradients[scores], written.gradients[scores], rtol=1e-12)


@pytest.mark.parametrize("program", ["cross_entropy(s, y)", "-log(softmax(s)[y])"])
@pytest.mark.parametrize("y", [3, -4])
def test_a_class_that_there_is_not_is_an_error_folded_or_not(program, y):
    for fold in ("none", "all"):
        with pytest.raises(EngineError) as caught:
            evaluate(program, {"s": [1, 2, 3], "y": y}, fold=fold)
        assert caught.value.code == "bad_argument"


def test_all_composites_of_the_notation_can_be_chosen():
    expected = "sigmoid tanh relu leaky_relu softplus silu softmax logsumexp squared_norm norm l1 mse svm_loss"
    assert set(ALL) == {*expected.split(), "cross_entropy", "mean"}
