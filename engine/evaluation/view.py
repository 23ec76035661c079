"""One way to look at a circuit, and the ways that one gesture leads to from there; the page's gestures are the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from engine.evaluation.options import Options
from engine.folding import ALL
from engine.lowering.program import Constants


class View(NamedTuple):
    """What a reader has chosen to see: folds as names or ``"all"``, what is written out, where constants stand."""

    constants: Constants
    fold: tuple[str, ...] | str = ()
    unfold: tuple[str, ...] = ()

    @classmethod
    def asked(cls, options: Options) -> View:
        """The choice that the options of an evaluation make."""
        fold = "all" if options.fold == "all" else () if options.fold == "none" else tuple(sorted(set(options.fold)))
        return cls(options.constants, fold, tuple(sorted(ALL if options.unfold == "all" else set(options.unfold))))

    @property
    def key(self) -> str:
        """The choice in one line, as ``static/js/folding.js`` writes it."""
        fold = self.fold if isinstance(self.fold, str) else ",".join(self.fold)
        return f"{self.constants}|{fold}|{','.join(self.unfold)}"

    def options(self) -> dict[str, Any]:
        """The choice as options of an evaluation."""
        fold = self.fold if isinstance(self.fold, str) else list(self.fold)
        return {"constants": self.constants, "fold": fold, "unfold": list(self.unfold)}

    def folded(self, gate: str) -> View:
        """Every part that is this composite shown as one gate."""
        fold = self.fold if isinstance(self.fold, str) else tuple(sorted({*self.fold, gate}))
        return self._replace(fold=fold, unfold=_without(self.unfold, gate))

    def unfolded(self, gate: str) -> View:
        """Every such composite as its gates: as before it was folded, or written out."""
        if not isinstance(self.fold, str) and gate in self.fold:
            return self._replace(fold=_without(self.fold, gate))
        return self._replace(unfold=tuple(sorted({*self.unfold, gate})))

    def toggled(self) -> View:
        """Everything folded; or as it was written, where anything is shown otherwise."""
        return self._replace(fold=() if self.fold or self.unfold else "all", unfold=())

    def with_other_constants(self) -> View:
        """Numbers of the program as nodes, or in the gates that they feed."""
        return self._replace(constants="absorbed" if self.constants == "nodes" else "nodes")


def _without(names: tuple[str, ...], gate: str) -> tuple[str, ...]:
    return tuple(name for name in names if name != gate)


def neighbours(view: View, answer: Mapping[str, Any]) -> Iterator[View]:
    """The views that one gesture leads to: folding a part, unfolding a gate, folding or showing all, the constants."""
    composites = {place["id"] for place in answer["layout"]["nodes"] if place["composite"]}
    parts = {node["foldable"]["gate"] for node in answer["nodes"] if node["foldable"]}
    gates = {node["gate"] for node in answer["nodes"] if node["id"] in composites}
    yield from map(view.folded, sorted(parts))
    yield from map(view.unfolded, sorted(gates))
    if parts or view.fold or view.unfold:
        yield view.toggled()
    yield view.with_other_constants()
