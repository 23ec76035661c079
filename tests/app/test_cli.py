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
