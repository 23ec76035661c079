"""What holds for the picture of any circuit."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.graph import Graph
from engine.layout import layout
from engine.layout.circuit import wire_up
from engine.layout.columns import columns
from engine.layout.measure import measure
from tests.engine.layout.circuits import Draft
from tests.engine.layout.geometry import bodies, collisions, sample, texts

GATES = (
    ("+", "elementwise"),
    ("max(0,·)", "elementwise"),
    ("@", "mixing"),
    ("Σ", "reduction"),
    ("ᵀ", "rearranging"),
)
calm = settings(deadline=None, derandomize=True, max_examples=25)
SHAPES = ((), (), (), (2,), (3, 3), (100, 3072))


@st.composite
def circuits(draw: st.DrawFn, most: int = 16) -> Graph:
    """Any graph at all: several outputs, absorbed literals, a value used often, arrays of all sizes."""
    draft = Draft()
    for k in range(draw(st.integers(1, 4))):
        draft.input(f"x{k}", *draw(st.sampled_from(SHAPES)))
    for _ in range(draw(st.integers(0, most))):
        operands = draw(st.lists(st.integers(-1, len(draft.nodes) - 1), min_size=1, max_size=4))
        label, family = draw(st.sampled_from(GATES))
        shape = draw(st.sampled_from(SHAPES))
        draft.gate(label, *operands, shape=shape, family=family, name=draw(st.sampled_from((None, None, "q"))))
    if draw(st.booleans()):
        draft.gate("+", 0, draft.constant(2.0))
    return draft.graph()


def drawn_wires(graph: Graph, drawn: dict[str, Any]) -> list[tuple[int, int, list[tuple[float, float]]]]:
    return [
        (wire.source, wire.target, sample(edge["path"]))
        for wire, edge in zip(graph.edges(), drawn["edges"], strict=True)
    ]


@calm
@given(circuits())
def test_operands_arrive_top_to_bottom_as_written(graph: Graph) -> None:
    drawn = layout(graph)
    arrivals: dict[int, list[float]] = {}
    for _, target, points in drawn_wires(graph, drawn):
        arrivals.setdefault(target, []).append(points[-1][1] - drawn["nodes"][target]["y"])
    for heights in arrivals.values():
        assert all(upper < lower for upper, lower in pairwise(heights))
        assert abs(heights[0] + heights[-1]) < 0.02
        expected = {1: 0.0, 2: 9.0}.get(len(heights), 12.0)
        assert abs(heights[-1] - expected) < 0.02


@calm
@given(circuits())
def test_wires_run_from_their_source_to_the_right(graph: Graph) -> None:
    drawn = layout(graph)
    for source, target, points in drawn_wires(graph, drawn):
        node, gate = drawn["nodes"][source], drawn["nodes"][target]
        start = node["branch"] or {"x": node["stub"][0], "y": node["y"]}
        assert points[0] == (start["x"], start["y"])
        assert all(a[0] <= b[0] + 1e-9 for a, b in pairwise(points))
        assert gate["x"] - gate["width"] / 2 - 0.02 < points[-1][0] < gate["x"]


@calm
@given(circuits())
def test_columns_rise_along_wires(graph: Graph) -> None:
    found = columns(wire_up(graph, measure(graph)))
    assert min(found) == 0
    assert all(found[wire.source] < found[wire.target] for wire in graph.edges())


@calm
@given(circuits())
def test_gates_do_not_overlap(graph: Graph) -> None:
    assert not any(a.overlaps(b) for a, b in combinations(bodies(layout(graph)), 2))


@calm
@given(circuits())
def test_no_label_touches_anything(graph: Graph) -> None:
    assert collisions(graph, layout(graph)) == []


@calm
@given(circuits())
def test_one_operand_gates_continue_the_line(graph: Graph) -> None:
    """Whether the value comes straight from its gate or from a branch's stub, the last piece has no bend."""
    drawn = layout(graph)
    wires = list(graph.edges())
    for wire, edge in zip(wires, drawn["edges"], strict=True):
        if sum(other.target == wire.target for other in wires) == 1:
            level = edge["numbers"]["y"] if edge["numbers"] else drawn["nodes"][wire.source]["y"]
            assert drawn["nodes"][wire.target]["y"] == level


@calm
@given(circuits())
def test_everything_lies_in_the_view_box(graph: Graph) -> None:
    drawn = layout(graph)
    right, bottom = drawn["x"] + drawn["width"], drawn["y"] + drawn["height"]
    for box in [*texts(graph, drawn), *bodies(drawn)]:
        assert drawn["x"] <= box.left < box.right <= right
        assert drawn["y"] <= box.top < box.bottom <= bottom
    for points in (sample(edge["path"]) for edge in drawn["edges"]):
        assert all(drawn["x"] <= x <= right and drawn["y"] <= y <= bottom for x, y in points)


@calm
@given(circuits())
def test_same_input_same_picture(graph: Graph) -> None:
    assert layout(graph) == layout(graph)
