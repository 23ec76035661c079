"""Lexing and parsing, by the length of the text."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count

from benchmarks.report import Goal, Section, number, table
from benchmarks.timing import Run, growth, medians
from engine import Limits
from engine.language.parser import parse_program

SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
ROUNDS = 2  # the longest texts take seconds
PEER = "`ast.parse`, statements"
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


def measure() -> dict[str, dict[int, float]]:
    """Seconds a character, by the kind of the text and its length; texts of all lengths take turns."""
    texts = {(name, size): make(size) for name, make in TEXTS.items() for size in SIZES}
    runs: dict[tuple[str, int], Run] = {key: partial(parse_program, text, (), LIMITS) for key, text in texts.items()}
    runs |= {(PEER, size): partial(ast.parse, texts["statements", size]) for size in SIZES}
    lengths = texts | {(PEER, size): texts["statements", size] for size in SIZES}
    found: dict[str, dict[int, float]] = {name: {} for name, _ in runs}
    for (name, size), time in medians(runs, ROUNDS).items():
        found[name][size] = time / len(lengths[name, size])
    return found


def section() -> Section:
    """Measure."""
    found = measure()
    exponents = {name: growth({size: size * time for size, time in times.items()}) for name, times in found.items()}
    rows = [(f"{size:,}", *(number(1e6 * times[size]) for times in found.values())) for size in SIZES]
    rows.append(("last / first", *(number(times[SIZES[-1]] / times[SIZES[0]]) for times in found.values())))
    rows.append(("growth exponent", *map(number, exponents.values())))
    goals = [Goal(WORK, f"growth exponent, {name}", exponents[name], 1.1) for name in TEXTS]
    return Section("Time a character", TEXT, [table(("characters", *(f"{name}, µs" for name in found)), rows)], goals)


if __name__ == "__main__":
    print(section().markdown())
