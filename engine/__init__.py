"""Chainrule's engine: a program in the notation of the lecture, its circuit, its values and its gradients.

>>> from engine import evaluate
>>> evaluate("(x + y) z", {"x": -2, "y": 5, "z": -4}).gradients
{'x': -4.0, 'y': -4.0, 'z': 3.0}
"""

from engine.errors import EngineError, line_and_column
from engine.evaluation import (
    Evaluation,
    GateCurve,
    Reading,
    code,
    edge_jacobian,
    evaluate,
    gate_curve,
    parse,
    render,
    with_suggestions,
)
from engine.exporters.picture import Look, Picture, Theme, problem_picture
from engine.gate_catalogue import catalogue
from engine.limits import Limits
from engine.messages import Language, Message

__all__ = [
    "EngineError",
    "Evaluation",
    "GateCurve",
    "Language",
    "Limits",
    "Look",
    "Message",
    "Picture",
    "Reading",
    "Theme",
    "catalogue",
    "code",
    "edge_jacobian",
    "evaluate",
    "gate_curve",
    "line_and_column",
    "parse",
    "problem_picture",
    "render",
    "with_suggestions",
]
