"""How an evaluation shows itself: as a table in a terminal, as its picture in a notebook, as a file, row by row."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from os import PathLike

    from numpy import float64
    from numpy.typing import NDArray

    from engine.evaluation.evaluation import Evaluation
    from engine.exporters.picture.picture import Picture

    Number = float | NDArray[float64]

MOST_ROWS = 40  # of a table that nobody asked for
MOST_DRAWN = 300  # nodes of a picture that nobody asked for: more cannot be read on a page, and weigh megabytes


class NodeRow(NamedTuple):
    """An input, a constant or a gate, with its two numbers; ``operands`` are the ids of what feeds it."""

    id: str
    kind: str
    gate: str | None
    symbol: str
    name: str | None
    operands: tuple[str, ...]
    shape: tuple[int, ...]
    value: Number
    gradient: Number | None


class WireRow(NamedTuple):
    """A wire into slot ``operand`` of the gate ``target``: what it carries, and upstream × local = gradient.

    ``local`` is a number between scalars; of arrays :meth:`Evaluation.jacobian` gives it.
    """

    id: str
    source: str
    target: str
    operand: int
    value: Number
    upstream: Number | None
    local: float | None
    gradient: Number | None


class Showing:
    """The part of an evaluation that is looked at."""

    __slots__ = ()

    def __repr__(self) -> str:
        return self.table(MOST_ROWS)

    def table(self, most_rows: int | None = None) -> str:
        """Every node with its value and its gradient; of more than ``most_rows`` the first and the last."""
        from engine.evaluation.tables import circuit_table

        return circuit_table(self._evaluation, most_rows)

    @property
    def nodes(self) -> list[NodeRow]:
        """The nodes in forward order."""
        trace = self._evaluation.trace
        rows = []
        for index, node in enumerate(self._evaluation.compiled.drawn_nodes):
            what = (node["id"], node["kind"], node["gate"], node["symbol"], node["name"])
            of, shape = tuple(node["operands"]), tuple(node["shape"])
            rows.append(NodeRow(*what, of, shape, trace.values[index], trace.gradients[index]))
        return rows

    @property
    def wires(self) -> list[WireRow]:
        """The wires, by gate in forward order and by slot within a gate."""
        from engine.execution import local_gradients

        trace, rows = self._evaluation.trace, []
        for index, edge in enumerate(self._evaluation.compiled.graph.edges()):
            source, target, slot = edge
            local = local_gradients(trace, target)[slot] if trace.tape.scalar_gates[target] else None
            numbers = trace.values[source], trace.gradients[target], local, trace.sent(edge)
            rows.append(WireRow(f"e{index}", f"n{source}", f"n{target}", slot, *numbers))
        return rows

    @property
    def latex(self) -> str:
        """The program as LaTeX, without dollar signs around it."""
        return self._evaluation.compiled.expression["latex"]

    def picture(self, format: str = "svg", **look: Any) -> Picture:  # noqa: A002  (the field's name in a request)
        """The circuit as ``"svg"``, ``"png"``, ``"tikz"``, ``"dot"`` or ``"json"``.

        ``look`` is what may be wished of a picture: ``title``, ``theme``, ``lang``, ``step``, ``digits``,
        ``standalone``, ``scale``. Fails with :class:`engine.EngineError`.
        """
        from engine.evaluation.rendering import picture_of

        return picture_of(self._evaluation, format, look)

    def svg(self, **look: Any) -> str:
        """The circuit as the text of an SVG; ``look`` as for :meth:`picture`."""
        return self.picture("svg", **look).content.decode()

    def save(self, path: str | PathLike[str], **look: Any) -> None:
        """Write the circuit into a file, in the format that its name ends in: .svg, .png, .tex, .dot or .json."""
        from engine.evaluation.rendering import format_of

        content = self.picture(format_of(os.path.splitext(path)[1]), **look).content  # noqa: PTH122  (pathlib is slow to load)
        with open(path, "wb") as file:
            file.write(content)

    def _repr_svg_(self) -> str | None:
        """What a notebook shows; nothing where the circuit is too large to be read there."""
        return self.svg() if len(self._evaluation.compiled.graph.nodes) <= MOST_DRAWN else None

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """The forms that a notebook chooses from. LaTeX is none of them: some would show it in the picture's place."""
        forms = {"text/plain": self.__repr__, "image/svg+xml": self._repr_svg_}
        wanted = [kind for kind in forms if (not include or kind in include) and kind not in (exclude or ())]
        return {kind: text for kind in wanted if (text := forms[kind]()) is not None}

    @property
    def _evaluation(self) -> Evaluation:
        return cast("Evaluation", self)
