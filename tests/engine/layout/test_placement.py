"""Heights."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.layout import layout
from engine.layout.placement import isotonic
from tests.engine.layout.circuits import Draft

aims = st.lists(st.tuples(st.floats(-100, 100), st.floats(0.1, 8)), min_size=1, max_size=12)


def distance(heights: list[float], wanted: list[tuple[float, float]]) -> float:
    return sum(weight * (height - aim) ** 2 for height, (aim, weight) in zip(heights, wanted, strict=True))


def test_isotonic_pools_violators() -> None:
    assert isotonic([(0, 1), (4, 1), (2, 1), (9, 1)]) == [0, 3, 3, 9]
    assert isotonic([(3, 1), (0, 2)]) == [1, 1]
    assert isotonic([]) == []


@settings(deadline=None, derandomize=True)
@given(aims, st.data())
def test_isotonic_is_nearest(wanted: list[tuple[float, float]], data: st.DataObject) -> None:
    """It rises, and no other rising heights are nearer."""
    found = isotonic(wanted)
    assert all(a <= b + 1e-9 for a, b in pairwise(found))
    other = sorted(data.draw(st.lists(st.floats(-100, 100), min_size=len(wanted), max_size=len(wanted))))
    assert distance(found, wanted) <= distance(other, wanted) + 1e-6


def test_a_gate_stands_amid_its_operands() -> None:
    draft = Draft()
    a, b, c = draft.inputs("a b c")
    draft.gate("max", a, b, c)
    heights = [node["y"] for node in layout(draft.graph())["nodes"]]
    assert heights[3] == heights[1]
    assert heights[1] - heights[0] == heights[2] - heights[1] == 54


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_printed_matrices_push_rows_apart(rows: int) -> None:
    """Labels of neighbours keep 8 apart: 9 + 17 a row below one wire, 10 + 17 a row above the next."""
    draft = Draft()
    a, b = draft.input("A", rows, 2), draft.input("B", rows, 2)
    draft.gate("+", a, b, shape=(rows, 2))
    upper, lower, _ = layout(draft.graph())["nodes"]
    assert lower["y"] - upper["y"] >= 19 + 2 * 17 * rows + 8
    assert upper["numbers"]["below"] >= 9 + 17 * rows
    assert lower["numbers"]["above"] >= 10 + 17 * rows


def test_large_arrays_need_no_more_room_than_a_number() -> None:
    draft = Draft()
    a, b = draft.input("A", 100, 3072), draft.input("B", 100, 3072)
    draft.gate("+", a, b, shape=(100, 3072))
    upper, lower, _ = layout(draft.graph())["nodes"]
    assert lower["y"] - upper["y"] == 54
    assert upper["stub"][1] - upper["stub"][0] > 7.4 * len("100×3072")
