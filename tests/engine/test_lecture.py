"""The rows of CS231n's lecture 4, each number computed here by hand from the formulas on the slides."""

import math

import numpy as np
import pytest

from engine import evaluate

SIGMOID = "1/(1+exp(-(w0x0+w1x1+w2)))"
WEIGHTS = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}


def answer(expression, inputs, **options):
    return evaluate(expression, inputs, **options).to_dict()


def inputs_of(found):
    return {name: entry["gradient"] for name, entry in found["inputs"].items()}


def gates_of(found):
    return [node for node in found["nodes"] if node["kind"] == "gate"]


def quoted(found, node):
    start, end = node["span"]
    return found["expression"]["source"][start:end]


# f(x, y, z) = (x + y) z -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def simple():
    return answer("f(x,y,z) = (x+y) z", {"x": -2, "y": 5, "z": -4})


def test_simple_values_and_gradients(simple):
    total, product = gates_of(simple)
    assert (total["gate"], total["symbol"], total["pattern"]) == ("add", "+", "distributor")
    assert (product["gate"], product["symbol"], product["pattern"]) == ("multiply", "*", "switcher")
    assert (total["value"], product["value"]) == (3.0, -12.0)
    assert (total["gradient"], product["gradient"]) == (-4.0, 1.0)
    assert inputs_of(simple) == {"x": -4.0, "y": -4.0, "z": 3.0}
    assert simple["output"] == {"node": product["id"], "name": "f", "shape": [], "value": -12.0}


def test_simple_wires(simple):
    names = {node["id"]: node["name"] or node["gate"] for node in simple["nodes"]}
    wires = [
        (names[edge["source"]], names[edge["target"]], *(edge[k] for k in ("operand", "upstream", "local", "gradient")))
        for edge in simple["edges"]
    ]
    assert wires == [
        ("x", "add", 0, -4.0, 1.0, -4.0),
        ("y", "add", 1, -4.0, 1.0, -4.0),
        ("add", "multiply", 0, 1.0, -4.0, -4.0),
        ("z", "multiply", 1, 1.0, 3.0, 3.0),
    ]


def test_simple_spans_leave_brackets_out(simple):
    assert [quoted(simple, node) for node in simple["nodes"]] == ["x", "y", "x+y", "z", "(x+y) z"]


@pytest.mark.parametrize("upstream", [2, -0.5, 0, 1e6])
def test_chain_rule_everything_scales_with_the_upstream_gradient(simple, upstream):
    scaled = answer("f(x,y,z) = (x+y) z", {"x": -2, "y": 5, "z": -4}, upstream=upstream)
    for before, after in zip(simple["nodes"], scaled["nodes"], strict=True):
        assert after["gradient"] == before["gradient"] * upstream
        assert after["value"] == before["value"]
    for before, after in zip(simple["edges"], scaled["edges"], strict=True):
        assert after["local"] == before["local"]
        assert after["gradient"] == before["gradient"] * upstream


# The sigmoid circuit ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sigmoid():
    return answer(SIGMOID, WEIGHTS)


def test_sigmoid_counts(sigmoid):
    kinds = [node["kind"] for node in sigmoid["nodes"]]
    assert (kinds.count("input"), kinds.count("gate"), kinds.count("constant")) == (5, 8, 0)
    assert len(sigmoid["edges"]) == 12


def test_sigmoid_gates_in_forward_order(sigmoid):
    gates = gates_of(sigmoid)
    assert [gate["gate"] for gate in gates] == [
        "multiply", "multiply", "add", "add", "negative", "exp", "add", "reciprocal",
    ]  # fmt: skip
    assert [gate["symbol"] for gate in gates] == ["*", "*", "+", "+", "*-1", "exp", "+1", "1/x"]
    assert [quoted(sigmoid, gate) for gate in gates] == [
        "w0x0", "w1x1", "w0x0+w1x1", "w0x0+w1x1+w2", "-(w0x0+w1x1+w2)", "exp(-(w0x0+w1x1+w2))",
        "1+exp(-(w0x0+w1x1+w2))", "1/(1+exp(-(w0x0+w1x1+w2)))",
    ]  # fmt: skip
    assert sigmoid["order"]["forward"] == [gate["id"] for gate in gates]
    assert sigmoid["order"]["backward"] == sigmoid["order"]["forward"][::-1]


def test_sigmoid_forward(sigmoid):
    exponential = math.exp(-1.0)
    expected = [-2.0, 6.0, 4.0, 1.0, -1.0, exponential, 1 + exponential, 1 / (1 + exponential)]
    assert [gate["value"] for gate in gates_of(sigmoid)] == expected
    assert [round(value, 2) for value in expected] == [-2, 6, 4, 1, -1, 0.37, 1.37, 0.73]


def test_sigmoid_backward_on_every_wire(sigmoid):
    exponential = math.exp(-1.0)
    denominator = -1 / (1 + exponential) ** 2
    slope = -denominator * exponential  # (1 - σ) σ
    assert slope == pytest.approx((1 - 1 / (1 + exponential)) / (1 + exponential), rel=1e-15)
    expected = [slope, slope, slope, slope, -slope, denominator, denominator, 1.0]
    assert [gate["gradient"] for gate in gates_of(sigmoid)] == pytest.approx(expected, rel=1e-15)
    assert [round(number, 2) for number in expected] == [0.2, 0.2, 0.2, 0.2, -0.2, -0.53, -0.53, 1.0]
    wires = {(edge["source"], edge["target"]): edge["gradient"] for edge in sigmoid["edges"]}
    by_name = {node["name"]: node["id"] for node in sigmoid["nodes"] if node["name"]}
    product = sigmoid["nodes"][[node["name"] for node in sigmoid["nodes"]].index("x0") + 1]["id"]
    assert wires[by_name["w0"], product] == pytest.approx(-1 * slope, rel=1e-15)
    assert wires[by_name["x0"], product] == pytest.approx(2 * slope, rel=1e-15)


def test_sigmoid_inputs(sigmoid):
    slope = math.exp(-1.0) / (1 + math.exp(-1.0)) ** 2
    expected = {"w0": -slope, "x0": 2 * slope, "w1": -2 * slope, "x1": -3 * slope, "w2": slope}
    assert inputs_of(sigmoid) == pytest.approx(expected, rel=1e-15)
    rounded = {name: round(gradient, 5) for name, gradient in expected.items()}
    assert rounded == {"w0": -0.19661, "x0": 0.39322, "w1": -0.39322, "x1": -0.58984, "w2": 0.19661}


def test_sigmoid_upstream_times_local_is_the_gradient(sigmoid):
    for edge in sigmoid["edges"]:
        assert edge["gradient"] == pytest.approx(edge["upstream"] * edge["local"], rel=1e-15)


def test_sigmoid_node_gradients_are_sums_over_their_wires(sigmoid):
    for node in sigmoid["nodes"]:
        sent = [edge["gradient"] for edge in sigmoid["edges"] if edge["source"] == node["id"]]
        if sent:
            assert node["gradient"] == pytest.approx(sum(sent), rel=1e-15)


def test_sigmoid_operands_and_slots(sigmoid):
    by_id = {node["id"]: node for node in sigmoid["nodes"]}
    for node in gates_of(sigmoid):
        wires = [edge for edge in sigmoid["edges"] if edge["target"] == node["id"]]
        assert [edge["source"] for edge in wires] == node["operands"]
        assert [edge["value"] for edge in wires] == [by_id[k]["value"] for k in node["operands"]]
    plus_one = gates_of(sigmoid)[6]
    assert [edge["operand"] for edge in sigmoid["edges"] if edge["target"] == plus_one["id"]] == [1]


def test_sigmoid_has_nothing_to_remark(sigmoid):
    assert sigmoid["notices"] == []
    assert sigmoid["expression"]["canonical"] == "1/(1 + exp(-(w0·x0 + w1·x1 + w2)))"
    assert sigmoid["output"]["name"] is None


# Patterns and branches --------------------------------------------------------------------------------------------


def test_patterns():
    found = answer("2*(x*y + max(z,w))", {"x": 3, "y": -4, "z": 2, "w": -1})
    assert found["output"]["value"] == -20.0
    assert inputs_of(found) == {"x": -8.0, "y": 6.0, "z": 2.0, "w": 0.0}
    patterns = [(gate["gate"], gate["symbol"], gate["pattern"]) for gate in gates_of(found)]
    assert patterns == [
        ("multiply", "*", "switcher"),
        ("maximum", "max", "router"),
        ("add", "+", "distributor"),
        ("multiply", "*2", "switcher"),
    ]


def test_a_branch_sums_what_comes_back_term_by_term():
    found = answer("x*x", {"x": 3})
    assert [(edge["source"], edge["operand"], edge["gradient"]) for edge in found["edges"]] == [
        ("n0", 0, 3.0),
        ("n0", 1, 3.0),
    ]
    assert inputs_of(found) == {"x": 6.0}


def test_a_branch_over_two_gates():
    found = answer("x*y + x", {"x": 3, "y": -4})
    sent = [edge["gradient"] for edge in found["edges"] if edge["source"] == found["inputs"]["x"]["node"]]
    assert sent == [-4.0, 1.0]
    assert inputs_of(found) == {"x": -3.0, "y": 3.0}
    assert [node["name"] for node in found["nodes"] if node["kind"] == "input"] == ["x", "y"]


# Vectors and matrices ---------------------------------------------------------------------------------------------


def test_vectorised():
    weights, x = np.array([[0.1, 0.5], [-0.3, 0.8]]), np.array([0.2, 0.4])
    found = answer("||W x||^2", {"W": weights.tolist(), "x": x.tolist()})
    q = weights @ x
    product, norm = gates_of(found)
    assert (product["gate"], norm["gate"]) == ("matmul", "squared_norm")
    np.testing.assert_allclose(product["value"], [0.22, 0.26], rtol=1e-15)
    assert product["value"] == q.tolist()
    assert norm["value"] == pytest.approx(0.116, rel=1e-15)
    np.testing.assert_allclose(product["gradient"], [0.44, 0.52], rtol=1e-15)
    np.testing.assert_allclose(found["inputs"]["W"]["gradient"], [[0.088, 0.176], [0.104, 0.208]], rtol=1e-14)
    np.testing.assert_allclose(found["inputs"]["x"]["gradient"], [-0.112, 0.636], rtol=1e-14)
    np.testing.assert_allclose(found["inputs"]["W"]["gradient"], np.outer(2 * q, x), rtol=1e-15)
    np.testing.assert_allclose(found["inputs"]["x"]["gradient"], weights.T @ (2 * q), rtol=1e-15)


def drawn(*shape, seed):
    return {"random": "normal", "shape": list(shape), "seed": seed}, np.random.Generator(
        np.random.PCG64(seed)
    ).standard_normal(shape)


def test_linear_score():
    (w1, weights), (x, vector) = drawn(10, 3072, seed=1), drawn(3072, 1, seed=2)
    run = evaluate("W1 x", {"W1": w1, "x": x})
    np.testing.assert_allclose(run.value, weights @ vector, rtol=1e-13)
    np.testing.assert_allclose(run.gradients["x"], weights.T @ np.ones((10, 1)), rtol=1e-12, atol=1e-13)
    np.testing.assert_allclose(run.gradients["W1"], np.ones((10, 1)) @ vector.T)
    assert shapes_on_wires(run.to_dict()) == [[10, 3072], [3072, 1]]
    assert run.to_dict()["output"]["shape"] == [10, 1]


def shapes_on_wires(found):
    shape_of = {node["id"]: node["shape"] for node in found["nodes"]}
    return [shape_of[edge["source"]] for edge in found["edges"]]


def test_two_layer_net():
    (w1, a), (w2, b), (x, vector) = drawn(100, 3072, seed=1), drawn(10, 100, seed=2), drawn(3072, 1, seed=3)
    run = evaluate("f = W2 max(0, W1 x)", {"W1": w1, "W2": w2, "x": x})
    hidden = a @ vector
    back = (b.T @ np.ones((10, 1))) * (hidden > 0)
    np.testing.assert_allclose(run.value, b @ np.maximum(0, hidden), rtol=1e-12)
    np.testing.assert_allclose(run.gradients["W2"], np.ones((10, 1)) @ np.maximum(0, hidden).T, rtol=1e-12)
    np.testing.assert_allclose(run.gradients["W1"], back @ vector.T, rtol=1e-12)
    np.testing.assert_allclose(run.gradients["x"], a.T @ back, rtol=1e-11, atol=1e-11)
    found = run.to_dict()
    assert [gate["gate"] for gate in gates_of(found)] == ["matmul", "maximum", "matmul"]
    assert [gate["symbol"] for gate in gates_of(found)] == ["@", "max(0,·)", "@"]
    assert [gate["shape"] for gate in gates_of(found)] == [[100, 1], [100, 1], [10, 1]]
    assert found["output"]["name"] == "f"


def test_three_layer_net():
    sizes = [(20, 30), (20, 20), (4, 20)]
    weights = {f"W{k + 1}": drawn(*size, seed=k) for k, size in enumerate(sizes)}
    x, vector = drawn(30, 1, seed=9)
    run = evaluate("f = W3 max(0, W2 max(0, W1 x))", {"x": x} | {name: given for name, (given, _) in weights.items()})
    w1, w2, w3 = (array for _, array in weights.values())
    first = w1 @ vector
    second = w2 @ np.maximum(0, first)
    np.testing.assert_allclose(run.value, w3 @ np.maximum(0, second), rtol=1e-12)
    back2 = (w3.T @ np.ones((4, 1))) * (second > 0)
    back1 = (w2.T @ back2) * (first > 0)
    np.testing.assert_allclose(run.gradients["W3"], np.ones((4, 1)) @ np.maximum(0, second).T, rtol=1e-12)
    np.testing.assert_allclose(run.gradients["W2"], back2 @ np.maximum(0, first).T, rtol=1e-12)
    np.testing.assert_allclose(run.gradients["W1"], back1 @ vector.T, rtol=1e-12)
    np.testing.assert_allclose(run.gradients["x"], w1.T @ back1, rtol=1e-12)
    assert len(run.to_dict()["order"]["forward"]) == 5


def test_the_jacobian_of_relu_is_diagonal_and_never_built():
    found = answer("max(0, x)", {"x": {"random": "normal", "shape": [4096]}})
    local = found["edges"][0]["local"]
    assert (local["kind"], local["shape"]) == ("diagonal", [4096, 4096])
    assert "diagonal" not in local
    assert "4,096" in local["description"]
    minibatch = answer("max(0, X)", {"X": {"random": "normal", "shape": [100, 4096]}})
    assert minibatch["edges"][0]["local"]["shape"] == [409600, 409600]
