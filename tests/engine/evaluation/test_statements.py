"""Statements, names and notices as they show in an answer."""

import pytest

from engine import evaluate


def answer(source, inputs=None, **options):
    return evaluate(source, inputs, **options).to_dict()


def codes(found):
    return [notice["code"] for notice in found["notices"]]


def node_names(found):
    return [node["name"] for node in found["nodes"]]


# Names ---------------------------------------------------------------------------------------------------------------


def test_an_intermediate_carries_its_name():
    found = answer("q = x + y; f = q z", {"x": -2, "y": 5, "z": -4})
    assert node_names(found) == ["x", "y", "q", "z", "f"]
    assert found["output"]["name"] == "f"
    assert codes(found) == []


def test_re_assigning_makes_a_fresh_node_and_users_of_the_old_one_keep_it():
    found = answer("a = x + 1; b = 2*a; a = a*a; a + b", {"x": 2})
    assert [(node["name"], node["value"]) for node in found["nodes"]] == [
        ("x", 2.0), ("a", 3.0), ("b", 6.0), ("a", 9.0), (None, 15.0),
    ]  # fmt: skip
    assert found["inputs"]["x"]["gradient"] == 2 * 3 + 2


def test_another_name_for_a_node_makes_no_node():
    found = answer("q = x; r = q; r + r", {"x": 3})
    assert node_names(found) == ["x", None]


def test_the_output_may_be_an_input_or_a_number():
    found = answer("loss = x", {"x": 3})
    assert found["output"] == {"node": "n0", "name": "loss", "shape": [], "value": 3.0}
    assert found["inputs"]["x"]["gradient"] == 1.0
    assert found["edges"] == []
    number = answer("c = 5")
    assert [(node["kind"], node["value"]) for node in number["nodes"]] == [("constant", 5.0)]
    assert number["output"]["name"] == "c"


@pytest.mark.parametrize(
    ("source", "name"), [("x^2", None), ("f = x^2", "f"), ("f(x) = x^2", "f"), ("f = x; x^2", None), ("x += 1", "x")]
)
def test_the_outputs_name_is_that_of_the_last_statement(source, name):
    assert answer(source, {"x": 3})["output"]["name"] == name


def test_one_name_is_one_node_and_nothing_else_is_merged():
    found = answer("x*y + x*y + x", {"x": 2, "y": 3})
    assert [node["kind"] for node in found["nodes"]].count("input") == 2
    assert [node["gate"] for node in found["nodes"]].count("multiply") == 2


# Functions -----------------------------------------------------------------------------------------------------------


def test_a_function_is_expanded_where_it_is_called():
    found = answer("f(a) = a^2 + 1; f(x) f(2)", {"x": 3})
    assert found["output"]["value"] == 50.0
    assert found["inputs"]["x"]["gradient"] == 5 * 2 * 3
    assert found["output"]["name"] is None


def test_an_unused_function_at_the_end_is_the_output():
    found = answer("f(x, y, z) = (x + y) z", {"x": -2, "y": 5, "z": -4})
    assert list(found["inputs"]) == ["x", "y", "z"]
    assert codes(found) == []


def test_its_parameters_are_inputs_even_where_a_name_was_assigned():
    found = answer("x = 2; f(x) = x^2", {"x": 5})
    assert found["output"]["value"] == 25.0


def test_free_names_are_looked_up_when_a_function_is_called():
    assert answer("f(t) = a t; a = 3; f(x)", {"x": 2})["output"]["value"] == 6.0
    assert answer("a = 1; f(t) = a t; a = 3; f(x)", {"x": 2})["output"]["value"] == 6.0
    assert answer("f(t) = g(t) + 1; g(t) = 2t; f(x)", {"x": 2})["output"]["value"] == 5.0


def test_a_parameter_hides_a_name_of_the_program_only_inside():
    assert answer("a = 10; f(a) = a^2; f(x) + a", {"x": 3})["output"]["value"] == 19.0


def test_a_function_may_hide_a_built_in_one_but_not_behind_a_prefix():
    assert answer("exp(x) = 2x; exp(y)", {"y": 3})["output"]["value"] == 6.0
    assert answer("sum = np.sum(v); np.sum([sum, 1])", {"v": [1, 2]})["output"]["value"] == 4.0


def test_an_argument_is_one_node_however_often_it_is_used():
    found = answer("f(a) = a*a; f(x + 1)", {"x": 2})
    assert [node["gate"] for node in found["nodes"]] == [None, "add", "multiply"]


# What is left out ----------------------------------------------------------------------------------------------------


def test_statements_that_the_output_does_not_need_are_left_out():
    found = answer("a = x + 1\nb = y + 1\nc = b + 1\na^2", {"x": 1, "y": 2})
    notices = [n for n in found["notices"] if n["code"] == "unused_statement"]
    assert [n["span"] for n in notices] == [[10, 19], [20, 29]]
    assert node_names(found) == ["x", "a", None]
    assert found["inputs"]["y"] == {"node": None, "shape": [], "value": 2.0, "gradient": None}
    assert codes(found).count("unused_input") == 1


def test_an_unused_function_is_an_unused_statement():
    assert codes(answer("f(a) = a; g(a) = f(a); x", {"x": 1})) == ["unused_statement", "unused_statement"]
    assert codes(answer("f(a) = a; g(a) = f(a); g(x)", {"x": 1})) == []


def test_an_input_that_is_not_used_at_all():
    found = answer("x", {"x": 1, "extra": [1, 2]})
    (notice,) = found["notices"]
    assert (notice["code"], notice["span"]) == ("unused_input", None)
    assert "extra" in notice["message"]
    assert found["inputs"]["extra"] == {"node": None, "shape": [2], "value": [1.0, 2.0], "gradient": None}


def test_errors_in_unused_statements_are_errors_all_the_same():
    found = answer("y = [1, 2] + x; x", {"x": 1})
    assert codes(found) == ["unused_statement"]
    with pytest.raises(Exception, match="broadcast"):
        evaluate("y = [1, 2] + x; x", {"x": [1, 2, 3]})


# Shadowing -----------------------------------------------------------------------------------------------------------


def test_a_name_given_and_assigned_means_the_assignment_from_there_on():
    found = answer("y = x + 1; x = 2*y; x + y", {"x": 3})
    assert found["output"]["value"] == 12.0
    assert found["inputs"]["x"]["gradient"] == 3.0
    (notice,) = found["notices"]
    assert (notice["code"], notice["span"]) == ("shadowed_input", [11, 12])


def test_an_input_that_is_assigned_before_it_is_used_is_not_needed():
    found = answer("x = 2; x^2", {"x": 3})
    assert (found["output"]["value"], codes(found)) == (4.0, ["shadowed_input", "unused_input"])


def test_a_constant_may_be_given_or_assigned_as_a_name():
    assert answer("e + pi", {"e": 1, "pi": 2})["output"]["value"] == 3.0
    assert answer("e = 1; e + x", {"x": 2})["output"]["value"] == 3.0
    assert answer("e", {})["output"]["value"] == pytest.approx(2.718281828459045, abs=0)


# Absorbed literals ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "gates", "symbols"),
    [
        ("x + 1", ["add"], ["+1"]),
        ("1 + x", ["add"], ["+1"]),
        ("1/x", ["reciprocal"], ["1/x"]),
        ("1.0/x", ["reciprocal"], ["1/x"]),
        ("2/x", ["divide"], ["2/x"]),
        ("x/2", ["divide"], ["/2"]),
        ("x²", ["power"], ["x²"]),
        ("2^x", ["power"], ["2^x"]),
        ("max(0, x)", ["maximum"], ["max(0,·)"]),
        ("2x", ["multiply"], ["*2"]),
        ("x*-2", ["multiply"], ["*-2"]),
        ("-x", ["negative"], ["*-1"]),
        ("-2x", ["multiply"], ["*-2"]),
        ("-x^2", ["power", "negative"], ["x²", "*-1"]),
        ("x - 1", ["subtract"], ["-1"]),
        ("1 - x", ["subtract"], ["1-x"]),
        ("x > 0", ["greater"], [">0"]),
        ("pi*x", ["multiply"], ["*π"]),
        ("x⁻¹", ["reciprocal"], ["1/x"]),
        ("||x||^2", ["squared_norm"], ["‖·‖²"]),
        ("x + 2 + 3", ["add", "add"], ["+2", "+3"]),
        ("2*3", ["multiply"], ["2*3"]),
    ],
)
def test_literals_are_absorbed_and_one_operation_is_one_gate(source, gates, symbols):
    found = answer(source, {"x": 4})
    gated = [node for node in found["nodes"] if node["kind"] == "gate"]
    assert [node["gate"] for node in gated] == gates
    assert [node["symbol"] for node in gated] == symbols
    assert "constant" not in {node["kind"] for node in found["nodes"]}


def test_an_absorbed_literal_keeps_its_slot():
    assert [edge["operand"] for edge in answer("1 - x", {"x": 1})["edges"]] == [1]
    assert [edge["operand"] for edge in answer("max(x, 0, y)", {"x": 1, "y": 2})["edges"]] == [0, 2]


def test_literals_can_be_nodes():
    found = answer("2x + 1/y", {"x": 3, "y": 4}, constants="nodes")
    kinds = [(node["kind"], node["gate"], node["value"]) for node in found["nodes"]]
    assert kinds == [
        ("constant", None, 2.0), ("input", None, 3.0), ("gate", "multiply", 6.0), ("input", None, 4.0),
        ("gate", "reciprocal", 0.25), ("gate", "add", 6.25),
    ]  # fmt: skip
    assert found["nodes"][0]["span"] == [0, 1]
    assert found["nodes"][0]["gradient"] == 3.0


def test_constants_as_nodes_show_their_names():
    found = answer("pi*x + e + 1e999 + 0.5", {"x": 1}, constants="nodes")
    assert [node["symbol"] for node in found["nodes"] if node["kind"] == "constant"] == ["π", "e", "∞", "0.5"]


def test_array_literals_are_constant_nodes():
    found = answer("[1, 2] * x", {"x": [3, 4]})
    assert [node["kind"] for node in found["nodes"]] == ["constant", "input", "gate"]
    assert found["nodes"][0]["value"] == [1.0, 2.0]
    assert found["output"]["value"] == [3.0, 8.0]


# Notices of the run --------------------------------------------------------------------------------------------------


def test_an_elementwise_product_of_a_matrix_and_a_vector_is_noticed():
    inputs = {"W": [[1, 2], [3, 4]], "x": [5, 6]}
    found = answer("2 + W*x", inputs)
    (notice,) = [n for n in found["notices"] if n["code"] == "elementwise_product"]
    assert (notice["span"], notice["hint"]) == ([4, 7], "W @ x")
    assert found["output"]["value"] == [[7.0, 14.0], [17.0, 26.0]]
    assert [n["hint"] for n in answer("W *= x", inputs)["notices"] if n["code"] == "elementwise_product"] == ["W @= x"]
    assert "elementwise_product" not in codes(answer("W*W + W@W + x*x", inputs))


@pytest.mark.parametrize(
    ("source", "inputs", "gradient"),
    [
        ("relu(x)", {"x": 0}, {"x": 0.0}),
        ("max(0, x)", {"x": 0}, {"x": 0.0}),
        ("maximum(x, 0)", {"x": 0}, {"x": 0.0}),
        ("|x|", {"x": 0}, {"x": 0.0}),
        ("max(x, y)", {"x": 1, "y": 1}, {"x": 0.5, "y": 0.5}),
        ("max(x, y, z, w)", {"x": 1, "y": 1, "z": 0, "w": 1}, {"x": 1 / 3, "y": 1 / 3, "z": 0.0, "w": 1 / 3}),
        ("sqrt(x)", {"x": 0}, {"x": "Infinity"}),
        ("max(x)", {"x": [1, 2, 2]}, {"x": [0.0, 0.5, 0.5]}),
        ("||x||", {"x": [0, 0]}, {"x": [0.0, 0.0]}),
    ],
)
def test_where_no_gradient_exists_the_usual_choice_is_taken_and_noticed(source, inputs, gradient):
    found = answer(source, inputs)
    assert {name: entry["gradient"] for name, entry in found["inputs"].items()} == gradient
    (notice,) = [n for n in found["notices"] if n["code"] == "nondifferentiable"]
    assert notice["span"] == [0, len(source)]


def test_comparisons_send_back_zero():
    found = answer("(x > 0) * y", {"x": 2, "y": 5})
    assert {name: entry["gradient"] for name, entry in found["inputs"].items()} == {"x": 0.0, "y": 1.0}
