"""Boxes: the family decides the shape, the label the width."""

from __future__ import annotations

import pytest

from engine.gates.base import Family
from engine.layout import layout
from engine.layout.circuit import ports
from engine.layout.measure import measure
from tests.engine.layout.circuits import Draft


@pytest.mark.parametrize(
    ("label", "family", "shape", "width"),
    [
        ("*", "elementwise", "circle", 36),
        ("tanh", "elementwise", "circle", 36),
        ("max(0,·)", "elementwise", "stadium", 77.6),
        ("@", "mixing", "square", 46),
        ("cross_entropy", "mixing", "square", 113.6),
        ("Σ", "reduction", "funnel", 46),
        ("mean", "reduction", "funnel", 54),
        ("ᵀ", "rearranging", "rearranging", 46),
    ],
)
def test_body(label: str, family: Family, shape: str, width: float) -> None:
    draft = Draft()
    draft.gate(label, draft.input("x"), family=family)
    drawn = layout(draft.graph())["nodes"][1]
    assert (drawn["shape"], drawn["width"], drawn["height"]) == (shape, pytest.approx(width), 36)


def test_signs_are_drawn_on_the_axis() -> None:
    """Multiply and minus as the design sets them; ``label`` in the answer keeps what can be typed."""
    draft = Draft()
    x = draft.input("x")
    draft.gate("*-1", x)
    draft.constant(-0.5)
    assert [box.label for box in measure(draft.graph())] == ["x", "∗−1", "−0.5"]


def test_shapes_of_values_go_first() -> None:
    """A value may be an array where the node's own shape says nothing."""
    draft = Draft()
    draft.gate("+", draft.input("x"), -1)

    class Array:
        shape = (2, 3)

    scalar, array = (layout(draft.graph(), values)["nodes"][0]["numbers"] for values in ([1.0, 2.0], [Array(), None]))
    assert array["width"] > scalar["width"]
    assert array["above"] > scalar["above"]


def test_ports() -> None:
    assert ports(1) == [0]
    assert ports(2) == [-9, 9]
    assert ports(3) == [-12, 0, 12]
    assert ports(5) == [-12, -6, 0, 6, 12]


def test_named_intermediate_needs_room_above_and_named_output_right_of_it() -> None:
    drafts = [Draft(), Draft()]
    for draft, name in zip(drafts, (None, "q"), strict=True):
        draft.gate("exp", draft.gate("exp", draft.input("x"), name=name), name=name and "loss")
    plain, named = (layout(draft.graph()) for draft in drafts)
    assert named["nodes"][1]["numbers"]["above"] >= plain["nodes"][1]["numbers"]["above"] + 20
    assert named["width"] > plain["width"] + 30
    assert named["nodes"][2]["numbers"] == plain["nodes"][2]["numbers"]
