"""``python -m benchmarks``: every benchmark, printed, and written into ``docs/benchmarks.md`` below its marker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import cold, command, jacobians, layout, mlp, page, parsing, points, request, scaling, sigmoid
from benchmarks.peers import machine, versions
from benchmarks.report import Section, goals_table, wrapped

REPORT = Path(__file__).parents[1] / "docs" / "benchmarks.md"
MARKER = "<!-- `make bench` writes what is below. -->"
BENCHMARKS = (sigmoid, cold, parsing, scaling, mlp, jacobians, points, layout, command, request, page)


def measured() -> Iterator[Section]:
    """Each benchmark's section, printed as soon as it is there."""
    for benchmark in BENCHMARKS:
        section = benchmark.section()
        print(section.markdown(), end="\n\n", flush=True)
        yield section


def summary(sections: list[Section]) -> str:
    """Where this ran, and every goal."""
    where = f"Measured by `make bench` on: {machine()}, one thread. Versions: {versions()}."
    goals = goals_table(goal for section in sections for goal in section.goals)
    return f"{wrapped(where)}\n\n## Goals\n\n{goals}"


def main() -> None:
    """Measure everything."""
    sections = list(measured())
    summed_up = summary(sections)
    print(summed_up)
    report = "\n\n".join((summed_up, *(section.markdown() for section in sections)))
    by_hand = REPORT.read_text(encoding="utf-8").partition(MARKER)[0]
    REPORT.write_text(f"{by_hand}{MARKER}\n\n{report}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
