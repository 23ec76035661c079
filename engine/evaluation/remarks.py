"""What the numbers of a run give reason to say: kinks, non-finite values, an output that is no scalar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.evaluation.compiled import Compiled
from engine.evaluation.inputs import Input
from engine.evaluation.numbers import first_nonfinite, is_finite, number_json
from engine.execution import Trace, namespace_of
from engine.language.notices import Notice


def remarks(compiled: Compiled, trace: Trace, inputs: dict[str, Input], upstream: Any) -> list[Notice]:
    """The notices of one run, in a fixed order."""
    return [
        *_unused_inputs(compiled, inputs),
        *_nonscalar(compiled, upstream),
        *_kinks(compiled, trace),
        *_nonfinite(compiled, trace),
    ]


def _unused_inputs(compiled: Compiled, inputs: dict[str, Input]) -> Iterator[Notice]:
    for key, given in inputs.items():
        if key not in compiled.lowered.inputs:
            yield Notice("unused_input", None, None, {"name": given.spelling})


def _nonscalar(compiled: Compiled, upstream: Any) -> Iterator[Notice]:
    output = compiled.graph.nodes[compiled.graph.output]
    if output.shape and upstream is None:
        yield Notice("nonscalar_output", output.span, None, {"shape": output.shape})


def _kinks(compiled: Compiled, trace: Trace) -> Iterator[Notice]:
    for index in compiled.kinked:
        node = compiled.graph.nodes[index]
        assert node.gate is not None
        with trace.tape.quiet():
            xp, operands = namespace_of(trace.tape, index), trace.operands(index)
            kink = node.gate.kinks(xp, trace.values[index], *operands)
        if kink if isinstance(kink, bool) else bool(kink.any()):
            yield Notice("nondifferentiable", node.span, None, {"gate": node.gate.name, "node": f"n{index}"})


def _nonfinite(compiled: Compiled, trace: Trace) -> Iterator[Notice]:
    """The first node in forward order whose value is not finite, or else the first gradient in backward order."""
    size = len(compiled.graph.nodes)
    for key, numbers, order in (
        ("nonfinite_value", trace.values, range(size)),
        ("nonfinite_gradient", trace.gradients, reversed(range(size))),
    ):
        for index in order:
            if not is_finite(numbers[index]):
                yield _nonfinite_at(compiled, key, index, first_nonfinite(numbers[index]))
                return


def _nonfinite_at(compiled: Compiled, key: str, index: int, number: float) -> Notice:
    node = compiled.drawn_nodes[index]
    shown = {"NaN": "NaN", "Infinity": "∞", "-Infinity": "−∞"}[number_json(number)]
    values = {"gate": node["gate"] or node["name"] or node["kind"], "node": node["id"], "value": shown}
    return Notice(key, compiled.graph.nodes[index].span, None, values)
