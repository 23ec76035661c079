"""Abstract syntax to LaTeX, as a textbook would set it, and so that it is read as the same circuit."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from engine.language.latex_forms import begins_with_number, is_fraction, last_factor, latex_power
from engine.language.latex_names import FUNCTIONS, name_latex, number_latex, upright
from engine.language.names import is_single_letter
from engine.language.operators import ADD, BINDING, COMPARE, MULTIPLY, NEGATE, POWER
from engine.language.printer import ATOM, Parts, assemble, joined, slice_parts
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
    Local,
    Name,
    Negative,
    Number,
    Parameter,
    Program,
    Slice,
    Statement,
    Tuple,
    Unpacking,
)  # fmt: skip
from engine.language.vocabulary import CALLS

SIGNS = {">=": r" \ge ", "<=": r" \le ", "!=": r" \ne "}
EXTREMA = ("max", "min")
SIGMOID = ("sigmoid", "sigma")
BARS = {
    "abs": (r"\lvert ", r" \rvert"), "norm": (r"\lVert ", r" \rVert"),
    "squared_norm": (r"\lVert ", r" \rVert^{2}"), "l1": (r"\lVert ", r" \rVert_{1}"),
}  # fmt: skip
BAR_CALLS = {"abs": "abs", "absolute": "abs", "norm": "norm", "l1": "l1", "l2": "squared_norm"}
RAISED = frozenset(("exp", "transpose", "l2"))  # functions that are set as a superscript
ROOTS = {"sqrt": r"\sqrt{", "cbrt": r"\sqrt[3]{"}
WHERE = r" \text{ where } "


def latex(program: Program, elementwise: Collection[int] = ()) -> str:
    """The program as LaTeX; ``elementwise`` holds the ids of the ``*`` between two arrays, set as a circled dot."""
    return LatexPrinter(program, elementwise).text()


class LatexPrinter:
    """Prints one program; what its parts are wrapped in may be overridden."""

    def __init__(self, program: Program, elementwise: Collection[int]) -> None:
        self.statements = program.statements
        self.spellings = program.spellings
        self.variables = program.variables
        self.elementwise = elementwise
        self.own = {s.key: name_latex(s.spelling) for s in program.statements if isinstance(s, Definition)}

    # Statements ------------------------------------------------------------------------------------------------------

    def text(self) -> str:
        """The whole program."""
        if len(self.statements) == 1:
            return self._statement(self.statements[0], "")
        lines = [self._statement(statement, "&") for statement in self.statements]
        return r"\begin{aligned}" + r" \\ ".join(lines) + r"\end{aligned}"

    def _statement(self, statement: Statement, align: str) -> str:
        """One statement; ``align`` stands before its equals sign."""
        if isinstance(statement, Definition):
            return self._definition(statement, align)
        if isinstance(statement, Assignment | Unpacking):
            return self._assignment(statement, align)
        return align + self._text(statement.value)

    def _text(self, root: Expression) -> str:
        return assemble(root, self.parts)

    def _assignment(self, statement: Local, align: str) -> str:
        if isinstance(statement, Assignment):
            left = self._target(statement)
        else:
            comma = "," if len(statement.targets) == 1 else ""
            left = rf"\left({', '.join(name_latex(target.spelling) for target in statement.targets)}{comma}\right)"
        return f"{left} {align}= {self._text(statement.value)}"

    def _target(self, assignment: Assignment) -> str:
        return name_latex(assignment.spelling)

    def _definition(self, definition: Definition, align: str) -> str:
        names = ", ".join(map(self._parameter, definition.parameters))
        text = f"{name_latex(definition.spelling)}\\left({names}\\right) {align}= {self._text(definition.body)}"
        local = r",\; ".join(self._assignment(statement, "") for statement in definition.statements)
        return text + WHERE + local if local else text

    def _parameter(self, parameter: Parameter) -> str:
        default = f" = {self._text(parameter.default)}" if parameter.default else ""
        return name_latex(parameter.spelling) + default

    # Expressions -----------------------------------------------------------------------------------------------------

    def parts(self, expression: Expression) -> Parts:
        """The LaTeX of an expression, its parts still to be set."""
        return SET[type(expression)](self, expression)

    def _number(self, expression: Number) -> Parts:
        return [number_latex(expression.text)]

    def _name(self, expression: Name) -> Parts:
        return [name_latex(self.spellings[expression.key])]

    def _constant(self, expression: Constant) -> Parts:
        return [r"\ldots" if expression.value is ... else upright(str(expression.value))]

    def _negative(self, expression: Negative) -> Parts:
        inside = ATOM + 1 if isinstance(expression.operand, Number) else NEGATE
        return ["-", *self._within(expression.operand, inside)]

    def _bars(self, expression: Bars) -> Parts:
        opening, closing = BARS[expression.kind]
        return [opening, expression.operand, closing]

    def _tuple(self, expression: Tuple) -> Parts:
        return [r"\left(", *_listed(expression.items), r"\right)"]

    def _index(self, expression: Index) -> Parts:
        return [*self._indexed(expression.operand), r"\left[", *joined(", ", expression.items), r"\right]"]

    def _slice(self, expression: Slice) -> Parts:
        return slice_parts(expression)

    def _indexed(self, operand: Expression) -> Parts:
        return [operand] if isinstance(operand, Name) else self._held(operand)

    def _held(self, expression: Expression) -> Parts:
        """What a superscript or an index follows; a fraction in brackets, for either would seem to be its top's."""
        if is_fraction(expression, self.own):
            return [r"{\left(", expression, r"\right)}"]
        return ["{", *self._within(expression, ATOM), "}"]

    def _within(self, expression: Expression, power: int) -> Parts:
        """The expression, in brackets if it binds less tightly than ``power``."""
        inside = latex_power(expression) < power
        return [r"\left(", expression, r"\right)"] if inside else [expression]

    def _binary(self, expression: Binary) -> Parts:
        sign, power = expression.operator, BINDING[expression.operator]
        if sign == "/":
            return [r"\frac{", expression.left, "}{", expression.right, "}"]
        if sign == "^":
            return [*self._base(expression), "^{", *self._exponent(expression.right), "}"]
        if power == MULTIPLY:
            return self._product(expression)
        is_signed = power == ADD and latex_power(expression.right) == NEGATE
        right = self._within(expression.right, POWER if is_signed else power + 1)
        left = self._within(expression.left, power + (power == COMPARE))
        return [*left, SIGNS.get(sign, f" {sign} "), *right]

    def _base(self, expression: Binary) -> Parts:
        """What a superscript is put on."""
        base, exponent = expression.left, expression.right
        if isinstance(base, Call) and base.function == "norm" and isinstance(exponent, Number):
            return self._plain_call(base)  # bars with a square would be the sum of squares, one gate
        return self._raised(base)

    def _raised(self, expression: Expression) -> Parts:
        """What has a superscript already is bracketed."""
        raised = isinstance(expression, Call) and expression.function in RAISED and expression.function not in self.own
        raised = raised or (isinstance(expression, Bars) and expression.kind == "squared_norm")
        if raised:
            return [r"\left(", expression, r"\right)"]
        return self._held(expression)

    def _exponent(self, exponent: Expression) -> Parts:
        r"""In brackets where ``^{T}`` and ``^{-1}`` would mean something else."""
        is_transpose = isinstance(exponent, Name) and self.spellings[exponent.key] == "T"
        is_inverse = isinstance(exponent, Number) and exponent.text == "-1"
        return [r"\left(", exponent, r"\right)"] if is_transpose or is_inverse else [exponent]

    # Products --------------------------------------------------------------------------------------------------------

    def _product(self, expression: Binary) -> Parts:
        """Side by side where that can be read, else with a dot; arrays entry by entry with a circled dot."""
        is_signed = latex_power(expression.right) == NEGATE
        right = self._within(expression.right, POWER if is_signed else MULTIPLY + 1)
        left = self._within(expression.left, MULTIPLY)
        sign = r" \odot " if id(expression) in self.elementwise else " "
        if sign == " " and (begins_with_number(expression.right) or self._would_call(expression.left, right)):
            sign = r" \cdot "
        elif sign == " " and (self._is_word(expression.left) or self._is_word(expression.right)):
            sign = r" \, "
        return [*left, sign, *right]

    def _would_call(self, left: Expression, right: Parts) -> bool:
        """Whether a bracket behind a name of several letters would be read as a call."""
        left = last_factor(left)
        if not isinstance(left, Name):
            return False
        first = right[0]
        while isinstance(first, Expression):
            first = self.parts(first)[0]
        if first != r"\left(":
            return False
        return left.key in CALLS or not is_single_letter(self.spellings[left.key])

    def _is_word(self, factor: Expression) -> bool:
        """Whether a factor is a name of several letters, which must not run into its neighbour."""
        factor = last_factor(factor)
        return isinstance(factor, Name) and r"\mathrm" in name_latex(self.spellings[factor.key])

    # Calls -----------------------------------------------------------------------------------------------------------

    def _call(self, expression: Call) -> Parts:
        name, arguments = expression.function, expression.arguments
        if len(arguments) != 1 or expression.keywords or name in self.own or name in self.variables:
            return self._plain_call(expression)
        (argument,) = arguments
        if name == "exp" and "e" not in self.variables:
            return ["e^{", *self._exponent(argument), "}"]
        if name == "array" and isinstance(argument, Array):
            return [argument]
        if name == "transpose":
            return [*self._raised(argument), r"^{\top}"]
        if name == "reciprocal":
            return [r"\frac{1}{", argument, "}"]
        if name in ROOTS:
            return [ROOTS[name], argument, "}"]
        if name in BAR_CALLS:
            opening, closing = BARS[BAR_CALLS[name]]
            return [opening, argument, closing]
        return self._plain_call(expression)

    def _plain_call(self, expression: Call) -> Parts:
        arguments = list(expression.arguments)
        parts: Parts = [self._function(expression), r"\left("]
        if expression.function in EXTREMA and expression.qualified and len(arguments) == 2:
            parts += [arguments[0], ", ", upright("axis") + "=", arguments[1]]  # the second is no operand
        else:
            parts += joined(", ", arguments)
        for key, value in expression.keywords:
            parts += ["" if parts[-1] == r"\left(" else ", ", upright(key) + "=", value]
        return [*parts, r"\right)"]

    def _function(self, call: Call) -> str:
        name = call.function
        if name in self.own and not call.qualified:
            return self.own[name]
        hidden = name in self.own or name in self.variables
        if name in SIGMOID and not hidden and "sigma" not in self.variables and "sigma" not in self.own:
            return r"\sigma"
        plain = rf"\operatorname{{{'np.' if hidden else ''}{name}}}".replace("_", r"\_")
        return plain if hidden else FUNCTIONS.get(name, plain)

    def _array(self, expression: Array) -> Parts:
        """A matrix as rows one below the other; anything else as a list."""
        rows = [row.items for row in expression.items if isinstance(row, Array)]
        is_even = len(rows) == len(expression.items) and all(len(row) == len(rows[0]) for row in rows)
        if not is_even or any(isinstance(cell, Array) for row in rows for cell in row):
            return [r"\left[", *_listed(expression.items), r"\right]"]
        parts: Parts = [r"\begin{bmatrix}"]
        for index, row in enumerate(rows):
            parts += [r" \\ " if index else "", *joined(" & ", row)]
        return [*parts, r"\end{bmatrix}"]


SET: dict[type[Expression], Callable[[LatexPrinter, Any], Parts]] = {
    Number: LatexPrinter._number,
    Name: LatexPrinter._name,
    Constant: LatexPrinter._constant,
    Negative: LatexPrinter._negative,
    Binary: LatexPrinter._binary,
    Call: LatexPrinter._call,
    Bars: LatexPrinter._bars,
    Array: LatexPrinter._array,
    Tuple: LatexPrinter._tuple,
    Index: LatexPrinter._index,
    Slice: LatexPrinter._slice,
}


def _listed(items: tuple[Expression, ...]) -> Parts:
    """The items with commas; a single one with a comma behind it, which brackets around an operand do not have."""
    return [*joined(", ", items), "," if len(items) == 1 else ""]
