"""Every gate, on every kind of shapes, at a hundred random points, against references that share no code with it."""

import pytest

from engine.gates import GATES
from tests.engine.gates.case import KINDS
from tests.engine.gates.cases import CASES, ROWS
from tests.engine.gates.checks import (
    check_differences,
    check_kind,
    check_points,
    check_shared,
    check_strided,
)

EVERY_CASE = pytest.mark.parametrize("case", [case for _, case in CASES], ids=[repr(case) for _, case in CASES])


def test_every_gate_has_a_row_and_no_row_is_idle():
    assert set(ROWS) == set(GATES)
    assert all(case.gate.name == name for name, case in CASES)


@pytest.mark.parametrize("name", GATES)
def test_every_kind_of_shapes_is_tried_or_refused(name):
    tried = {kind for case in ROWS[name] for kind in (*case.kinds, *case.refused)}
    assert tried == KINDS - ({"broadcast"} if GATES[name].arity[1] == 1 or name == "index" else set())
    assert any(case.points for case in ROWS[name])


KIND_BY_KIND = [(case, kind) for _, case in CASES for kind in {**case.kinds, **case.refused}]


@pytest.mark.parametrize(("case", "kind"), KIND_BY_KIND, ids=map(str, KIND_BY_KIND))
def test_kinds_of_shapes(case, kind):
    check_kind(case, kind)


@EVERY_CASE
def test_a_hundred_points(case):
    check_points(case)


@EVERY_CASE
def test_strided_arrays(case):
    check_strided(case)


@EVERY_CASE
def test_a_value_in_every_slot(case):
    check_shared(case)


@EVERY_CASE
def test_central_differences(case):
    check_differences(case)
