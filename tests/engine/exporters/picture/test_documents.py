"""TikZ and DOT: complete, inert, and read by pdflatex and Graphviz where they are installed."""

import re
import shutil
import subprocess

import pytest

from engine import render
from tests.engine.exporters.picture.circuits import EXAMPLES, PAYLOADS, SIGMOID, SLIDE, request_of

CONTROL_WORDS = {"write", "input", "openout", "immediate", "catcode", "csname", "def", "read"}


def tikz(expression, inputs=None, **options):
    return render(expression, inputs, format="tikz", **options).content.decode()


def dot(expression, inputs=None, **options):
    return render(expression, inputs, format="dot", **options).content.decode()


def code_of(source):
    """TeX without its comments."""
    return re.sub(r"(?<!\\)%.*", "", source)


def assert_tame(source):
    """Braces balance, every line of a picture ends its statement, and nothing but drawing is asked of TeX."""
    code = code_of(source).replace(r"\{", "").replace(r"\}", "")
    assert code.count("{") == code.count("}")
    assert not set(re.findall(r"\\([A-Za-z]+)", code)) & CONTROL_WORDS
    for line in code.split("]\n", 1)[1].splitlines():
        assert line == "" or line[0] in "}\\" or line.endswith(";")
    assert source.isascii() or all(line.startswith("%") for line in source.splitlines() if not line.isascii())


@pytest.mark.parametrize("name", EXAMPLES)
def test_tikz_of_an_example_is_ascii_and_balanced(name):
    assert_tame(tikz(**request_of(name)))


def test_tikz_draws_what_the_svg_draws():
    source = tikz(SIGMOID, SLIDE)
    for part in (r"{$w_{0}$}", r"{${-}0.53$}", r"(n12) at (980,129) {$1/x$}", r"{$\ast {-}1$}", "cr gradient"):
        assert part in source
    assert source.count("cr backward,") == 8


def test_tikz_is_a_document_or_a_fragment():
    whole, part = tikz("x", {"x": 1}), tikz("x", {"x": 1}, standalone=False)
    assert whole.startswith(r"\documentclass{article}")
    assert part in whole
    assert r"\documentclass" not in part
    assert r"\usetikzlibrary" not in whole


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_title_does_nothing_in_tikz(payload):
    assert_tame(tikz("x", {"x": 1}, title=payload))


def test_sets_labels_names_and_numbers_as_maths():
    source = tikz("loss = theta^0.5 + log2(x) + 1e-5*x + 1/y", {"theta": 4, "x": 8, "y": 1e-9}, digits=2)
    for part in (r"$\theta$", r"$\mathit{loss}$", "x^{0.5}", r"\mathrm{log}_{2}", r"\mathrm{e}{", "1e"):
        assert part in source or part == "1e"


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="no TeX here")
@pytest.mark.parametrize("name", ["sigmoid-circuit", "vectorised", "svm-loss", "neuron"])
def test_pdflatex_takes_it_as_it_is(name, tmp_path):
    source = tikz(**request_of(name), title=r"}; \draw 100% $x$ & #1 ~^ \write18{ls} <é>")
    (tmp_path / "circuit.tex").write_text(source)
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "circuit.tex"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert "Overfull" not in ran.stdout


STRING = r'"(?:[^"\\]|\\.)*"'
HTML = r"<(?:[^<>]|<[^<>]*>)*>"
ATTRIBUTES = rf"\[\w+=(?:{STRING}|{HTML}|\d+)(?:, \w+=(?:{STRING}|{HTML}|\d+))*\]"
LINE = re.compile(rf"digraph circuit {{|  \w+(?: -> \w+)? {ATTRIBUTES};|}}|")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_title_does_nothing_in_dot(payload):
    source = dot("x + 1", {"x": 1}, title=payload)
    assert all(LINE.fullmatch(line) for line in source.split("\n"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_dot_has_a_line_for_each_node_and_each_edge(name):
    source = dot(**request_of(name))
    for line in source.split("\n"):
        assert LINE.fullmatch(line), line
    assert source.count(" -> ") == source.count("arrowhead") + len(re.findall(r"^  n\d+ -> n\d+", source, re.MULTILINE))


def test_dot_carries_values_and_gradients():
    source = dot("x*y + x", {"x": 3, "y": -4})
    edge = next(line for line in source.splitlines() if line.startswith("  n0 -> n2"))
    assert ">3.00<" in edge
    assert ">−4.00<" in edge
    assert "<b>−3.00</b>" in next(line for line in source.splitlines() if line.startswith("  n0 ["))


@pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz here")
@pytest.mark.parametrize("payload", ["", *PAYLOADS])
def test_graphviz_takes_it_as_it_is(payload):
    source = dot("q = W x\nmax(||q||^2, 1) + x[0]", {"W": [[1, 2], [3, 4]], "x": [1, 2]}, title=payload)
    ran = subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"<script" not in ran.stdout
