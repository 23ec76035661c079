"""Medians of interleaved runs: each round times every contestant once, so a change of the machine's speed hits all."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter


def medians(
    contestants: Mapping[str, Callable[[], object]], rounds: int = 15, seconds: float = 0.02
) -> dict[str, float]:
    """Seconds a call, by name; each round lasts about ``seconds`` for each contestant."""
    calls = {name: _calls_in(run, seconds) for name, run in contestants.items()}
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, run in contestants.items():
            times[name].append(timed(run, calls[name]))
    return {name: median(samples) for name, samples in times.items()}


def _calls_in(run: Callable[[], object], seconds: float) -> int:
    run()
    return max(1, round(seconds / max(timed(run, 3), 1e-9)))


def timed(run: Callable[[], object], calls: int = 1) -> float:
    """Seconds a call, with the garbage collector at rest, as in the standard library's ``timeit``."""
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        for _ in range(calls):
            run()
        return (perf_counter() - start) / calls
    finally:
        gc.enable()


def table(title: str, rows: Mapping[str, float], reference: str) -> str:
    """The medians in microseconds, and each as a multiple of the reference's."""
    lines = [title, f"  {'':34} {'µs':>10} {'× ' + reference:>24}"]
    lines += [f"  {name:34} {1e6 * time:10.2f} {time / rows[reference]:24.2f}" for name, time in rows.items()]
    return "\n".join(lines)
