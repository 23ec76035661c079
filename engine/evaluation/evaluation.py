"""A program with its inputs, run forward and backward."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.errors import EngineError, fail
from engine.evaluation.compiled import Compiled, Request, compiled
from engine.evaluation.inputs import Input, read_inputs, read_value
from engine.evaluation.node_entries import node_entries
from engine.evaluation.options import Options
from engine.evaluation.remarks import remarks
from engine.evaluation.showing import Showing
from engine.execution import Trace, run
from engine.folding import COUNTED
from engine.language.notices import Notice
from engine.limits import Limits
from engine.lowering import InputShape
from engine.messages import Language

if TYPE_CHECKING:
    from engine.evaluation.showing import Number

LIMITS, OPTIONS = Limits(), Options()  # those of a call that names none


@dataclass(frozen=True, slots=True, repr=False)
class Evaluation(Showing):
    """What came out: the circuit, and a value and a gradient for each of its nodes; it shows itself."""

    compiled: Compiled
    inputs: dict[str, Input]
    options: Options
    upstream: Any
    trace: Trace

    @property
    def value(self) -> Number:
        """The output's value: a float, or a float64 array."""
        found: Number = self.trace.values[self.compiled.graph.output]
        return found

    @property
    def gradients(self) -> dict[str, Number | None]:
        """The gradient of each input by name, in the input's shape; ``None`` for one that the output ignores."""
        by_key = self.compiled.lowered.inputs
        return {
            given.spelling: self.trace.gradients[by_key[key]] if key in by_key else None
            for key, given in self.inputs.items()
        }

    def to_dict(self, language: Language = "en") -> dict[str, Any]:
        """The answer of the REST API, ready for any JSON writer: non-finite numbers are strings already.

        What does not depend on the numbers is shared with other answers of the same program: copy before changing it.
        """
        from engine.evaluation.answer import edge_entries, input_entries  # a picture does without them

        made, detail = self.compiled, self.options.values
        nodes = node_entries(made.nodes, self.trace, detail)
        output = nodes[made.graph.output]
        return {
            "expression": made.expression,
            "output": {
                "node": output["id"],
                "name": made.lowered.output_name,
                "shape": output["shape"],
                "value": output["value"],
            },
            "inputs": input_entries(made, self.inputs, nodes, detail),
            "nodes": nodes,
            "edges": edge_entries(made, self.trace, nodes, detail, language),
            "order": made.order,
            "notices": [notice.to_dict(language) for notice in self.notices],
            "layout": made.geometry if self.options.layout else None,
            "check": self._check() if self.options.check else None,
        }

    def jacobian(self, edge: str, language: Language = "en") -> dict[str, Any]:
        """The Jacobian of one wire, such as ``"e0"``, in numbers; a diagonal one as its diagonal.

        Fails with ``unknown_edge``, or with ``limit_exceeded`` where it takes too many numbers.
        """
        from engine.evaluation.wires import wire_jacobian

        return wire_jacobian(self.trace, edge).to_dict(language)

    def code(self, target: str) -> str:
        """A program for ``"numpy"``, ``"pytorch"``, ``"jax"`` or ``"micrograd"`` that prints the same numbers.

        Fails with ``bad_option`` for another target, and with ``unsupported`` where micrograd cannot follow.
        """
        from engine.exporters.code import Circuit, Given, program_text

        made, by_key = self.compiled, self.compiled.lowered.inputs
        inputs = [Given(given.spelling, by_key.get(key), given.drawn) for key, given in self.inputs.items()]
        title, name = made.expression["canonical"], made.lowered.output_name
        return program_text(Circuit(title, self.trace, inputs, name, self.upstream, self.options.seed), target)

    @property
    def notices(self) -> list[Notice]:
        """What deserves notice, of the program and of its numbers."""
        return self.compiled.notices + remarks(self.compiled, self.trace, self.inputs, self.options.upstream)

    def _check(self) -> dict[str, Any]:
        """The answer's ``check``."""
        from engine.evaluation.checks import check_answer

        by_key, options = self.compiled.lowered.inputs, self.options
        used = {by_key[key]: given.spelling for key, given in self.inputs.items() if key in by_key}
        return check_answer(self.trace, used, self.upstream, options.values, options.check == "nodes")


def evaluate(
    expression: str,
    inputs: Mapping[str, object] | None = None,
    *,
    limits: Limits | None = None,
    **options: Any,
) -> Evaluation:
    """Run a program forward and backward.

    ``inputs`` maps names to numbers, nested lists (or arrays) and ``{"random": …, "shape": …}``; ``options`` are the
    fields of the REST request. Fails with :class:`engine.EngineError`, whatever the program.
    """
    try:
        return _evaluated(expression, inputs, limits or LIMITS, _options(options) if options else OPTIONS)
    except EngineError as error:
        error.explain(expression)
        raise error.with_traceback(None) from None  # the reader's own lines, not the engine's


def _evaluated(expression: str, inputs: Mapping[str, object] | None, limits: Limits, chosen: Options) -> Evaluation:
    if not isinstance(expression, str):
        fail("expression_not_text")
    limits.check("expression_characters", len(expression))
    read = read_inputs(inputs, limits)
    shapes = {key: InputShape(given.spelling, given.shape) for key, given in read.items()}
    known = {key: given.value for key, given in read.items()}
    request = Request(expression, shapes, chosen.constants, limits, known, chosen.seed, chosen.choice())
    try:
        return _run(request, read, chosen)
    except EngineError as error:
        if error.key != "index_out_of_range":
            raise
        return _run(request._replace(choice=request.choice.without(COUNTED)), read, chosen)


def _run(request: Request, read: dict[str, Input], chosen: Options) -> Evaluation:
    made = compiled(request)
    values = {index: read[key].value for key, index in made.lowered.inputs.items()}
    upstream = _upstream(chosen.upstream, made, request.limits)
    return Evaluation(made, read, chosen, upstream, run(made.tape, values, upstream))


def _options(given: dict[str, Any]) -> Options:
    for name in given:
        if name not in Options.__dataclass_fields__:
            fail("unknown_option", name=name, known=", ".join(Options.__dataclass_fields__))
    return Options(**given)


def _upstream(given: Any, made: Compiled, limits: Limits) -> Any:
    """The gradient that the backward pass starts from, in the output's shape; a number is repeated."""
    expected = made.graph.nodes[made.graph.output].shape
    if isinstance(given, Mapping):
        fail("upstream_not_numbers")
    shape, value = ((), 1.0) if given is None else read_value(given, "upstream", limits)
    if shape == expected:
        return value
    if shape:
        fail("upstream_shape", expected=expected, found=shape)
    import numpy

    return numpy.full(expected, value)
