"""The same circuit drawn by Mermaid and by dagre-d3, each time in a browser of its own, which may hang."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Error

from benchmarks.page.browser import PROBE, chromium, p95
from benchmarks.page.browser import visit as opened
from scripts.setup import drawing_peers
from tests.browser.serving import Server

NAMES = ("Mermaid", "dagre-d3")
LIMIT = 60.0  # seconds
FRAMES = 120
START = """([name, graph, frames]) => {
  const say = (found) => console.log(JSON.stringify(found));
  setTimeout(() => peers.measure(name, graph, frames).then(say, (problem) => say({ problem: String(problem) })));
}"""
Graph = dict[str, Any]
Figures = tuple[str | float, str | float]  # milliseconds until it is drawn, and between frames; or why not


def are_installed() -> bool:
    """Whether all files of the peers are there."""
    return all(drawing_peers.file_of(peer).exists() for peer in drawing_peers.peers())


def graph_of(server: Server, program: str) -> Graph:
    """Nodes with their labels, and edges, as the server sees the circuit."""
    with chromium() as browser, opened(browser, server) as visit:
        found: Graph = visit.do("ask", program)
        return {"nodes": found["nodes"], "edges": found["edges"]}


def drawn(name: str, graph: Graph) -> Figures:
    """The figures of one peer for one graph."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        for script in (PROBE, (drawing_peers.LIST.with_name("peers.js")).read_text(encoding="utf-8")):
            page.add_init_script(script)
        page.goto("about:blank")
        for peer in drawing_peers.peers():
            page.add_script_tag(path=drawing_peers.file_of(peer))
        try:
            with page.expect_console_message(lambda said: said.text.startswith("{"), timeout=1e3 * LIMIT) as message:
                page.evaluate(START, [name, graph, FRAMES])
        except Error:
            return f"over {LIMIT:.0f} s", "–"
        found = json.loads(message.value.text)
        return ("fails", "–") if "problem" in found else (found["whole"], p95(found["intervals"]))


def measure(server: Server, programs: dict[int, str]) -> dict[tuple[str, int], Figures]:
    """Every peer with every circuit, the small ones first; one that is too large is the last that a peer is given."""
    found: dict[tuple[str, int], Figures] = {}
    if not are_installed():
        return found
    given_up: set[str] = set()
    for nodes, program in sorted(programs.items()):
        graph = graph_of(server, program)
        for name in NAMES:
            figures = ("not tried", "–") if name in given_up else drawn(name, graph)
            found[name, nodes] = figures
            if not isinstance(figures[0], float):
                given_up.add(name)
    return found
