"""Calls of the notation become gates, with their keywords checked."""

import pytest

from engine.errors import EngineError
from engine.gates import FUNCTIONS, GATES, build, parameters


def test_every_function_names_a_gate():
    assert set(FUNCTIONS.values()) <= set(GATES)
    assert set(GATES) - set(FUNCTIONS.values()) == {"array"}


@pytest.mark.parametrize(
    ("call", "gate"),
    [("ln", "log"), ("σ", "sigmoid"), ("sigma", "sigmoid"), ("absolute", "abs"), ("l2", "squared_norm")],
)
def test_other_names(call, gate):
    assert build(call).name == FUNCTIONS[call] == gate


def test_a_plain_gate_is_made_once_and_gates_are_equal_by_value():
    assert build("exp") is build("exp")
    assert build("sum", axis=1) == build("sum", axis=1.0) != build("sum", axis=0)
    assert build("sum", axis=1) != build("mean", axis=1)
    assert len({build("sum", axis=(0, 1)), build("sum", axis=[0, 1]), build("sum")}) == 2
    assert build("power").specialised({1: 3.0}) == build("power").specialised({1: 4.0}) != build("power")
    assert repr(build("sum", axis=1)) == "Sum(axis=1, keepdims=False)"


def test_parameters():
    assert parameters("sum") == ("axis", "keepdims")
    assert parameters("l2") == ("axis", "keepdims")
    assert parameters("exp") == ()
    assert build("sum", keepdims=1).keepdims is True


@pytest.mark.parametrize(
    ("name", "keywords", "sentence"),
    [
        ("exp", {"axis": 0}, "exp has no argument named axis."),
        ("sum", {"name": 0}, "sum has no argument named name."),
        ("sum", {"axis": 0.5}, "The axis of sum must be an integer"),
        ("sum", {"axis": True}, "The axis of sum must be an integer"),
        ("sum", {"axis": "0"}, "The axis of sum must be an integer"),
        ("sum", {"axis": float("nan")}, "The axis of sum must be an integer"),
        ("sum", {"axis": float("inf")}, "The axis of sum must be an integer"),
        ("sum", {"axis": (0, None)}, "The axis of sum must be an integer"),
        ("sum", {"keepdims": 2}, "keepdims of sum must be True or False"),
        ("sum", {"keepdims": None}, "keepdims of sum must be True or False"),
    ],
)
def test_arguments_that_make_no_sense(name, keywords, sentence):
    with pytest.raises(EngineError) as raised:
        build(name, **keywords)
    assert raised.value.code == "bad_argument"
    assert sentence in raised.value.message("en")
    assert name in raised.value.message("ko")


def test_an_unknown_argument_is_answered_with_the_signature():
    with pytest.raises(EngineError) as raised:
        build("sum", dim=1)
    assert raised.value.hint("en") == "It is called sum(x, axis=None, keepdims=False)."
    assert "sum(x, axis=None, keepdims=False)" in raised.value.hint("ko")
