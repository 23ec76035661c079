"""Losses of class scores: one row of scores a case, or a single one, and the number of the right class for each."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

from engine.broadcasting import Shape
from engine.errors import fail
from engine.gates import labels
from engine.gates.families import ByValue
from engine.gates.indexing import whole
from engine.gates.softmax import log_sum_exp, softmax


class ScoresLoss(ByValue):
    """The mean of a loss over the cases; the classes have no gradient."""

    family = "mixing"
    arity = (2, 2)

    def shape(self, *operands: Shape) -> Shape:
        scores, classes = operands
        if not 1 <= len(scores) <= 2 or classes != scores[:-1]:
            fail("scores_and_classes", gate=self.name, first=scores, second=classes)
        if not prod(scores):
            fail("reduction_of_nothing", gate=self.name, first=scores)
        return ()

    def sends(self, slot: int) -> bool:
        return slot == 0

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.call(self.symbol, literals, 2)


def right_class(xp: Any, scores: Any, y: Any, gate: str) -> Any:
    """The number of the right class of each case, as a column."""
    return xp.expand_dims(whole(xp, y, xp.shape(scores)[-1], 0, gate), -1)


class SvmLoss(ScoresLoss):
    """The sum, over the wrong classes, of how far their scores come within ``margin`` of the right one's.

    A class that is exactly at the margin sends nothing back.
    """

    name, symbol, signature = "svm_loss", "svm loss", "svm_loss(scores, y, margin=1)"

    def __init__(self, margin: float = 1.0) -> None:
        self.margin = margin

    def forward(self, xp: Any, scores: Any, y: Any) -> Any:
        right, classes = right_class(xp, scores, y, "svm_loss"), xp.arange(xp.shape(scores)[-1])
        excess = scores - xp.take_along_axis(scores, right, -1) + self.margin
        return xp.sum(xp.where(classes != right, xp.maximum(excess, 0.0), 0.0)) / xp.size(right)

    def backward(self, xp: Any, upstream: Any, output: Any, scores: Any, y: Any) -> Any:
        right, classes = right_class(xp, scores, y, "svm_loss"), xp.arange(xp.shape(scores)[-1])
        excess = scores - xp.take_along_axis(scores, right, -1) + self.margin
        close = excess > 0  # the right class, too: what it gets by this it also loses
        share = upstream / xp.size(right)
        return share * (close - (classes == right) * xp.sum(close, axis=-1, keepdims=True)), None

    def kinks(self, xp: Any, output: Any, scores: Any, y: Any) -> Any:
        right, classes = right_class(xp, scores, y, "svm_loss"), xp.arange(xp.shape(scores)[-1])
        excess = scores - xp.take_along_axis(scores, right, -1) + self.margin
        return (excess == 0) & (classes != right)


class CrossEntropy(ScoresLoss):
    """The negative logarithm of the right class's ``softmax``; its slope is ``softmax`` less 1 at the right class."""

    name, symbol, signature = "cross_entropy", "cross entropy", "cross_entropy(scores, y)"

    def forward(self, xp: Any, scores: Any, y: Any) -> Any:
        right = right_class(xp, scores, y, "cross_entropy")
        return xp.mean(log_sum_exp(xp, scores, -1) - xp.take_along_axis(scores, right, -1))

    def backward(self, xp: Any, upstream: Any, output: Any, scores: Any, y: Any) -> Any:
        right, classes = right_class(xp, scores, y, "cross_entropy"), xp.arange(xp.shape(scores)[-1])
        return upstream / xp.size(right) * (softmax(xp, scores, -1) - (classes == right)), None
