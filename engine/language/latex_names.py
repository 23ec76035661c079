r"""Names, functions, numbers as LaTeX: ``w0`` → ``w_{0}``, ``theta`` → ``\theta``, ``1e-3`` → ``1 \cdot 10^{-3}``."""

from __future__ import annotations

import re

from engine.language.names import GREEK, GREEK_NAMES, SUBSCRIPT_SIGNS

ACCENTS = ("hat", "bar", "tilde")  # y_hat is set as ŷ
FUNCTIONS = {
    "ln": r"\ln", "log": r"\log", "log2": r"\log_{2}", "log10": r"\log_{10}", "exp": r"\exp",
    "sin": r"\sin", "cos": r"\cos", "tan": r"\tan", "arcsin": r"\arcsin", "arccos": r"\arccos", "arctan": r"\arctan",
    "sinh": r"\sinh", "cosh": r"\cosh", "tanh": r"\tanh",
    "max": r"\max", "min": r"\min", "maximum": r"\max", "minimum": r"\min",
}  # fmt: skip
_NAME = re.compile(r"(.*?)(?:_?([0-9]+(?:_[0-9]+)*))?")


def name_latex(spelling: str) -> str:
    r"""A name as LaTeX, so that it is read as the same name."""
    plain = "".join(map(_plain_subscript, spelling))
    parts = _NAME.fullmatch(plain)
    base, digits = parts.groups() if parts and parts[1] else (plain, None)
    head, _, tail = base.partition("_")
    if "_" in base and (not (head and tail) or is_word(head)):
        return upright(plain)
    if tail in ACCENTS and not digits:
        return f"\\{tail}{{{_symbol(head)}}}"
    subscripts = [_symbol(tail)] if tail else []
    subscripts += digits.split("_") if digits else []
    return f"{_symbol(head)}_{{{','.join(subscripts)}}}" if subscripts else _symbol(head)


def _plain_subscript(sign: str) -> str:
    plain = SUBSCRIPT_SIGNS.get(sign, sign)
    return plain if plain == sign or plain.isdigit() else f"_{plain}"


def is_word(letters: str) -> bool:
    """Several letters that are one name, such as ``cell`` in ``cell_body_sum``."""
    return len(letters) > 1 and letters not in GREEK_NAMES


def _symbol(letters: str) -> str:
    """A letter, a Greek letter, or a word set upright."""
    name = GREEK.get(letters, letters)
    if name in GREEK_NAMES:
        return f"\\{name}"
    return letters if len(letters) == 1 and letters not in GREEK else upright(letters)


def upright(text: str) -> str:
    """Several letters held together as one name."""
    shown = "".join(f"\\{GREEK[sign]} " if sign in GREEK else sign for sign in text.replace("_", r"\_"))
    return rf"\mathrm{{{shown}}}"


def number_latex(text: str) -> str:
    """``1e-3`` as a power of ten."""
    mantissa, exponent, power = text.lower().partition("e")
    sign = "-" if power.startswith("-") else ""
    digits = power.lstrip("+-").lstrip("0") or "0"  # as text: a number of thousands of digits is none of Python's
    return rf"{mantissa} \cdot 10^{{{sign}{digits}}}" if exponent else text
