"""How numbers are written in a picture: rounded as the page rounds them, as matrices, and in sums that hold."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

MINUS, THIN = "\u2212", "\u2009"
SPECIAL = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
LARGEST_PRINTED = 3  # rows and columns of a matrix that is still written out
MOST_DIGITS = 12

_EXACT = Context(prec=800, rounding=ROUND_HALF_UP)  # a float has at most 767 significant decimals
_STEPS = [Decimal(1).scaleb(-digits) for digits in range(MOST_DIGITS + 1)]
_DECIMALS = re.compile(r"[^.a-z∞]*(?:\.(\d*))?", re.IGNORECASE)
_THOUSANDS = re.compile(r"\B(?=(?:\d{3})+$)")


def to_number(entry: Any) -> float:
    """The number behind an entry of an answer, where non-finite numbers are strings."""
    return SPECIAL[entry] if isinstance(entry, str) else entry


def entries(value: Any) -> list[float]:
    """Every number of a scalar, nested list or summary, flat; none for a value that is missing."""
    if value is None:
        return []
    if isinstance(value, dict):
        return [to_number(value[name]) for name in ("min", "max", "mean", "norm")]
    if isinstance(value, list):
        return [number for entry in value for number in entries(entry)]
    return [to_number(value)]


def is_finite(value: Any) -> bool:
    """Whether every number in a value is finite."""
    return all(map(math.isfinite, entries(value)))


def format_number(entry: Any, digits: int = 2) -> str:
    """A number with ``digits`` decimals: ``−0.53``, ``0.00``, ``4e−3``, ``12 346``, ``1.2e6``, ``NaN``, ``∞``.

    Never ``−0.00``, and never ``0.00`` for a number that is not zero. Halves are rounded away from zero.
    """
    number = to_number(entry)
    if not math.isfinite(number):
        return "NaN" if math.isnan(number) else "∞" if number > 0 else f"{MINUS}∞"
    if number == 0:
        return f"{0:.{digits}f}"
    rounded = _rounded(number, digits)
    if rounded == 0:
        return _power(number, 0)
    return _large(number) if abs(rounded) >= 10_000 else str(rounded).replace("-", MINUS)


def _rounded(number: float, digits: int) -> Decimal:
    return Decimal(number).quantize(_STEPS[digits], context=_EXACT)


def _power(number: float, decimals: int) -> str:
    """The number with one digit before its decimals, and a power of ten."""
    significant = Context(prec=decimals + 1, rounding=ROUND_HALF_UP).create_decimal(Decimal(number))
    return f"{significant:.{decimals}e}".replace("e+", "e").replace("-", MINUS)


def _large(number: float) -> str:
    whole = abs(_rounded(number, 0))
    if whole >= 1_000_000:
        return _power(number, 1)
    return (MINUS if number < 0 else "") + _THOUSANDS.sub(THIN, str(whole))


def format_matrix(rows: Sequence[Sequence[Any]], digits: int = 2) -> list[list[str]]:
    """Rows of entries with one number of decimals; zeros that end all of them are dropped."""
    texts = [[format_number(entry, digits) for entry in row] for row in rows]
    zeros = [count for row in texts for text in row if (count := _trailing_zeros(text)) is not None]
    drop = min(zeros, default=0)
    return [[text if _trailing_zeros(text) is None else _trimmed(text, drop) for text in row] for row in texts]


def _trailing_zeros(text: str) -> int | None:
    """How many zeros end a text's decimals; ``None`` for one without a place for decimals: ``4e−3``, ``NaN``, ``∞``."""
    match = _DECIMALS.fullmatch(text)
    if match is None:
        return None
    fraction = match[1] or ""
    return len(fraction) - len(fraction.rstrip("0"))


def _trimmed(text: str, zeros: int) -> str:
    return text[:-zeros].removesuffix(".") if zeros and "." in text else text


def shape_text(shape: Sequence[int]) -> str:
    """``100×3072``; empty for a scalar."""
    return "×".join(map(str, shape))


def printable_rows(shape: Sequence[int], value: Any) -> list[list[Any]] | None:
    """The rows of an array that is written out, a vector as a column; ``None`` for a scalar and any larger one."""
    if not 0 < len(shape) < 3 or not all(0 < size <= LARGEST_PRINTED for size in shape):
        return None
    return value if len(shape) == 2 else [[entry] for entry in value]


def sum_terms(terms: Sequence[Any], total: Any, digits: int) -> list[str]:
    """Terms as texts that add up to the printed total; inexact ones gain digits until they do."""
    numbers = [to_number(term) for term in terms]
    usual = [format_number(number, digits) for number in numbers]
    if not all(map(math.isfinite, [*numbers, to_number(total)])):
        return usual
    for places in range(digits, MOST_DIGITS + 1):
        each = [digits if _is_exact(number, digits) else places for number in numbers]
        printed = sum(float(_rounded(number, place)) for number, place in zip(numbers, each, strict=True))
        if format_number(printed, digits) == format_number(total, digits):
            return [format_number(number, place) for number, place in zip(numbers, each, strict=True)]
    return usual


def _is_exact(number: float, digits: int) -> bool:
    return float(_rounded(number, digits)) == number
