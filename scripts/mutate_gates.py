"""Plants small mistakes in the gates' gradients, one at a time, and runs the gates' tests against each.

``python -m scripts.mutate_gates`` writes ``docs/mutants.md`` and ends with exit code 1 if a mistake goes unnoticed.
A mutant is made from the tree of our own source, and its code takes the place of the original's for every caller.
"""

import ast
import copy
import inspect
import sys
import textwrap
import types
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import numpy

from engine import broadcasting
from engine.execution import recording, tape
from engine.gates import GATES, build
from engine.gates.source import helpers_of
from engine.namespaces import symbols
from engine.namespaces.symbols import rule
from tests.engine.gates.case import KINDS
from tests.engine.gates.cases import ROWS
from tests.engine.gates.checks import check_inputs, check_kind, check_shared
from tests.engine.gates.edges import EDGES, check_edge
from tests.engine.gates.test_rules import RULES

REPORT = Path("docs/mutants.md")
ENGINE = "(the passes)"
DRAWS = 4
WHEREABOUTS = ("filled", "picked_axes", "at_ellipsis", "takes", "whole", "inverse")  # helpers that compute no gradient
TURNED = {ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}
JOINS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.BitAnd, ast.BitOr)
# Mutants that are no mistakes, with the reason
CANCELS = "it stands above and below a fraction line"
TWICE = ("minus operand 0 of", "twice operand 0 of")
SPREAD = "`return reduced if axis is None or keepdims else xp.expand_dims(reduced, axis)`"
EXPONENTIALS = "`return xp.exp(x - xp.max(x, axis=axis, keepdims=True))`"
EQUIVALENT = {
    **{(gate, f"spread: {what} {SPREAD}"): CANCELS for gate in ("std", "norm") for what in TWICE},
    **{
        (gate, f"exponentials: {what} {EXPONENTIALS}"): CANCELS
        for gate in ("logsumexp", "log_softmax", "cross_entropy")
        for what in TWICE
    },
}
Function = Callable[..., Any]


class Mutant(NamedTuple):
    """A function, the code that takes its place, and what is wrong with it."""

    function: Function
    code: types.CodeType
    mistake: str


def mutants(function: Function) -> Iterator[Mutant]:
    """One for every small change of the function."""
    original = tree_of(function)
    for place, node in enumerate(ast.walk(original)):
        for what, change in changes(node):
            tree = copy.deepcopy(original)
            changed = list(ast.walk(tree))[place]
            was = ast.unparse(changed)
            Swap(changed, change(changed)).visit(tree)
            yield Mutant(function, compiled(tree), f"{function.__qualname__}: {what} `{was}`")


def unchanged(function: Function) -> Mutant:
    """The function made anew without a mistake, which must not be killed."""
    return Mutant(function, compiled(tree_of(function)), "")


def tree_of(function: Function) -> Any:
    """A function's tree without its annotations."""
    tree: Any = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    tree.returns = None
    for argument in [*tree.args.args, *([tree.args.vararg] if tree.args.vararg else [])]:
        argument.annotation = None
    return tree


class Swap(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """The node, or what takes its place."""
        return self.new if node is self.old else self.generic_visit(node)


def compiled(tree: ast.stmt) -> types.CodeType:
    """The code of a function, taken out of the module's; nothing is executed."""
    module = compile(ast.fix_missing_locations(ast.Module([tree], [])), "<mutant>", "exec")
    return next(constant for constant in module.co_consts if isinstance(constant, types.CodeType))


def changes(node: ast.AST) -> Iterator[tuple[str, Callable[[Any], ast.AST]]]:
    """What can be done to a node: its description, and the new node for the old one."""
    if isinstance(node, ast.Return) and node.value is not None:
        yield from returned(node.value)
    if isinstance(node, ast.BinOp) and isinstance(node.op, JOINS):
        yield "the right of", lambda n: n.right
        yield "the left of", lambda n: n.left
    if is_call(node, "xp.where"):
        yield "always the first of", lambda n: n.args[1]
        yield "always the second of", lambda n: n.args[2]
    if isinstance(node, ast.Compare) and type(node.ops[0]) in TURNED:
        yield "the edge of", turned
    if isinstance(node, ast.Expr) and is_call(node.value, "xp.add.at"):
        yield "no accumulation in", assignment


def returned(value: ast.expr) -> Iterator[tuple[str, Callable[[Any], ast.AST]]]:
    """Sign, factor and order of what is returned, which is a tuple where there are several operands."""
    entries = value.elts if isinstance(value, ast.Tuple) else [value]
    numbers = [k for k, entry in enumerate(entries) if not isinstance(entry, ast.Starred) and not is_nothing(entry)]
    for k in numbers:
        yield f"minus operand {k} of", lambda n, k=k: scaled(n, k, -1)
        yield f"twice operand {k} of", lambda n, k=k: scaled(n, k, 2)
    if len({ast.unparse(entries[k]) for k in numbers}) > 1:
        yield "swapped operands of", lambda n: ast.Return(ast.Tuple([*n.value.elts[1:], n.value.elts[0]], ast.Load()))


def scaled(statement: ast.Return, k: int, factor: int) -> ast.Return:
    """The same with one entry multiplied; what is no tuple as written may turn out to be one, and all of it is."""
    value = statement.value
    if not isinstance(value, ast.Tuple):
        every = (
            f"[None if g is None else {factor} * g for g in sent] if type(sent) in (list, tuple) else {factor} * sent"
        )
        return ast.Return(ast.Call(expression(f"lambda sent: {every}"), [value], []))
    entries = list(value.elts)
    entries[k] = ast.BinOp(ast.Constant(factor), ast.Mult(), entries[k])
    return ast.Return(ast.Tuple(entries, ast.Load()))


def expression(text: str) -> ast.expr:
    """An expression's tree."""
    return ast.parse(text, mode="eval").body


def turned(node: ast.Compare) -> ast.Compare:
    """The comparison with its edge on the other side; ``==`` as ``!=``."""
    return ast.Compare(node.left, [TURNED[type(op)]() for op in node.ops], node.comparators)


def assignment(node: Any) -> ast.Assign:
    """``array[places] = numbers`` for ``xp.add.at(array, places, numbers)``."""
    array, places, numbers = node.value.args
    return ast.Assign([ast.Subscript(array, places, ast.Store())], numbers)


def is_call(node: ast.AST, function: str) -> bool:
    """Whether the node calls the function of this name."""
    return isinstance(node, ast.Call) and ast.unparse(node.func) == function


def is_nothing(node: ast.expr) -> bool:
    """Whether an entry is ``None``, or 0 whatever it is multiplied by."""
    return (isinstance(node, ast.Constant) and node.value is None) or is_call(node, "xp.zeros_like")


def all_mutants(name: str) -> Iterator[Mutant]:
    """Those of every backward formula of a gate and of its helpers; for the engine, of what joins the gates."""
    if name == ENGINE:
        yield Mutant(tape._add, (lambda a, b: b).__code__, "the first wire's gradient is lost at a fan-out")
        yield Mutant(tape._add, (lambda a, b: a).__code__, "the last wire's gradient is lost at a fan-out")
        yield Mutant(broadcasting.unbroadcast, (lambda gradient, shape: gradient).__code__, "no unbroadcast")
        return
    classes = {type(case.gate.specialised(case.literals) if case.literals else case.gate) for case in ROWS[name]}
    formulas = list(dict.fromkeys(gate.backward for gate in sorted(classes, key=lambda gate: gate.__name__)))
    helpers = [helper for formula in formulas for helper in helpers_of(formula) if helper.__name__ not in WHEREABOUTS]
    for function in dict.fromkeys([*formulas, *helpers]):
        yield from mutants(function)


def check(name: str) -> None:
    """A part of the gate's tests that takes a moment; raises what they raise."""
    for case in ROWS[name]:
        for kind in KINDS:
            check_kind(case, kind)
        check_shared(case)
        for seed in range(DRAWS if case.points else 0):
            check_inputs(case, case.drawn(case.points, seed), seed)
    for row in EDGES:
        if row.gate.name == name:
            check_edge(row)
    slots = len(RULES[name])
    assert [rule(build(name), slot, {}, slots) for slot in range(slots)] == RULES[name]


def is_killed(mutant: Mutant, names: list[str]) -> bool:
    """Whether the tests fail while the mutant is in place."""
    original = mutant.function.__code__
    mutant.function.__code__ = mutant.code
    forget()
    try:
        for name in names:
            check(name)
    except Exception:  # whatever the mistake led to
        return True
    finally:
        mutant.function.__code__ = original
        forget()
    return False


def forget() -> None:
    """Drop the formulas that were recorded before a mutant came or went."""
    for function in (recording.recorded_forward, recording.recorded_backward, symbols._rule, symbols._derivatives):
        function.cache_clear()


def survivors(name: str) -> tuple[str, int, list[str]]:
    """The gate, how many mutants it has, and the mistakes that went unnoticed."""
    names = ["add", "multiply", "maximum"] if name == ENGINE else [name]
    with numpy.errstate(all="ignore"):
        made = [mutant for mutant in all_mutants(name) if (name, mutant.mistake) not in EQUIVALENT]
        for function in dict.fromkeys(mutant.function for mutant in made):
            assert not is_killed(unchanged(function), names), f"{function} is killed without a mistake"
        return name, len(made), [mutant.mistake for mutant in made if not is_killed(mutant, names)]


def report(rows: list[tuple[str, int, list[str]]]) -> str:
    """The page: a table, and below it what survived and what is no mistake."""
    total, left = sum(made for _, made, _ in rows), sum(len(alive) for _, _, alive in rows)
    lines = [
        "# Mutants",
        "",
        "Written by `.venv/bin/python -m scripts.mutate_gates`. Each mutant is one small mistake in the gradient of a",
        "gate or in what joins the gates: a turned sign, a factor of 2, operands swapped, a term, a factor or one side",
        "of a choice left out, the edge of a comparison moved, no accumulation, no unbroadcast. A mutant is killed if",
        "a fast part of the gates' tests fails. Mutants that change no result are listed below and not counted.",
        "",
        f"{total} mutants, {total - left} killed, {left} survivors.",
        "",
        "| gate | mutants | killed | survivors |",
        "|---|---:|---:|---|",
        *(f"| {name} | {made} | {made - len(alive)} | {'; '.join(alive) or '–'} |" for name, made, alive in rows),
        "",
        "| no mistake | because |",
        "|---|---|",
        *(f"| {gate}: {mistake} | {reason} |" for (gate, mistake), reason in EQUIVALENT.items()),
        "",
    ]
    return "\n".join(lines)


def main() -> int:
    """Write the report; 1 if a mutant survives."""
    with ProcessPoolExecutor(2) as pool:
        rows = list(pool.map(survivors, [*GATES, ENGINE]))
    REPORT.write_text(report(rows), encoding="utf-8")
    alive = [mistake for _, _, mistakes in rows for mistake in mistakes]
    print(f"{sum(made for _, made, _ in rows)} mutants, {len(alive)} survivors", *alive, sep="\n")
    return bool(alive)


if __name__ == "__main__":
    sys.exit(main())
