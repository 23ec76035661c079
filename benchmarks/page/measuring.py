"""What is measured on the page, one visit each."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import mean, median
from urllib.request import urlopen

from playwright.sync_api import Browser

from benchmarks.page.browser import Visit, p95, visit
from benchmarks.page.programs import PROGRAMS, TYPED
from tests.browser.serving import Server

SETTLED = 1_500  # milliseconds after which a page has loaded everything
FRAMES = 180
VISITS = 3


@dataclass(frozen=True, slots=True)
class First:
    """A first visit: milliseconds, bytes of script as gzip makes them, layout shift, remarks and foreign requests."""

    circuit: float
    script: float
    shift: float
    remarks: int


@dataclass(frozen=True, slots=True)
class Scrubbing:
    """An input that is dragged: states and seconds, frames, and what a state costs where, in milliseconds."""

    states: int
    frames: int
    seconds: float
    frame: float
    costs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Large:
    """A circuit opened by a link: milliseconds until it stands there, and of a frame while it is moved."""

    opened: float
    pan: float
    zoom: float
    request: float
    kilobytes: float
    reading: float


def first_visit(browser: Browser, server: Server) -> First:
    """Everything about a visit with an empty cache; the time is the median of a few."""
    with visit(browser, server) as one:
        times = [one.circuit_at()]
        script = sum(len(gzip.compress(urlopen(address).read())) for address in one.do("scripts"))
        one.page.wait_for_timeout(SETTLED)
        shift = sum(entry["value"] for entry in one.page.evaluate("probe.shifts"))
        remarks = len(one.watch.remarks) + len(one.watch.elsewhere)
    for _ in range(VISITS - 1):
        with visit(browser, server) as again:
            times.append(again.circuit_at())
    return First(median(times), script / 1024, shift, remarks)


def typing(browser: Browser, server: Server) -> dict[str, float]:
    """Milliseconds from a typed program to its circuit, and those of both answers in it; medians."""
    with visit(browser, server) as page:
        page.circuit_at()
        page.page.wait_for_timeout(SETTLED)
        found = [page.do("type", TYPED.replace("w2", f"w{i}")) for i in range(2, 2 + VISITS)]
    return {
        "whole": median(one["whole"] for one in found),
        **{call: median(sum(one[call]) for one in found) for call in ("parse", "evaluate")},
    }


def scrubbing(browser: Browser, server: Server, program: str | None, name: str) -> Scrubbing:
    """An input dragged for three seconds at full speed."""
    with visit(browser, server, program) as page:
        page.circuit_at()
        page.page.wait_for_timeout(SETTLED)
        found, work = page.work("scrub", name, FRAMES)
        server_time = mean(page.do("durations", "evaluate") or [0])
    states = max(found["states"], 1)
    costs = {"request": server_time, **{kind: time / states for kind, time in work.items()}}
    intervals = found["intervals"]
    return Scrubbing(found["states"], len(intervals), sum(intervals) / 1e3, p95(intervals), costs)


def large(browser: Browser, server: Server, nodes: int) -> Large:
    """A circuit of so many nodes, opened, panned and zoomed."""
    with visit(browser, server, PROGRAMS[nodes]) as page:
        opened = page.circuit_at()
        page.page.wait_for_timeout(SETTLED)
        answer = page.do("ask", PROGRAMS[nodes])
        return Large(opened, *_moved(page), answer["request"], answer["bytes"] / 1024, answer["reading"])


def _moved(page: Visit) -> tuple[float, float]:
    pan, zoom = page.do("pan", FRAMES), page.do("zoom", FRAMES)
    return p95(pan["intervals"]), p95(zoom["intervals"])
