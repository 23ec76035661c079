"""POST /evaluate and POST /parse, field by field as the contract has them."""

import math

import pytest

FIELDS = {"expression", "output", "inputs", "nodes", "edges", "order", "notices", "layout", "check"}
NODE_FIELDS = {
    "id", "kind", "gate", "symbol", "name", "shape", "value", "gradient", "pattern", "operands", "span", "foldable",
}  # fmt: skip
EDGE_FIELDS = {
    "id", "source", "target", "operand", "value", "upstream", "local", "gradient", "rule", "substituted",
}  # fmt: skip


@pytest.fixture(scope="module")
def answer(client):
    response = client.evaluate("1/(1+exp(-(w0x0+w1x1+w2)))", {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3})
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    return response.json()


def test_the_sigmoid_answer_has_exactly_the_fields_of_the_contract(answer):
    assert set(answer) == FIELDS
    assert all(set(node) == NODE_FIELDS for node in answer["nodes"])
    assert all(set(edge) == EDGE_FIELDS for edge in answer["edges"])
    assert set(answer["output"]) == {"node", "name", "shape", "value"}
    assert set(answer["inputs"]["w0"]) == {"node", "shape", "value", "gradient"}
    assert answer["layout"] is None
    assert answer["check"] is None


def test_the_sigmoid_circuit_has_5_inputs_8_gates_and_12_edges(answer):
    kinds = [node["kind"] for node in answer["nodes"]]
    assert (kinds.count("input"), kinds.count("gate"), len(answer["edges"])) == (5, 8, 12)


def test_the_sigmoid_circuit_has_the_values_of_the_slide(answer):
    by_id = {node["id"]: node["value"] for node in answer["nodes"]}
    sigmoid = 1 / (1 + math.exp(-1))
    expected = [-2, 6, 4, 1, -1, math.exp(-1), 1 + math.exp(-1), sigmoid]
    assert [by_id[gate] for gate in answer["order"]["forward"]] == pytest.approx(expected, rel=1e-15)


def test_the_sigmoid_circuit_has_the_gradients_of_the_slide(answer):
    slope = 1 / (1 + math.exp(-1)) * (1 - 1 / (1 + math.exp(-1)))
    expected = {"w0": -slope, "x0": 2 * slope, "w1": -2 * slope, "x1": -3 * slope, "w2": slope}
    assert {name: entry["gradient"] for name, entry in answer["inputs"].items()} == pytest.approx(expected, rel=1e-14)


def test_backward_is_forward_reversed_and_every_wire_obeys_the_chain_rule(answer):
    assert answer["order"]["backward"] == answer["order"]["forward"][::-1]
    for edge in answer["edges"]:
        assert edge["gradient"] == pytest.approx(edge["upstream"] * edge["local"], rel=1e-12)


def test_the_vectorised_example_has_the_gradients_of_the_lecture(client):
    answer = client.evaluate("||W x||^2", {"W": [[0.1, 0.5], [-0.3, 0.8]], "x": [0.2, 0.4]}).json()
    assert answer["output"]["value"] == pytest.approx(0.116, rel=1e-14)
    first, second = answer["inputs"]["W"]["gradient"]
    assert first + second == pytest.approx([0.088, 0.176, 0.104, 0.208], rel=1e-14)
    assert answer["inputs"]["x"]["gradient"] == pytest.approx([-0.112, 0.636], rel=1e-14)


def test_upstream_scales_every_gradient(client):
    inputs = {"x": -2, "y": 5, "z": -4}
    answer = client.evaluate("f(x,y,z) = (x+y) z", inputs, upstream=0.5).json()
    assert {name: entry["gradient"] for name, entry in answer["inputs"].items()} == {"x": -2.0, "y": -2.0, "z": 1.5}


@pytest.mark.parametrize(
    ("program", "value"),
    [
        ("1/0", "Infinity"),
        ("log(-1)", "NaN"),
        ("exp(1000)", "Infinity"),
        ("9**9**9**9", "Infinity"),
        ("-1/0", "-Infinity"),
    ],
)
def test_a_non_finite_value_is_a_string(client, program, value):
    answer = client.evaluate(program)
    assert answer.status_code == 200
    assert answer.json()["output"]["value"] == value


def test_layout_and_check_come_when_they_are_asked_for(client, slide):
    answer = client.evaluate(**slide, layout=True, check=True).json()
    assert [node["id"] for node in answer["layout"]["nodes"]] == [node["id"] for node in answer["nodes"]]
    assert len(answer["layout"]["edges"]) == 12
    assert answer["check"]["max_relative_error"] < 1e-6
    assert set(answer["check"]["inputs"]) == set(slide["inputs"])


def test_values_can_be_had_in_full_within_a_limit_of_their_own(client):
    few = client.evaluate("x", {"x": {"random": "normal", "shape": [300]}}, values="full")
    assert len(few.json()["output"]["value"]) == 300
    many = client.evaluate("x", {"x": {"random": "normal", "shape": [300_000]}}, values="full")
    assert many.status_code == 413
    assert many.json()["maximum"] == 250_000


def test_parse_lists_the_inputs_with_values_that_run(client):
    expression = "W2 max(0, W1 x)"
    response = client.request("POST", "/api/v1/parse", json={"expression": expression})
    answer = response.json()
    assert set(answer) == {"expression", "inputs", "notices"}
    assert [entry["name"] for entry in answer["inputs"]] == ["W2", "W1", "x"]
    assert answer["inputs"][0]["spans"] == [[0, 2]]
    suggested = {entry["name"]: entry["suggested"] for entry in answer["inputs"]}
    assert client.evaluate(expression, suggested).status_code == 200


def test_parse_takes_no_options(client):
    response = client.request("POST", "/api/v1/parse", json={"expression": "x", "layout": True})
    assert (response.status_code, response.json()["code"]) == (422, "bad_option")
