"""How an evaluation shows itself: in a terminal, in a notebook, as a file, row by row."""

import subprocess
import sys
import traceback
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from engine import EngineError, NodeRow, WireRow, evaluate, parse, render

PROGRAM, INPUTS = "q = x + y\nf = q z", {"x": -2, "y": 5, "z": -4}
LONG = "+".join(["x"] * 4_000)


@pytest.fixture
def found():
    return evaluate(PROGRAM, INPUTS)


def test_a_terminal_shows_a_table(found):
    assert repr(found) == str(found)
    assert str(found).splitlines() == [
        "node  what       of     value  gradient",
        "n0    input (x)         -2.0   -4.0",
        "n1    input (y)         5.0    -4.0",
        "n2    + (q)      n0 n1  3.0    -4.0",
        "n3    input (z)         -4.0   3.0",
        "n4    * (f)      n2 n3  -12.0  1.0",
        "",
        "output: f = -12.0",
    ]


def test_a_long_table_shows_its_two_ends_unless_all_is_wanted():
    found = evaluate(LONG, {"x": 1})
    lines = repr(found).splitlines()
    assert len(lines) == 44
    assert lines[21].split() == ["…", "3960", "more"]
    assert (lines[20].split()[0], lines[22].split()[0]) == ("n19", "n3980")
    assert len(found.table().splitlines()) == 4_003
    assert [line.split()[0] for line in found.table(3).splitlines()[1:5]] == ["n0", "n1", "…", "n3999"]


def test_a_gate_of_many_operands_takes_one_line_of_the_table():
    found = evaluate(f"max({', '.join(f'x{k}' for k in range(100))})", {f"x{k}": k for k in range(100)})
    assert "n0 n1 n2 n3 …" in repr(found)


@pytest.mark.parametrize(("program", "norm"), [("x", "20"), ("x / 0", "inf"), ("0 x / 0", "nan")])
def test_a_large_array_is_told_by_its_norm_whatever_that_is(program, norm):
    shown = repr(evaluate(program, {"x": np.ones((20, 20))}))
    assert f"20×20 array, norm {norm}\n" in shown.partition("output: ")[2]


def test_notices_stand_under_the_table():
    assert "note: " in repr(evaluate("W*x", {"W": [[1, 2]], "x": [3, 4]}))
    assert evaluate("W*x", {"W": [[1, 2]], "x": [3, 4]}).notices[0].message()


def test_a_notebook_shows_the_picture(found):
    bundle = found._repr_mimebundle_()
    assert bundle == {"text/plain": repr(found), "image/svg+xml": found._repr_svg_()}
    assert ElementTree.fromstring(bundle["image/svg+xml"]).tag.endswith("svg")
    assert found._repr_mimebundle_(include={"text/plain"}).keys() == {"text/plain"}
    assert found._repr_mimebundle_(exclude={"image/svg+xml"}).keys() == {"text/plain"}


def test_a_notebook_shows_the_table_of_a_circuit_too_large_to_be_read():
    found = evaluate(LONG, {"x": 1})
    assert found._repr_svg_() is None
    assert found._repr_mimebundle_() == {"text/plain": repr(found)}


def test_a_picture_is_the_one_that_render_draws(found):
    look = {"theme": "dark", "title": "q z", "digits": 3}
    assert found.svg(**look).encode() == render(PROGRAM, INPUTS, **look).content
    assert found.picture("dot").content == render(PROGRAM, INPUTS, format="dot").content
    assert found.picture("json").content == render(PROGRAM, INPUTS, format="json").content


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("c.svg", b"<svg"), ("c.PNG", b"\x89PNG"), ("c.tex", rb"\documentclass"), ("c.dot", b"digraph"), ("c.json", b"{")],
)
def test_a_file_has_the_format_that_its_name_ends_in(name, beginning, found, tmp_path):
    found.save(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(beginning)


def test_a_wish_that_cannot_be_granted_is_an_error(found, tmp_path):
    for call in (
        lambda: found.save(tmp_path / "c.gif"),
        lambda: found.save(str(tmp_path / "c")),
        lambda: found.svg(colour="red"),
        lambda: found.svg(theme="blue"),
        lambda: found.picture("gif"),
    ):
        with pytest.raises(EngineError) as caught:
            call()
        assert caught.value.code == "bad_option"
    assert not [*tmp_path.iterdir()]


def test_nodes_and_wires_are_rows_with_numbers(found):
    assert found.nodes[2] == NodeRow("n2", "gate", "add", "+", "q", ("n0", "n1"), (), 3.0, -4.0)
    assert found.wires[2] == WireRow("e2", "n2", "n4", 0, 3.0, 1.0, -4.0, -4.0)
    assert [node.name for node in found.nodes] == ["x", "y", "q", "z", "f"]
    for node in found.nodes[:-1]:
        assert node.gradient == sum(wire.gradient for wire in found.wires if wire.source == node.id)
    assert all(wire.upstream * wire.local == wire.gradient for wire in found.wires)


def test_rows_of_arrays_hold_arrays_and_no_local_number():
    found = evaluate("sum(W @ x)", {"W": [[1.0, 2.0], [3.0, 4.0]], "x": [5.0, 6.0]})
    assert found.nodes[2].value.tolist() == [17.0, 39.0]
    assert found.wires[0].local is None
    assert found.wires[0].gradient.tolist() == [[5.0, 6.0], [5.0, 6.0]]


def test_the_formula_is_there_for_a_notebook_that_sets_it(found):
    assert found.latex == found.to_dict()["expression"]["latex"]


@pytest.mark.parametrize("call", [evaluate, parse, render])
def test_an_error_shows_its_place_and_its_hint_in_a_traceback(call):
    with pytest.raises(EngineError) as caught:
        call("q = x\n3 * sigmoit(q)", {"x": 1})
    shown = "".join(traceback.format_exception(caught.value)).splitlines()
    at = shown.index("  3 * sigmoit(q)")
    assert shown[at + 1] == "      ^^^^^^^"
    assert "sigmoid" in shown[at + 2]
    assert sum("engine" in line for line in shown if line.lstrip().startswith("File")) <= 3


def test_showing_loads_nothing_that_an_evaluation_alone_does_not_need():
    program = "import sys, engine; engine.evaluate('x', {'x': 1}); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not [name for name in ran.stdout.split() if name.startswith("engine.exporters")]
