"""From the text to the gradients, once: reading, lowering, recording and both passes, with nothing kept from before."""

from __future__ import annotations

import ast
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.peers import Contestant, Makers, compare, micrograd_function
from benchmarks.report import OURS, Section, ahead_of, comparison, number, table
from benchmarks.sigmoid import INPUTS, NAMES, PROGRAM
from benchmarks.timing import Run, medians
from engine import evaluate
from engine.evaluation import compiled
from engine.evaluation.cache import WeightedCache
from engine.execution import Tape, run
from engine.language.parser import parse_program
from engine.lowering import InputShape, lower

EXPLICIT = "1/(1+exp(-(w0*x0+w1*x1+w2)))"
WORK = "sigmoid neuron, cold"
FORGETFUL = f"{OURS}, memo tables empty"
TEXT = f"""\
The text `{PROGRAM}` with its five inputs: value and gradients, each time from the text, with the cache of compiled
circuits out of work. micrograd's row is Python's `eval` of `{EXPLICIT}` over its values, and the backward pass.
SymPy's is `parse_expr` of the same without its rules for implicit products, `diff` by each input and `evalf` of the
value and of the five derivatives; it keeps what it simplified before, unless its cache is emptied. `ast.parse` reads
the text and computes nothing."""
WARM = """\
What stays in memory from one call to the next, as it would for any text with the same gates, are the recorded formulas
of the gates: {tables}. The row "memo tables empty" forgets these as well."""


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Inside, no compiled circuit is found in the cache or kept there."""
    kept, compiled.CACHE = compiled.CACHE, WeightedCache(0, lambda _: 1)
    try:
        yield
    finally:
        compiled.CACHE = kept


def memo_tables() -> dict[str, Any]:
    """The engine's functions that remember their results, by name, as far as they have any."""
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == "engine"]
    found = [function for module in modules for function in vars(module).values() if hasattr(function, "cache_info")]
    return {function.__qualname__: function for function in found if function.cache_info().currsize}


def chainrule() -> Contestant:
    return Contestant(lambda: evaluate(PROGRAM, INPUTS), lambda made: [made.value, *made.gradients.values()])


def forgetful() -> Contestant:
    evaluate(PROGRAM, INPUTS)
    tables = memo_tables().values()

    def forget_and_run() -> Any:
        for function in tables:
            function.cache_clear()
        return evaluate(PROGRAM, INPUTS)

    return Contestant(forget_and_run, chainrule().read)


def micrograd() -> Contestant:
    from micrograd.engine import Value

    exp = micrograd_function(math.exp, lambda output: output)

    def evaluated() -> list[Value]:
        leaves = {name: Value(value) for name, value in INPUTS.items()}
        output = eval(EXPLICIT, {"exp": exp, **leaves})  # noqa: S307 - the peer has no other way, the text is ours
        output.backward()
        return [output, *leaves.values()]

    return Contestant(evaluated, lambda values: [values[0].data, *(value.grad for value in values[1:])])


def sympy() -> Contestant:
    from sympy import Symbol
    from sympy.parsing.sympy_parser import parse_expr

    symbols = {name: Symbol(name) for name in NAMES}

    def evaluated() -> list[Any]:
        expression = parse_expr(EXPLICIT, local_dict=symbols)
        derivatives = [expression.diff(symbol) for symbol in symbols.values()]
        return [result.evalf(subs=INPUTS) for result in (expression, *derivatives)]

    return Contestant(evaluated, lambda results: [float(result) for result in results])


def sympy_forgetful() -> Contestant:
    from sympy.core.cache import clear_cache

    evaluated, read = sympy()

    def forget_and_run() -> Any:
        clear_cache()
        return evaluated()

    return Contestant(forget_and_run, read)


CONTESTANTS: Makers = {
    OURS: chainrule,
    FORGETFUL: forgetful,
    "micrograd, eval": micrograd,
    "SymPy": sympy,
    "SymPy, its cache emptied": sympy_forgetful,
}


def stages() -> dict[str, Run]:
    """The work of one cold evaluation, step by step."""
    made = evaluate(PROGRAM, INPUTS)
    shapes = {key: InputShape(given.spelling, given.shape) for key, given in made.inputs.items()}
    program, lowered, tape = made.compiled.program, made.compiled.lowered, made.compiled.tape
    values = {index: INPUTS[key] for key, index in lowered.inputs.items()}
    return {
        "reading: text to syntax": lambda: parse_program(PROGRAM, INPUTS),
        "lowering: syntax to circuit": lambda: lower(program, shapes),
        "recording: circuit to tape": lambda: Tape(lowered.graph),
        "both passes": lambda: run(tape, values),
        f"`ast.parse` of `{EXPLICIT}`": lambda: ast.parse(EXPLICIT),
    }


def section() -> Section:
    """Measure."""
    with nothing_kept():
        times = compare(CONTESTANTS)
    steps = medians(stages())
    names = ", ".join(f"`{name}`" for name in sorted(memo_tables()))
    tables = [
        comparison(CONTESTANTS, times),
        table(("step", "µs"), [(name, number(1e6 * time)) for name, time in steps.items()]),
    ]
    goals = [ahead_of("micrograd, eval", WORK, times), ahead_of("SymPy", WORK, times, 100)]
    return Section("Sigmoid neuron, from the text", TEXT, tables, goals, [WARM.format(tables=names)])


if __name__ == "__main__":
    print(section().markdown())
