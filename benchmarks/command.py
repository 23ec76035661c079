"""The command line from process start: one circuit as SVG, and a thousand programs of a file."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from benchmarks.report import NOT_INSTALLED, OURS, Goal, Section, comparison, number, table
from benchmarks.sigmoid import INPUTS, PROGRAM
from benchmarks.timing import medians, timed
from engine import render

COUNT = 1_000
GRAPHVIZ, SYMPY, EMPTY = "Graphviz, given the circuit", "SymPy and Graphviz", "Python alone"
ALONE, TOGETHER = f"{OURS}, 1 process", f"{OURS}, 2 processes"
PROCESSES = {ALONE: 1, TOGETHER: 2}
TEXT = f"""\
`chainrule render` of the text `{PROGRAM}` with its inputs, from the start of the process to the file. Graphviz (`dot
-Tsvg`) gets the circuit with its numbers ready, as Chainrule's DOT, and lays it out and draws it. SymPy reads the text
of the same function, takes its five derivatives, and Graphviz draws its tree. Python alone starts and ends. All have
started before, so that Python finds its compiled modules."""
MANY = f"""\
`chainrule render --from` of {COUNT:,} different programs of 7 to 15 operations, one a line, whose missing inputs are
filled in, each into an SVG of its own; the time holds the start. Graphviz gets {COUNT:,} ready circuits in one file."""
TREE = """\
from sympy import dotprint, symbols
from sympy.parsing.sympy_parser import parse_expr
found = parse_expr("1/(1+exp(-(w0*x0+w1*x1+w2)))")
values = dict(w0=2, x0=-1, w1=-3, x1=-2, w2=-3)
[float(found.diff(name).subs(values)) for name in found.free_symbols]
print(dotprint(found))
"""


def program(draw: random.Random, depth: int) -> str:
    """A program as a student might type it."""
    if depth == 0:
        return draw.choice("xyzwabc") + draw.choice(("", "0", "1"))
    first, second = program(draw, depth - 1), program(draw, depth - 1)
    forms = (
        *(f"({first} {sign} {second})" for sign in "+-*/"),
        f"exp(-{first})",
        f"max({first}, {second})",
        f"1/(1+exp(-{first}))",
    )
    return draw.choice(forms)


class Bench:
    """Commands in a folder of their own, with Python's compiled modules kept there, too."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "modules")}
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)
        (folder / "circuit.dot").write_bytes(render(PROGRAM, INPUTS, format="dot").content)
        (folder / "tree.py").write_text(TREE)
        draw = random.Random(0)
        programs = [program(draw, 3) for _ in range(COUNT)]
        (folder / "programs.txt").write_text("\n".join(programs))

    def run(self, *command: str, text: bytes | None = None) -> bytes:
        """What a command prints; fails if the command does."""
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "check": True}
        return subprocess.run(command, cwd=self.folder, env=self.environment, input=text, **streams).stdout

    def chainrule(self, *arguments: str) -> bytes:
        """The command as an installation has it."""
        return self.run(sys.executable, "-c", "import sys; from app.cli import main; sys.exit(main())", *arguments)

    def tree(self) -> bytes:
        """SymPy's tree, drawn."""
        return self.run("dot", "-Tsvg", text=self.run(sys.executable, "tree.py"))

    def one(self) -> dict[str, float]:
        """Seconds from process start to the picture of one circuit."""
        inputs = [f"{name}={value}" for name, value in INPUTS.items()]
        contestants = {
            OURS: lambda: self.chainrule("render", PROGRAM, *inputs, "-o", "circuit.svg"),
            EMPTY: lambda: self.run(sys.executable, "-c", "pass"),
        }
        if which("dot"):
            contestants |= {GRAPHVIZ: lambda: self.run("dot", "-Tsvg", "circuit.dot"), SYMPY: self.tree}
        return medians(contestants, rounds=11)

    def many(self) -> dict[str, float]:
        """Programs a second, by what draws them."""
        found = {name: COUNT / self._seconds(jobs) for name, jobs in PROCESSES.items()}
        if which("dot"):
            lines = (self.folder / "programs.txt").read_text().split("\n")
            self.chainrule(*self._many(2), "--format", "dot")
            files = sorted((self.folder / "figures").glob("*.dot"))
            assert len(files) == len(lines)
            together = b"".join(file.read_bytes() for file in files)
            found[GRAPHVIZ] = COUNT / timed(lambda: self.run("dot", "-Tsvg", text=together))
        return found

    def _seconds(self, jobs: int) -> float:
        return timed(lambda: self.chainrule(*self._many(jobs)))

    def _many(self, jobs: int) -> tuple[str, ...]:
        return "render", "--from", "programs.txt", "-o", "figures", "--jobs", str(jobs)


def section() -> Section:
    """Measure."""
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        one, many = bench.one(), bench.many()
    return Section("Command line", TEXT, _tables(one, many), _goals(one, many), [f"{MANY} {_graphviz()}"])


def _graphviz() -> str:
    """Which Graphviz it is."""
    if not which("dot"):
        return f"Graphviz: {NOT_INSTALLED}."
    said = subprocess.run(["dot", "-V"], capture_output=True, text=True, check=True).stderr
    return f"Graphviz is version {said.partition('version ')[2].split()[0]}."


def _tables(one: Mapping[str, float], many: Mapping[str, float]) -> list[str]:
    names = (OURS, GRAPHVIZ, SYMPY, EMPTY)
    rows = [(name, number(rate)) for name, rate in many.items()]
    rows += [] if GRAPHVIZ in many else [(GRAPHVIZ, NOT_INSTALLED)]
    return [comparison(names, one, "ms"), table(("", "programs a second"), rows)]


def _goals(one: Mapping[str, float], many: Mapping[str, float]) -> list[Goal]:
    return [
        Goal("command line", "sigmoid to SVG from process start, s", one[OURS], 0.3),
        Goal("command line", "1,000 programs, 2 processes, a second", many[TOGETHER], 300, at_least=True),
    ]


if __name__ == "__main__":
    print(section().markdown())
