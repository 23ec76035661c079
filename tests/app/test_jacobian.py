"""POST /jacobian, field by field as the contract has it, and its problems."""

import pytest

LAYER = {"expression": "W x", "inputs": {"W": [[1, 2], [3, 4]], "x": [5, 6]}}
SHAPE = {"type", "title", "status", "detail", "code", "span", "line", "column", "hint"}


@pytest.fixture
def post(client):
    def send(fields, **options):
        return client.request("POST", "/api/v1/jacobian", json=fields, **options)

    return send


def test_a_matrix(post):
    response = post({**LAYER, "edge": "e0"})
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    assert response.json() == {
        "edge": "e0",
        "shape": [2, 4],
        "kind": "structured",
        "matrix": [[5, 6, 0, 0], [0, 0, 5, 6]],
        "description": "Block diagonal: each output sees only its own row of the left operand, through the right "
        "operand. The backward pass never builds it: upstream · right transposed gives the same answer.",
    }


def test_a_number(post):
    found = post({"expression": "x*y", "inputs": {"x": 2, "y": 3}, "edge": "e1"}).json()
    assert (found["shape"], found["matrix"], found["kind"]) == ([1, 1], [[2.0]], "dense")


def test_the_minibatch_of_the_lecture(post):
    inputs = {"x": {"random": "normal", "shape": [100, 4096]}}
    found = post({"expression": "max(0, x)", "inputs": inputs, "edge": "e0"}).json()
    assert set(found) == {"edge", "shape", "kind", "diagonal", "description"}
    assert (found["shape"], found["kind"], len(found["diagonal"])) == ([409600, 409600], "diagonal", 409600)
    assert "only 409,600 of" in found["description"]


def test_the_fields_of_evaluate_are_taken(post):
    fields = {"upstream": 2, "fold": "none", "unfold": [], "values": "full", "layout": True, "check": True, "seed": 1}
    assert post({**LAYER, "edge": "e1", "constants": "nodes", **fields}).json()["matrix"] == [[1, 2], [3, 4]]


def test_the_answer_comes_in_korean_too(post):
    response = post({**LAYER, "edge": "e0"}, headers={"accept-language": "ko"})
    assert response.headers["content-language"] == "ko"
    assert "행렬" in response.json()["description"]


@pytest.mark.parametrize("edge", ["e2", "", "x", "n0", "e" * 5000])
def test_an_unknown_edge_is_422(post, edge):
    response = post({**LAYER, "edge": edge})
    document = response.json()
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
    assert (document["code"], document["type"]) == ("unknown_edge", "/problems/unknown_edge")
    assert set(document) == SHAPE
    assert document["hint"] == "Its edges are e0 … e1."
    assert len(response.content) < 2_000


@pytest.mark.parametrize("edge", [None, 0, True, ["e0"], {}])
def test_an_edge_that_is_no_text_is_a_bad_option(post, edge):
    response = post({**LAYER, "edge": edge})
    assert (response.status_code, response.json()["code"]) == (422, "bad_option")
    assert "edge" in response.json()["detail"]


def test_an_edge_must_be_named(post, client):
    assert (post(LAYER).status_code, post(LAYER).json()["code"]) == (422, "bad_option")
    assert client.evaluate(**LAYER, edge="e0").json()["code"] == "bad_option"


def test_over_the_limit_is_413(post):
    response = post({"expression": "softmax(x)", "inputs": {"x": {"random": "normal", "shape": [1001]}}, "edge": "e0"})
    document = response.json()
    assert (response.status_code, document["code"]) == (413, "limit_exceeded")
    assert (document["limit"], document["maximum"]) == ("jacobian_entries", 1_000_000)
    assert set(document) == SHAPE | {"limit", "maximum"}


@pytest.mark.parametrize(
    ("expression", "code"), [("(", "syntax_error"), ("W y", "missing_inputs"), ("W x + [1, 2, 3]", "shape_mismatch")]
)
def test_a_program_that_cannot_be_evaluated_is_told_as_ever(post, expression, code):
    response = post({**LAYER, "expression": expression, "edge": "e0"})
    assert (response.status_code, response.json()["code"]) == (422, code)


def test_check_takes_nodes(client):
    found = client.evaluate("max(0, x)", {"x": 0}, check="nodes").json()["check"]
    assert found["inputs"]["x"] == {"numerical": 0.5, "relative_error": 1.0, "kink": True}
    assert set(found["nodes"]) == {"n0", "n1"}
    assert found["max_relative_error"] == 0.0


@pytest.mark.parametrize("check", ["node", "true", "", 1, 0, None, ["nodes"], {}])
def test_check_takes_nothing_else(client, check):
    response = client.evaluate("x", {"x": 0}, check=check)
    assert (response.status_code, response.json()["code"]) == (422, "bad_option")
