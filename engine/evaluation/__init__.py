"""The facade: text in, evaluation out."""

from engine.evaluation.evaluation import Evaluation, evaluate
from engine.evaluation.jacobian import edge_jacobian
from engine.evaluation.reading import Reading, parse

__all__ = ["Evaluation", "Reading", "edge_jacobian", "evaluate", "parse"]
