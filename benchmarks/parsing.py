"""Lexing and parsing, by the length of the text."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from itertools import count

from benchmarks.report import Goal, Section, number, table
from benchmarks.timing import growth, medians
from engine import Limits
from engine.language.parser import parse_program

SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
NAMES = 100  # different ones of each letter
LIMITS = Limits(expression_characters=2 * SIZES[-1], brackets=SIZES[-1])
WORK = "reading a text of 100 to 1,000,000 characters"
TEXT = """\
Texts of a hundred to a million characters, with the limits raised: one long sum `w0x0+w1x1+…`, one tower of brackets
`(((…(x+1)+1…)+1)`, and a program of many statements `s1 = s0 + w1 * x1`, which Python's `ast.parse` reads as well; it
refuses the tower, and the sum too once it is long."""


def long_sum() -> Iterator[str]:
    """``w0x0+w1x1+…``, piece by piece."""
    yield "w0x0"
    yield from (f"+w{k % NAMES}x{k % NAMES}" for k in count(1))


def statements() -> Iterator[str]:
    """``s1 = s0 + w1 * x1``, line by line."""
    yield "s0 = 1\n"
    yield from (f"s{k} = s{k - 1} + w{k % NAMES} * x{k % NAMES}\n" for k in count(1))


def cut(pieces: Iterator[str], characters: int) -> str:
    """So many pieces that the text reaches ``characters``."""
    text, length = [], 0
    while length < characters:
        text.append(next(pieces))
        length += len(text[-1])
    return "".join(text)


def tower(characters: int) -> str:
    """``((x+1)+1)``, as deep as that gives."""
    depth = characters // 4
    return "(" * depth + "x" + "+1)" * depth


TEXTS: dict[str, Callable[[int], str]] = {
    "one sum": lambda characters: cut(long_sum(), characters),
    "brackets": tower,
    "statements": lambda characters: cut(statements(), characters),
}


def measure(size: int) -> dict[str, float]:
    """Seconds a character, by the kind of the text."""
    texts = {name: make(size) for name, make in TEXTS.items()}
    runs = {name: lambda text=text: parse_program(text, (), LIMITS) for name, text in texts.items()}
    runs["`ast.parse`, statements"] = lambda: ast.parse(texts["statements"])
    times = medians(runs, rounds=3 if size >= 100_000 else 9)
    return {name: time / len(texts.get(name, texts["statements"])) for name, time in times.items()}


def section() -> Section:
    """Measure."""
    found = {size: measure(size) for size in SIZES}
    names = list(found[SIZES[0]])
    rows = [(f"{size:,}", *(number(1e6 * time) for time in times.values())) for size, times in found.items()]
    last, first = found[SIZES[-1]], found[SIZES[0]]
    rows.append(("last / first", *(number(last[name] / first[name]) for name in names)))
    exponents = {name: growth({size: size * found[size][name] for size in SIZES}) for name in names}
    rows.append(("growth exponent", *(number(exponent) for exponent in exponents.values())))
    goals = [Goal(WORK, f"growth exponent, {name}", exponents[name], 1.1) for name in TEXTS]
    return Section("Time a character", TEXT, [table(("characters", *(f"{name}, µs" for name in names)), rows)], goals)


if __name__ == "__main__":
    print(section().markdown())
