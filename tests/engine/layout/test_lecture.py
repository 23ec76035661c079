"""The pictures of the lecture's circuits: straight, clear, and as on the slide."""

from __future__ import annotations

import json

import pytest

from engine.graph import Graph
from engine.layout import layout
from tests.engine.layout.circuits import LECTURE, branch, layers_net, net_with_penalties, penalty, sigmoid, square
from tests.engine.layout.geometry import collisions, pieces


@pytest.fixture(params=LECTURE)
def circuit(request: pytest.FixtureRequest) -> Graph:
    return LECTURE[request.param]()


def test_no_label_touches_anything(circuit: Graph) -> None:
    assert collisions(circuit, layout(circuit)) == []


def test_is_plain_json(circuit: Graph) -> None:
    drawn = layout(circuit)
    assert json.loads(json.dumps(drawn, allow_nan=False)) == drawn


def test_same_input_same_picture(circuit: Graph) -> None:
    assert layout(circuit) == layout(circuit)


def test_sigmoid_stands_as_on_the_slide() -> None:
    nodes = layout(sigmoid())["nodes"]
    inputs, gates = nodes[:5], nodes[5:]
    assert [node["x"] for node in inputs] == [0] * 5
    assert [node["y"] for node in inputs] == [0, 54, 108, 162, 216]
    assert [node["y"] for node in gates[:3]] == [27, 135, 81]
    assert [node["x"] for node in gates] == [140, 140, 280, 420, 560, 700, 840, 980]


def test_sigmoid_spine_is_straight() -> None:
    drawn = layout(sigmoid())
    assert len({node["y"] for node in drawn["nodes"][8:]}) == 1
    assert all("C" not in edge["path"] for edge in drawn["edges"][8:])


def test_long_wire_runs_straight_to_its_last_curve() -> None:
    """w2 keeps its height up to the S of 70 before the gate."""
    drawn = layout(sigmoid())
    run, curve = pieces(drawn["edges"][7]["path"])
    assert (run.start, run.end) == ((0, drawn["nodes"][4]["y"]), (334.41, drawn["nodes"][4]["y"]))
    assert curve.end == (404.41, drawn["nodes"][8]["y"] + 9)


def test_stubs_are_50_long_and_carry_the_numbers() -> None:
    for node in layout(sigmoid())["nodes"]:
        left, right = node["stub"]
        assert right - left == 50
        assert node["numbers"]["x"] == (left + right) / 2


def test_output_ends_free() -> None:
    *rest, output = layout(sigmoid())["nodes"]
    assert output["wire"] == f"M{output['x'] + 18:g},{output['y']:g}H{output['x'] + 78:g}"
    assert all(node["wire"] is None for node in rest)


def test_square_is_symmetric() -> None:
    drawn = layout(square())
    axis = drawn["nodes"][0]["y"]
    assert drawn["nodes"][1]["y"] == axis
    upper, lower = (edge["numbers"]["y"] - axis for edge in drawn["edges"])
    assert upper == -lower < 0


def test_branch_has_one_trunk_and_a_stub_for_each_gradient() -> None:
    drawn = layout(branch())
    x = drawn["nodes"][0]
    dot = x["branch"]
    assert x["wire"] == f"M0,{x['y']:g}H{dot['x']:g}"
    assert dot["x"] - x["stub"][1] > 7 * len("= −4.00 + 1.00")  # room for the terms of the sum
    uses = [edge for edge in drawn["edges"] if edge["numbers"]]
    assert len(uses) == 2
    for edge in uses:
        wire, numbers = pieces(edge["path"]), edge["numbers"]
        assert wire[0].start == (dot["x"], dot["y"])
        (stub,) = (piece for piece in wire if piece.start[0] < numbers["x"] < piece.end[0])
        assert stub.start[1] == stub.end[1] == numbers["y"]
        assert stub.start[0] <= numbers["x"] - 25 < numbers["x"] + 25 <= stub.end[0]


def test_branch_lies_on_the_port_that_it_leads_to() -> None:
    """x*y + x: the upper branch bends at the dot only."""
    drawn = layout(branch())
    assert drawn["edges"][0]["numbers"]["y"] == pytest.approx(drawn["nodes"][2]["y"] - 9)
    assert drawn["edges"][0]["path"].count("C") == 1


def test_wide_gates_keep_stub_and_curve() -> None:
    """A stadium pushes its column apart: behind it there is room for a stub and an S as behind a circle."""
    drawn = layout(layers_net(3))
    stadium = next(node for node in drawn["nodes"] if node["shape"] == "stadium")
    assert stadium["label"] == "max(0,·)"
    assert stadium["width"] == 7.2 * 8 + 20
    following = drawn["nodes"][drawn["nodes"].index(stadium) + 2 :]
    next_gate = min((node["x"] - node["width"] / 2) for node in following if node["shape"] == "square")
    assert next_gate - stadium["stub"][1] >= 54


def test_regulariser_stands_beside_the_sum() -> None:
    """Gate to gate, all wires of the loss and of the penalty are as short as can be."""
    for graph in (penalty(), net_with_penalties()):
        drawn = layout(graph)["nodes"]
        columns = sorted({node["x"] for node in drawn})
        column = {node["id"]: columns.index(node["x"]) for node in drawn}
        from_gates = [edge for edge in graph.edges() if graph.nodes[edge.source].gate]
        assert all(column[f"n{edge.target}"] - column[f"n{edge.source}"] == 1 for edge in from_gates)
