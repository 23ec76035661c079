"""The program's own functions: expanded where they are called, free names looked up then, as Python does."""

import pytest

from engine import EngineError, evaluate, parse
from engine.language.parser import parse_program
from engine.limits import Limits
from engine.lowering import InputShape, free_names, lower

VALUES = [
    ("f(x) = x + 1\nf(f(1))", {}, 3),
    ("f(x) = a x; a = 2; y = f(3); a = 5; y + f(1)", {}, 11),
    ("g(x) = f(x) + 1; f(x) = 2x; g(3)", {}, 7),
    ("f(x) = x; g(x) = f(x); f(x) = 10x; g(1)", {}, 10),
    ("x = 5; f(x) = x + 1; f(1) + x", {}, 7),
    ("f(a) = a + x; g(x) = f(x); g(1)", {"x": 10}, 11),
    ("def f(x):\n    x = x + 1\n    x = x * 2\n    return x\nf(3)", {}, 8),
    ("def f(x):\n    y = x + 1\n    return y\ny = 100\nf(1) + y", {}, 102),
    ("def f(x):\n    y = g(x)\n    return y + 1\ndef g(y): return y * 10\nf(2)", {}, 21),
    ("def f(x):\n    a, b = x, 2 x\n    return a b\nf(3)", {}, 18),
    ("def f(x):\n    x += 1\n    return x\nf(1)", {}, 2),
    ("def f(x, a=1): return x + a\nf(1) + f(1, 10) + f(1, a=100)", {}, 114),
    ("def f(x, a=c): return x + a\nc = 5\nf(1)", {}, 6),
    ("def f(c, a=x): return c + a\nf(1)", {"x": 7}, 8),
    ("def f(a, b): return a - b\nf(b=1, a=5)", {}, 4),
    ("def f(): return 3\nf() + f()", {}, 6),
    ("f = lambda: 3\nf()", {}, 3),
    ("max(x) = x + 1; max(1) + np.max([1, 2])", {}, 4),
    ("e(x) = 2 x; e(3)", {}, 6),
    ("f(x) = x; f = 3; f(2)", {}, 6),
    ("f = 3; f(x) = 10 x; f(2)", {}, 20),
    ("f(x) = [1, 2] x; f(2) + f(3)", {}, [5, 10]),
    ("f(w, x) = wx; f(2, 3)", {}, 6),
]


@pytest.mark.parametrize(("source", "inputs", "value"), VALUES)
def test_values(source, inputs, value):
    found = evaluate(source, inputs).value
    assert (found.tolist() if hasattr(found, "tolist") else found) == value


OUTPUTS = [
    ("f(x, y) = x y", {"x": 2, "y": 3}, "f", 6),
    ("def f(x):\n    y = x + 1\n    return y^2", {"x": 2}, "f", 9),
    ("def f(x, a=5): return x + a", {"x": 2}, "f", 7),
    ("def f(x, a=5): return x + a", {"x": 2, "a": 1}, "f", 3),
    ("g(x) = 2x\nf(x) = g(x) + 1", {"x": 2}, "f", 5),
    ("f(x) = x + b", {"x": 2, "b": 1}, "f", 3),
    ("q = x + 1", {"x": 2}, "q", 3),
    ("x + 1", {"x": 2}, None, 3),
]


@pytest.mark.parametrize(("source", "inputs", "name", "value"), OUTPUTS)
def test_a_last_function_is_the_output_and_its_parameters_are_inputs(source, inputs, name, value):
    found = evaluate(source, inputs).to_dict()["output"]
    assert (found["name"], found["value"]) == (name, value)


FREE = [
    ("f(x) = x + b; f(1)", ["b"]),
    ("f(x) = x + b; 1", []),
    ("f(x, y) = x y", ["x", "y"]),
    ("def f(x, a=c): return x + a\nf(1)", ["c"]),
    ("def f(x, a=c): return x + a", ["x", "c"]),
    ("def f(x):\n    y = x + z\n    return y + w\nf(1)", ["z", "w"]),
    ("def f(x):\n    y = y + x\n    return y\nf(1)", ["y"]),
    ("def f(x):\n    a, b = x, c\n    return a + b\nf(1)", ["c"]),
    ("f(x) = g(x); g(x) = x + d; f(1)", ["d"]),
    ("f(x) = g(x) + f(x); g(x) = x; f(1)", []),
    ("a, b = c, d; a", ["c", "d"]),
    ("x[i, j:k]", ["x", "i", "j", "k"]),
    ("zeros((n, m))", ["n", "m"]),
    ("x += 1; x", ["x"]),
    ("x = 1; x + e + pi", []),
    ("y + x[0] + f; f = 1", ["y", "x", "f"]),
]


@pytest.mark.parametrize(("source", "names"), FREE)
def test_free_names_stand_in_the_order_of_the_text(source, names):
    assert [name.key for name in free_names(parse_program(source).program)] == names
    assert [entry["name"] for entry in parse(source).to_dict()["inputs"]] == names


def test_a_call_is_counted_before_it_is_expanded():
    program = parse_program("f(x) = x + 1; " + "f(" * 5 + "1" + ")" * 5).program
    with pytest.raises(EngineError) as raised:
        lower(program, {}, limits=Limits(function_calls=4))
    assert raised.value.details == {"limit": "function_calls", "maximum": 4}


def test_nodes_carry_the_first_name_that_they_are_given():
    program = parse_program("q = x + 1; r = q; a, b = r, q * 2; a + b").program
    graph = lower(program, {"x": InputShape("x", ())}).graph
    assert [node.name for node in graph.nodes] == ["x", "q", "b", None]


def test_statements_that_the_output_does_not_need_are_noticed():
    found = evaluate("a = x + 1; b = a + 2; c = a * 3; f(x) = x; d, e = a, 1; c", {"x": 1}).to_dict()
    spans = [notice["span"] for notice in found["notices"] if notice["code"] == "unused_statement"]
    assert spans == [[11, 20], [33, 41], [43, 54]]
    assert [node["name"] for node in found["nodes"]] == ["x", "a", "c"]
