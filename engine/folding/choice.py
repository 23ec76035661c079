"""Which composites an evaluation shows as one gate, and which it writes out; most do neither and load nothing."""

from __future__ import annotations

from typing import NamedTuple

from engine.folding.composites import COMPOSITES
from engine.graph import Graph
from engine.limits import Limits
from engine.lowering.program import Constants


class Choice(NamedTuple):
    """The names of the composites to fold and of those to unfold; one that is in both is unfolded."""

    fold: tuple[str, ...] = ()
    unfold: tuple[str, ...] = ()

    def applied(self, graph: Graph, constants: Constants, limits: Limits) -> Graph:
        """The circuit as chosen; what the author wrote stays where nothing is chosen."""
        if self.unfold:
            from engine.folding.unfolds import unfolded

            graph = unfolded(graph, self.unfold, constants, limits)
        wanted = [name for name in self.fold if name not in self.unfold]
        if not wanted:
            return graph
        from engine.folding.folds import folded

        return folded(graph, wanted, limits)


ALL = tuple(COMPOSITES)
AS_WRITTEN = Choice()
