"""Print → parse gives the same circuit, as text and as LaTeX, for random programs in every habit of the notation."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

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
from tests.engine.language.strategies import expressions as random_expressions
from tests.engine.snippets.test_snippets import SNIPPETS

EXAMPLES = 10_000
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

expressions = random_expressions(NAMES + NUMBERS, BINARY, FORMATS, most=6)
statements = st.one_of(
    st.tuples(st.sampled_from(["q = ", "s += ", "loss = ", "q, h1 = s, ", "x = "]), expressions).map("".join),
    st.tuples(st.sampled_from(["f(x) = ", "f = lambda x, e=2: ", "g(a, b=3) = a b + "]), expressions).map("".join),
    expressions.map("def f(z):\n    a, b = z, s\n    q = a b\n    return q + {}".format),
)
programs = st.tuples(st.lists(statements, max_size=2), expressions).map(lambda parts: "\n".join([*parts[0], parts[1]]))


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


@settings(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None)
@given(programs)
@example("‖x‖²^x")
@example("-y_hat·(-x)")
def test_random_programs(source):
    circuit, program, elementwise = read(source, INPUTS)
    if program is None:
        return
    for text in printed(program, elementwise):
        again, reread, _ = read(text, INPUTS)
        assert again == circuit, text
        assert reread is not None
    marked = marked_latex(program, elementwise)
    assert marked is None or without_marks(marked) == latex(program, elementwise)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_course_code(snippet):
    circuit, program, elementwise = read(snippet.text, snippet.inputs)
    for text in printed(program, elementwise):
        assert read(text, snippet.inputs)[0] == circuit, text


@settings(max_examples=10, derandomize=True, deadline=None, database=None)
@given(st.lists(programs, min_size=20, max_size=20))
def test_many_of_these_programs_have_a_circuit(sources):
    assert sum(read(source, INPUTS)[1] is not None for source in sources) > 3
