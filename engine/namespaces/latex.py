"""Terms as LaTeX: as few parentheses as the reading allows, conditions as Iverson brackets."""

from __future__ import annotations

from collections.abc import Callable

from engine.namespaces.numerals import literal
from engine.namespaces.terms import Term

SUM, PRODUCT, POWER, ATOM = range(4)
MANY = 4  # operands that are written out
LEVELS = {
    "sum": SUM,
    "difference": SUM,
    "negative": SUM,
    "product": PRODUCT,
    "quotient": PRODUCT,
    "power": POWER,
    "suffix": POWER,
}
SIGNS = {">": ">", "<": "<", ">=": r"\ge", "<=": r"\le", "==": "=", "!=": r"\ne"}


def rule_product(left: str, right: str) -> str:
    """A product of symbols: no sign but where two numbers would run together."""
    if right[0].isdigit():
        return rf"{left} \cdot {right}"
    return f"{left} {right}" if left.isdigit() else rf"{left}\, {right}"


def number_product(left: str, right: str) -> str:
    """A product of numbers, with its sign."""
    return rf"{left} \cdot {right}"


class Printer:
    """Prints terms.

    ``name(text, slot, guarded)`` writes an operand, guarded where a minus could not stand bare; ``times`` joins the
    factors of a product; ``ties`` is the number of operands that are chosen together.
    """

    def __init__(self, name: Callable[[str, int, bool], str], times: Callable[[str, str], str], ties: str) -> None:
        self.name = name
        self.times = times
        self.ties = ties

    def text(self, a: Term, level: int = SUM) -> str:
        """The term, in parentheses where it binds less tightly than ``level``."""
        if a.kind == "name":
            name, slot = a.parts
            return self.name(name, slot, level > SUM)
        text = getattr(self, a.kind)(*a.parts)
        return parenthesised(text) if self._level(a, text) < level else text

    @staticmethod
    def _level(a: Term, text: str) -> int:
        if a.kind != "number":
            return LEVELS.get(a.kind, ATOM)
        return SUM if text.startswith("-") else PRODUCT if r"\times" in text else ATOM

    def number(self, value: float) -> str:
        return literal(value)

    def sum(self, a: Term, b: Term) -> str:
        return f"{self.text(a)} + {self.text(b, PRODUCT)}"

    def difference(self, a: Term, b: Term) -> str:
        return f"{self.text(a)} - {self.text(b, PRODUCT)}"

    def negative(self, a: Term) -> str:
        return f"-{self.text(a, PRODUCT)}"

    def product(self, a: Term, b: Term) -> str:
        return self.times(self.text(a, PRODUCT), self.text(b, PRODUCT))

    def quotient(self, a: Term, b: Term) -> str:
        return rf"\frac{{{self.text(a)}}}{{{self.text(b)}}}"

    def power(self, a: Term, b: Term) -> str:
        if a.kind == "call":
            return self.call(f"{a.parts[0]}^{{{self.text(b)}}}", *a.parts[1:])
        return f"{self.text(a, ATOM)}^{{{self.text(b)}}}"

    def call(self, function: str, *operands: Term) -> str:
        shown = [self.text(a) for a in (operands if len(operands) <= MANY else (*operands[:2], operands[-1]))]
        if len(operands) > MANY:
            shown.insert(2, r"\dots")
        return f"{function}{parenthesised(', '.join(shown))}"

    def fence(self, before: str, a: Term, after: str) -> str:
        return f"{before}{self.text(a)}{after}"

    def suffix(self, a: Term, after: str) -> str:
        return f"{self.text(a, ATOM)}{after}"

    def compare(self, sign: str, a: Term, b: Term) -> str:
        return f"[{self.text(a)} {SIGNS[sign]} {self.text(b)}]"

    def count(self, a: Term) -> str:
        return self.ties


def parenthesised(text: str) -> str:
    """The text in parentheses, which grow with a fraction and with a sum over an index."""
    return rf"\left({text}\right)" if r"\frac" in text or r"\sum_" in text else f"({text})"


def printed(a: Term, name: Callable[[str, int, bool], str], times: Callable[[str, str], str], ties: str = "n") -> str:
    """The term with its operands and its products written as asked for (see :class:`Printer`)."""
    return Printer(name, times, ties).text(a)


def symbolic(a: Term) -> str:
    """The term with its operands' names."""
    return printed(a, lambda text, slot, guarded: text, rule_product)


def template(a: Term, ties: int) -> str:
    """A format string: field ``2 k`` is operand ``k``, field ``2 k + 1`` the same with parentheses if needed."""

    def field(text: str, slot: int, guarded: bool) -> str:
        return text if slot < 0 else f"\0{2 * slot + guarded}\1"

    text = printed(a, field, number_product, str(ties)).replace("{", "{{").replace("}", "}}")
    return text.replace("\0", "{").replace("\1", "}")
