"""The facade: text in, evaluation out."""

from engine.evaluation.curve import GateCurve, gate_curve
from engine.evaluation.evaluation import Evaluation, evaluate
from engine.evaluation.jacobian import edge_jacobian
from engine.evaluation.reading import Reading, parse

__all__ = ["Evaluation", "GateCurve", "Reading", "edge_jacobian", "evaluate", "gate_curve", "parse"]
