"""POST /code over HTTP: the text, and its problems."""

import re

import pytest

from tests.app.conftest import SIGMOID, SLIDE
from tests.app.test_reference import GUIDE, run


def post(client, **fields):
    return client.request("POST", "/api/v1/code", json={"expression": SIGMOID, "inputs": SLIDE, **fields})


@pytest.mark.parametrize("target", ["numpy", "pytorch", "jax", "micrograd"])
def test_the_answer_is_a_program_as_plain_text(client, target):
    response = post(client, target=target)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text.startswith("# 1/(1 + exp(-(w0·x0 + w1·x1 + w2)))")
    compile(response.text, target, "exec")


def test_missing_inputs_are_filled_in_as_parse_suggests(client):
    text = post(client, expression="w0 + a W x", inputs={"a": 7}, target="numpy").text
    assert "w0 = 2.0\n" in text
    assert "a = 7.0\n" in text
    assert "W = np.array([[" in text


def test_the_fields_of_evaluate_apply(client):
    text = post(client, target="numpy", fold="all", upstream=3).text
    assert "df = 3.0\n" in text
    assert "f = 1 / (1 + np.exp(-" in text


REFUSED = {
    "an unknown target": ({"target": "tensorflow"}, 422, "bad_option"),
    "no target": ({}, 422, "bad_option"),
    "no text": ({"target": 1}, 422, "bad_option"),
    "an unknown field": ({"target": "numpy", "format": "py"}, 422, "bad_option"),
    "arrays for micrograd": (
        {"target": "micrograd", "expression": "sum(x)", "inputs": {"x": [1]}},
        422,
        "unsupported",
    ),
    "a broken program": ({"target": "numpy", "expression": "1 +"}, 422, "syntax_error"),
    "a wrong input": ({"target": "numpy", "inputs": {"w0": "2"}}, 422, "bad_input_value"),
    "numbers without end": (
        {"target": "numpy", "expression": "sum(arange(200000))", "inputs": {}},
        413,
        "limit_exceeded",
    ),
}


@pytest.mark.parametrize(("fields", "status", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_written_is_a_problem(client, fields, status, code):
    response = post(client, **fields)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.headers["content-type"] == "application/problem+json"


def test_what_micrograd_lacks_has_a_hint_in_both_languages(client):
    body = {"target": "micrograd", "expression": "sum(x)", "inputs": {"x": [1, 2]}}
    for language, word in (("en", "Choose"), ("ko", "고르세요")):
        answer = client.request("POST", "/api/v1/code", json=body, headers={"Accept-Language": language}).json()
        assert word in answer["hint"]
        assert answer["span"] == [4, 5]


def test_the_guide_shows_the_very_text(client):
    command, text = re.search(r"```sh\n(curl [^`]*/code .*?)```\n\n```python\n(.*?)```", GUIDE, re.DOTALL).groups()
    assert run(client, command).text == text
