"""The catalogue lists every gate, with the rule and the code that run."""

import ast

import pytest

from engine import catalogue
from engine.gates import GATES

FIELDS = {
    "name", "symbol", "signature", "family", "pattern", "definition", "derivation", "rule", "forward", "backward"
}  # fmt: skip
ENTRIES = catalogue()


def test_every_gate_is_listed_once():
    assert [entry["name"] for entry in ENTRIES] == list(GATES)


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["name"] for entry in ENTRIES])
def test_an_entry_is_complete(entry):
    assert set(entry) == FIELDS
    assert entry["symbol"]
    assert entry["signature"].startswith(entry["name"] + "(")
    assert entry["family"] in ("elementwise", "mixing", "reduction", "rearranging")
    assert entry["pattern"] in ("distributor", "router", "switcher", None)
    assert entry["rule"]
    assert (entry["derivation"] is None) == (entry["definition"] is None)
    for part in ("forward", "backward"):
        first, *_ = ast.parse(entry[part]).body
        assert isinstance(first, ast.FunctionDef)
        assert first.name == part


def test_patterns_are_those_of_the_lecture():
    patterns = {entry["name"]: entry["pattern"] for entry in ENTRIES if entry["pattern"]}
    assert patterns == {
        "add": "distributor", "subtract": "distributor", "multiply": "switcher",
        "maximum": "router", "minimum": "router", "maxout": "router",
    }  # fmt: skip
