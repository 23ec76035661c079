"""Medians of interleaved runs: each round times every contestant once, so a change of the machine's speed hits all."""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from math import log
from statistics import linear_regression, median
from time import perf_counter
from typing import TypeVar

Run = Callable[[], object]
LONG = 1.0  # seconds
Name = TypeVar("Name", bound=Hashable)


def medians(contestants: Mapping[Name, Run], rounds: int = 15, seconds: float = 0.02) -> dict[Name, float]:
    """Seconds a call, by name; each round lasts about ``seconds`` for each contestant, one call at least.

    The first call warms up; it counts as a round only where it takes so long that there is no difference.
    """
    first = {name: timed(run) for name, run in contestants.items()}
    calls = {name: _calls_in(run, first[name], seconds) for name, run in contestants.items()}
    times = {name: [time] if time > LONG else [] for name, time in first.items()}
    for _ in range(rounds):
        for name, run in contestants.items():
            if len(times[name]) < rounds:
                times[name].append(timed(run, calls[name]))
    return {name: median(samples) for name, samples in times.items()}


def _calls_in(run: Run, first: float, seconds: float) -> int:
    return 1 if first > seconds else max(1, round(seconds / max(timed(run, 3), 1e-9)))


def timed(run: Run, calls: int = 1) -> float:
    """Seconds a call, with the garbage collector at rest, as in the standard library's ``timeit``."""
    gc.collect()
    with collector_at_rest():
        start = perf_counter()
        for _ in range(calls):
            run()
        return (perf_counter() - start) / calls


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Inside, nobody looks for garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def nothing_is_garbage() -> Iterator[None]:
    """Inside, whatever exists already is no longer looked at: with millions of objects that takes seconds."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def growth(times: Mapping[int, float]) -> float:
    """The exponent p of time ~ size^p, fitted to times by size on logarithmic scales."""
    return linear_regression([log(size) for size in times], [log(time) for time in times.values()]).slope
