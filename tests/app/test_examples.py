"""Every built-in example runs, with the numbers of the lecture at full precision."""

import math

import pytest

from app.examples import examples
from engine import evaluate

EXAMPLES = {row["id"]: row for row in examples("en")}

SIGMOID = 1 / (1 + math.exp(-1))
SLOPE = SIGMOID * (1 - SIGMOID)
NEURON = {"w0": -SLOPE, "x0": 2 * SLOPE, "w1": -2 * SLOPE, "x1": -3 * SLOPE, "w2": SLOPE}

NUMBERS = {
    "plus-and-times": (-12, {"x": -4, "y": -4, "z": 3}),
    "one-gate": (-12, {"x": -4, "y": 3}),
    "chain-rule": (-12, {"x": -2, "y": -2, "z": 1.5}),
    "sigmoid-circuit": (SIGMOID, NEURON),
    "sigmoid-gate": (SIGMOID, NEURON),
    "patterns": (-20, {"x": -8, "y": 6, "z": 2, "w": 0}),
    "used-twice": (-9, {"x": -3, "y": 3}),
    "square": (9, {"x": 6}),
    "vectorised": (0.116, {"W": [[0.088, 0.176], [0.104, 0.208]], "x": [-0.112, 0.636]}),
    "neuron": (SIGMOID, {"inputs": [2 * SLOPE, -3 * SLOPE], "weights": [-SLOPE, -2 * SLOPE], "bias": SLOPE}),
    "sigmoid": (0.5, {"x": 0.25}),
    "tanh": (math.tanh(0.5), {"x": 1 - math.tanh(0.5) ** 2}),
    "relu": (2, {"x": 1}),
    "leaky-relu": (-0.2, {"x": 0.1}),
    "maxout": (2, {"w1": 2, "x": 1.5, "b1": 1, "w2": 0, "b2": 0}),
    "elu": (math.exp(-1) - 1, {"x": math.exp(-1)}),
}

SHAPES = {
    "diagonal-jacobian": {"x": [4096]},
    "linear-score": {"W1": [10, 3072], "x": [3072, 1]},
    "two-layers": {"W2": [10, 100], "W1": [100, 3072], "x": [3072, 1]},
    "three-layers": {"W3": [10, 50], "W2": [50, 100], "W1": [100, 3072], "x": [3072, 1]},
}


def answer_of(row, **options):
    if "upstream" in row:
        options["upstream"] = row["upstream"]
    return evaluate(row["expression"], row["inputs"], **options).to_dict()


def test_every_example_is_tested():
    assert set(EXAMPLES) == set(NUMBERS) | set(SHAPES)


@pytest.mark.parametrize("name", NUMBERS)
def test_an_example_has_the_numbers_of_the_lecture(name):
    value, gradients = NUMBERS[name]
    answer = answer_of(EXAMPLES[name])
    assert answer["output"]["value"] == pytest.approx(value, rel=1e-14)
    assert set(answer["inputs"]) == set(gradients)
    for key, expected in gradients.items():
        assert flat(answer["inputs"][key]["gradient"]) == pytest.approx(flat(expected), rel=1e-13)


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


def test_every_example_is_told_in_both_languages_with_the_same_program():
    for english, korean in zip(examples("en"), examples("ko"), strict=True):
        for member in ("id", "expression", "inputs", "digits"):
            assert english[member] == korean[member]
        assert english["look"] != korean["look"]
        assert any("가" <= sign <= "힣" for sign in korean["look"] + korean["group"]["title"])
        assert english["group"]["id"] == korean["group"]["id"]


def test_the_api_lists_them_and_each_is_a_request(client):
    for row in client.get("/api/v1/examples").json()["examples"]:
        request = {name: row[name] for name in ("expression", "inputs", "upstream") if name in row}
        assert client.evaluate(**request).status_code == 200


def flat(value):
    return [number for entry in value for number in flat(entry)] if isinstance(value, list) else [value]
