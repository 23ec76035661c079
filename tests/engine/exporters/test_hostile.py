"""Every payload in titles, comments, programs and names, through every export, read back by a parser of its format."""

import ast
import io
import json
import re
import shutil
import subprocess
import tokenize
import xml.etree.ElementTree as ElementTree
import zlib

import pytest

from engine import EngineError, Limits, code, problem_picture, render, with_suggestions
from tests.hostile import PAYLOADS

TARGETS = ("numpy", "pytorch", "jax", "micrograd")
LIBRARIES = {"numpy", "math", "torch", "jax", "jax.numpy", "micrograd.engine", "scipy.special"}
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {
    f"{SVG}{name}" for name in ("svg", "title", "desc", "style", "g", "rect", "path", "circle", "text", "tspan")
}
STYLE = re.compile(r"(?:[^{}<>@]*\{[^{}<>]*\})*(?:@media \(prefers-color-scheme:dark\)\{(?:[^{}<>@]*\{[^{}<>]*\})*\})?")
TURNING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
NAME = "w_{abc}"  # the strangest that a name may be


def programs(payload):
    """Programs around a payload that can be read: one with it as a comment, one with it as a string, one without."""
    for program in (f"{NAME} x + 1  # {' '.join(payload.split())}", f"{payload!r}\n{NAME} x + 1"):
        try:
            yield program, with_suggestions(program, {})
        except EngineError:  # no program may hold these signs
            yield f"{NAME} x + 1", {"w_{abc}": 2.0, "x": 3.0}


CASES = [(*case, payload) for payload in PAYLOADS for case in programs(payload)]
EACH = pytest.mark.parametrize(("program", "inputs", "payload"), CASES)


def drawn(program, inputs, payload, form, **look):
    return render(program, inputs, format=form, title=payload[:200], **look).content


def assert_inert_svg(content):
    """Only drawing: no link, no handler, no script; and nothing that turns the direction of what stands around it."""
    root = ElementTree.fromstring(content)
    assert {element.tag for element in root.iter()} <= ELEMENTS
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name or name == "style"]
        assert not any("url(" in text or "javascript:" in text for text in element.attrib.values())
    assert all(STYLE.fullmatch(style.text) for style in root.iter(f"{SVG}style"))
    assert not TURNING.search(content.decode())


@EACH
def test_svg(program, inputs, payload):
    assert_inert_svg(drawn(program, inputs, payload, "svg"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_picture_of_what_is_wrong(payload):
    for program in (payload, f"x + {payload}", f"{payload} = x"):
        try:
            render(program, with_suggestions(program, {}))
        except EngineError as error:
            place = (program.split("\n")[0], 0, 3)
            picture = problem_picture(payload, error.message(), error.hint(), place)
            assert_inert_svg(picture.content)


def test_png():
    """Signature, chunks with right sums, and none that holds text."""
    for payload in PAYLOADS[:3]:
        content = drawn("x", {"x": 1}, payload, "png")
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        kinds, place = [], 8
        while place < len(content):
            size = int.from_bytes(content[place : place + 4])
            chunk = content[place + 4 : place + 8 + size]
            assert zlib.crc32(chunk) == int.from_bytes(content[place + 8 + size : place + 12 + size])
            kinds.append(chunk[:4])
            place += 12 + size
        assert {*kinds} <= {b"IHDR", b"IDAT", b"IEND"}


@EACH
def test_json(program, inputs, payload):
    answer = json.loads(drawn(program, inputs, payload, "json"))
    assert answer["expression"]["source"] == program


@pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz here")
def test_graphviz_reads_all_of_them_and_finds_the_same_circuit():
    source = b"".join(drawn(*case, "dot") for case in CASES)
    ran = subprocess.run(["dot", "-Tjson"], input=source, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    reader, text, graphs = json.JSONDecoder(), ran.stdout.decode().strip(), []
    while text:
        graph, end = reader.raw_decode(text)
        graphs.append(graph)
        text = text[end:].strip()
    assert len(graphs) == len(CASES)
    for graph in graphs:
        assert (len(graph["objects"]), len(graph["edges"])) == (5, 4)
        assert not {"URL", "href", "image", "shapefile"} & {key for part in graph["objects"] for key in part}


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="no TeX here")
def test_pdflatex_sets_all_of_them_and_writes_nothing_else(tmp_path):
    figures = [drawn(*case, "tikz", standalone=False).decode() for case in CASES[::2]]
    head = r"\documentclass{article}\usepackage[T1]{fontenc}\usepackage{tikz}\begin{document}"
    body = "\n\\newpage\n".join(figures)
    (tmp_path / "all.tex").write_text(f"{head}\n{body}\n\\end{{document}}\n", encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, errors="replace", check=False)
    assert ran.returncode == 0, ran.stdout[-2000:]
    assert f"({len(figures)} pages" in ran.stdout
    assert {file.suffix for file in tmp_path.iterdir()} == {".tex", ".log", ".aux", ".pdf"}


@EACH
@pytest.mark.parametrize("target", TARGETS)
def test_code(program, inputs, payload, target):
    """Python itself reads it; nothing is imported or called but mathematics, and no comment hides anything."""
    text = code(program, inputs, target=target)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert {node.module} <= LIBRARIES if isinstance(node, ast.ImportFrom) else True
            assert {alias.name for alias in node.names} <= LIBRARIES or isinstance(node, ast.ImportFrom)
        if isinstance(node, ast.Name):
            assert node.id not in {"exec", "eval", "open", "compile", "os", "__import__", "getattr"}
    comments = [
        token.string for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.type == tokenize.COMMENT
    ]
    assert not any(TURNING.search(comment) or CONTROL.search(comment) for comment in comments)


LARGE = "+".join(f"x{k % 50}" for k in range(5_000))


@pytest.mark.parametrize("form", ["svg", "png", "tikz", "dot", "json"])
def test_a_circuit_over_the_limit_is_refused_at_once(form):
    limits = Limits(nodes=1_000)
    with pytest.raises(EngineError) as caught:
        render(LARGE, {f"x{k}": 1 for k in range(50)}, format=form, limits=limits)
    assert caught.value.details == {"limit": "nodes", "maximum": 1_000}
