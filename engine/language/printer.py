"""Abstract syntax back to text: canonical, with every product visible, so that it reads as the same circuit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from engine.language.operators import BINDING, COMPARE, NEGATE, POWER
from engine.language.syntax import (
    Array,
    Assignment,
    Bars,
    Binary,
    Call,
    Constant,
    Definition,
    Expression,
    Index,
    Name,
    Negative,
    Number,
    Parameter,
    Program,
    Slice,
    Statement,
    Tuple,
    Unpacking,
    children,
    roots,
    walk,
)  # fmt: skip

ATOM = POWER + 1
Parts = list["str | Expression"]
SPACED = frozenset(("+", "-", "@", ">", ">=", "<", "<=", "==", "!="))
BAR_FUNCTIONS = {"abs": "abs", "norm": "norm", "squared_norm": "l2", "l1": "l1"}
BAR_SIGNS = {"abs": ("|", "|"), "norm": ("||", "||"), "squared_norm": ("||", "||^2"), "l1": ("||", "||_1")}
INDENT = "    "
SUBMODULES = {"randn": "random.", "rand": "random.", "norm": "linalg."}  # of NumPy
ATTRIBUTES = {"transpose": ".T", "shape": ".shape"}


def canonical_text(program: Program) -> str:
    """The program as text in which every product, and nothing else, has been added."""
    printer = _TextPrinter(program)
    return "\n".join(printer.statement(statement) for statement in program.statements)


def binding_power(expression: Expression) -> int:
    """How tightly the outermost operation of an expression binds; atoms bind tightest."""
    if isinstance(expression, Binary):
        return BINDING[expression.operator]
    if isinstance(expression, Bars) and expression.kind == "squared_norm":
        return POWER
    negative = isinstance(expression, Negative) or (isinstance(expression, Number) and expression.text[0] == "-")
    return NEGATE if negative else ATOM


def assemble(root: Expression, parts_of: Callable[[Expression], Sequence[str | Expression]]) -> str:
    """Join the parts of an expression and of its parts, left to right, without recursion."""
    pieces: list[str] = []
    stack: list[str | Expression] = [root]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            pieces.append(part)
        else:
            stack.extend(reversed(parts_of(part)))
    return "".join(pieces)


def joined(separator: str, items: Sequence[Expression]) -> Parts:
    """The items with a separator between them."""
    parts: Parts = []
    for index, item in enumerate(items):
        parts += [separator, item] if index else [item]
    return parts


def slice_parts(expression: Slice) -> Parts:
    """``start:stop:step`` with whatever of it was written."""
    bounds: list[Parts] = [[bound] if bound else [] for bound in (expression.start, expression.stop)]
    step: Parts = [":", expression.step] if expression.step else []
    return [*bounds[0], ":", *bounds[1], *step]


def holding_bars(root: Expression) -> set[int]:
    """The ids of all parts that hold bars below them: bars around these could not be told apart."""
    found: set[int] = set()
    for part in reversed(list(walk(root))):
        if any(isinstance(child, Bars) or id(child) in found for child in children(part)):
            found.add(id(part))
    return found


class _TextPrinter:
    def __init__(self, program: Program) -> None:
        self.spellings = program.spellings
        self.own = {s.key: s.spelling for s in program.statements if isinstance(s, Definition)}
        self.holding: set[int] = set()

    def statement(self, statement: Statement) -> str:
        """One statement; a function with local names, or with defaults, as Python writes it."""
        self.holding = set().union(*map(holding_bars, roots(statement)))
        if isinstance(statement, Definition):
            return self._definition(statement)
        text = self._text(statement.value)
        if isinstance(statement, Unpacking):
            return f"{', '.join(target.spelling for target in statement.targets)} = {text}"
        return f"{statement.spelling} = {text}" if isinstance(statement, Assignment) else text

    def _definition(self, definition: Definition) -> str:
        parameters = ", ".join(map(self._parameter, definition.parameters))
        head, body = f"{definition.spelling}({parameters})", self._text(definition.body)
        is_plain = definition.parameters and not any(p.default for p in definition.parameters)
        if is_plain and not definition.statements:
            return f"{head} = {body}"
        lines = [self.statement(local) for local in definition.statements]
        return "\n".join([f"def {head}:", *(INDENT + line for line in (*lines, f"return {body}"))])

    def _parameter(self, parameter: Parameter) -> str:
        return parameter.spelling + (f"={self._text(parameter.default)}" if parameter.default else "")

    def _text(self, root: Expression) -> str:
        return assemble(root, self.parts)

    def parts(self, expression: Expression) -> Parts:
        """The text of an expression, its parts still to be written."""
        return WRITTEN[type(expression)](self, expression)

    def _number(self, expression: Number) -> Parts:
        return [expression.text]

    def _name(self, expression: Name) -> Parts:
        return [self.spellings[expression.key]]

    def _constant(self, expression: Constant) -> Parts:
        return ["..." if expression.value is ... else str(expression.value)]

    def _negative(self, expression: Negative) -> Parts:
        inside = ATOM + 1 if isinstance(expression.operand, Number) else NEGATE
        return ["-", *self._within(expression.operand, inside)]

    def _array(self, expression: Array) -> Parts:
        return ["[", *joined(", ", expression.items), "]"]

    def _tuple(self, expression: Tuple) -> Parts:
        return ["(", *joined(", ", expression.items), "," if len(expression.items) == 1 else "", ")"]

    def _index(self, expression: Index) -> Parts:
        return [*self._within(expression.operand, ATOM), "[", *joined(", ", expression.items), "]"]

    def _slice(self, expression: Slice) -> Parts:
        return slice_parts(expression)

    def _within(self, expression: Expression, power: int) -> Parts:
        """The expression, in brackets if it binds less tightly than ``power``."""
        return ["(", expression, ")"] if binding_power(expression) < power else [expression]

    def _binary(self, expression: Binary) -> Parts:
        power, sign = BINDING[expression.operator], expression.operator
        if sign == "^":
            return [*self._within(expression.left, ATOM), "^", *self._within(expression.right, POWER)]
        left_power = ATOM if self._doubtful(expression) else power + (power == COMPARE)
        middle = f" {sign} " if sign in SPACED else sign
        return [*self._within(expression.left, left_power), middle, *self._within(expression.right, power + 1)]

    def _doubtful(self, expression: Binary) -> bool:
        """Whether to bracket ``a/b`` in front of a product, so that nobody is misled."""
        return expression.operator == "·" and isinstance(expression.left, Binary) and expression.left.operator == "/"

    def _call(self, expression: Call) -> Parts:
        if self._is_attribute(expression):
            return [*self._within(expression.arguments[0], ATOM), ATTRIBUTES[expression.function]]
        keywords: Parts = []
        for name, value in expression.keywords:
            keywords += [", " if keywords or expression.arguments else "", f"{name}=", value]
        name = self.own.get(expression.function, expression.function)
        prefix = f"np.{SUBMODULES.get(name, '')}" if expression.qualified else ""
        return [f"{prefix}{name}(", *joined(", ", expression.arguments), *keywords, ")"]

    def _is_attribute(self, expression: Call) -> bool:
        """Whether a call is written as ``x.T`` or ``x.shape``; behind a number the dot would be its decimal point."""
        arguments = expression.arguments
        is_plain = len(arguments) == 1 and not expression.keywords and not isinstance(arguments[0], Number)
        hidden = expression.function in self.own and not expression.qualified
        return expression.function in ATTRIBUTES and is_plain and not hidden

    def _bars(self, expression: Bars) -> Parts:
        if id(expression) in self.holding:
            return [f"{BAR_FUNCTIONS[expression.kind]}(", expression.operand, ")"]
        opening, closing = BAR_SIGNS[expression.kind]
        return [opening, expression.operand, closing]


WRITTEN: dict[type[Expression], Callable[[_TextPrinter, Any], Parts]] = {
    Number: _TextPrinter._number,
    Name: _TextPrinter._name,
    Constant: _TextPrinter._constant,
    Negative: _TextPrinter._negative,
    Binary: _TextPrinter._binary,
    Call: _TextPrinter._call,
    Bars: _TextPrinter._bars,
    Array: _TextPrinter._array,
    Tuple: _TextPrinter._tuple,
    Index: _TextPrinter._index,
    Slice: _TextPrinter._slice,
}
