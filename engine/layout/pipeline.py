"""The layout of a circuit, phase by phase; each phase is a file of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.graph import Graph
from engine.layout.circuit import wire_up
from engine.layout.columns import columns
from engine.layout.document import document
from engine.layout.layers import layer
from engine.layout.measure import measure
from engine.layout.ordering import order
from engine.layout.placement import place
from engine.layout.routing import Router
from engine.layout.spacing import space


def layout(graph: Graph, values: Sequence[Any] | None = None) -> dict[str, Any]:
    """The circuit's picture in circuit pixels, as plain data: the ``layout`` of an answer.

    ``values``, aligned with ``graph.nodes``, may hold arrays; only their shapes matter, for the room of their labels,
    so that a picture stays as it is while its numbers change. The same graph always gives the same picture.
    """
    circuit = wire_up(graph, measure(graph, values))
    layers = layer(circuit, columns(circuit))
    heights = place(layers, order(circuit, layers))
    router = Router(circuit, layers, heights, space(circuit, layers, heights))
    return document(circuit, layers, router)
