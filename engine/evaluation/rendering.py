"""A program as a picture or a document: evaluated, laid out, written in the format asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.errors import fail
from engine.evaluation.evaluation import Evaluation, evaluate
from engine.evaluation.node_entries import node_entries
from engine.evaluation.numbers import value_json
from engine.execution import local_gradients
from engine.exporters.picture import FORMATS, Look, Picture, picture
from engine.graph import Edge
from engine.limits import Limits

RENDERED = (*FORMATS, "json")
ENDINGS = {".svg": "svg", ".png": "png", ".tex": "tikz", ".dot": "dot", ".json": "json"}  # of files
LOOKS = tuple(Look.__dataclass_fields__)


def render(
    expression: str,
    inputs: Mapping[str, object] | None = None,
    *,
    format: str = "svg",  # noqa: A002  (the field's name in a request)
    limits: Limits | None = None,
    **options: Any,
) -> Picture:
    """Draw a program with its values and gradients.

    ``format`` is ``"svg"``, ``"png"``, ``"tikz"``, ``"dot"``, or ``"json"`` for the answer itself with its layout.
    ``options`` are those of :func:`evaluate` and of the picture: ``title``, ``theme``, ``lang``, ``step``, ``digits``,
    ``standalone``, ``scale``. Fails with :class:`engine.EngineError`, whatever the program.
    """
    _check_format(format)
    look = {name: options.pop(name) for name in LOOKS if name in options}
    Look(**look)  # a wish that cannot be granted is told before anything is computed
    return picture_of(evaluate(expression, inputs, limits=limits, **options), format, look)


def _check_format(form: object) -> None:
    if not isinstance(form, str) or form not in RENDERED:
        fail("bad_option", name="format", expected=" / ".join(RENDERED))


def picture_of(evaluation: Evaluation, form: str, wishes: Mapping[str, Any]) -> Picture:
    """The picture of what has been evaluated; fails with :class:`engine.EngineError` for a wish that there is not."""
    _check_format(form)
    for name in wishes:
        if name not in LOOKS:
            fail("unknown_option", name=name, known=", ".join(LOOKS))
    look = Look(**wishes)
    return Picture(_json(evaluation, look), form) if form == "json" else picture(drawable(evaluation), form, look)


def format_of(ending: str) -> str:
    """The format of a file whose name ends like this, with the dot; fails with ``bad_option``."""
    if ending.lower() not in ENDINGS:
        fail("bad_option", name="path", expected=" / ".join(ENDINGS))
    return ENDINGS[ending.lower()]


def with_suggestions(expression: str, inputs: Mapping[str, object], limits: Limits | None = None) -> dict[str, Any]:
    """The inputs, and for each one that is missing the value that ``parse`` suggests."""
    from engine.evaluation.reading import parse  # not loaded where everything was given

    reading = parse(expression, inputs, limits=limits)
    given = {**inputs}
    open_names = [name for name in reading.inputs if name.spelling not in given]
    return given | {name.spelling: reading.suggested[name.key] for name in open_names}


def drawable(evaluation: Evaluation) -> dict[str, Any]:
    """What a picture needs of an answer: everything but the rules, which take long to write."""
    made, trace = evaluation.compiled, evaluation.trace
    nodes = node_entries(made.drawn_nodes, trace, "auto")
    return {
        "expression": {"source": made.program.source},
        "output": {"node": f"n{made.graph.output}", "name": made.lowered.output_name},
        "nodes": nodes,
        "edges": [_wire(evaluation, k, edge) for k, edge in enumerate(made.graph.edges())],
        "order": made.order,
        "layout": made.geometry,
    }


def _wire(evaluation: Evaluation, number: int, edge: Edge) -> dict[str, Any]:
    trace = evaluation.trace
    gate = trace.tape.graph.nodes[edge.target].gate
    is_router = gate is not None and gate.pattern == "router" and trace.tape.scalar_gates[edge.target]
    return {
        "id": f"e{number}",
        "source": f"n{edge.source}",
        "target": f"n{edge.target}",
        "gradient": value_json(trace.sent(edge)),
        "local": local_gradients(trace, edge.target)[edge.operand] if is_router else None,
    }


def _json(evaluation: Evaluation, look: Look) -> bytes:
    laid_out = replace(evaluation, options=replace(evaluation.options, layout=True))
    return json.dumps(laid_out.to_dict(look.lang), ensure_ascii=False, separators=(",", ":")).encode()
