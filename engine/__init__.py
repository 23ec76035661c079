"""Chainrule's engine: a program in the notation of the lecture, its circuit, its values and its gradients.

>>> from engine import evaluate
>>> evaluate("(x + y) z", {"x": -2, "y": 5, "z": -4}).gradients
{'x': -4.0, 'y': -4.0, 'z': 3.0}
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from engine.errors import EngineError, line_and_column
from engine.limits import Limits
from engine.messages import Language, Message

if TYPE_CHECKING:
    from engine.evaluation.code import code
    from engine.evaluation.curve import GateCurve, gate_curve
    from engine.evaluation.evaluation import Evaluation, evaluate
    from engine.evaluation.jacobian import edge_jacobian
    from engine.evaluation.reading import Reading, parse
    from engine.evaluation.rendering import ENDINGS, render, with_suggestions
    from engine.evaluation.showing import NodeRow, WireRow
    from engine.evaluation.tables import aligned
    from engine.evaluation.views import all_views
    from engine.exporters.picture.look import Look
    from engine.exporters.picture.picture import Picture
    from engine.exporters.picture.problem import problem_picture
    from engine.exporters.picture.texts import fit, one_line
    from engine.exporters.picture.themes import Theme
    from engine.gate_catalogue import catalogue

__all__ = [
    "ENDINGS",
    "EngineError",
    "Evaluation",
    "GateCurve",
    "Language",
    "Limits",
    "Look",
    "Message",
    "NodeRow",
    "Picture",
    "Reading",
    "Theme",
    "WireRow",
    "aligned",
    "all_views",
    "catalogue",
    "code",
    "edge_jacobian",
    "evaluate",
    "fit",
    "gate_curve",
    "line_and_column",
    "one_line",
    "parse",
    "problem_picture",
    "render",
    "with_suggestions",
]

_ROOMS = {
    "ENDINGS": "evaluation.rendering",
    "Evaluation": "evaluation.evaluation",
    "GateCurve": "evaluation.curve",
    "Look": "exporters.picture.look",
    "NodeRow": "evaluation.showing",
    "Picture": "exporters.picture.picture",
    "Reading": "evaluation.reading",
    "Theme": "exporters.picture.themes",
    "WireRow": "evaluation.showing",
    "aligned": "evaluation.tables",
    "all_views": "evaluation.views",
    "catalogue": "gate_catalogue",
    "code": "evaluation.code",
    "edge_jacobian": "evaluation.jacobian",
    "evaluate": "evaluation.evaluation",
    "fit": "exporters.picture.texts",
    "gate_curve": "evaluation.curve",
    "one_line": "exporters.picture.texts",
    "parse": "evaluation.reading",
    "problem_picture": "exporters.picture.problem",
    "render": "evaluation.rendering",
    "with_suggestions": "evaluation.rendering",
}

if not TYPE_CHECKING:  # a type checker would take every name for there

    def __getattr__(name: str) -> Any:
        """A public name; its room is loaded when it is first asked for, so that a command loads what it needs."""
        if name not in _ROOMS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(f"engine.{_ROOMS[name]}"), name)
        return found
