"""The table of sentences: every row is raised somewhere, and both languages say the same."""

import re
import string

import pytest

from engine.messages import DERIVATIONS, ERRORS, NOTICES, STRUCTURES
from tests.engine.language.test_latex_errors import TABLE as LATEX
from tests.engine.test_program_errors import MISTAKES
from tests.engine.test_request_errors import LIMITS, OPTIONS, VALUES

UNREACHED = {
    "circuit_without_edges",
    "unknown_edge",
    "limit_jacobian_entries",  # tests/engine/evaluation/test_jacobian.py raises them
    "reduction_of_nothing",  # the gates' own tests raise it
    "curve_node",
    "curve_of_arrays",
    "curve_operand",
    "curve_range",  # tests/engine/test_curves.py raises them
    "no_png",
    "no_font",
    "limit_png_nodes",  # tests/engine/exporters/picture/test_render.py raises them
    "limit_document_nodes",
    "limit_document_bytes",  # tests/engine/evaluation/test_views.py raises them
    "code_of_arrays",
    "code_raises",
    "limit_code_numbers",  # tests/engine/exporters/code raises them
    "static_unknown",  # where no values are known: the lowering's own tests raise it
}


def test_every_row_of_the_table_is_raised_by_a_case():
    raised = {mistake.key for mistake in MISTAKES} | {case[1] for case in LATEX}
    raised |= {case[1] for case in VALUES + OPTIONS} | {"expression_not_text", "limit_checked_entries"}
    raised |= {f"limit_{case[0]}" for case in LIMITS}
    assert raised | UNREACHED == set(ERRORS)


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text or "") if name}


ROWS = [*ERRORS.items(), *NOTICES.items(), *STRUCTURES.items(), *DERIVATIONS.items()]


@pytest.mark.parametrize(("key", "row"), ROWS, ids=[key for key, _ in ROWS])
def test_both_languages_say_the_same(key, row):
    assert placeholders(row.en) == placeholders(row.ko)
    assert placeholders(row.hint_en) == placeholders(row.hint_ko)
    assert (row.hint_en is None) == (row.hint_ko is None)
    assert re.search(r"[가-힣]", row.ko)
    assert not re.search(r"[가-힣]", row.en + (row.hint_en or ""))


@pytest.mark.parametrize(("key", "row"), ROWS, ids=[key for key, _ in ROWS])
def test_no_korean_particle_follows_a_live_word(key, row):
    particle = r"[”)\s]?(은|는|이|가|을|를|과|와|로|으로|라|이라|라는|의|에|에서|도|만|처럼|보다|까지|부터)(?![가-힣])"
    live = dict.fromkeys(placeholders(row.ko) | placeholders(row.hint_ko), "\0")
    assert not re.search("\0" + particle, f"{row.ko} {row.hint_ko or ''}".format(**live))
