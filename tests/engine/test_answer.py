"""The answer has exactly the fields of the contract, and nothing in it but plain Python."""

import json
import math

import pytest

from engine import evaluate, parse

FIELDS = {"expression", "output", "inputs", "nodes", "edges", "order", "notices", "layout", "check"}
NODE = {
    "id", "kind", "gate", "symbol", "name", "shape", "value", "gradient", "pattern", "operands", "span", "foldable",
}  # fmt: skip
EDGE = {
    "id", "source", "target", "operand", "value", "upstream", "local", "gradient", "rule", "substituted",
}  # fmt: skip

PROGRAMS = [
    ("x*y + x", {"x": 3, "y": -4}),
    ("1/x + log(y)", {"x": 0, "y": -1}),
    ("||W x||^2", {"W": [[1, 2], [3, 4]], "x": [1, -1]}),
    ("log(x) / x", {"x": [0, 1, -1]}),
    ("sum(X * c, axis=0)", {"X": {"random": "normal", "shape": [40, 30]}, "c": 2}),
    ("a = [1, 2, 3]; sum(a * x) + 2", {"x": 1e300}),
    ("max(x, y, 0) + norm([x, y]) + sum([[x, 1], [2, y]]) + mean(W)", {"x": 0, "y": 0, "W": [[1, 1]]}),
    ("(x > 0) * y", {"x": 1, "y": 2}),
    ("f(a) = a.T @ a; f(v)", {"v": [1, 2]}),
    ("5", {}),
    ("x", {"x": 5}),
]


def leaves(value, path=""):
    """Every number, text and flag of an answer with the way to it; anything but plain containers is a leaf."""
    if type(value) is dict:
        for key, item in value.items():
            assert type(key) is str
            yield from leaves(item, f"{path}.{key}")
    elif type(value) is list:
        for index, item in enumerate(value):
            yield from leaves(item, f"{path}[{index}]")
    else:
        yield path, value


@pytest.mark.parametrize(("source", "inputs"), PROGRAMS)
@pytest.mark.parametrize("options", [{}, {"values": "full", "layout": True}, {"constants": "nodes", "check": True}])
def test_only_plain_python_and_valid_json(source, inputs, options):
    if options.get("check") and "X" in inputs:
        inputs = {**inputs, "X": [[1, 2], [3, 4]]}
    found = evaluate(source, inputs, **options).to_dict()
    for path, leaf in leaves(found):
        assert leaf is None or type(leaf) in (float, int, str, bool), path
        assert type(leaf) is not float or math.isfinite(leaf), path
    assert json.loads(json.dumps(found, allow_nan=False)) == found


@pytest.mark.parametrize(("source", "inputs"), PROGRAMS)
def test_fields_are_those_of_the_contract(source, inputs):
    found = evaluate(source, inputs).to_dict()
    assert set(found) == FIELDS
    assert set(found["expression"]) == {"source", "canonical", "latex"}
    assert found["expression"]["source"] == source
    assert set(found["output"]) == {"node", "name", "shape", "value"}
    assert set(found["order"]) == {"forward", "backward"}
    assert (found["layout"], found["check"]) == (None, None)
    assert all(set(node) == NODE for node in found["nodes"])
    assert all(set(edge) == EDGE for edge in found["edges"])
    assert all(set(entry) == {"node", "shape", "value", "gradient"} for entry in found["inputs"].values())
    assert all(set(notice) == {"code", "message", "span", "hint"} for notice in found["notices"])


@pytest.mark.parametrize(("source", "inputs"), PROGRAMS)
def test_nodes_wires_and_orders_agree(source, inputs):
    found = evaluate(source, inputs).to_dict()
    nodes, edges = found["nodes"], found["edges"]
    by_id = {node["id"]: node for node in nodes}
    assert [node["id"] for node in nodes] == [f"n{k}" for k in range(len(nodes))]
    assert [edge["id"] for edge in edges] == [f"e{k}" for k in range(len(edges))]
    assert found["order"]["forward"] == [node["id"] for node in nodes if node["kind"] == "gate"]
    for node in nodes:
        into = [edge for edge in edges if edge["target"] == node["id"]]
        assert [edge["source"] for edge in into] == node["operands"]
        assert [edge["operand"] for edge in into] == sorted(edge["operand"] for edge in into)
        assert all(int(k[1:]) < int(node["id"][1:]) for k in node["operands"])
        assert (node["gate"] is None) == (node["kind"] != "gate")
        start, end = node["span"]
        assert 0 <= start < end <= len(source)
    for edge in edges:
        assert edge["value"] == by_id[edge["source"]]["value"]
        assert edge["upstream"] == by_id[edge["target"]]["gradient"]
        assert edge["rule"]
        assert edge["substituted"]
    assert by_id[found["output"]["node"]]["value"] == found["output"]["value"]


@pytest.mark.parametrize(("source", "inputs"), PROGRAMS)
def test_a_local_gradient_is_a_number_or_a_described_jacobian(source, inputs):
    found = evaluate(source, inputs).to_dict()
    size = {node["id"]: math.prod(node["shape"]) for node in found["nodes"]}
    shape = {node["id"]: node["shape"] for node in found["nodes"]}
    for edge in found["edges"]:
        local = edge["local"]
        if shape[edge["source"]] == shape[edge["target"]] == []:
            assert isinstance(local, float | str)
            continue
        assert local["kind"] in ("diagonal", "dense", "structured")
        assert local["shape"] == [size[edge["target"]], size[edge["source"]]]
        assert local["description"]
        assert set(local) <= {"kind", "shape", "description", "diagonal", "matrix"}


def test_an_answer_is_the_same_every_time():
    inputs = {"W": {"random": "normal", "shape": [3, 2], "seed": 5}, "x": [1, 2]}
    assert evaluate("sum(exp(W x))", inputs).to_dict() == evaluate("sum(exp(W x))", inputs).to_dict()


def test_both_languages_differ_only_in_sentences():
    english, korean = (evaluate("log(x) + |x| + y - y", {"x": 0, "y": 1}).to_dict(lang) for lang in ("en", "ko"))
    assert [n["code"] for n in english["notices"]] == [n["code"] for n in korean["notices"]]
    assert all(a["message"] != b["message"] for a, b in zip(english["notices"], korean["notices"], strict=True))
    del english["notices"], korean["notices"]
    assert english == korean


def test_parse_answers_with_inputs_in_order_of_appearance():
    found = parse("b = z + a; b x + a").to_dict()
    assert set(found) == {"expression", "inputs", "notices"}
    assert [entry["name"] for entry in found["inputs"]] == ["z", "a", "x"]
    assert found["inputs"][1] == {
        "name": "a",
        "spans": [[8, 9], [17, 18]],
        "suggested": found["inputs"][1]["suggested"],
    }
