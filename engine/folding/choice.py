"""Which composites an evaluation shows as one gate, and which it writes out; most do neither and load nothing."""

from __future__ import annotations

from collections.abc import Container
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

    def without(self, names: Container[str]) -> Choice:
        """The same, but that these composites are not folded."""
        return self._replace(fold=tuple(name for name in self.fold if name not in names))


ALL = tuple(COMPOSITES)
AS_WRITTEN = Choice()
COUNTED = frozenset(("svm_loss", "cross_entropy"))  # their classes count from 0, an index also from the end
