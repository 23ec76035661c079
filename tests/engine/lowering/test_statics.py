"""What must be known before a circuit runs: sizes, axes, indices and random numbers; and what it then depends on."""

import pytest

from engine import EngineError, evaluate
from engine.gates import GATES
from engine.language.parser import parse_program
from engine.lowering import InputShape, lower

SHAPES = {"x": InputShape("x", (2, 3)), "n": InputShape("n", ()), "i": InputShape("i", (2,))}
VALUES = {"x": [[1.0] * 3] * 2, "n": 3.0, "i": [0.0, 1.0]}


def lowered(source, values=VALUES, seed=0):
    return lower(parse_program(source, SHAPES).program, SHAPES, values=values, seed=seed)


KNOWN = [
    ("zeros(x.shape)", (2, 3), []),
    ("zeros(n)", (3,), ["n"]),
    ("zeros((n, n + 1))", (3, 4), ["n"]),
    ("N, D = x.shape; zeros(N D)", (6,), []),
    ("zeros(len(x))", (2,), []),
    ("x[:, :n - 1]", (2, 2), ["n"]),
    ("x.reshape(n, 2)", (3, 2), ["n"]),
    ("x.reshape(x.shape[1], -1)", (3, 2), []),
    ("sum(x, axis=n - 2)", (2,), ["n"]),
    ("m = n; k = m; zeros(k)", (3,), ["n"]),
    ("x[i]", (2, 3), []),
    ("x[n - 3]", (3,), []),
    ("np.arange(n)", (3,), ["n"]),
    ("np.full(x.shape, 7)", (2, 3), []),
    ("eye(n)", (3, 3), ["n"]),
]


@pytest.mark.parametrize(("source", "shape", "used"), KNOWN)
def test_a_circuit_knows_which_values_decided_its_shape(source, shape, used):
    found = lowered(source)
    assert found.graph.nodes[found.graph.output].shape == shape
    assert list(found.known.used) == used
    assert found.known.is_used == bool(used)


def test_a_circuit_suits_other_values_where_the_sizes_are_the_same():
    known = lowered("zeros(n) + sum(x)").known
    assert known.suits(VALUES | {"x": [[2.0] * 3] * 2}, 0)
    assert known.suits(VALUES, 5)
    assert not known.suits(VALUES | {"n": 4.0}, 0)


def test_a_circuit_that_drew_numbers_suits_its_seed_only():
    known = lowered("randn(2)", seed=1).known
    assert known.is_used
    assert known.suits(VALUES, 1)
    assert not known.suits(VALUES, 2)


def test_the_same_program_with_other_sizes_is_another_circuit():
    assert [evaluate("zeros(n)", {"n": n}).to_dict()["output"]["shape"] for n in (2, 3, 2)] == [[2], [3], [2]]
    assert [evaluate("x[n]", {"x": [5, 6], "n": n}).value for n in (0, 1)] == [5.0, 6.0]


@pytest.mark.parametrize("source", ["zeros(n)", "x[:n]", "sum(x, axis=n)", "x.reshape(n, -1)"])
def test_a_size_without_a_value_is_named(source):
    with pytest.raises(EngineError) as raised:
        lowered(source, values={})
    assert (raised.value.key, raised.value.code) == ("static_unknown", "bad_argument")
    assert "n" in raised.value.message("en")
    assert "n" in raised.value.message("ko")


def test_sizes_are_checked_before_anything_is_allocated():
    for source in ("zeros(1e15)", "eye(1e9)", "arange(1e18)", "randn(1e9, 1e9)", "full((1e9,), 1)", "ones((1e5, 1e5))"):
        with pytest.raises(EngineError) as raised:
            lowered(source)
        assert raised.value.details["limit"] == "elements", source


def test_an_index_that_flows_in_gets_no_gradient():
    found = evaluate("s[y] + s[0]", {"s": [1.0, 2.0], "y": 1})
    assert found.value == 3.0
    assert found.gradients["s"].tolist() == [1.0, 1.0]
    assert found.gradients["y"] is None


def test_numbers_and_slices_belong_to_the_gate_and_arrays_flow_in():
    graph = lowered("x[0, 1:] + x[i][0, 1:]").graph
    gates = [node for node in graph.nodes if node.gate and isinstance(node.gate, GATES["index"])]
    assert [len(node.operands) for node in gates] == [1, 2, 1]


NODES = [
    ("x^2", {"x": 3.0}, [("x", 6.0), (2.0, 9 * 1.0986122886681098), (9.0, 1.0)]),
    ("2^x", {"x": 3.0}, [(2.0, 12.0), ("x", 8 * 0.6931471805599453), (8.0, 1.0)]),
    ("clip(x, 0, 1)", {"x": 5.0}, [("x", 0.0), (0.0, 0.0), (1.0, 1.0), (1.0, 1.0)]),
    ("max(0, x)", {"x": 0.0}, [(0.0, 0.0), ("x", 0.0), (0.0, 1.0)]),
    ("x + 1", {"x": 2.0}, [("x", 1.0), (1.0, 1.0), (3.0, 1.0)]),
]


@pytest.mark.parametrize(("source", "inputs", "expected"), NODES)
def test_a_literal_that_stands_as_a_node_has_its_gradient(source, inputs, expected):
    nodes = evaluate(source, inputs, constants="nodes").to_dict()["nodes"]
    assert [node["name"] or node["value"] for node in nodes] == [name for name, _ in expected]
    assert [node["gradient"] for node in nodes] == pytest.approx([gradient for _, gradient in expected])


@pytest.mark.parametrize("source", ["max({})", "maxout({})", "[{}]", "stack([{}])", "concatenate([{}])"])
def test_a_gate_has_a_limited_number_of_operands(source):
    given = {"x": [1.0]} if "concat" in source else {"x": 1.0}
    with pytest.raises(EngineError) as raised:
        evaluate(source.format(", ".join(["x"] * 10_001)), given)
    assert (raised.value.code, raised.value.details) == ("limit_exceeded", {"limit": "operands", "maximum": 10_000})
    evaluate(source.format(", ".join(["x"] * 300)), given)
