"""Reading, printing and lowering take steps in proportion to the text: counted as calls, so that no clock decides."""

import sys

import pytest

from engine import EngineError
from engine.language.latex_printer import latex
from engine.language.parser import parse_program
from engine.language.printer import canonical_text
from engine.limits import Limits
from engine.lowering import InputShape, free_names, lower

WIDE = Limits(*[10**8] * 6)
SMALL, LARGE = 150, 600
FORMS = {
    "sum": lambda n: "+".join(["x"] * n),
    "product": lambda n: " ".join(["x"] * n),
    "product behind a slash": lambda n: "1/x" + " x" * n,
    "quotients and products": lambda n: "1" + "/x y" * n,
    "powers": lambda n: "^".join(["x"] * n),
    "negative powers": lambda n: "-x^" * n + "x",
    "signs": lambda n: "-" * n + "x",
    "brackets": lambda n: "(" * n + "x" + ")" * n,
    "sums in brackets": lambda n: "(x + " * n + "x" + ")" * n,
    "calls": lambda n: "exp(" * n + "x" + ")" * n,
    "operands": lambda n: "max(" + ", ".join(["x"] * n) + ")",
    "bars": lambda n: "|x| " * n,
    "bars in brackets": lambda n: "|(" * n + "x" + ")|" * n,
    "one long name": lambda n: "q" * n + "_0",
    "names in one run": lambda n: "x" * n,
    "units in one run": lambda n: "x0" * n,
    "many names": lambda n: " + ".join(f"a{k}" for k in range(n)),
    "statements": lambda n: "\n".join(f"a{k} = x" for k in range(n)) + "\nx",
    "statements on a line": lambda n: "; ".join(f"a{k} = x" for k in range(n)) + "; x",
    "a chain": lambda n: "a0 = x\n" + "\n".join(f"a{k + 1} = a{k} + 1" for k in range(n)),
    "re-assignment": lambda n: "x = x + 1\n" * n + "x",
    "unpacking": lambda n: ", ".join(f"a{k}" for k in range(n)) + " = " + ", ".join(["x"] * n) + "\na0",
    "functions": lambda n: "\n".join(f"f{k}(x) = x + 1" for k in range(n)) + "\nx",
    "functions of functions": lambda n: "f0(x) = x\n" + "\n".join(f"f{k + 1}(x) = f{k}(x)" for k in range(n)) + "\nx",
    "defs": lambda n: "\n".join(f"def f{k}(x):\n    return x" for k in range(n)) + "\nx",
    "one long body": lambda n: "def f(x):\n" + "\n".join(f"  a{k} = x" for k in range(n)) + "\n  return x\nf(1)",
    "parameters": lambda n: f"f({', '.join(f'a{k}' for k in range(n))}) = a0\nx",
    "defaults": lambda n: f"def f({', '.join(f'a{k}=1' for k in range(n))}): return a0\nf()",
    "keywords": lambda n: (
        f"f({', '.join(f'a{k}' for k in range(n))}) = a0\nf({', '.join(f'a{k}=1' for k in range(n))})"
    ),
    "calls of one function": lambda n: "f(a) = a + 1\n" + " + ".join(["f(x)"] * n),
    "indices": lambda n: "W" + "[:]" * n,
    "transposes": lambda n: "W" + ".T" * n,
    "an array": lambda n: "[" + ", ".join(["1"] * n) + "]",
    "an array of expressions": lambda n: "[" + ", ".join(["x"] * n) + "]",
    "products read from calls": lambda n: " + ".join(["x(y)"] * n),
    "doubtful quotients": lambda n: " + ".join(["1/2x"] * n),
    "doubtful names": lambda n: " + ".join(["wx"] * n),
    "elementwise products": lambda n: "W*v" + "*v" * n,
    "blank lines": lambda n: "\n" * n + "x",
    "comments": lambda n: "# x\n" * n + "x",
    "a long comment": lambda n: "x # " + "x" * n,
    "a long string": lambda n: "'" + "x" * n + "'\nx",
    "prints": lambda n: "print(x)\n" * n + "x",
    "imports": lambda n: "import numpy as np\n" * n + "x",
    "prefixes": lambda n: " + ".join(["np.exp(x)"] * n),
    "errors": lambda n: "x +\n" * n,
    "an open bracket": lambda n: "(\n" + "x\n" * n,
    "an unknown name": lambda n: "q" * n + "(x)",
}
GIVEN = {"x": (), "y": (), "W": (2, 2), "v": (2,)}
VALUES = {"x": 1.0, "y": 2.0, "W": [[1.0, 2.0], [3.0, 4.0]], "v": [1.0, 2.0]}


def run(source):
    """Read, print and lower; an error ends it."""
    try:
        program = parse_program(source, GIVEN, WIDE).program
        canonical_text(program)
        latex(program)
        shapes = {name.key: InputShape(name.spelling, ()) for name in free_names(program, GIVEN)}
        shapes |= {name: InputShape(name, shape) for name, shape in GIVEN.items()}
        lower(program, shapes, limits=WIDE, values=VALUES)
    except EngineError:
        pass


def steps(action, *arguments):
    """How many functions are called, Python's and C's."""
    count = 0

    def profile(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        action(*arguments)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_four_times_the_text_takes_at_most_four_times_the_steps(form):
    run(form(10))  # whatever is made only once
    small, large = (steps(run, form(size)) for size in (SMALL, LARGE))
    assert large <= 1.1 * (LARGE / SMALL) * small + 1_000


def doubling(levels, body):
    return "f0(x) = x;" + "".join(f"f{k}(x) = {body.format(k - 1)};" for k in range(1, levels + 1)) + f"f{levels}(x)"


@pytest.mark.parametrize(
    "body", ["f{0}(x) + f{0}(x)", "f{0}(f{0}(x))", "f{0}(x) * f{0}(x + 1)", "max(f{0}(x), f{0}(x))"]
)
def test_functions_that_double_reach_a_limit_before_they_are_expanded(body):
    """Sixty levels would be 2^60 nodes; the number of steps does not depend on how many levels there are."""
    limits = Limits(nodes=500, function_calls=500)

    def expand(levels):
        program = parse_program(doubling(levels, body), ["x"], limits).program
        with pytest.raises(EngineError) as raised:
            lower(program, {"x": InputShape("x", ())}, limits=limits)
        assert raised.value.details in ({"limit": "nodes", "maximum": 500}, {"limit": "function_calls", "maximum": 500})

    expand(20)
    assert steps(expand, 60) < 400_000
    assert steps(expand, 120) < 2.2 * steps(expand, 60)
