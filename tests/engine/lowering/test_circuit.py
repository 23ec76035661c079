"""Programs become circuits: topological order, shapes, literals and names."""

import pytest

from engine.errors import EngineError
from engine.gates import build
from engine.graph import Edge, Graph, Node
from engine.language.parser import parse_program
from engine.limits import Limits
from engine.lowering import InputShape, free_names, lower
from engine.lowering.builder import Builder


def circuit(source, limits=None, **shapes):
    program = parse_program(source, shapes).program
    return lower(program, {name: InputShape(name, shape) for name, shape in shapes.items()}, "absorbed", limits).graph


def names(graph):
    return [node.gate.name if node.gate else node.name or node.kind for node in graph.nodes]


def test_nodes_stand_behind_their_operands_in_written_order():
    graph = circuit("(c + a) * (b + a)", a=(), b=(), c=())
    assert names(graph) == ["c", "a", "add", "b", "add", "multiply"]
    assert [node.operands for node in graph.nodes if node.gate] == [(0, 1), (3, 1), (2, 4)]
    assert graph.output == 5
    graph.check()


def test_wires_by_gate_and_by_slot():
    assert list(circuit("x*x + y", x=(), y=()).edges()) == [
        Edge(0, 1, 0), Edge(0, 1, 1), Edge(1, 3, 0), Edge(2, 3, 1),
    ]  # fmt: skip


def test_absorbed_literals_by_slot():
    graph = circuit("max(2, x, 3) + 1", x=())
    assert [graph.absorbed(index) for index in range(3)] == [{}, {0: 2.0, 2: 3.0}, {1: 1.0}]
    assert [graph.label(index) for index in range(3)] == ["x", "max(2,·,3)", "+1"]


@pytest.mark.parametrize(
    ("source", "shapes", "shape"),
    [
        ("A x", {"A": (2, 3), "x": (3,)}, (2,)),
        ("A B", {"A": (2, 3), "B": (3, 4)}, (2, 4)),
        ("a b", {"a": (3,), "b": (3,)}, ()),
        ("k A", {"k": (), "A": (2, 3)}, (2, 3)),
        ("A k", {"k": (), "A": (2, 3)}, (2, 3)),
        ("A * x", {"A": (2, 3), "x": (3,)}, (2, 3)),
        ("c + r", {"c": (2, 1), "r": (1, 3)}, (2, 3)),
        ("S @ A", {"S": (5, 2, 3), "A": (3, 4)}, (5, 2, 4)),
        ("sum(A, axis=1, keepdims=True)", {"A": (2, 3)}, (2, 1)),
        ("[A, A]", {"A": (2, 3)}, (2, 2, 3)),
        ("A.T", {"A": (2, 3)}, (3, 2)),
        ("||A||^2", {"A": (2, 3)}, ()),
        ("A > 0", {"A": (2, 3)}, (2, 3)),
    ],
)
def test_shapes_are_known_before_any_number(source, shapes, shape):
    graph = circuit(source, **shapes)
    assert graph.nodes[graph.output].shape == shape


def test_the_mathematical_product_scales_or_multiplies_matrices():
    assert names(circuit("k A", k=(), A=(2, 2)))[-1] == "multiply"
    assert names(circuit("A · B", A=(2, 2), B=(2, 2)))[-1] == "matmul"
    assert names(circuit("A * B", A=(2, 2), B=(2, 2)))[-1] == "multiply"


def test_free_names_with_all_their_places():
    program = parse_program("f(a) = a b; q = f(c) + q0; q + b").program
    assert [(name.key, name.spans) for name in free_names(program)] == [
        ("b", ((9, 10), (31, 32))),
        ("c", ((18, 19),)),
        ("q0", ((23, 25),)),
    ]


def test_a_function_that_is_never_called_needs_no_inputs():
    assert [name.key for name in free_names(parse_program("f(a) = a b; x").program)] == ["x"]


def test_missing_inputs_are_all_named_at_the_first_place():
    with pytest.raises(EngineError) as raised:
        circuit("x + y + z", y=())
    assert (raised.value.code, raised.value.span, raised.value.details) == (
        "missing_inputs", (0, 1), {"names": ["x", "z"]},
    )  # fmt: skip


def test_limits_are_checked_before_anything_is_allocated():
    builder = Builder(Limits(elements=10))
    with pytest.raises(EngineError) as raised:
        builder.constant(None, (10**6, 10**6), (0, 1))
    assert raised.value.details == {"limit": "elements", "maximum": 10}
    assert builder.nodes == []


def test_what_the_output_does_not_need_is_taken_out_and_the_rest_renumbered():
    graph = circuit("a = x + 5; b = y * 2; c = a + 7", x=(), y=())
    assert names(graph) == ["x", "add", "add"]
    assert graph.literals == (5.0, 7.0)
    graph.check()


def test_a_graph_knows_when_it_is_broken():
    node = Node("gate", (), None, gate=build("exp"), operands=(1,))
    with pytest.raises(ValueError, match="operand 1"):
        Graph((node,), (), 0).check()
    with pytest.raises(ValueError, match="output 3"):
        Graph((Node("input", (), None, "x"),), (), 3).check()


def test_nodes_are_frozen():
    with pytest.raises(AttributeError):
        circuit("x", x=()).nodes[0].name = "y"
