"""Composite gates: found in a circuit and shown as one gate, or written out as the gates of their definition."""

from engine.folding.choice import ALL, AS_WRITTEN, COUNTED, Choice
from engine.folding.composites import COMPOSITES, Composite

__all__ = ["ALL", "AS_WRITTEN", "COMPOSITES", "COUNTED", "Choice", "Composite"]
