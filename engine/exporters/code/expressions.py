"""Expressions of a program text: operators and calls on them write code, and compute what it will compute.

A gate's own formula, run on these, gives the lines that a student would write for it. Equal expressions are one object,
so that what a formula uses twice gets a line of its own.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any

from engine.exporters.code.literals import number

CHOICE, COMPARISON, BOTH, SUM, PRODUCT, SIGN, POWER, ATOM = range(8)  # how tightly Python's operators bind
DEEPEST = 8  # operations within one another that a line has
SHORTEST = 12  # characters from which on an expression that is used twice gets a line
Part = tuple["Written", int]  # an operand, and how tightly it must bind to go without parentheses


class Written:
    """A piece of code and its value. ``form`` is a format string with a field for each of ``parts``."""

    __slots__ = ("depth", "form", "is_number", "level", "parts", "sheet", "value")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, sheet: Sheet, form: str, parts: tuple[Part, ...], level: int, value: Any) -> None:
        self.sheet, self.form, self.parts, self.level, self.value = sheet, form, parts, level, value
        depth: int = max((part.depth for part, _ in parts), default=-1) + 1
        self.depth: int = 0 if depth > DEEPEST else depth  # one that lies too deep gets a line and a name
        self.is_number = False

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the value; () for a number."""
        return getattr(self.value, "shape", ())

    def __getitem__(self, key: Any) -> Written:
        return self.sheet.picked(self, key if isinstance(key, tuple) else (key,))

    def __neg__(self) -> Written:
        return self.sheet.operation("-{}", ((self, SIGN),), SIGN, operator.neg)


def _binary(symbol: str, level: int, left: int, right: int, function: Callable[[Any, Any], Any]) -> tuple[Any, Any]:
    """The operator, and the same with its operands turned round."""
    form = f"{{}} {symbol} {{}}"

    def write(self: Written, other: Any) -> Written:
        parts = ((self, left), (self.sheet.written(other), right))
        return self.sheet.operation(form, parts, level, function)

    def reflected(self: Written, other: Any) -> Written:
        return write(self.sheet.written(other), self)  # type: ignore[no-any-return, unused-ignore]

    return write, reflected


for _name, _row in {
    "add": ("+", SUM, SUM, PRODUCT),
    "sub": ("-", SUM, SUM, PRODUCT),
    "mul": ("*", PRODUCT, PRODUCT, SIGN),
    "truediv": ("/", PRODUCT, PRODUCT, SIGN),
    "matmul": ("@", PRODUCT, PRODUCT, SIGN),
    "pow": ("**", POWER, ATOM, SIGN),
    "gt": (">", COMPARISON, BOTH, BOTH),
    "ge": (">=", COMPARISON, BOTH, BOTH),
    "lt": ("<", COMPARISON, BOTH, BOTH),
    "le": ("<=", COMPARISON, BOTH, BOTH),
    "eq": ("==", COMPARISON, BOTH, BOTH),
    "ne": ("!=", COMPARISON, BOTH, BOTH),
    "and_": ("&", BOTH, BOTH, SUM),
}.items():
    _plain, _turned = _binary(*_row, getattr(operator, _name))
    setattr(Written, f"__{_name.rstrip('_')}__", _plain)
    if _row[1] not in (COMPARISON, BOTH):
        setattr(Written, f"__r{_name}__", _turned)


class Sheet:
    """The expressions of one formula. ``folds``: whether operations on plain numbers are done at once."""

    def __init__(self, library: str, folds: bool = False) -> None:
        self.library = library
        self.folds = folds
        self.known: dict[Any, Written] = {}

    def name(self, text: str, value: Any) -> Written:
        """A variable."""
        return self._once(text, (), ATOM, lambda: value)

    def literal(self, value: float) -> Written:
        """A number."""
        text = number(value, self.library)
        found = self._once(text, (), PRODUCT if text.startswith("-") else ATOM, lambda: value)
        found.is_number = True
        return found

    def written(self, value: Any) -> Written:
        """The expression itself; a number becomes one."""
        return value if isinstance(value, Written) else self.literal(value)

    def operation(self, form: str, parts: tuple[Part, ...], level: int, function: Callable[..., Any]) -> Written:
        """What ``function`` gives, written by ``form``."""
        if self.folds and parts and all(part.is_number for part, _ in parts):
            return self.literal(_computed(function, parts))
        return self._once(form, parts, level, lambda: _computed(function, parts))

    def picked(self, array: Written, key: tuple[Any, ...]) -> Written:
        """``array[key]``, where parts of the key may be expressions."""
        form, places = key_form(key)
        bare = "np.float64({})" if type(array.value) is float else "{}"  # a plain number has no axes to add to
        parts = ((array, ATOM), *((place, CHOICE) for place in places))
        return self.operation(f"{bare}[{form}]", parts, ATOM, lambda x, *found: _entries(x, filled(key, found)))

    def _once(self, form: str, parts: tuple[Part, ...], level: int, value: Callable[[], Any]) -> Written:
        key = (form, *(id(part) for part, _ in parts))
        if key not in self.known:
            self.known[key] = Written(self, form, parts, level, value())
        return self.known[key]


def _entries(x: Any, key: tuple[Any, ...]) -> Any:
    import numpy

    return numpy.asarray(x)[key] if type(x) is float else x[key]


def _computed(function: Callable[..., Any], parts: tuple[Part, ...]) -> Any:
    value = function(*(part.value for part, _ in parts))
    if isinstance(value, complex):  # Python's answer to (-8) ** (1 / 3)
        raise ArithmeticError
    return value


def key_form(key: tuple[Any, ...]) -> tuple[str, list[Written]]:
    """A key as a format string, and the expressions for its fields."""
    texts = ["{}" if isinstance(part, Written) else _key_part(part) for part in key]
    return ", ".join(texts), [part for part in key if isinstance(part, Written)]


def _key_part(part: Any) -> str:
    if not isinstance(part, slice):
        return "..." if part is ... else repr(part)
    start, stop, step = ("" if bound is None else str(bound) for bound in (part.start, part.stop, part.step))
    return f"{start}:{stop}:{step}" if step else f"{start}:{stop}"


def filled(key: tuple[Any, ...], found: Sequence[Any]) -> tuple[Any, ...]:
    """The key with values for its expressions."""
    values = iter(found)
    return tuple(next(values) if isinstance(part, Written) else part for part in key)


def lines(results: Sequence[Written], name: str) -> tuple[list[tuple[str, str]], list[str]]:
    """What has to be assigned first, as names and texts, and then the text of each result.

    ``name`` is the name of the first of them; the others are numbered.
    """
    uses = _uses(results)
    printer = _Printer()
    assigned: list[tuple[str, str]] = []
    for node in _in_order(results, uses):
        if not node.parts or (uses[id(node)] < 2 and node.depth):
            continue
        text = printer.text(node)
        if node.depth == 0 or len(text) >= SHORTEST:
            printer.names[id(node)] = f"{name}{len(assigned) + 1}"
            assigned.append((printer.names[id(node)], text))
    return assigned, [printer.text(result) for result in results]


def text(result: Written) -> str:
    """The expression in one piece."""
    return _Printer().text(result)


def _uses(results: Sequence[Written]) -> dict[int, int]:
    """How often each expression stands in the results, and in what they are made of."""
    uses: dict[int, int] = {}
    stack = list(results)
    while stack:
        node = stack.pop()
        uses[id(node)] = uses.get(id(node), 0) + 1
        if uses[id(node)] == 1:
            stack.extend(part for part, _ in node.parts)
    return uses


def _in_order(results: Sequence[Written], uses: dict[int, int]) -> list[Written]:
    """What the results are made of, operands first; a result itself only where another needs it too."""
    ends = {id(result) for result in results}
    sheet = results[0].sheet if results else None
    known = sheet.known.values() if sheet else ()
    return [node for node in known if id(node) in uses and (id(node) not in ends or uses[id(node)] > 1)]


class _Printer:
    """Prints expressions, with names for those that have one."""

    def __init__(self) -> None:
        self.names: dict[int, str] = {}

    def text(self, node: Written, level: int = CHOICE) -> str:
        """The expression, in parentheses where it binds less tightly than ``level``."""
        if id(node) in self.names:
            return self.names[id(node)]
        if not node.parts:
            return f"({node.form})" if node.level < level else node.form
        text = node.form.format(*[self.text(part, needed) for part, needed in node.parts])
        return f"({text})" if node.level < level else text
