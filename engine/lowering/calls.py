"""Calls of what is built in: gates with their parameters, makers of constants, shapes."""

from __future__ import annotations

from math import inf
from typing import Any, NamedTuple

from engine.errors import Span, fail
from engine.gates import GATES, Gate
from engine.gates.functions import FUNCTIONS, REQUIRED, build, parameters
from engine.language.syntax import Array, Call, Expression, Tuple
from engine.language.vocabulary import MAKERS
from engine.lowering.makers import COUNTS, SIGNATURES, Maker
from engine.lowering.values import Items, Plain, Value
from engine.lowering.worklist import Step, WorkList, check_count

ELEMENTWISE = {"max": "maximum", "min": "minimum"}  # of two or more operands, written bare
GATHERED = {"reshape": "shape", "transpose": "axes"}  # parameters that a method takes as several numbers
SMOOTH = frozenset(("slope", "alpha", "margin"))  # an input among these would lose its gradient
NUMPY_KEYWORDS = {"newshape": "shape"}
PARTICULAR = frozenset(("norm", "clip", "dot", "reciprocal", *REQUIRED))  # not made from their operands alone
CLIP_SLOTS = {"a_min": 1, "min": 1, "a_max": 2, "max": 2}
CLIP_OPEN = (0.0, -inf, inf)  # the bounds that are not given


class Pending(NamedTuple):
    """A call whose arguments are being visited: the first ``operands`` of them, positional ones, keywords."""

    call: Call
    name: str
    operands: int
    positional: int


class CallLowering(WorkList):
    """Turns built-in calls into gates and constants."""

    maker: Maker

    def visit_builtin(self, call: Call) -> None:
        """Visit the arguments, then build."""
        if call.function in MAKERS or call.function in ("shape", "len"):
            self._visit_maker(call)
            return
        if call.function not in FUNCTIONS:  # a function that has been assigned over since
            fail("unknown_function", call.place, name=call.function)
        name = FUNCTIONS[call.function]
        if call.function in ELEMENTWISE and not call.qualified and len(call.arguments) > 1 and not call.keywords:
            name = ELEMENTWISE[call.function]
        arguments, operands = self._operands_first(call, GATES[name])
        pending = Pending(call, name, operands, len(arguments))
        if operands == len(arguments) and not call.keywords and name not in PARTICULAR:
            self._then(CallLowering._plain_call, pending, *arguments)
        else:
            self._then(CallLowering._call, pending, *arguments, *(value for _, value in call.keywords))

    def _operands_first(self, call: Call, gate: type[Gate]) -> tuple[tuple[Expression, ...], int]:
        """The positional arguments, a sequence of operands spread out, and how many of them are operands."""
        arguments, most = call.arguments, gate.arity[1]
        if gate.sequence and arguments:
            if not isinstance(arguments[0], Tuple | Array):
                fail("sequence_expected", arguments[0].span, name=gate.name, signature=gate.signature)
            items = arguments[0].items
            return (*items, *arguments[1:]), len(items)
        return arguments, len(arguments) if most is None else min(len(arguments), most)

    def _plain_call(self, pending: Pending) -> None:
        gate, span = build(pending.name), pending.call.span
        _check_arity(gate, pending.operands, span)
        self._gate(gate, self._pop(pending.operands), span)

    def _call(self, pending: Pending) -> None:
        call, name, count, positional = pending
        if not count:
            _check_arity(GATES[name], 0, call.span)
        values = self._pop(positional + len(call.keywords))
        operands, extra = values[:count], values[count:positional]
        keywords = dict(zip([key for key, _ in call.keywords], values[positional:], strict=True))
        spans = {key: value.span for key, value in call.keywords}
        if name == "norm":
            name, extra = self._norm_order(call, operands, extra, keywords)
        elif name == "clip":
            operands = _bounds(operands, keywords)
        given = self._parameters(call, name, extra, keywords, spans)
        gate = self._build(name, given, call.span)
        if name in REQUIRED and REQUIRED[name] not in given:
            check_count(*_shown(gate.signature), len(operands), gate.arity[0] + 1, None, call.span)
        _check_arity(gate, len(operands), call.span)
        self._check_superscript(call, operands)
        if name == "dot" and any(isinstance(x, int | float) and self.builder.shape(x) == () for x in operands):
            gate = build("multiply")
        self._gate(gate, operands, call.span)

    def _parameters(
        self, call: Call, name: str, extra: list[Value], keywords: dict[str, Value], spans: dict[str, Span]
    ) -> dict[str, Any]:
        """The gate's parameters: what is left of the positional arguments in order, and the keywords."""
        gate, known = GATES[name], parameters(name)
        if name in GATHERED and (len(extra) > 1 or (extra and isinstance(extra[0], int | float))):
            extra = [Items(tuple(extra))]
        allowed = 1 if gate.family == "reduction" else len(known)
        if len(extra) > allowed:
            fewest, most = gate.arity[0], (gate.arity[1] or 0) + min(allowed, len(known))
            check_count(*_shown(gate.signature), (gate.arity[1] or 0) + len(extra), fewest, most, call.span)
        given = {key: self._parameter(key, value, call.span) for key, value in zip(known, extra, strict=False)}
        for key, value in keywords.items():
            key = NUMPY_KEYWORDS.get(key, key)
            if key in given:
                fail("argument_twice", call.span, name=key)
            given[key] = self._parameter(key, value, spans.get(key, call.span))
        return given

    def _parameter(self, key: str, value: Value, span: Span) -> Any:
        return (self.statics.parameter if key in SMOOTH else self.statics.value)(value, span)

    def _norm_order(
        self, call: Call, operands: list[Value], extra: list[Value], keywords: dict[str, Value]
    ) -> tuple[str, list[Value]]:
        """``np.linalg.norm(x, 1)``: what follows the array is the order of the norm, as in NumPy."""
        order: Value = extra[0] if extra else keywords.pop("ord", Plain(None))
        number = self.statics.value(order, call.span)
        is_vector = len(self.builder.shape(self.operand(operands[0], call.span))) == 1 or "axis" in keywords
        if number is not None and not (number in (1, 2) and is_vector):
            fail("norm_order", call.span, order=str(number))
        return ("l1" if number == 1 else "norm"), extra[1:]

    def _check_superscript(self, call: Call, operands: list[Value]) -> None:
        is_superscript = call.function == "reciprocal" and call.place[1] == call.span[1]
        if is_superscript and self.builder.shape(self.operand(operands[0], call.span)) != ():
            fail("reciprocal_of_matrix", call.span)

    # Constants and shapes --------------------------------------------------------------------------------------------

    def _visit_maker(self, call: Call) -> None:
        name = call.function
        fewest, most = COUNTS.get(name, (0, 32) if name in SIGNATURES else (1, 1))
        signature = SIGNATURES.get(name, f"{name}(x)")
        if call.keywords:
            fail("unknown_keyword", call.span, gate=name, keyword=call.keywords[0][0], signature=signature)
        check_count(name, signature, len(call.arguments), fewest, most, call.span)
        step = STEPS.get(name, CallLowering._make)
        self._then(step, call, *call.arguments)

    def _make(self, call: Call) -> None:
        values = self._pop(len(call.arguments))
        spans = [argument.span for argument in call.arguments]
        arguments = tuple(self.statics.parameter(v, s) if k and call.function == "full" else self.statics.value(v, s)
                          for k, (v, s) in enumerate(zip(values, spans, strict=True)))  # fmt: skip
        shape, value = self.maker.make(call.function, arguments, call.span)
        self._results.append(self.builder.constant(value, shape, call.span))

    def _array_of(self, call: Call) -> None:
        """``np.array(x)``: the entries of a tuple, or the array itself."""
        (value,) = self._pop(1)
        if isinstance(value, Items):
            self._gate(build("array"), value.values, call.span)
        else:
            self._results.append(self.operand(value, call.span))

    def _shape(self, call: Call) -> None:
        (value,) = self._pop(1)
        shape = self.builder.shape(self.operand(value, call.span))
        self._results.append(Items(tuple(map(float, shape))))

    def _length(self, call: Call) -> None:
        self._shape(call)
        (shape,) = self._pop(1)
        assert isinstance(shape, Items)
        if not shape.values:
            fail("length_of_number", call.span)
        self._results.append(shape.values[0])


def _check_arity(gate: Gate | type[Gate], operands: int, span: Span) -> None:
    """Fail unless a gate has as many operands as it takes."""
    fewest, most = gate.arity
    if operands < fewest or (most is not None and operands > most):
        check_count(*_shown(gate.signature), operands, fewest, most, span)


def _shown(signature: str) -> tuple[str, str]:
    """A function's name and its signature, as :func:`check_count` tells them."""
    return signature.partition("(")[0], signature


def _bounds(operands: list[Value], keywords: dict[str, Value]) -> list[Value]:
    """The three operands of ``clip``: a bound that is missing or ``None`` is infinite."""
    slots: list[Value] = [*operands, *CLIP_OPEN[len(operands) :]]
    for key in [key for key in keywords if key in CLIP_SLOTS]:
        slots[CLIP_SLOTS[key]] = keywords.pop(key)
    return [CLIP_OPEN[slot] if value == Plain(None) else value for slot, value in enumerate(slots)]


STEPS: dict[str, Step] = {
    "array": CallLowering._array_of, "shape": CallLowering._shape, "len": CallLowering._length,
}  # fmt: skip
