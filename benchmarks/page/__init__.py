"""The page in real Chromium: how soon a circuit is there, how it follows a dragged input, how large it may be."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.page import drawings
from benchmarks.page.browser import chromium
from benchmarks.page.measuring import First, Large, Scrubbing, first_visit, large, scrubbing, typing
from benchmarks.page.programs import PROGRAMS
from benchmarks.report import NOT_INSTALLED, OURS, Goal, Section, number, table
from tests.browser.serving import Server

TEXT = """\
A real server and a headless Chromium that draws without a graphics processor, in a window of 1440 × 900. Each visit
begins with an empty cache, in a window that has been open for a second. What is dragged, panned or zoomed moves once in
each frame; a frame's time is from the start of one to the start of the next, and p95 means that 95 of 100 are shorter.
A state is new when the number in the figure has changed. Whatever else the machine does shows in all of these."""
PEERS = """\
Mermaid and dagre-d3 get the graph of the same circuit, with their libraries loaded, and lay it out and draw it in the
browser; Chainrule's time begins with a click on a link, and holds loading the page, reading the program, evaluating it
and its layout on the server. Mermaid and dagre-d3 draw all of it; Chainrule draws the wires and numbers in view, and of
more than 300 nodes only those in view. Their groups are moved as a pan would."""
COSTS = """\
What a state costs: the request, from the page to the server and back, runs beside the page's main thread, which runs
the scripts, works out styles and layout, and (in the rest) paints."""


def goals(first: First, scrubs: Mapping[int, Scrubbing], sizes: Mapping[int, Large]) -> list[Goal]:
    """Everything that the page is held to."""
    return [
        Goal("page, first visit", "circuit visible, ms", first.circuit, 1_000),
        Goal("page, first visit", "scripts before the circuit, KB gzipped", first.script, 80),
        Goal("page, first visit", "layout shift", round(first.shift, 3), 0),
        Goal("page, first visit", "messages, requests elsewhere", first.remarks, 0),
        Goal(
            "page, dragging, 13 nodes",
            "frames with a new state, %",
            100 * scrubs[13].states / scrubs[13].frames,
            100,
            True,
        ),
        Goal("page, dragging, 13 nodes", "frame, p95, ms", scrubs[13].frame, 20),
        Goal("page, dragging, 300 nodes", "new states a second", scrubs[300].states / scrubs[300].seconds, 30, True),
        Goal("page, 1,000 nodes", "pan, p95, ms", sizes[1_000].pan, 35),
        Goal("page, 1,000 nodes", "zoom, p95, ms", sizes[1_000].zoom, 35),
        Goal("page, 10,000 nodes", "opened, ms", sizes[10_000].opened, 5_000),
        Goal("page, 10,000 nodes", "pan, p95, ms", sizes[10_000].pan, 50),
    ]


def costs_table(scrubs: Mapping[int, Scrubbing]) -> str:
    """What limits a dragged input."""
    columns = ("nodes", "states a second", "frame p95, ms", "request, ms", "scripts", "styles", "layout", "rest")
    rows = []
    for nodes, found in scrubs.items():
        script, style, placing, everything = (found.costs[kind] for kind in ("script", "style", "layout", "all"))
        figures = (found.states / found.seconds, found.frame, found.costs["request"], script, style, placing)
        rows.append((f"{nodes:,}", *map(number, (*figures, max(everything - script - style - placing, 0)))))
    return table(columns, rows)


def sizes_table(sizes: Mapping[int, Large]) -> str:
    """What limits a circuit that is opened: the answer with its layout, and its size."""
    columns = ("nodes", "opened, ms", "answer, ms", "answer, KB", "read, ms", "pan p95, ms", "zoom p95, ms")
    rows = [
        (f"{nodes:,}", *map(number, (one.opened, one.request, one.kilobytes, one.reading, one.pan, one.zoom)))
        for nodes, one in sizes.items()
    ]
    return table(columns, rows)


def typing_table(found: Mapping[str, float]) -> str:
    """From the last key to the circuit."""
    rest = found["whole"] - found["parse"] - found["evaluate"] - 150
    rows = [
        ("pause after the last key", 150),
        ("text read", found["parse"]),
        ("evaluated, laid out", found["evaluate"]),
    ]
    parts = [(name, number(time)) for name, time in [*rows, ("drawn, and the rest", max(rest, 0))]]
    return table(("from typing to the circuit", "ms"), [*parts, ("in all", number(found["whole"]))])


def _told(figure: str | float) -> str:
    return number(figure) if isinstance(figure, float | int) else figure


def peers_table(sizes: Mapping[int, Large], peers: Mapping[tuple[str, int], drawings.Figures]) -> str:
    """Milliseconds until the same circuit is drawn, and of a frame while it is panned."""
    names = (OURS, *drawings.NAMES)
    rows = []
    for nodes, ours in sizes.items():
        figures = {OURS: (ours.opened, ours.pan)}
        figures.update({name: peers.get((name, nodes), (NOT_INSTALLED, "–")) for name in drawings.NAMES})
        rows.append((f"{nodes:,}", *(_told(figures[name][i]) for i in (0, 1) for name in names)))
    return table(("nodes", *(f"{name}, {what}" for what in ("drawn, ms", "pan p95, ms") for name in names)), rows)


def section() -> Section:
    """Measure."""
    with Server() as server:
        with chromium() as browser:
            first, typed = first_visit(browser, server), typing(browser, server)
            scrubs = {13: scrubbing(browser, server, None, "w0"), 300: scrubbing(browser, server, PROGRAMS[300], "a0")}
            sizes = {nodes: large(browser, server, nodes) for nodes in PROGRAMS}
        peers = drawings.measure(server, PROGRAMS)
    tables = [typing_table(typed), COSTS, costs_table(scrubs), sizes_table(sizes), PEERS, peers_table(sizes, peers)]
    return Section("The page", TEXT, tables, goals(first, scrubs, sizes))
