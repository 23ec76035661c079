"""``chainrule render --from``: many programs into a folder, through main(): files, messages and exit codes."""

import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from app import batch, cli

PROGRAMS = """\
# from the lecture
(x + y) z

q = x + y; f = q z
{"name": "sigmoid", "expression": "1/(1+exp(-x))", "inputs": {"x": 1}, "fold": "all", "title": "Neuron"}
"""
NEEDLESS = {
    *("numpy", "fastapi", "pydantic", "starlette", "jinja2", "orjson", "email", "asyncio", "multiprocessing"),
    *("engine.exporters.code", "engine.language.latex", "engine.folding.folds", "engine.jacobian"),
}


@pytest.fixture
def draw(tmp_path, capsys):
    """Draws the programs of a text into a folder: the exit code, the names of the files, and what was said."""

    def run(text, *arguments):
        origin, folder = tmp_path / "programs.txt", tmp_path / "figures"
        origin.write_text(text, encoding="utf-8")
        code = cli.main(["render", "--from", str(origin), "-o", str(folder), *arguments])
        said = capsys.readouterr().err.replace(str(origin), "programs.txt").splitlines()
        return code, sorted(file.name for file in folder.glob("*")), said

    return run


def test_each_line_becomes_a_file_named_by_its_number_or_its_name(draw, tmp_path):
    assert draw(PROGRAMS) == (0, ["0002.svg", "0004.svg", "sigmoid.svg"], ["chainrule: 3 of 3 drawn"])
    for file in (tmp_path / "figures").iterdir():
        ElementTree.parse(file)
    assert "Neuron" in (tmp_path / "figures" / "sigmoid.svg").read_text()


def test_the_command_s_inputs_and_wishes_are_those_of_all_unless_a_line_has_its_own(draw, tmp_path):
    lines = ['{"expression": "x y", "name": "own", "inputs": {"x": 9}, "title": "Mine"}', '{"expression": "x y"}']
    assert draw("\n".join(lines), "x=2", "y=3", "--title", "Ours", "--format", "json")[:2] == (
        0,
        ["0002.json", "own.json"],
    )
    values = [
        json.loads((tmp_path / "figures" / name).read_text())["output"]["value"] for name in ("own.json", "0002.json")
    ]
    assert values == [27.0, 6.0]


def test_what_is_wrong_with_one_line_does_not_stop_the_others(draw):
    code, files, said = draw('x\n3 * frob(q)\n{"expression": 7}\n{"name": 1, "expression": "x"}\n{"expr": "x"}\n{"x\ny')
    assert (code, files) == (1, ["0001.svg", "0006.svg".replace("6", "7")])
    assert said[0].startswith("chainrule: programs.txt:2: unknown_function: ")
    assert said[1:3] == ["  3 * frob(q)", "      ^^^^"]
    told = [line for line in said if "programs.txt:" in line]
    assert [line.split(":")[2] for line in told] == ["2", "3", "4", "5", "6"]
    assert said[-1] == "chainrule: 2 of 7 drawn, 5 failed"


@pytest.mark.parametrize(
    "name", ["../x", "/tmp/x", "a/b", "a\\b", "..", ".hidden", "-o", "", "x" * 61, "a\0b", "a\nb", 7, None]
)
def test_no_name_leads_out_of_the_folder(name, draw, tmp_path):
    code, files, said = draw(json.dumps({"expression": "x", "name": name}))
    assert (code, files) == (1, [])
    assert "A name has at most" in said[0]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["figures", "programs.txt"]


def test_two_lines_never_write_the_same_file(draw):
    lines = [
        {"expression": "x", "name": "A"},
        {"expression": "y", "name": "a"},
        {"expression": "z", "name": "0004"},
        "w",
    ]
    code, files, said = draw("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    assert (code, files) == (1, ["0004.svg", "A.svg"])
    assert [line.rpartition(": ")[2] for line in said[:2]] == [
        "The name a is there twice.",
        "The name 0004 is there twice.",
    ]


def test_programs_come_from_standard_input(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("\ufeffx\n\\frac{x}{y}\n$x^2$\n"))
    assert cli.main(["render", "--from", "-", "-o", str(tmp_path)]) == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["0001.svg", "0002.svg", "0003.svg"]


def test_nothing_to_draw_is_no_mistake(draw):
    assert draw("# nothing\n\n") == (0, [], ["chainrule: 0 of 0 drawn"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "There is nothing to draw"),
        (["--from", "programs.txt"], "name it with -o"),
        (["--from", "programs.txt", "-o", "-"], "name it with -o"),
        (["--from", "nowhere.txt", "-o", "figures"], "Cannot read nowhere.txt"),
        (["--from", "latin1.txt", "-o", "figures"], "is no UTF-8 text: byte 2"),
        (["--from", "programs.txt", "-o", "programs.txt"], "Cannot write into programs.txt"),
        (["--from", "programs.txt", "-o", "figures", "--jobs", "0"], "--jobs"),
        (["--from", "programs.txt", "-o", "figures", "x"], "'x' is no input"),
    ],
)
def test_a_wrong_call_is_misuse(arguments, message, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("programs.txt").write_text("x\n")
    Path("latin1.txt").write_bytes(b"x \xe9")
    assert cli.main(["render", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_fails_line_by_line(draw, tmp_path):
    (tmp_path / "figures" / "0001.svg").mkdir(parents=True)
    code, _, said = draw("x\ny")
    assert code == 1
    assert said[0].startswith("chainrule: programs.txt:1: Cannot write ")
    assert said[-1] == "chainrule: 1 of 2 drawn, 1 failed"


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_many_programs_are_drawn_by_several_processes_in_order(draw, monkeypatch):
    monkeypatch.setattr(batch, "FEW", 10)
    code, files, said = draw("\n".join("x +" if k % 40 == 7 else f"x + {k}" for k in range(200)), "--jobs", "2")
    assert (code, len(files)) == (1, 195)
    assert [line.split(":")[2] for line in said if "programs.txt:" in line] == ["8", "48", "88", "128", "168"]
    assert next(line for line in said if " of " in line) == "chainrule: 20 of 200"
    assert said[-1] == "chainrule: 195 of 200 drawn, 5 failed"


def test_a_terminal_has_one_line_that_changes(draw, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    _, _, said = draw("x\n" * 3)
    assert said[0] == ""
    assert said[1:3] == ["chainrule: 1 of 3 ", "chainrule: 2 of 3 "]
    assert said[-1] == "chainrule: 3 of 3 drawn"


def test_drawing_loads_no_server_and_no_arrays(tmp_path):
    arguments = ["render", "1/(1+exp(-w x))", "w=2", "x=1", "-o", str(tmp_path / "c.svg")]
    program = f"import sys; from app.cli import main; main({arguments!r}); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not NEEDLESS & {*ran.stdout.split()}
