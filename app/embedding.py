"""A circuit for a frame on another site: its picture at once, and what brings it to life; no HTTP."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.calls import Call
from app.language import Language
from app.schemas import EmbedRequest
from engine import Limits, evaluate, with_suggestions

MOST_NODES = 300  # of a circuit that stands in the page itself; a larger one is asked for
LEAST_SCALE = 11 / 13  # of a figure whose numbers can be read, see static/js/interact/zoom.js
MARGINS = 32  # beside the figure, in pixels
CIRCUIT = ("upstream", "fold", "unfold", "constants")  # fields that decide about the numbers and the gates
LOOK = ("theme", "lang", "step", "digits")  # and those that decide how they are shown

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """A circuit in one way of folding it: the ``answer`` with its layout, and its ``picture`` as SVG."""

    answer: dict[str, Any]
    picture: str

    @property
    def width(self) -> float:
        """Of the circuit, in its own pixels."""
        width: float = self.answer["layout"]["width"]
        return width


@dataclass(frozen=True, slots=True)
class Embedded:
    """A program with all its ``inputs`` and what it was asked with; ``plain`` is absent where it is too large."""

    source: str
    inputs: dict[str, Any]
    fields: dict[str, Any]
    plain: View | None
    folded: View | None

    def to_dict(self, _language: Language) -> dict[str, Any]:
        """What the page is made of; ``data`` is what its script begins with."""
        views = self._views()
        pictures = {name: view.picture for name, view in views.items()}
        widths = {name: view.width for name, view in views.items()}
        return {"data": self._data(), "pictures": pictures, "widths": widths, "narrow": self.narrow}

    @property
    def narrow(self) -> int | None:
        """Up to this width of a frame the circuit is shown folded; ``None`` where it stays as it is."""
        return math.ceil(self.plain.width * LEAST_SCALE) + MARGINS - 1 if self.plain and self.folded else None

    def _data(self) -> dict[str, Any]:
        answers = {name: view.answer for name, view in self._views().items()}
        return {"expression": self.source, **self.fields, "inputs": self.inputs, "narrow": self.narrow, **answers}

    def _views(self) -> dict[str, View]:
        return {name: view for name, view in (("plain", self.plain), ("folded", self.folded)) if view}


def embedded(
    expression: str,
    inputs: Fields | None = None,
    *,
    limits: Limits | None = None,
    mode: str = "step",
    panels: str | list[str] = "all",
    readonly: bool = False,
    **fields: Any,
) -> Embedded:
    """A program for a frame; inputs that are missing have the values that parse suggests.

    Fails with :class:`engine.EngineError`.
    """
    given = with_suggestions(expression, inputs or {}, limits)
    program = {"expression": expression, "inputs": given, "limits": limits}
    circuit = {name: value for name, value in fields.items() if name in CIRCUIT}
    look = {name: value for name, value in fields.items() if name in LOOK}
    asked = {"mode": mode, "panels": panels, "readonly": readonly, **circuit, **look}
    plain = _view({**program, **circuit}, look)
    return Embedded(expression, given, asked, plain, plain and _narrower(plain, {**program, **circuit}, look))


def _view(program: Fields, look: Fields) -> View | None:
    """The circuit, unless it is too large to stand in the page itself."""
    evaluation = evaluate(**program, layout=True)
    if len(evaluation.nodes) > MOST_NODES:
        return None
    return View(evaluation.to_dict(look.get("lang", "en")), evaluation.svg(**look))


def _narrower(plain: View, program: Fields, look: Fields) -> View | None:
    """The circuit with all folded that can be, if nobody has said how to fold it and that makes it narrower."""
    is_foldable = any(node.get("foldable") for node in plain.answer["nodes"])
    if not is_foldable or "fold" in program or "unfold" in program:
        return None
    view = _view({**program, "fold": "all"}, look)
    return view if view and view.width < plain.width else None


def _as_page(result: Embedded, language: Language) -> bytes:
    return json.dumps(result.to_dict(language), ensure_ascii=False, allow_nan=False).encode()


EMBED = Call("embed", EmbedRequest, embedded, _as_page)
