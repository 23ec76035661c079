"""``x[…]``: entries of an array, or of a tuple such as a shape."""

from __future__ import annotations

from typing import Any

from engine.errors import Span, fail
from engine.gates import GATES
from engine.language.syntax import Index, Slice
from engine.lowering.values import Bounds, Items, Operand, Plain, Value
from engine.lowering.worklist import WorkList

MASKS = frozenset(("greater", "greater_equal", "less", "less_equal", "equal", "not_equal"))


class IndexLowering(WorkList):
    """Turns indexing into gates."""

    def visit_index(self, expression: Index) -> None:
        """Visit the array and the items, then build."""
        self._then(IndexLowering._index, expression, expression.operand, *expression.items)

    def visit_slice(self, expression: Slice) -> None:
        """Visit the bounds that are there."""
        bounds = [bound for bound in (expression.start, expression.stop, expression.step) if bound is not None]
        self._then(IndexLowering._slice, expression, *bounds)

    def _slice(self, expression: Slice) -> None:
        bounds = (expression.start, expression.stop, expression.step)
        values = iter(self._pop(sum(bound is not None for bound in bounds)))
        self._results.append(Bounds(*(Plain(None) if bound is None else next(values) for bound in bounds)))

    def _index(self, expression: Index) -> None:
        operand, *items = self._pop(1 + len(expression.items))
        if len(items) == 1 and isinstance(items[0], Items):
            items = list(items[0].values)
        spans = [item.span for item in expression.items]
        spans += spans[-1:] * (len(items) - len(spans))
        if isinstance(operand, Items):
            self._results.append(self._of_tuple(operand, items, spans, expression.span))
        else:
            self._results.append(self.entries(self.operand(operand, expression.span), items, spans, expression.span))

    def _of_tuple(self, operand: Items, items: list[Value], spans: list[Span], span: Span) -> Value:
        key = self.statics.value(items[0], spans[0])
        if len(items) > 1 or not isinstance(key, int | slice) or isinstance(key, bool):
            fail("tuple_index", span, size=len(operand.values))
        try:
            found = operand.values[key]
        except (IndexError, TypeError, ValueError):
            fail("tuple_index", span, size=len(operand.values))
        return Items(found) if isinstance(found, tuple) else found

    def entries(self, operand: Operand, items: list[Value], spans: list[Span], span: Span) -> Operand:
        """The gate that picks entries: numbers and slices belong to the gate, arrays and inputs flow in."""
        wires: list[Operand] = []
        key = tuple(self._key(item, wires, place) for item, place in zip(items, spans, strict=True))
        return self.builder.gate(self._build("index", {"key": key}, span), [operand, *wires], span)

    def _key(self, item: Value, wires: list[Operand], span: Span) -> Any:
        if isinstance(item, Bounds):
            return self._whole_slice(item, span)
        if isinstance(item, Plain):
            return fail("index_not_whole", span, index=str(item.value)) if isinstance(item.value, bool) else item.value
        if isinstance(item, Items):
            return fail("index_not_whole", span, index="( )")
        literal = item if isinstance(item, float) else self.builder.nodes[item].value
        if isinstance(literal, float):
            return int(literal) if literal.is_integer() else fail("index_not_whole", span, index=f"{literal:g}")
        gate = self.builder.nodes[int(item)].gate
        if gate is not None and gate.name in MASKS:
            fail("index_by_mask", span)
        wires.append(item)
        return GATES["index"].OPERAND  # type: ignore[attr-defined]

    def _whole_slice(self, bounds: Bounds, span: Span) -> slice:
        found: slice = self.statics.value(bounds, span)
        parts = (found.start, found.stop, found.step)
        if found.step == 0 or any(part is not None and type(part) is not int for part in parts):
            fail("slice_not_whole", span)
        return found
