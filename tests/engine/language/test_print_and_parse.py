"""Print → parse gives the same circuit, as text and as LaTeX, for random programs in every habit of the notation."""

import random

import pytest

from engine import EngineError
from engine.evaluation.inputs import read_inputs
from engine.language.latex_marks import marked_latex
from engine.language.latex_printer import latex
from engine.language.names import key_of
from engine.language.parser import parse_program
from engine.language.printer import canonical_text
from engine.limits import Limits
from engine.lowering import InputShape, free_names, lower
from tests.engine.language.marks import without_marks
from tests.engine.snippets.test_snippets import SNIPPETS

PARTS, PROGRAMS = 4, 3_000
INPUTS = {"x": [0.5, -1.5], "W": [[0.1, 0.5], [-0.3, 0.8]], "s": 2.0, "n": 2, "k": 1}
NAMES = ["x", "x", "W", "W", "s", "k", "θ", "w_0", "y_hat", "loss", "x_1", "wx", "e", "π", "T", "q", "h1", "W1_0"]
NUMBERS = ["2", "0.5", ".25", "1e-3", "10", "3.", "-1", "1", "0"]
BINARY = ["+", "-", "*", "/", "^", "**", " ", "·", " @ ", "∘", " > ", " <= ", "==", "!="]
FORMATS = [
    "({})", "({})", "-{}", "2{}", "{}²", "({})⁻¹", "({})ᵀ", "({}).T", "|{}|", "||{}||", "‖{}‖²", "||{}||_1", "(-{})",
    "exp({})", "np.exp({})", "np.tanh({})", "max(0, {})", "maximum({}, s)", "sum({}, axis=0)", "({}).sum()", "l2({})",
    "norm({})^2", "sqrt({})", "cbrt({})", "square({})", "f({})", "g({}, s)", "g({})", "np.max({}, 0)",
    "max({}, axis=0)", "[{}, 1]", "[{}]", "[[1, {}], [s, 2]]", "np.array([{}, 2])", "1/{}", "1/2{}", "s({})",
    "({})(s)", "({})[0]", "({})[:1]", "x[{}]", "W[0, {}]", "W[:, 1]({})", "np.zeros((2, n)) + {}", "log2({})",
    "sigmoid({})", "σ({})",
    "np.where({} > 0, x, s)", "{}^T", "{}^-1", "e^{}", "e^({})", "np.concatenate([x, {}])", "x.reshape(1, -1) {}",
    "({}).shape[0]", "arcsin({})", "({})[..., None]", "leaky_relu({}, slope=0.1)",
]  # fmt: skip

ASSIGNED = ["q = {}", "s += {}", "loss = {}", "q, h1 = s, {}", "x = {}"]
DEFINED = ["f(x) = {}", "f = lambda x, e=2: {}", "g(a, b=3) = a b + {}"]
INDENTED = ["def f(z):\n    a, b = z, s\n    q = a b\n    return q + {}"]


def any_expression(generator, leaves):
    """A text of so many names and numbers, joined by signs; a third of its parts are put into formats."""
    if leaves == 1:
        text = generator.choice(NAMES + NUMBERS)
    else:
        left = generator.randrange(1, leaves)
        parts = [any_expression(generator, left), any_expression(generator, leaves - left)]
        text = generator.choice(BINARY).join(parts)
    while generator.random() < 0.3:
        text = generator.choice(FORMATS).replace("{}", text)
    return text


def any_program(generator):
    """Up to two statements and the output, more often short than long."""
    count = min(generator.randrange(3), generator.randrange(3))
    kinds = [generator.choice(generator.choice([ASSIGNED, DEFINED, INDENTED])) for _ in range(count)]
    sizes = [min(generator.randrange(1, 7) for _ in range(3)) for _ in range(count + 1)]
    parts = zip([*kinds, "{}"], sizes, strict=True)
    return "\n".join(kind.replace("{}", any_expression(generator, size)) for kind, size in parts)


def read(source, inputs):
    """The circuit, without its places in the text, and the program; or the error's key and ``None``."""
    given_inputs = read_inputs(inputs, Limits())
    shapes = {key: InputShape(entry.spelling, entry.shape) for key, entry in given_inputs.items()}
    try:
        program = parse_program(source, inputs).program
        names = [name for name in free_names(program, shapes) if name.key not in shapes]
        shapes |= {name.key: InputShape(name.key, ()) for name in names}
        lowered = lower(program, shapes, values={key: entry.value for key, entry in given_inputs.items()})
    except EngineError as error:
        return error.key, None, ()
    graph = lowered.graph
    nodes = [(n.kind, n.gate, n.name and key_of(n.name), n.shape, n.operands, str(n.value)) for n in graph.nodes]
    return (nodes, graph.literals, graph.output), program, lowered.elementwise


def printed(program, elementwise):
    shown = latex(program, elementwise)
    return canonical_text(program), shown if "\\" in shown else f"${shown}$"


def check_program(source):
    circuit, program, elementwise = read(source, INPUTS)
    if program is None:
        return False
    for text in printed(program, elementwise):
        again, reread, _ = read(text, INPUTS)
        assert again == circuit, (source, text)
        assert reread is not None
    marked = marked_latex(program, elementwise)
    assert marked is None or without_marks(marked) == latex(program, elementwise), source
    return True


@pytest.mark.parametrize("part", range(PARTS))
def test_random_programs(part):
    generator = random.Random(part)
    with_circuit = sum(check_program(any_program(generator)) for _ in range(PROGRAMS))
    assert with_circuit > PROGRAMS / 2


@pytest.mark.parametrize("source", ["‖x‖²^x", "-y_hat·(-x)"])
def test_awkward_programs(source):
    assert check_program(source)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_course_code(snippet):
    circuit, program, elementwise = read(snippet.text, snippet.inputs)
    for text in printed(program, elementwise):
        assert read(text, snippet.inputs)[0] == circuit, text
