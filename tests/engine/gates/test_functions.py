"""Calls of the notation become gates, with their keywords checked."""

import numpy as np
import pytest

from engine.errors import EngineError
from engine.gates import FUNCTIONS, GATES, build, parameters
from engine.gates.functions import REQUIRED
from tests.engine.gates.cases import ROWS
from tests.engine.gates.gradients import quietly


def test_every_function_names_a_gate():
    assert set(FUNCTIONS.values()) <= set(GATES)
    assert set(GATES) - set(FUNCTIONS.values()) == {"array", "index"}


# The calls of the contract, but for those that make constants.
CALLS = """
exp log ln log2 log10 log1p expm1 sqrt cbrt square reciprocal sin cos tan arcsin arccos arctan sinh cosh tanh sigmoid σ
relu leaky_relu elu selu gelu silu softplus abs sign floor ceil round maximum minimum max min clip where sum mean prod
var std norm dot matmul inner outer transpose reshape concatenate stack softmax log_softmax logsumexp maxout svm_loss
cross_entropy mse l1 l2 asin acos atan absolute negative power add subtract multiply divide
"""


@pytest.mark.parametrize("call", CALLS.split())
def test_every_call_of_the_notation_has_its_gate(call):
    assert FUNCTIONS[call] in GATES


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
    first, second = build("index", key=(slice(0, 2), None)), build("index", key=(slice(0, 2), None))
    assert first == second != build("index", key=(slice(0, 3), None))
    assert hash(first) == hash(second)
    assert build("reshape", shape=(2.0, -1)) == build("reshape", shape=[2, -1]) != build("reshape", shape=2)
    assert build("transpose", axes=0) == build("transpose", axes=(0,)) != build("transpose")
    assert repr(build("sum", axis=1)) == "Sum(axis=1, keepdims=False)"


def test_parameters():
    assert parameters("sum") == ("axis", "keepdims")
    assert parameters("l2") == ("axis", "keepdims")
    assert parameters("exp") == ()
    assert parameters("reshape") == ("shape",)
    assert parameters("transpose") == ("axes",)
    assert parameters("svm_loss") == ("margin",)
    assert parameters("concatenate") == parameters("stack") == parameters("softmax") == ("axis",)


def test_only_joining_takes_its_operands_as_one_sequence():
    assert {name for name, gate in GATES.items() if gate.sequence} == {"concatenate", "stack"}


def test_what_has_no_default_is_named():
    assert all(keyword in parameters(name) for name, keyword in REQUIRED.items())


@pytest.mark.parametrize("name", GATES)
def test_the_slots_without_a_gradient_are_known_before_the_formula_runs(name):
    for case in ROWS[name]:
        gate = case.gate.specialised(case.literals)
        for specs in case.kinds.get("vector", []):
            inputs = case.drawn(specs, 0)
            output = quietly(gate.forward, np, *inputs)
            sent = quietly(gate.backward, np, np.ones_like(output), output, *inputs)
            for slot, gradient in enumerate(sent if len(inputs) > 1 else (sent,)):
                assert gate.sends(slot) == (gradient is not None)


def test_parameters_are_read():
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
        ("reshape", {"shape": (2, 0.5)}, "shape of reshape must be an integer"),
        ("reshape", {"shape": None}, "shape of reshape must be an integer"),
        ("transpose", {"axes": (0, True)}, "axis of transpose must be an integer"),
        ("svm_loss", {"margin": None}, "margin of svm_loss must be a number"),
        ("leaky_relu", {"slope": (1, 2)}, "slope of leaky_relu must be a number"),
        ("round", {"decimals": 0.5}, "decimals of round must be an integer"),
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
