"""POST /curve over HTTP: its answer, and its problems."""

import pytest

from tests.app.conftest import SIGMOID, SLIDE


def post(client, **fields):
    return client.request("POST", "/api/v1/curve", json={"expression": SIGMOID, "inputs": SLIDE, **fields})


def test_the_curve_of_the_slides_last_gate(client):
    answer = post(client, node="n12", operand=0, points=5).json()
    assert list(answer) == ["node", "operand", "points", "values", "derivatives", "at"]
    assert answer["points"] == [-6.0, -3.0, 0.0, 3.0, 6.0]
    assert answer["values"][2:] == ["Infinity", 1 / 3, 1 / 6]
    assert answer["at"]["derivative"] == pytest.approx(-0.534446645388523, rel=1e-14)


def test_the_range_and_the_circuit_are_taken_from_the_request(client):
    answer = post(client, node="n12", operand=0, points=2, to=2, **{"from": 1}).json()
    assert answer["values"] == [1.0, 0.5]
    assert len(post(client, node="n12", operand=0).json()["points"]) == 241


REFUSED = {
    "no such gate": ({"node": "n0"}, "n2"),
    "no such slot": ({"operand": 7}, "0"),
    "a gate of arrays": (
        {"expression": "||W x||^2", "inputs": {"W": [[1, 2]], "x": [1, 2]}, "node": "n2"},
        "/api/v1/jacobian",
    ),
    "a number in quotes": ({"from": "1"}, None),
    "too many points": ({"points": 1002}, None),
    "an unknown field": ({"lower": 1}, "from"),
    "no gate": ({"node": None}, None),
}


@pytest.mark.parametrize(("fields", "hint"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_a_problem_with_a_hint(client, fields, hint):
    response = post(client, **{"node": "n12", "operand": 0} | fields)
    problem = response.json()
    assert (response.status_code, problem["code"]) == (422, "bad_option")
    assert response.headers["content-type"] == "application/problem+json"
    assert hint is None or hint in problem["hint"]


def test_a_program_that_cannot_be_read_says_where(client):
    problem = post(client, expression="1+", node="n1", operand=0).json()
    assert (problem["code"], problem["span"]) == ("syntax_error", [2, 2])
