"""The facade: text in, evaluation out."""

from engine.evaluation.code import code
from engine.evaluation.curve import GateCurve, gate_curve
from engine.evaluation.evaluation import Evaluation, evaluate
from engine.evaluation.jacobian import edge_jacobian
from engine.evaluation.reading import Reading, parse
from engine.evaluation.rendering import render, with_suggestions

__all__ = [
    "Evaluation",
    "GateCurve",
    "Reading",
    "code",
    "edge_jacobian",
    "evaluate",
    "gate_curve",
    "parse",
    "render",
    "with_suggestions",
]
