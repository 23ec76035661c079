"""The command line, through main(): what is printed, and the exit code."""

import io
import json
import socket

import pytest

from app import cli, server

SLIDE = ["w0=2", "x0=-1", "w1=-3", "x1=-2", "w2=-3"]


def test_eval_prints_a_table_of_values_and_gradients(capsys):
    assert cli.main(["eval", "(x + y) z", "x=-2", "y=5", "z=-4"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["node", "what", "of", "value", "gradient"]
    assert rows[1] == ["n0", "input", "(x)", "-2.0", "-4.0"]
    assert rows[3] == ["n2", "+", "n0", "n1", "3.0", "-4.0"]
    assert rows[-1] == ["output:", "n4", "=", "-12.0"]


def test_eval_prints_arrays_by_their_entries_or_their_shape(capsys):
    assert cli.main(["eval", "sum(x + y)", "x=[1, 2]", "y=" + json.dumps([[0] * 2] * 200)]) == 0
    out = capsys.readouterr().out
    assert "[1.0, 2.0]" in out
    assert "200×2 array" in out


def test_eval_prints_notices_and_names(capsys):
    assert cli.main(["eval", "loss = W*x", "W=[[1, 2]]", "x=[3, 4]"]) == 0
    out = capsys.readouterr().out
    assert "note: " in out
    assert "output: loss = [[3.0, 8.0]]" in out


def test_eval_json_is_the_answer_of_the_api(client, slide, capsys):
    assert cli.main(["eval", "--json", slide["expression"], *SLIDE]) == 0
    assert json.loads(capsys.readouterr().out) == client.evaluate(**slide).json()


@pytest.mark.parametrize("arguments", [["x y", "x=2", "--seed", "1", "y=3"], ["--seed", "1", "x y", "x=2", "y=3"]])
def test_inputs_and_options_may_stand_in_any_order(arguments, capsys):
    assert cli.main(["eval", *arguments]) == 0
    assert "= 6.0" in capsys.readouterr().out


def test_eval_takes_options(capsys):
    assert cli.main(["eval", "x + 1", "x=1", "--upstream", "3", "--constants", "nodes", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["inputs"]["x"]["gradient"] == 3.0
    assert "constant" in {node["kind"] for node in answer["nodes"]}


def test_eval_reads_a_program_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("q = x + 1\nf = q^2\n"))
    assert cli.main(["eval", "-", "x=2"]) == 0
    assert "output: f = 9.0" in capsys.readouterr().out


def test_a_wrong_program_is_marked_where_it_is_wrong(capsys):
    assert cli.main(["eval", "q = x\n3 * frob(q)", "x=1"]) == 1
    error = capsys.readouterr().err.splitlines()
    assert error[0].startswith("chainrule: unknown_function: ")
    assert error[1:3] == ["  3 * frob(q)", "      ^^^^"]


def test_a_long_line_is_shown_around_the_mistake_only(capsys):
    assert cli.main(["eval", "x+" * 500 + "$", "x=1"]) == 1
    _, excerpt, mark = capsys.readouterr().err.splitlines()[:3]
    assert excerpt[mark.index("^")] == "$"
    assert len(excerpt) < 110


@pytest.mark.parametrize("pair", ["x", "=1", "x=", "x=abc", "x=NaN", "x=[1", "x=1 2"])
def test_a_wrong_input_is_misuse(pair, capsys):
    assert cli.main(["eval", "x", pair]) == 2
    assert capsys.readouterr().err.startswith("chainrule: ")


def test_an_input_given_twice_is_misuse(capsys):
    assert cli.main(["eval", "x", "x=1", "x=2"]) == 2


@pytest.mark.parametrize("value", ['"1"', "true", "[1, [2]]", "1e999"])
def test_a_value_that_the_engine_refuses_is_a_failure(value, capsys):
    assert cli.main(["eval", "x", f"x={value}"]) == 1
    assert "bad_input_value" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["nothing"], ["eval"], ["eval", "x", "--nothing"], ["gates", "x"], ["serve", "--port", "65536"]]
)
def test_a_wrong_call_is_misuse_and_shows_the_usage(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    assert "usage: chainrule" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["serve"], ["eval"], ["gates"]])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main([*command, "--help"])
    assert caught.value.code == 0
    assert "usage: chainrule" in capsys.readouterr().out


def test_gates_lists_the_catalogue(client, capsys):
    assert cli.main(["gates"]) == 0
    assert "switcher" in next(line for line in capsys.readouterr().out.splitlines() if line.startswith("multiply "))
    assert cli.main(["gates", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == client.get("/api/v1/gates").json()["gates"]


def test_a_taken_port_is_explained(capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert cli.main(["serve", "--port", str(port)]) == 1
    assert f"127.0.0.1:{port}" in (error := capsys.readouterr().err)
    assert "--port" in error


def test_a_wrong_setting_is_explained(monkeypatch, capsys):
    monkeypatch.setenv("CHAINRULE_BODY_BYTES", "many")
    assert cli.main(["serve", "--port", "0"]) == 2
    assert "CHAINRULE_BODY_BYTES" in capsys.readouterr().err


def test_serve_listens_and_says_where(monkeypatch, capsys):
    served = []

    def run(settings, listener):
        served.append(listener.getsockname())
        listener.close()

    monkeypatch.setattr(server, "run", run)
    assert cli.main(["serve", "--port", "0"]) == 0
    assert f"http://127.0.0.1:{served[0][1]}/" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["numpy", "pytorch", "jax", "micrograd"])
def test_code_prints_a_program_for_another_library(target, capsys):
    assert cli.main(["code", "(x + y) z", "x=-2", "y=5", "--target", target, "z=-4", "--upstream", "2"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("# (x + y)·z")
    compile(text, target, "exec")


def test_code_fills_in_what_is_missing_and_says_what_cannot_be(capsys):
    assert cli.main(["code", "w0 x0"]) == 0
    assert "w0 = 2.0" in capsys.readouterr().out
    assert cli.main(["code", "sum(x)", "x=[1, 2]", "--target", "micrograd"]) == 1
    assert "micrograd computes with single numbers" in capsys.readouterr().err
    assert cli.main(["code", "x", "--target", "pascal"]) == 1
    assert "bad_option" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("c.svg", b"<svg"), ("c.PNG", b"\x89PNG"), ("c.tex", rb"\documentclass"), ("c.dot", b"digraph"), ("c.json", b"{")],
)
def test_render_writes_what_the_file_s_name_ends_in(name, beginning, tmp_path, capsys):
    file = tmp_path / name
    assert cli.main(["render", "(x + y) z", "x=-2", "y=5", "-o", str(file), "z=-4"]) == 0
    assert file.read_bytes().startswith(beginning)
    assert capsys.readouterr() == ("", "")


def test_render_takes_the_wishes_of_a_picture(tmp_path):
    file = tmp_path / "circuit.tex"
    wishes = ["--fold", "sigmoid", "--title", "Neuron", "--theme", "dark", "--step", "1", "--digits", "3", "--fragment"]
    assert cli.main(["render", "1/(1+exp(-x))", "x=1", *wishes, "-o", str(file)]) == 0
    text = file.read_text()
    for part in ("% Neuron", "14161A", "{$\\sigma$}", "{$0.731$}", "\\begin{tikzpicture}"):
        assert part in text
    assert "documentclass" not in text


def test_render_prints_an_svg_and_says_which_inputs_it_filled_in(capsysbinary):
    assert cli.main(["render", "w0 x", "x=3"]) == 0
    out, error = capsysbinary.readouterr()
    assert out.startswith(b"<svg")
    assert error == b"chainrule: filled in w0=2.0\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["x", "-o", "circuit.gif"], 2, "must end in one of .svg"),
        (["x", "-o", "/nowhere/circuit.svg"], 1, "Cannot write /nowhere/circuit.svg"),
        (["x +* 1"], 1, "syntax_error"),
        (["x", "--theme", "blue"], 1, "bad_option"),
        (["x", "--fold", "nothing"], 1, "bad_option"),
        (["x", "x=abc"], 2, "neither a number nor a list"),
    ],
)
def test_render_says_what_is_wrong(arguments, code, message, capsys):
    assert cli.main(["render", *arguments]) == code
    assert message in capsys.readouterr().err
