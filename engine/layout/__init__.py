"""From a graph to the geometry of its picture: columns, order, heights and wires."""

from engine.layout.pipeline import layout

__all__ = ["layout"]
