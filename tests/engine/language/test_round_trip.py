"""Parse → print → parse gives the same circuit, for random programs in every habit of the notation."""

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.language.latex_printer import latex
from engine.language.names import key_of
from engine.language.parser import parse_program
from engine.language.printer import canonical_text
from engine.lowering import InputShape, free_names, lower
from tests.engine.language.strategies import expressions as random_expressions

NAMES = ["x", "y", "w0", "x_1", "θ", "loss", "W", "e", "π", "q", "xy", "wx"]
NUMBERS = ["2", "0.5", ".25", "1e-3", "10", "3."]
BINARY = ["+", "-", "*", "/", "^", "**", " ", "·", "×", "÷", "−", "∘", " > ", " <= ", "!="]
FORMATS = [
    "({})", "-{}", "−({})", "+{}", "2{}", "{}²", "({})⁻¹", "({})ᵀ", "({}).T", "|{}|", "||{}||", "‖{}‖²", "||{}||_1",
    "exp({})", "np.tanh({})", "max(0, {})", "maximum({}, x)", "sum({}, axis=None)", "({}).sum()", "l2({})", "f({})",
    "np.max({}, keepdims=True)", "[{}]", "[1, {}]", "np.array([{}, 2])", "1/{}", "1/2{}", "x({})", "({})(y)", "3({})2",
]  # fmt: skip

expressions = random_expressions(NAMES + NUMBERS, BINARY, FORMATS, most=8)
statements = st.one_of(
    expressions,
    st.tuples(st.sampled_from(["q", "x", "loss", "a_1"]), st.sampled_from([" = ", " += ", "*="]), expressions).map(
        "".join
    ),
    st.tuples(st.sampled_from(["f(x) = ", "g(a, b) = a b + ", "f(x, q) = "]), expressions).map("".join),
)
programs = st.lists(statements, min_size=1, max_size=4).map("\n".join)


def read(source):
    """The circuit for scalar inputs, without its places in the text; or the error's key."""
    from engine import EngineError

    try:
        program = parse_program(source, ["x", "y"]).program
        shapes = {name.key: InputShape(name.spelling, ()) for name in free_names(program, ["x", "y"])}
        shapes |= {key_of(name): InputShape(name, ()) for name in ("x", "y")}
        graph = lower(program, shapes).graph
    except EngineError as error:
        return error.key, None
    nodes = [(node.kind, node.gate, node.name, node.shape, node.operands, str(node.value)) for node in graph.nodes]
    return (nodes, graph.literals, graph.output), program


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(programs)
def test_the_canonical_text_is_the_same_program(source):
    circuit, program = read(source)
    if program is None:
        return
    canonical = canonical_text(program)
    again, reread = read(canonical)
    assert again == circuit, canonical
    assert canonical_text(reread) == canonical
    assert "  " not in canonical


@settings(max_examples=100, derandomize=True, deadline=None, database=None)
@given(programs)
def test_latex_has_all_its_braces_and_fences(source):
    _, program = read(source)
    if program is None:
        return
    text = latex(program)
    depth = 0
    for sign in text.replace(r"\{", "").replace(r"\}", ""):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0, text
    assert depth == 0, text
    for opening, closing in (
        (r"\left", r"\right"),
        (r"\begin", r"\end"),
        (r"\lVert", r"\rVert"),
        (r"\lvert", r"\rvert"),
    ):
        assert text.count(opening) == text.count(closing), text


def test_most_of_these_programs_can_be_read():
    results = []

    @settings(max_examples=100, derandomize=True, deadline=None, database=None)
    @given(programs)
    def collect(source):
        results.append(read(source)[1] is not None)

    collect()
    assert sum(results) > len(results) / 3
