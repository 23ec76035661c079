"""The namespace of symbols: a gate's own formulas, run on names, print the rule that is shown.

The local derivative of an elementwise gate is its backward formula with an upstream gradient of 1. For a gate that
mixes, reduces or rearranges, what is shown is the vector-Jacobian product, with ``δ`` for the upstream gradient.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar, Protocol

from engine.namespaces import terms
from engine.namespaces.latex import MANY, symbolic, template
from engine.namespaces.scalars import Scalars
from engine.namespaces.substitution import Substitution
from engine.namespaces.terms import ONE, Term, same, term, untied

LETTERS = "abcdefghijklmnopqrstuvwxyz"
AXES = 32  # more than any gate asks for
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

    pi: Any = Term("name", (r"\pi", -1))
    exp: Any = staticmethod(lambda x: terms.power(E, term(x)))
    log: Any = staticmethod(lambda x: ONE if same(term(x), E) else Term("call", (r"\log", term(x))))
    log2: Any = call(r"\log_{2}")
    log10: Any = call(r"\log_{10}")
    log1p: Any = staticmethod(lambda x: Symbols.log(1 + x))
    expm1: Any = staticmethod(lambda x: Symbols.exp(x) - 1)
    logaddexp: Any = staticmethod(lambda a, b: Symbols.log(Symbols.exp(a) + Symbols.exp(b)))
    sqrt: Any = fence(r"\sqrt{", "}")
    cbrt: Any = fence(r"\sqrt[3]{", "}")
    sin: Any = call(r"\sin")
    cos: Any = call(r"\cos")
    tan: Any = call(r"\tan")
    arcsin: Any = call(r"\arcsin")
    arccos: Any = call(r"\arccos")
    arctan: Any = call(r"\arctan")
    sinh: Any = call(r"\sinh")
    cosh: Any = call(r"\cosh")
    tanh: Any = call(r"\tanh")
    erfc: Any = staticmethod(lambda x: 1 + Term("call", (r"\operatorname{erf}", -x)))
    abs: Any = fence("|", "|")
    sign: Any = call(r"\operatorname{sign}")
    floor: Any = fence(r"\lfloor ", r" \rfloor")
    ceil: Any = fence(r"\lceil ", r" \rceil")
    round: Any = fence(r"\operatorname{round}(", ")")
    maximum: Any = staticmethod(lambda a, b: _flat(r"\max", a, b))
    minimum: Any = staticmethod(lambda a, b: _flat(r"\min", a, b))
    power: Any = staticmethod(lambda a, b: terms.power(term(a), term(b)))
    where: Any = staticmethod(terms.where)
    zeros_like: Any = staticmethod(lambda x: term(0))
    softmax: Any = fence(r"\operatorname{softmax}(", ")")


class ArraySymbols(Symbols):
    """Arrays, written as matrices."""

    sum: Any = fence(r"\sum ", "")
    mean: Any = fence(r"\operatorname{mean}(", ")")
    max: Any = fence(r"\max(", ")")
    min: Any = fence(r"\min(", ")")
    prod: Any = fence(r"\prod ", "")
    product_of_others: Any = staticmethod(lambda x, _: Term("fence", (r"\prod_{j \ne i} ", x, "_{j}")))
    stack: Any = staticmethod(lambda entries, axis=0: Term("call", ("", *entries)))
    concatenate = stack
    transpose: Any = staticmethod(lambda a, axes=None: Term("suffix", (a, _transposed(axes))))
    swapaxes: Any = suffix(r"^{\top}")
    matmul: Any = staticmethod(lambda a, b: Term("product", (a, b)))
    dot = matmul
    inner: Any = staticmethod(lambda a, b: Term("product", (a, ArraySymbols.transpose(b))))
    outer = inner
    ndim: Any = staticmethod(lambda x: 2)
    size: Any = staticmethod(lambda x: 1 if x.kind == "fence" else Term("name", ("n", -1)))  # a fence: reduced
    broadcast_to: Any = staticmethod(lambda a, shape: Term("product", (a, Term("name", (r"\mathbf{1}", -1)))))
    shape: Any = staticmethod(lambda x: (1,) * AXES)
    reshape: Any = staticmethod(lambda a, shape: _reshaped(a))
    ravel: Any = staticmethod(lambda a: a)
    moveaxis: Any = staticmethod(lambda a, axis, place: a)
    split: Any = staticmethod(lambda a, places, axis: [a[k] for k in range(len(places) + 1)])
    tensordot: Any = staticmethod(lambda a, b, axes: ArraySymbols.matmul(_turned(a, axes[0]), b))
    arange: Any = staticmethod(lambda count: Term("name", ("j", -1)))
    take_along_axis: Any = staticmethod(lambda x, places, axis: x[symbolic(term(places))])
    whole: Any = staticmethod(lambda numbers: term(numbers))
    put_back: Any = staticmethod(lambda sent, key, indices: Term("product", (_selection(key, indices), sent)))


def _reshaped(a: Term) -> Term:
    """A name says that it is reshaped; a product and a part have the shape that they need."""
    return Term("fence", (r"\operatorname{reshape}(", a, ")")) if a.kind == "name" else a


def _turned(a: Term, axes: Sequence[int]) -> Term:
    """A matrix whose last axis is the one that is summed over."""
    return a if axes[0] else Term("suffix", (a, _transposed(None)))


def _transposed(axes: Sequence[int] | None) -> str:
    """The mark of a transpose, with the new order of the axes unless it is simply the reverse."""
    is_reverse = axes is None or list(axes) == list(range(len(axes)))[::-1]
    return r"^{\top}" if is_reverse else rf"^{{\top({', '.join(map(str, axes or ()))})}}"


def _selection(key: Sequence[Any], indices: Sequence[Any]) -> Term:
    """The matrix that picks what a key picks, transposed: it puts back."""
    names = iter([symbolic(term(index)) for index in indices])
    parts = [_part(part, names) for part in key]
    return Term("suffix", (Term("name", ("S", -1)), rf"_{{[{', '.join(parts)}]}}^{{\top}}"))


def _part(part: Any, names: Iterator[str]) -> str:
    if part is None or part is ...:
        return r"\dots" if part is ... else r"\mathrm{None}"
    if not isinstance(part, slice):
        return next(names, "i") if isinstance(part, str) else str(part)
    bounds = [part.start, part.stop] + ([] if part.step is None else [part.step])
    return "{:}".join("" if bound is None else str(bound) for bound in bounds)


def _flat(function: str, a: Any, b: Any) -> Term:
    """``max(a, b, c)`` for ``max(max(a, b), c)``."""
    first, second = term(a), term(b)
    operands = first.parts[1:] if first.kind == "call" and first.parts[0] == function else (first,)
    return Term("call", (function, *operands, second))


def rule(
    gate: Formulas, slot: int, literals: Mapping[int, float] | None = None, operands: int = 0, scalar: bool = False
) -> str:
    """The derivative by the operand in ``slot``, as LaTeX, with a letter for each operand: a, b, c; x for a single one.

    ``literals`` are the absorbed constants by slot; ``operands`` counts the slots of a gate that takes any number.
    ``scalar`` says that all operands of a gate that mixes, reduces or rearranges are single numbers.
    """
    return _rule(gate, slot, tuple((literals or {}).items()), operands, scalar)


def named_rules(gate: Formulas) -> list[str]:
    """The derivative by each operand, with the operands called as in the gate's formula: x, low, high."""
    return [symbolic(derivative) for derivative in _derivatives(gate, (), 0, False, True)]


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
def _derivatives(
    gate: Formulas, literals: Literals, operands: int, scalar: bool, named: bool = False
) -> tuple[Term, ...]:
    """What the gate's backward formula sends to each operand, run on names."""
    names = _operands(gate, dict(literals), operands, named)
    local = gate.family == "elementwise" or (scalar and gate.shape(*[()] * len(names)) == ())
    xp, upstream = (Symbols, ONE) if local else (ArraySymbols, DELTA)
    sent = gate.backward(xp, upstream, _output(gate, xp, names), *names)
    return tuple(term(0 if gradient is None else gradient) for gradient in (sent if len(names) > 1 else (sent,)))


def _output(gate: Formulas, xp: Any, names: Sequence[Term]) -> Term:
    notation: tuple[str, str] | None = getattr(gate, "notation", None)
    if notation is None:
        return term(gate.forward(xp, *names))
    return Term("fence", (notation[0], names[0], notation[1]))


def _operands(gate: Formulas, literals: Mapping[int, float], operands: int, named: bool) -> list[Term]:
    """A letter for each slot, or the name by which the formula calls it; ``x`` for a single one beside constants."""
    parameters = list(inspect.signature(gate.backward).parameters.values())[3:]
    own = [p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    count = max(operands, len(own), 1)
    names = [LETTERS[k] if k < len(LETTERS) else f"x_{{{k}}}" for k in range(count)]
    if named or count == 1:
        names[: len(own)] = [name if len(name) == 1 else rf"\mathrm{{{name}}}" for name in own]
    if len(literals) == count - 1:
        names = ["x"] * count
    return [term(literals[k]) if k in literals else Term("name", (names[k], k)) for k in range(count)]
