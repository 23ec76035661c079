"""Every built-in example runs, with the numbers of the lecture at full precision."""

import math
from types import SimpleNamespace

import numpy as np
import pytest

from app.examples import examples
from engine import evaluate

EXAMPLES = {row["id"]: row for row in examples("en")}

SIGMOID = 1 / (1 + math.exp(-1))
BELOW_ONE = (1 + math.erf(1 / math.sqrt(2))) / 2  # of the normal distribution
SLOPE = SIGMOID * (1 - SIGMOID)
NEURON = {"w0": -SLOPE, "x0": 2 * SLOPE, "w1": -2 * SLOPE, "x1": -3 * SLOPE, "w2": SLOPE}

SCORES = np.array([[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]])
PROBABILITIES = np.exp(SCORES) / np.exp(SCORES).sum(axis=1, keepdims=True)
HINGE = [[-1 / 3, 1 / 3, 0], [0, 0, 0], [1 / 3, 1 / 3, -2 / 3]]
WEIGHTS = np.array([[1.2, 2], [3.1, 2], [-0.7, -1]])
PULLED = np.array([[-1, -1], [1, 1], [0, 0]])

NUMBERS = {
    "plus-and-times": (-12, {"x": -4, "y": -4, "z": 3}),
    "one-gate": (-12, {"x": -4, "y": 3}),
    "chain-rule": (-12, {"x": -2, "y": -2, "z": 1.5}),
    "sigmoid-circuit": (SIGMOID, NEURON),
    "sigmoid-gate": (SIGMOID, NEURON),
    "numerical": (SIGMOID, NEURON),
    "sigmoid-latex": (SIGMOID, {f"{name[0]}_{name[1]}": slope for name, slope in NEURON.items()}),
    "svm-image": (2.9, {"s1": -1, "s2": 1, "s3": 0}),
    "svm-loss": (15.8 / 3, {"s": HINGE, "y": None}),
    "svm-loss-code": (15.8 / 3, {"scores": HINGE, "y": None}),
    "svm-l2": (4.954, {"W": (PULLED + 0.2 * WEIGHTS).tolist(), "X": [1.9, 0], "y": None, "lam": 20.54}),
    "svm-l1": (3.9, {"W": (PULLED + 0.1 * np.sign(WEIGHTS)).tolist(), "X": [1.9, 0], "y": None, "lam": 10}),
    "softmax-code": (
        -np.log(PROBABILITIES.diagonal()).mean(),
        {"s": ((PROBABILITIES - np.eye(3)) / 3).tolist(), "y": None},
    ),
    "cross-entropy": (-np.log(PROBABILITIES[0, 0]), {"s": (PROBABILITIES[0] - [1, 0, 0]).tolist(), "y": None}),
    "descent": (6.25, {"w": -10, "x": 5, "b": -5, "y": 5}),
    "gate-code": (math.exp(-1), {"x": math.exp(-1)}),
    "patterns": (-20, {"x": -8, "y": 6, "z": 2, "w": 0}),
    "used-twice": (-9, {"x": -3, "y": 3}),
    "square": (9, {"x": 6}),
    "vectorised": (0.116, {"W": [[0.088, 0.176], [0.104, 0.208]], "x": [-0.112, 0.636]}),
    "neuron": (SIGMOID, {"inputs": [2 * SLOPE, -3 * SLOPE], "weights": [-SLOPE, -2 * SLOPE], "bias": SLOPE}),
    "sigmoid": (0.5, {"x": 0.25}),
    "tanh": (math.tanh(0.5), {"x": 1 - math.tanh(0.5) ** 2}),
    "relu": (2, {"x": 1}),
    "leaky-relu": (-0.2, {"x": 0.1}),
    "maxout": (0.5, {"w1": [2, 1], "x": [1, -2], "b1": 1, "w2": [0, 0], "b2": 0}),
    "elu": (math.exp(-1) - 1, {"x": math.exp(-1)}),
    "softplus": (math.log(1 + math.e), {"x": SIGMOID}),
    "silu": (SIGMOID, {"x": SIGMOID + SLOPE}),
    "gelu": (BELOW_ONE, {"x": BELOW_ONE + math.exp(-0.5) / math.sqrt(2 * math.pi)}),
}

SHAPES = {
    "diagonal-jacobian": {"x": [4096]},
    "minibatch-jacobian": {"X": [100, 4096]},
    "linear-score": {"W1": [10, 3072], "x": [3072, 1]},
    "two-layers": {"W2": [10, 100], "W1": [100, 3072], "x": [3072, 1]},
    "three-layers": {"W3": [10, 50], "W2": [50, 100], "W1": [100, 3072], "x": [3072, 1]},
}


CODE = ("fc-layers", "training-step")  # beside these, those of NUMBERS that are Python, too
PYTHON = (*CODE, "neuron", "svm-loss-code", "softmax-code")


class Numpy:
    """NumPy, with the random numbers of a request without a seed."""

    def __init__(self):
        self.random = SimpleNamespace(
            randn=lambda *shape: np.random.Generator(np.random.PCG64(0)).standard_normal(shape)
        )

    def __getattr__(self, name):
        return getattr(np, name)


def given(value):
    """An input as the engine makes it."""
    if isinstance(value, dict):
        return np.random.Generator(np.random.PCG64(value["seed"])).standard_normal(value["shape"])
    return np.array(value) if isinstance(value, list) else value


def run_by_python(row):
    """What Python and NumPy make of an example: the value of its last statement's name."""
    names = {name: given(value) for name, value in row["inputs"].items()}
    names |= {"np": Numpy(), "math": math, "self": SimpleNamespace(**names)}
    exec(row["expression"], names)  # noqa: S102  (our own text)
    return names[row["expression"].split("\n")[-1].split(" = ")[0]]


def answer_of(row, **options):
    options |= {name: row[name] for name in ("upstream", "fold") if name in row}
    return evaluate(row["expression"], row["inputs"], **options).to_dict()


def test_every_example_is_tested():
    assert set(EXAMPLES) == set(NUMBERS) | set(SHAPES) | set(CODE)


@pytest.mark.parametrize("name", PYTHON)
def test_code_runs_as_pasted_and_gives_what_python_gives(name):
    answer = answer_of(EXAMPLES[name], check=True, values="full")
    expected = np.asarray(run_by_python(EXAMPLES[name])).tolist()
    assert flat(answer["output"]["value"]) == pytest.approx(flat(expected), rel=1e-12)
    assert answer["check"]["max_relative_error"] < 1e-6


def test_the_layers_have_the_shapes_of_the_lecture():
    answer = answer_of(EXAMPLES["fc-layers"])
    shapes = {"W1": [4, 3], "b1": [4, 1], "W2": [4, 4], "b2": [4, 1], "W3": [1, 4], "b3": [1, 1]}
    assert {name: entry["shape"] for name, entry in answer["inputs"].items()} == shapes
    assert answer["output"]["shape"] == [1, 1]


@pytest.mark.parametrize("name", NUMBERS)
def test_an_example_has_the_numbers_of_the_lecture(name):
    value, gradients = NUMBERS[name]
    answer = answer_of(EXAMPLES[name])
    assert answer["output"]["value"] == pytest.approx(value, rel=1e-14)
    assert set(answer["inputs"]) == set(gradients)
    for key, expected in gradients.items():
        gradient = answer["inputs"][key]["gradient"]
        assert gradient is expected is None or flat(gradient) == pytest.approx(flat(expected), rel=1e-13, abs=1e-15)


@pytest.mark.parametrize("name", SHAPES)
def test_a_large_example_has_the_shapes_of_the_lecture(name):
    answer = answer_of(EXAMPLES[name], layout=True)
    assert {key: entry["shape"] for key, entry in answer["inputs"].items()} == SHAPES[name]
    assert all(entry["gradient"]["shape"] == entry["shape"] for entry in answer["inputs"].values())


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_raises_no_doubt_about_how_it_is_read(name):
    notices = {notice["code"] for notice in answer_of(EXAMPLES[name])["notices"]}
    assert notices <= {"nonscalar_output"}


@pytest.mark.parametrize("name", ["sigmoid-circuit", "sigmoid-gate"])
def test_the_sigmoid_is_the_same_as_a_circuit_and_as_a_gate(name):
    answer = answer_of(EXAMPLES[name])
    assert len(answer["order"]["forward"]) == {"sigmoid-circuit": 8, "sigmoid-gate": 5}[name]


@pytest.mark.parametrize("name", [name for name, row in EXAMPLES.items() if "select" in row])
def test_what_an_example_opens_is_there(name):
    answer = answer_of(EXAMPLES[name])
    kind, _, node = f"node:{EXAMPLES[name]['select']}".rpartition(":")
    assert node in [found["id"] for found in answer["nodes"]]
    if kind.endswith("branch"):
        assert sum(edge["source"] == node for edge in answer["edges"]) > 1


def test_every_example_is_told_in_both_languages_with_the_same_program():
    for english, korean in zip(examples("en"), examples("ko"), strict=True):
        for member in ("id", "expression", "inputs", "digits"):
            assert english[member] == korean[member]
        assert english["look"] != korean["look"]
        assert any("가" <= sign <= "힣" for sign in korean["look"] + korean["group"]["title"])
        assert english["group"]["id"] == korean["group"]["id"]


def test_the_api_lists_them_and_each_is_a_request(client):
    for row in client.get("/api/v1/examples").json()["examples"]:
        request = {name: row[name] for name in ("expression", "inputs", "upstream", "fold") if name in row}
        assert client.evaluate(**request).status_code == 200


def flat(value):
    return [number for entry in value for number in flat(entry)] if isinstance(value, list) else [value]
