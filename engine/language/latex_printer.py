"""Abstract syntax to LaTeX, as a textbook would set it."""

from __future__ import annotations

import re
from collections.abc import Collection

from engine.language.names import GREEK, GREEK_NAMES, SUBSCRIPT_SIGNS
from engine.language.operators import BINDING, MULTIPLY, NEGATE, POWER
from engine.language.printer import ATOM, Parts, assemble, binding_power, joined
from engine.language.syntax import (
    Array,
    Assignment,
    Bars,
    Binary,
    Call,
    Constant,
    Definition,
    Expression,
    Name,
    Negative,
    Number,
    Program,
    Statement,
    Tuple,
)  # fmt: skip

SIGNS = {">=": r" \ge ", "<=": r" \le ", "!=": r" \ne ", "==": " = "}
FUNCTIONS = {
    "sigmoid": r"\sigma", "sigma": r"\sigma", "ln": r"\ln", "log": r"\log", "sin": r"\sin", "cos": r"\cos",
    "tanh": r"\tanh", "max": r"\max", "min": r"\min", "maximum": r"\max", "minimum": r"\min",
}  # fmt: skip
BARS = {
    "abs": (r"\lvert ", r" \rvert"), "norm": (r"\lVert ", r" \rVert"),
    "squared_norm": (r"\lVert ", r" \rVert^{2}"), "l1": (r"\lVert ", r" \rVert_{1}"),
}  # fmt: skip
RAISED = frozenset(("exp", "transpose", "reciprocal", "square", "l2"))  # functions that are set as a superscript
BAR_CALLS = {"abs": "abs", "absolute": "abs", "norm": "norm", "l1": "l1", "l2": "squared_norm"}
_NAME = re.compile(r"(.*?)(?:_?([0-9]+(?:_[0-9]+)*))?")


def latex(program: Program, elementwise: Collection[int] = ()) -> str:
    """The program as LaTeX; ``elementwise`` holds the ids of the ``*`` between two arrays, set as a circled dot."""
    printer = _LatexPrinter(program, elementwise)
    if len(program.statements) == 1:
        return printer.statement(program.statements[0], "")
    lines = [printer.statement(statement, "&") for statement in program.statements]
    return r"\begin{aligned}" + r" \\ ".join(lines) + r"\end{aligned}"


def name_latex(spelling: str) -> str:
    r"""A name as LaTeX: ``w0`` → ``w_{0}``, ``theta`` → ``\theta``, ``loss`` → ``\mathrm{loss}``."""
    plain = "".join(map(_plain_subscript, spelling))
    parts = _NAME.fullmatch(plain)
    base, digits = parts.groups() if parts and parts[1] else (plain, None)
    head, _, tail = base.partition("_")
    if "_" in base and (not (head and tail) or _is_word(head)):
        return _upright(plain)
    subscripts = [_symbol(tail)] if tail else []
    subscripts += digits.split("_") if digits else []
    return f"{_symbol(head)}_{{{','.join(subscripts)}}}" if subscripts else _symbol(head)


def _plain_subscript(sign: str) -> str:
    plain = SUBSCRIPT_SIGNS.get(sign, sign)
    return plain if plain == sign or plain.isdigit() else f"_{plain}"


def _is_word(letters: str) -> bool:
    """Several letters that are one name, such as ``cell`` in ``cell_body_sum``."""
    return len(letters) > 1 and letters not in GREEK_NAMES


def _symbol(letters: str) -> str:
    """A letter, a Greek letter, or a word set upright."""
    name = GREEK.get(letters, letters)
    if name in GREEK_NAMES:
        return f"\\{name}"
    if len(letters) > 1 and any(sign in GREEK for sign in letters):
        return " ".join(map(_symbol, letters))
    return letters if len(letters) == 1 else _upright(letters)


def _upright(text: str) -> str:
    return r"\mathrm{" + text.replace("_", r"\_") + "}"


class _LatexPrinter:
    def __init__(self, program: Program, elementwise: Collection[int]) -> None:
        self.spellings = program.spellings
        self.elementwise = elementwise
        self.own = {s.key: name_latex(s.spelling) for s in program.statements if isinstance(s, Definition)}

    def statement(self, statement: Statement, align: str) -> str:
        """One statement; ``align`` stands before its equals sign."""
        if isinstance(statement, Definition):
            names = ", ".join(name_latex(parameter.spelling) for parameter in statement.parameters)
            body = assemble(statement.body, self.parts)
            return f"{name_latex(statement.spelling)}\\left({names}\\right) {align}= {body}"
        text = assemble(statement.value, self.parts)
        if isinstance(statement, Assignment):
            return f"{name_latex(statement.spelling)} {align}= {text}"
        return align + text

    def parts(self, expression: Expression) -> Parts:  # noqa: PLR0911 - one return for each kind of syntax
        match expression:
            case Number():
                return [_number(expression.text)]
            case Name():
                return [name_latex(self.spellings[expression.key])]
            case Constant():
                return [_upright(str(expression.value))]
            case Negative():
                return ["-", *self._within(expression.operand, MULTIPLY)]
            case Binary():
                return self._binary(expression)
            case Call():
                return self._call(expression)
            case Bars():
                opening, closing = BARS[expression.kind]
                return [opening, expression.operand, closing]
            case Array():
                return self._array(expression)
            case Tuple():
                return [r"\left(", *joined(", ", expression.items), r"\right)"]
        raise TypeError(type(expression))

    def _within(self, expression: Expression, power: int) -> Parts:
        """The expression, in brackets if it binds less tightly than ``power``."""
        inside = binding_power(expression) < power
        return [r"\left(", expression, r"\right)"] if inside else [expression]

    def _binary(self, expression: Binary) -> Parts:
        sign, power = expression.operator, BINDING[expression.operator]
        if sign == "/":
            return [r"\frac{", expression.left, "}{", expression.right, "}"]
        if sign == "^":
            return [*self._base(expression.left), "^{", expression.right, "}"]
        if power == MULTIPLY:
            return self._product(expression)
        is_signed = binding_power(expression.right) == NEGATE
        right = self._within(expression.right, POWER if is_signed else power + 1)
        return [*self._within(expression.left, power), SIGNS.get(sign, f" {sign} "), *right]

    def _base(self, expression: Expression) -> Parts:
        """What a superscript is put on; whatever has one already is bracketed."""
        raised = isinstance(expression, Call) and expression.function in RAISED and expression.function not in self.own
        raised = raised or (isinstance(expression, Bars) and expression.kind == "squared_norm")
        if raised:
            return [r"\left(", expression, r"\right)"]
        return ["{", *self._within(expression, ATOM), "}"]

    def _product(self, expression: Binary) -> Parts:
        """Side by side where that can be read, else with a dot; arrays entry by entry with a circled dot."""
        right = self._within(expression.right, POWER)
        sign = r" \odot " if id(expression) in self.elementwise else " "
        if sign == " " and _begins_with_number(expression.right):
            sign = r" \cdot "
        elif sign == " " and (self._is_word(expression.left) or self._is_word(expression.right)):
            sign = r" \, "
        return [*self._within(expression.left, MULTIPLY), sign, *right]

    def _is_word(self, factor: Expression) -> bool:
        """Whether a factor is a name of several letters, which must not run into its neighbour."""
        while isinstance(factor, Binary):
            factor = factor.right
        return isinstance(factor, Name) and r"\mathrm" in name_latex(self.spellings[factor.key])

    def _call(self, expression: Call) -> Parts:
        name, arguments = expression.function, expression.arguments
        if len(arguments) == 1 and not expression.keywords and name not in self.own:
            if name == "exp":
                return ["e^{", arguments[0], "}"]
            if name == "array":
                return [arguments[0]]
            if name == "sqrt":
                return [r"\sqrt{", arguments[0], "}"]
            if name == "transpose":
                return [*self._base(arguments[0]), r"^{\top}"]
            if name == "reciprocal":
                return [*self._base(arguments[0]), "^{-1}"]
            if name == "square":
                return [*self._base(arguments[0]), "^{2}"]
            if name in BAR_CALLS:
                opening, closing = BARS[BAR_CALLS[name]]
                return [opening, arguments[0], closing]
        return self._plain_call(expression)

    def _plain_call(self, expression: Call) -> Parts:
        plain = rf"\operatorname{{{expression.function}}}".replace("_", r"\_")
        name = self.own.get(expression.function) or FUNCTIONS.get(expression.function, plain)
        parts: Parts = [name, r"\left(", *joined(", ", expression.arguments)]
        for key, value in expression.keywords:
            parts += [", ", _upright(key) + "=", value]
        return [*parts, r"\right)"]

    def _array(self, expression: Array) -> Parts:
        """Rows of a matrix one below the other, a vector as a column."""
        parts: Parts = [r"\begin{bmatrix}"]
        for index, row in enumerate(expression.items):
            cells = joined(" & ", row.items) if isinstance(row, Array) else [row]
            parts += [r" \\ " if index else "", *cells]
        return [*parts, r"\end{bmatrix}"]


def _begins_with_number(expression: Expression) -> bool:
    """Whether the LaTeX of an expression begins with a digit, so that it cannot follow another factor directly."""
    while isinstance(expression, Binary) and expression.operator != "/":
        expression = expression.left
    return isinstance(expression, Number)


def _number(text: str) -> str:
    """``1e-3`` as a power of ten."""
    mantissa, exponent, power = text.lower().partition("e")
    sign = "-" if power.startswith("-") else ""
    digits = power.lstrip("+-").lstrip("0") or "0"  # as text: a number of thousands of digits is none of Python's
    return rf"{mantissa} \cdot 10^{{{sign}{digits}}}" if exponent else text
