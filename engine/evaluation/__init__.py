"""The facade: text in, evaluation out."""

from engine.evaluation.evaluation import Evaluation, evaluate
from engine.evaluation.reading import Reading, parse

__all__ = ["Evaluation", "Reading", "evaluate", "parse"]
