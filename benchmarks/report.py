"""What a benchmark found, as Markdown: the same text is printed and written into ``docs/benchmarks.md``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill

Row = Sequence[str]
OURS = "Chainrule"
NOT_INSTALLED = "not installed"
UNITS = {"ms": 1e-3, "µs": 1e-6}
WIDTH = 120


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure and its bound, which is the most that it may be, or the least where ``at_least``."""

    work: str
    figure: str
    value: float | None
    bound: float
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """Whether the goal is reached; nobody knows where a peer is missing."""
        if self.value is None:
            return NOT_INSTALLED
        return "yes" if (self.value >= self.bound if self.at_least else self.value <= self.bound) else "**no**"

    def row(self) -> Row:
        """Work, figure, goal, measured, reached."""
        goal = f"at {'least' if self.at_least else 'most'} {self.bound:g}"
        return self.work, self.figure, goal, "–" if self.value is None else number(self.value), self.verdict


@dataclass(frozen=True, slots=True)
class Section:
    """One benchmark: what was measured how, its tables, and the goals that it is held to."""

    title: str
    text: str
    tables: Sequence[str]
    goals: Sequence[Goal] = ()
    remarks: Sequence[str] = ()

    def markdown(self) -> str:
        """The section under its heading."""
        return "\n\n".join((f"## {self.title}", wrapped(self.text), *self.tables, *map(wrapped, self.remarks)))


def wrapped(text: str) -> str:
    """A paragraph in lines of at most 120 characters."""
    return fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def goals_table(goals: Iterable[Goal]) -> str:
    """Every goal with what was measured."""
    return table(("work", "figure", "goal", "measured", "reached"), [goal.row() for goal in goals])


def table(columns: Row, rows: Iterable[Row]) -> str:
    """A Markdown table, padded so that it reads well as plain text too; figures stand to the right."""
    lines = [tuple(columns), *map(tuple, rows)]
    widths = [max(3, *map(len, column)) for column in zip(*lines, strict=True)]
    right = [False, *(any(map(_is_figure, column)) for column in list(zip(*lines[1:], strict=True))[1:])]
    padded = [[_pad(*cell) for cell in zip(line, widths, right, strict=True)] for line in lines]
    rule = ["-" * (width - 1) + ":" if figure else "-" * width for width, figure in zip(widths, right, strict=True)]
    return "\n".join(f"| {' | '.join(line)} |" for line in [padded[0], rule, *padded[1:]])


def _is_figure(cell: str) -> bool:
    return cell == "–" or cell.replace(",", "").replace(".", "").isdigit()


def _pad(cell: str, width: int, right: bool) -> str:
    return cell.rjust(width) if right else cell.ljust(width)


def number(value: float) -> str:
    """Three digits, and no exponent."""
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:,.{decimals}f}"


def comparison(names: Iterable[str], times: Mapping[str, float], unit: str = "µs") -> str:
    """Every contestant's time and as a multiple of Chainrule's; who wins is told in words."""
    rows = [(name, *_compared(times.get(name), times[OURS], UNITS[unit])) for name in names]
    return table(("", unit, f"× {OURS}", ""), rows)


def _compared(time: float | None, ours: float, unit: float) -> Row:
    if time is None:
        return "–", "–", NOT_INSTALLED
    return number(time / unit), number(time / ours), "faster than Chainrule" if time < ours else ""


def ahead_of(peer: str, work: str, times: Mapping[str, float], least: float = 1) -> Goal:
    """The goal to be so many times as fast as a peer."""
    value = times[peer] / times[OURS] if peer in times else None
    return Goal(work, f"{peer} / {OURS}", value, least, at_least=True)


def within(reference: str, work: str, times: Mapping[str, float], most: float) -> Goal:
    """The goal to take at most so many times as long as the reference."""
    return Goal(work, f"{OURS} / {reference}", times[OURS] / times[reference], most)
