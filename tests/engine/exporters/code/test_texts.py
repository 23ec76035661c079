"""What the programs look like."""

import ast
import re

import pytest

from engine import EngineError, code, evaluate
from engine.exporters.code import TARGETS
from engine.exporters.code.page import first_line
from tests.engine.exporters.code.programs import OPTIONS, evaluations
from tests.engine.exporters.code.running import gate_circuits, printed, program_text
from tests.engine.gates.cases import CASES

SIGMOID = "1/(1+exp(-(w0x0+w1x1+w2)))"
WEIGHTS = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}


def between(text, start, end="\n\n"):
    """The lines of a section."""
    return text.split(f"# {start}\n")[1].split(end)[0].splitlines()


def test_the_sigmoid_circuit_has_a_line_a_gate_on_both_ways():
    text = evaluate(SIGMOID, WEIGHTS).code("numpy")
    assert text.splitlines()[0] == "# 1/(1 + exp(-(w0·x0 + w1·x1 + w2)))  (written by Chainrule)"
    forward, backward = between(text, "forward"), between(text, "backward")
    assert len(forward) == 8
    assert forward[-3:] == ["n10 = np.exp(n9)", "n11 = 1 + n10", "f = 1 / n11"]
    assert backward[:3] == ["df = 1.0", "dn11 = df * (-1 / (n11 * n11))", "dn10 = dn11"]
    assert "dw0 = dn2 * x0" in backward
    assert 'print("dw0 =", float(dw0))' in text


def test_gradients_add_up_where_a_value_fans_out():
    lines = between(evaluate("q = x*y\nf = q*x", {"x": 2, "y": 3}).code("numpy"), "backward")
    assert lines == [
        "df = 1.0",
        "dq = df * x",
        "dx = 0.0  # the sum over 2 wires",
        "dx += df * q",
        "dx += dq * y",
        "dy = dq * x",
    ]


def test_broadcasting_is_undone_where_it_can_be_seen():
    inputs = {"X": [[1, 2], [3, 4]], "b": [1, 2], "c": [[1], [2]], "s": 3}
    lines = between(evaluate("sum(((X + b) * c) * s)", inputs).code("numpy"), "backward")
    assert "ds = np.sum(dn6 * n4)" in lines
    assert "dc = np.sum(dn4 * n2, axis=1, keepdims=True)" in lines
    assert "db = np.sum(dn2, axis=0)" in lines


def test_absorbed_numbers_are_written_short_and_all_others_in_full():
    text = evaluate("0.1 x^2 + max(0, x)", {"x": 1 / 3}).code("numpy")
    assert "x = 0.3333333333333333\n" in text
    assert "np.maximum(0, x)" in text


def test_names_that_python_needs_get_an_underscore_and_are_printed_as_they_were():
    text = evaluate("lambda*np + sum*dx + x", dict.fromkeys(("lambda", "np", "sum", "dx", "x"), 2)).code("numpy")
    assert {"lambda_ = 2.0", "np_ = 2.0", "sum_ = 2.0", "dx = 2.0", "x = 2.0"} <= set(text.splitlines())
    assert printed(text) == {"f": 10.0, "dlambda": 2.0, "dnp": 2.0, "dsum": 2.0, "ddx": 2.0, "dx": 1.0}


def test_a_name_that_is_assigned_again_is_numbered():
    assert between(evaluate("x = x*2\nx = x + 1\nx", {"x": 2}).code("numpy"), "forward") == [
        "x_2 = x * 2",
        "x_3 = x_2 + 1",
    ]


def test_random_arrays_are_drawn_again_and_large_plain_ones_said_in_short():
    inputs = {"x": {"random": "uniform", "shape": [20], "seed": 5}, "z": [0] * 30}
    text = evaluate("sum(randn(3, 4)) + sum(x) + sum(z)", inputs, seed=9).code("numpy")
    assert "random = np.random.Generator(np.random.PCG64(9))" in text
    assert "= random.standard_normal((3, 4))" in text
    assert "x = np.random.Generator(np.random.PCG64(5)).random((20,))" in text
    assert "z = np.zeros((30,))" in text


def test_what_is_used_twice_in_a_formula_has_a_line_of_its_own():
    lines = between(evaluate("silu(x)", {"x": 2}).code("numpy"), "backward")
    assert lines[1:] == ["# silu", "part1 = 1 / (1 + np.exp(-x))", "dx = df * (part1 * (1 + x * (1 - part1)))"]


def test_pytorch_has_leaves_and_a_backward_call():
    text = evaluate("cross_entropy(W@x, y)", {"W": [[1, 2], [3, 4]], "x": [1, 2], "y": 1}).code("pytorch")
    assert "x = torch.tensor([1.0, 2.0], requires_grad=True)" in text
    assert "y = torch.tensor(1)\n" in text
    assert "f = F.cross_entropy(n2, y)" in text
    assert "f.backward()" in text
    assert 'print("dy =", None)' in text


def test_jax_has_a_function_and_64_bits():
    text = evaluate("sum(x) + b", {"x": [1, 2], "b": 3}).code("jax")
    assert 'jax.config.update("jax_enable_x64", True)' in text
    assert "value, gradients = jax.value_and_grad(circuit)(inputs)" in text
    assert "(gradients,) = pull_back(jnp.ones_like(value))" in evaluate("2x", {"x": [1, 2]}).code("jax")


def test_micrograd_has_a_function_for_what_it_lacks_and_says_no_to_arrays():
    text = evaluate("exp(x) + exp(y)", {"x": 1, "y": 2}).code("micrograd")
    assert text.count("def exp(x):") == 1
    for program, inputs in (("sum(x)", {"x": [1, 2]}), ("1/x", {"x": 0}), ("exp(x)", {"x": 1000})):
        with pytest.raises(EngineError) as caught:
            evaluate(program, inputs).code("micrograd")
        assert caught.value.code == "unsupported"
        assert "numpy" in caught.value.hint()


def test_too_many_numbers_are_refused_and_so_is_an_unknown_target():
    with pytest.raises(EngineError) as caught:
        evaluate("sum(arange(200000))").code("numpy")
    assert (caught.value.code, caught.value.details["limit"]) == ("limit_exceeded", "code_numbers")
    with pytest.raises(EngineError) as caught:
        evaluate("x", {"x": 1}).code("julia")
    assert caught.value.code == "bad_option"


def test_missing_inputs_have_the_values_that_parse_suggests():
    assert "w0 = 2.0\n" in code("w0 + a", {"a": 7}, target="numpy")
    with pytest.raises(EngineError) as caught:
        code("w0 +", target="numpy")
    assert caught.value.code == "syntax_error"


@pytest.mark.parametrize(
    "title", ["a\nimport os", "a\r\x85import os", "x \u202e y \u2066", "\x00", "{{7*7}}", "x" * 500]
)
def test_the_first_line_stays_one_line_whatever_the_program(title):
    line = first_line(title)
    assert len(line.splitlines()) == 1
    assert line.isprintable()
    assert len(line) < 130


HOSTILE = [
    "x # \u2028import os; os.system('x')\nx*2",
    "'''\nimport os\n'''\nx*2",
    '"""]]>"""\nx*2',
    "print('{{7*7}}')\nx*2",
    "import torch\nx*2",
]


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("program", HOSTILE)
def test_what_a_program_says_besides_is_not_in_the_code(program, target):
    text = code(program, {"x": 2}, target=target)
    assert not re.search(r"os\b|7\*7|\]\]>", text)
    imported = {a.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import) for a in node.names}
    assert imported <= {"numpy", "torch", "jax", "jax.numpy", "math"}


@pytest.mark.parametrize("target", ["pytorch", "jax"])
@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_every_program_compiles(target, options):
    for name, evaluation in evaluations(options):
        try:
            text = evaluation.code(target)
        except EngineError as error:
            assert error.details["limit"] == "code_numbers", name  # noqa: PT017
            continue
        compile(text, name[:50], "exec")
        assert text.count("print(") == 1 + len(evaluation.gradients)


COMPUTED = [case for _, case in CASES if case.kinds]


@pytest.mark.parametrize("case", COMPUTED, ids=map(repr, COMPUTED))
def test_every_gate_compiles(case):
    circuit = next(gate_circuits(case))
    for target in ("pytorch", "jax"):
        compile(program_text(circuit, target), target, "exec")
