"""The namespace of symbols: a gate's own formulas, run on names, print the rule that is shown.

The local derivative of an elementwise gate is its backward formula with an upstream gradient of 1. For a gate that
mixes, reduces or rearranges, what is shown is the vector-Jacobian product, with ``δ`` for the upstream gradient.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar, Protocol

from engine.namespaces import terms
from engine.namespaces.latex import MANY, symbolic, template
from engine.namespaces.scalars import Scalars
from engine.namespaces.substitution import Substitution
from engine.namespaces.terms import ONE, Term, same, term, untied

LETTERS = "abcdefghijklmnopqrstuvwxyz"
E, DELTA = term(math.e), Term("name", (r"\delta", -1))
Literals = tuple[tuple[int, float], ...]


class Formulas(Hashable, Protocol):
    """What is needed of a gate: its formulas, what kind it is and the shape of its output."""

    family: ClassVar[Any]
    pattern: ClassVar[Any]

    def shape(self, *operands: tuple[int, ...]) -> tuple[int, ...]: ...
    def forward(self, xp: Any, *operands: Any) -> Any: ...
    def backward(self, xp: Any, upstream: Any, output: Any, *operands: Any) -> Any: ...


def call(function: str) -> Any:
    """A function written with its operands in parentheses."""
    return staticmethod(lambda *operands: Term("call", (function, *map(term, operands))))


def fence(before: str, after: str) -> Any:
    """A function written around its operand, for which further arguments say nothing."""
    return staticmethod(lambda a, *_, **__: Term("fence", (before, term(a), after)))


def suffix(after: str) -> Any:
    """A function written behind its operand."""
    return staticmethod(lambda a, *_: Term("suffix", (a, after)))


class Symbols(Scalars):
    """Single numbers: as in :class:`Scalars`, array functions see the only element of an array."""

    exp: Any = staticmethod(lambda x: terms.power(E, x))
    log: Any = staticmethod(lambda x: ONE if same(x, E) else Term("call", (r"\log", x)))
    sqrt: Any = fence(r"\sqrt{", "}")
    sin: Any = call(r"\sin")
    cos: Any = call(r"\cos")
    tanh: Any = call(r"\tanh")
    abs: Any = fence("|", "|")
    sign: Any = call(r"\operatorname{sign}")
    maximum: Any = staticmethod(lambda a, b: _flat(r"\max", a, b))
    minimum: Any = staticmethod(lambda a, b: _flat(r"\min", a, b))
    power: Any = staticmethod(lambda a, b: terms.power(term(a), term(b)))
    where: Any = staticmethod(terms.where)
    zeros_like: Any = staticmethod(lambda x: term(0))


class ArraySymbols(Symbols):
    """Arrays, written as matrices."""

    sum: Any = fence(r"\sum ", "")
    mean: Any = fence(r"\operatorname{mean}(", ")")
    max: Any = fence(r"\max(", ")")
    min: Any = fence(r"\min(", ")")
    stack: Any = staticmethod(lambda entries: Term("call", ("", *entries)))
    transpose: Any = suffix(r"^{\top}")
    swapaxes: Any = suffix(r"^{\top}")
    matmul: Any = staticmethod(lambda a, b: Term("product", (a, b)))
    dot = matmul
    ndim: Any = staticmethod(lambda x: 2)
    size: Any = staticmethod(lambda x: Term("name", ("n", -1)) if x.kind == "name" else 1)
    broadcast_to: Any = staticmethod(lambda a, shape: Term("product", (a, Term("name", (r"\mathbf{1}", -1)))))


def _flat(function: str, a: Any, b: Any) -> Term:
    """``max(a, b, c)`` for ``max(max(a, b), c)``."""
    first, second = term(a), term(b)
    operands = first.parts[1:] if first.kind == "call" and first.parts[0] == function else (first,)
    return Term("call", (function, *operands, second))


def rule(
    gate: Formulas, slot: int, literals: Mapping[int, float] | None = None, operands: int = 0, scalar: bool = False
) -> str:
    """The derivative by the operand in ``slot``, as LaTeX.

    ``literals`` are the absorbed constants by slot; ``operands`` counts the slots of a gate that takes any number.
    ``scalar`` says that all operands of a gate that mixes, reduces or rearranges are single numbers.
    """
    return _rule(gate, slot, tuple((literals or {}).items()), operands, scalar)


def substituted(gate: Formulas, slot: int, numbers: Sequence[Any], literals: Mapping[int, float] | None = None) -> str:
    """The same with the operands' values put in, one for each slot; the rule itself for arrays and many operands."""
    if len(numbers) > MANY or not all(isinstance(number, float) for number in numbers):
        return rule(gate, slot, literals, len(numbers))
    return substitution(gate, slot, tuple((literals or {}).items()), len(numbers), ties(gate, numbers))(numbers)


def ties(gate: Any, numbers: Sequence[float]) -> int:
    """How many operands a router chooses together; 1 for every other gate."""
    if gate.pattern != "router" or len(set(numbers)) == len(numbers):
        return 1
    return numbers.count(gate.forward(Scalars, *numbers))


@lru_cache(maxsize=4096)
def _rule(gate: Formulas, slot: int, literals: Literals, operands: int, scalar: bool) -> str:
    return symbolic(_derivatives(gate, literals, operands, scalar)[slot])


@lru_cache(maxsize=4096)
def substitution(gate: Formulas, slot: int, literals: Literals, operands: int, tied: int) -> Substitution:
    """The rule by the operand in ``slot``, ready for the numbers; ``tied`` operands are chosen together."""
    derivative = _derivatives(gate, literals, operands, True)[slot]
    return Substitution(template(derivative if tied > 1 else untied(derivative), tied))


@lru_cache(maxsize=256)
def _derivatives(gate: Formulas, literals: Literals, operands: int, scalar: bool) -> tuple[Term, ...]:
    """What the gate's backward formula sends to each operand, run on names."""
    names = _operands(gate, dict(literals), operands)
    local = gate.family == "elementwise" or (scalar and gate.shape(*[()] * len(names)) == ())
    xp, upstream = (Symbols, ONE) if local else (ArraySymbols, DELTA)
    sent = gate.backward(xp, upstream, _output(gate, xp, names), *names)
    return tuple(term(0 if gradient is None else gradient) for gradient in (sent if len(names) > 1 else (sent,)))


def _output(gate: Formulas, xp: Any, names: Sequence[Term]) -> Term:
    notation: tuple[str, str] | None = getattr(gate, "notation", None)
    if notation is None:
        return term(gate.forward(xp, *names))
    return Term("fence", (notation[0], names[0], notation[1]))


def _operands(gate: Formulas, literals: Mapping[int, float], operands: int) -> list[Term]:
    """A name for each slot, as the backward formula calls it; ``x`` for a single one beside constants."""
    parameters = list(inspect.signature(gate.backward).parameters.values())[3:]
    named = [p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    count = max(operands, len(named), 1)
    named += [LETTERS[k] if k < len(LETTERS) else f"x_{{{k}}}" for k in range(len(named), count)]
    if len(literals) == count - 1:
        named = ["x"] * count
    return [term(literals[k]) if k in literals else Term("name", (named[k], k)) for k in range(count)]
