"""What must not change when a circuit is drawn with other composites."""

from __future__ import annotations

import numpy as np

from engine import evaluate
from engine.folding import ALL
from engine.folding.folds import folds

EXACT = 1e-12


def close(a, b):
    """Equal to 1e-12, each measured by its largest number."""
    if a is None or b is None:
        return a is b
    a, b = np.asarray(a), np.asarray(b)
    return a.shape == b.shape and np.allclose(a, b, rtol=EXACT, atol=EXACT * max(1.0, float(np.abs(b).max(initial=0))))


def assert_same_outside(text, inputs, **options):
    """Fold everything: output, inputs and all gates that stay have the same values and gradients as before."""
    before = evaluate(text, inputs)
    after = evaluate(text, inputs, **options)
    assert close(after.value, before.value)
    for name, gradient in before.gradients.items():
        assert close(after.gradients[name], gradient), name
    if options.get("fold"):
        _assert_gates_outside(before, after, options["fold"])
    return after


def _assert_gates_outside(before, after, names):
    found = folds(before.compiled.graph, ALL if names == "all" else names)
    gone = {k for fold in found for k in fold.taken} - {fold.output for fold in found}
    stay = [k for k, node in enumerate(before.compiled.graph.nodes) if k not in gone and node.kind != "constant"]
    new = [k for k, node in enumerate(after.compiled.graph.nodes) if node.kind != "constant"]
    assert len(stay) == len(new)
    for old, k in zip(stay, new, strict=True):
        assert close(after.trace.values[k], before.trace.values[old])
        assert close(after.trace.gradients[k], before.trace.gradients[old])


def composites(text, inputs):
    """The names of the composites that would be folded, from the output back."""
    return [fold.composite for fold in folds(evaluate(text, inputs).compiled.graph)]


def gates(evaluation):
    """The names of the gates in forward order."""
    return [node.gate.name for node in evaluation.compiled.graph.nodes if node.gate]
