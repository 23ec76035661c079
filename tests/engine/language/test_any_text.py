"""100,000 random texts raise nothing but the engine's own errors: read, lowered, and run with small limits."""

import random

import pytest

from engine import EngineError, Limits, evaluate
from engine.language.latex_printer import latex
from engine.language.parser import parse_program
from engine.language.printer import canonical_text
from engine.lowering import InputShape, free_names, lower
from tests.engine.language.test_reading import ROWS

LIMITS = Limits(expression_characters=500, brackets=20, nodes=60, operands=30, function_calls=30, elements=400)
PROGRAMS = [row[0] for row in ROWS]
SNIPPETS = [
    r"\frac{1}{1+e^{-x}}", r"\lVert W x \rVert^2", r"\sum_{i=1}^{3} x_i", r"f &= x \\ g &= f", r"$\sigma(w^\top x)$",
    r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} x", r"\sqrt[3]{x}", r"\max(0, x) \cdot \text{loss}",
]  # fmt: skip
TOKENS = [
    "x", "y", "W", "w0", "θ", "e", "π", "T", "f", "exp", "max", "sum", "zeros", "randn", "np.", "self.", "math.", "2",
    "0.5", "-1", "1e9", "1e999", ".", ",", ";", ":", "\n", "\n    ", "\r\n", "\t", " ", "(", ")", "[", "]", "{", "}",
    "|", "||", "‖", "+", "-", "*", "/", "**", "^", "@", "·", "%", "//", "&", "~", "=", "==", "<", ">=", "+=", ":=",
    "->", "²", "⁻¹", "ᵀ", ".T", ".shape", ".sum()", ".dot(", "axis=", "axis=0", "True", "None", "...", "def f(x):",
    "return ", "lambda x: ", "f(x) = ", "x, y = ", "import ", "from ", "if ", "for ", "in ", "print(", "#", "'", '"',
    "'''", "\\", "\\frac", "\\alpha", "$", "_", "_1", "_{", "₀", "∑", "𝟏", "х", "\u200b", "\ud800", "[1, 2]", "1/",
    "x[0]", "array(", "shape=", "concatenate((x, y))", "softmax(x)", "x[:, None]",
]  # fmt: skip
INPUTS = {"x": 1.5, "y": [1.0, -2.0], "W": [[1.0, 2.0], [3.0, 4.0]]}
SHAPES = {"x": InputShape("x", ()), "y": InputShape("y", (2,)), "W": InputShape("W", (2, 2))}


def any_bytes(generator):
    octets = generator.randbytes(generator.randrange(1, 20))
    return octets.decode("latin-1") if generator.random() < 0.5 else octets.decode("utf-8", "replace")


def any_ascii(generator):
    return "".join(chr(generator.randrange(9, 127)) for _ in range(generator.randrange(1, 25)))


def any_tokens(generator):
    return "".join(generator.choices(TOKENS, k=generator.randrange(1, 14)))


def mutated(generator):
    """A program of the tables with one to three changes."""
    text = generator.choice(PROGRAMS if generator.random() < 0.8 else SNIPPETS)
    for _ in range(generator.randrange(1, 4)):
        start = generator.randrange(len(text) + 1)
        end = min(len(text), start + generator.randrange(4))
        new = generator.choice(["", text[start:end] * 2, generator.choice(TOKENS), generator.choice(PROGRAMS)[:6]])
        text = text[:start] + new + text[end:]
    return text


def run(source, wholly):
    """Read a program and make it a circuit with a number for every open name; ``wholly``: print and run it too."""
    program = parse_program(source, INPUTS, LIMITS).program
    if wholly:
        canonical_text(program)
        latex(program)
        given = {name.spelling: 0.5 for name in free_names(program, INPUTS) if name.spelling not in INPUTS}
        evaluate(source, INPUTS | given, limits=LIMITS)
    else:
        given = {name.key: InputShape(name.spelling, ()) for name in free_names(program, INPUTS)}
        lower(program, given | SHAPES, limits=LIMITS, values=dict.fromkeys(given, 0.5) | INPUTS)


KINDS = [(any_bytes, 40_000), (any_ascii, 30_000), (any_tokens, 20_000), (mutated, 10_000)]


@pytest.mark.parametrize(("kind", "count"), KINDS, ids=lambda value: getattr(value, "__name__", ""))
def test_nothing_but_errors_of_the_engine(kind, count):
    generator, read = random.Random(kind.__name__), 0
    for number in range(count):
        source = kind(generator)
        try:
            run(source, number % 5 == 0)
            read += 1
        except EngineError as error:
            start, end = error.span or (0, 0)
            assert 0 <= start <= end <= len(source), source
            for each in (error, *error.further):
                f"{each.message('en')}{each.message('ko')}{each.hint('en')}{each.hint('ko')}".encode()
        except Exception as error:
            raise AssertionError(repr(source)) from error
    assert read > count / 100
