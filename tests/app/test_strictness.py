"""Nothing is coerced, nothing is overlooked: each bad body, its status, its code and where it is wrong."""

import json

import pytest

SHAPE = {"type", "title", "status", "detail", "code", "span", "line", "column", "hint"}

NOT_JSON = {
    "empty": (b"", None),
    "blank": (b" \n", None),
    "cut off": (b'{"expression": ', (1, 16)),
    "single quotes": (b"{'expression': 'x'}", (1, 2)),
    "trailing comma": (b'{"expression": "x",\n}', (2, 1)),
    "a second value": (b'{"expression": "x"} {}', (1, 21)),
    "not UTF-8": (b'{"expression": "\xff"}', None),
    "a byte order mark": (b'\xef\xbb\xbf{"expression": "x"}', (1, 1)),
    "repeated key": (b'{"expression": "x",\n "expression": "y"}', (2, 2)),
    "repeated key, spelled otherwise": (b'{"expression": "x", "inputs": {"a": 1, "\\u0061": 2}}', (1, 40)),
    "repeated key after a long number": (b'{"inputs": {"a": ' + b"9" * 5000 + b', "a": 1}}', (1, 5020)),
    "bare NaN": (b'{"expression": "NaN", "inputs": {"x": NaN}}', (1, 39)),
    "bare Infinity": (b'{"expression": "x",\n"inputs": {"x": -Infinity}}', (2, 17)),
    "half a character": (b'{"expression": "x \\ud83d"}', (1, 19)),
    "the other half": (b'{"expression": "\\\\\\udc00"}', (1, 19)),
    "too deep, balanced": (b'{"inputs": {"x": ' + b"[" * 150 + b"]" * 150 + b"}}", None),
    "too deep, open": (b"[" * 100_000, None),
    "too deep, objects and lists": (b'{"a":[' * 60_000, None),
}

NOT_AN_OBJECT = [b"[]", b'"x"', b"1", b"1.5", b"true", b"null"]

BAD_OPTIONS = {
    "no expression": {},
    "expression a number": {"expression": 1},
    "expression null": {"expression": None},
    "expression a list": {"expression": ["x"]},
    "unknown field": {"expression": "x", "input": {"x": 1}},
    "field in other case": {"expression": "x", "Inputs": {"x": 1}},
    "layout a number": {"expression": "1", "layout": 1},
    "layout a string": {"expression": "1", "layout": "true"},
    "check null": {"expression": "1", "check": None},
    "seed a boolean": {"expression": "1", "seed": True},
    "seed a fraction": {"expression": "1", "seed": 1.5},
    "seed a string": {"expression": "1", "seed": "1"},
    "seed negative": {"expression": "1", "seed": -1},
    "constants unknown": {"expression": "1", "constants": "node"},
    "constants a boolean": {"expression": "1", "constants": True},
    "values unknown": {"expression": "1", "values": "all"},
    "fold a number": {"expression": "1", "fold": 1},
    "fold of an unknown composite": {"expression": "1", "fold": ["nothing"]},
    "fold of a number": {"expression": "1", "fold": [1]},
    "unfold an object": {"expression": "1", "unfold": {}},
}

BAD_VALUES = {
    "inputs a list": [],
    "inputs null": None,
    "a boolean": {"x": True},
    "a numeric string": {"x": "1"},
    "null": {"x": None},
    "an object": {"x": {}},
    "a boolean in a list": {"x": [1, [True]]},
    "a string in a matrix": {"x": [[1, 2], [3, "4"]]},
    "ragged rows": {"x": [[1, 2], [3]]},
    "ragged depth": {"x": [1, [2]]},
    "an unknown distribution": {"x": {"random": "cauchy", "shape": [2]}},
    "a random array of boolean size": {"x": {"random": "normal", "shape": [True]}},
    "a random array of negative size": {"x": {"random": "normal", "shape": [-1]}},
    "a random array with a field too many": {"x": {"random": "normal", "shape": [2], "mean": 1}},
    "a name that is none": {"<script>": 1},
    "two spellings of one name": {"w_0": 1, "w0": 2},
}


def problem(response, status, code):
    assert response.status_code == status, response.text[:300]
    assert response.headers["content-type"] == "application/problem+json"
    document = response.json()
    assert set(document) >= SHAPE
    assert (document["status"], document["code"], document["type"]) == (status, code, f"/problems/{code}")
    assert document["detail"]
    assert document["title"]
    return document


@pytest.mark.parametrize(("body", "place"), NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_not_json_is_400_and_says_where(client, body, place):
    document = problem(client.post_raw(body), 400, "malformed_json")
    assert (document["line"], document["column"]) == (place or (None, None))


@pytest.mark.parametrize("body", NOT_AN_OBJECT)
def test_a_body_that_is_no_object_is_a_bad_option(client, body):
    problem(client.post_raw(body), 422, "bad_option")


@pytest.mark.parametrize("body", BAD_OPTIONS.values(), ids=BAD_OPTIONS)
def test_a_wrong_option_is_refused_and_named(client, body):
    document = problem(client.post_raw(json.dumps(body)), 422, "bad_option")
    named = next((name for name in reversed(body) if name != "expression"), "expression")
    assert named in document["detail"]


@pytest.mark.parametrize("inputs", BAD_VALUES.values(), ids=BAD_VALUES)
def test_a_wrong_input_is_refused(client, inputs):
    body = json.dumps({"expression": "x", "inputs": inputs})
    problem(client.post_raw(body), 422, "bad_input_value")


@pytest.mark.parametrize("number", ["1e999", "-1e999", "9" * 309, "9" * 5000, "-" + "9" * 400])
def test_a_number_that_is_not_finite_as_a_float_is_refused(client, number):
    document = problem(
        client.post_raw(f'{{"expression": "x", "inputs": {{"x": [1, {number}]}}}}'), 422, "bad_input_value"
    )
    assert "x[1]" in document["detail"]


def test_a_wrong_entry_is_named_by_its_path(client):
    document = client.evaluate("W x", {"W": [[1, 2], [3, "4"]], "x": [1, 2]}).json()
    assert "W[1][1]" in document["detail"]


@pytest.mark.parametrize("upstream", [True, "1", None, [1, "2"], {"a": 1}])
def test_a_wrong_upstream_is_refused(client, upstream):
    body = json.dumps({"expression": "x", "inputs": {"x": [1, 2]}, "upstream": upstream})
    problem(client.post_raw(body), 422, "bad_input_value")


def test_several_problems_come_together_the_first_one_first(client):
    document = problem(client.evaluate("1", layout=1, check=1, seed="a"), 422, "bad_option")
    assert document["errors"][0]["detail"] == document["detail"]
    assert len(document["errors"]) == 3


def test_many_problems_are_not_all_told(client):
    fields = {f"field{index}": 1 for index in range(5_000)}
    response = client.evaluate("1", **fields)
    assert len(problem(response, 422, "bad_option")["errors"]) == 20
    assert len(response.content) < 10_000


def test_what_was_sent_is_not_sent_back_at_length(client):
    response = client.evaluate("1", **{"a" * 100_000: 1})
    assert len(response.content) < 2_000


def test_whole_characters_outside_the_basic_plane_are_taken(client):
    document = client.post_raw(b'{"expression": "x + \\ud83d\\ude00 y"}').json()
    assert (document["code"], document["span"]) == ("syntax_error", [4, 5])


def test_brackets_inside_strings_do_not_count_as_nesting(client):
    body = json.dumps({"expression": "(" * 120 + '"\\"' + ")" * 120 + "[" * 200})
    assert client.post_raw(body).json()["code"] != "malformed_json"


def test_many_brackets_side_by_side_are_no_nesting(client):
    response = client.evaluate("sum(W)", {"W": [[1.0]] * 2_000})
    assert response.json()["output"]["value"] == 2_000.0
