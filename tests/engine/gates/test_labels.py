"""What is written in a gate, with the constants that it has absorbed."""

import math

import pytest

from engine.gates import GATES, build

ROWS = [
    ("add", {}, "+"),
    ("add", {1: 1.0}, "+1"),
    ("add", {0: 1.0}, "+1"),
    ("add", {1: -3.0}, "+(-3)"),
    ("subtract", {1: 1.0}, "-1"),
    ("subtract", {0: 1.0}, "1-x"),
    ("multiply", {}, "*"),
    ("multiply", {0: 2.0}, "*2"),
    ("multiply", {1: 0.1}, "*0.1"),
    ("multiply", {0: math.pi}, "*π"),
    ("divide", {1: 2.0}, "/2"),
    ("divide", {0: 2.0}, "2/x"),
    ("negative", {}, "*-1"),
    ("reciprocal", {}, "1/x"),
    ("reciprocal", {0: 3.0}, "1/3"),
    ("power", {1: 2.0}, "x²"),
    ("power", {1: 3.0}, "x³"),
    ("power", {1: 10.0}, "x¹⁰"),
    ("power", {1: -2.0}, "x⁻²"),
    ("power", {1: 0.5}, "x^0.5"),
    ("power", {0: 2.0}, "2^x"),
    ("power", {0: math.e}, "e^x"),
    ("power", {0: -2.0}, "(-2)^x"),
    ("power", {0: 9.0, 1: 9.0}, "9^9"),
    ("maximum", {}, "max"),
    ("maximum", {0: 0.0}, "max(0,·)"),
    ("maximum", {1: 0.0}, "max(·,0)"),
    ("minimum", {0: 0.0}, "min(0,·)"),
    ("greater", {1: 0.0}, ">0"),
    ("greater", {0: 0.0}, "0>x"),
    ("add", {0: 1.0, 1: -2.0}, "1+(-2)"),
    ("exp", {0: 1.0}, "exp(1)"),
    ("multiply", {0: 1e-5}, "*1e-5"),
    ("multiply", {0: math.inf}, "*∞"),
    ("matmul", {}, "@"),
    ("dot", {0: 2.0}, "dot(2,·)"),
    ("sum", {}, "Σ"),
    ("mean", {}, "mean"),
    ("squared_norm", {}, "‖·‖²"),
    ("norm", {}, "‖·‖"),
    ("l1", {}, "‖·‖₁"),
    ("sigmoid", {}, "σ"),
    ("relu", {}, "relu"),
    ("abs", {}, "|x|"),
    ("transpose", {}, "ᵀ"),
    ("clip", {}, "clip"),
    ("clip", {1: 0.0, 2: 1.0}, "clip(·,0,1)"),
    ("where", {2: 0.0}, "where(·,·,0)"),
    ("maxout", {0: 0.0}, "maxout(0,·)"),
    ("log2", {}, "log₂"),
    ("floor", {}, "⌊x⌋"),
    ("leaky_relu", {}, "leaky relu"),
    ("prod", {}, "Π"),
    ("mse", {1: 1.0}, "mse(·,1)"),
    ("softmax", {}, "softmax"),
    ("logsumexp", {0: 1.0}, "logsumexp(1)"),
    ("svm_loss", {1: 2.0}, "svm loss(·,2)"),
    ("cross_entropy", {}, "cross entropy"),
    ("inner", {0: 2.0}, "inner(2,·)"),
    ("outer", {}, "⊗"),
    ("outer", {0: 2.0}, "outer(2,·)"),
    ("reshape", {}, "reshape"),
    ("concatenate", {}, "concat"),
    ("stack", {}, "stack"),
    ("index", {}, "[·]"),
]
KEYS = [
    ((0,), "[0]"),
    ((slice(1, 3),), "[1:3]"),
    ((slice(None),), "[:]"),
    ((slice(None, None, 2), -1), "[::2,-1]"),
    ((..., None, "·"), "[…,None,·]"),
    (("·", "·"), "[·,·]"),
    ((slice(100, 200), slice(100, 200)), "[100:200,100…]"),
    ((), "[]"),
]


@pytest.mark.parametrize(("key", "label"), KEYS)
def test_a_key_is_its_gates_label(key, label):
    assert build("index", key=key).label({}) == label


@pytest.mark.parametrize(("name", "literals", "label"), ROWS)
def test_labels(name, literals, label):
    gate = build(name)
    assert gate.label(literals) == label
    assert gate.specialised(literals).label(literals) == label


def test_every_gate_has_a_label_a_signature_and_its_own_name():
    for name, gate in GATES.items():
        assert gate.name == name
        assert gate().label({}) == gate.symbol
        assert gate.signature.startswith(f"{name}(")


def test_patterns():
    patterns = {name: gate.pattern for name, gate in GATES.items() if gate.pattern}
    assert patterns == {
        "add": "distributor",
        "subtract": "distributor",
        "maximum": "router",
        "minimum": "router",
        "maxout": "router",
        "multiply": "switcher",
    }


REDUCTIONS = ["sum", "mean", "prod", "var", "std", "max", "min", "norm", "squared_norm", "l1", "logsumexp"]
MIXING = ["matmul", "dot", "inner", "outer", "softmax", "log_softmax", "mse", "svm_loss", "cross_entropy"]
REARRANGING = ["transpose", "reshape", "concatenate", "stack", "array", "index"]


def test_families():
    families = {name: gate.family for name, gate in GATES.items() if gate.family != "elementwise"}
    assert families == {
        **dict.fromkeys(REDUCTIONS, "reduction"),
        **dict.fromkeys(MIXING, "mixing"),
        **dict.fromkeys(REARRANGING, "rearranging"),
    }
