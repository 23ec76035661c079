"""One expression to gates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from engine.errors import Span, fail
from engine.gates import Gate
from engine.gates.functions import build
from engine.language.names import CONSTANTS
from engine.language.notices import LONGEST_HINT, Notice
from engine.language.syntax import (
    Array,
    Bars,
    Binary,
    Call,
    Constant,
    Expression,
    Index,
    Name,
    Negative,
    Number,
    Slice,
    Tuple,
)  # fmt: skip
from engine.lowering.arrays import literal_array
from engine.lowering.builder import Builder
from engine.lowering.calls import CallLowering
from engine.lowering.functions import FunctionLowering
from engine.lowering.indexing import IndexLowering
from engine.lowering.makers import Maker
from engine.lowering.statics import Statics
from engine.lowering.values import Items, Plain, Value
from engine.lowering.worklist import Scope, Step

STARS = ("*", "*=", "∗")
PRODUCTS = ("*", "·")
NAMES = {
    "+": "add", "-": "subtract", "*": "multiply", "/": "divide", "^": "power", "@": "matmul",
    ">": "greater", ">=": "greater_equal", "<": "less", "<=": "less_equal", "==": "equal", "!=": "not_equal",
}  # fmt: skip
OPERATORS = {sign: build(name) for sign, name in NAMES.items()}
NEGATIVE, RECIPROCAL = build("negative"), build("reciprocal")


class ExpressionLowering(FunctionLowering, CallLowering):
    """Turns expressions into gates of one builder."""

    def __init__(
        self, builder: Builder, scope: Scope, absorb: bool, statics: Statics, input_node: Callable[[str, Span], int]
    ) -> None:
        super().__init__(builder, scope, absorb, statics)
        self.input_node = input_node
        self.maker = Maker(builder.limits, statics.known)
        self.elementwise: set[int] = set()  # ids of the * that multiply two arrays entry by entry
        self._arrays: dict[int, Any] = {}  # the values of array literals, by the expression's id

    def _number(self, expression: Number) -> None:
        self._literal(expression.value, expression.span)

    def _constant(self, expression: Constant) -> None:
        self._results.append(Plain(expression.value))

    def _name(self, name: Name) -> None:
        self._results.append(self._lookup(name))

    def _lookup(self, name: Name) -> Value:
        if self._locals and name.key in self._locals[-1]:
            value = self._locals[-1][name.key]
            return self._input_or_constant(name) if value is None else value
        if name.key in self.scope.variables:
            self.scope.read.add(name.key)
            return self.scope.variables[name.key]
        if name.key in self.scope.functions:
            fail("function_as_value", name.span, name=self.scope.functions[name.key].spelling)
        return self._input_or_constant(name)

    def _input_or_constant(self, name: Name) -> Value:
        node = self.input_node(name.key, name.span)
        if node >= 0:
            return node
        if name.key not in CONSTANTS:
            fail("missing_inputs", name.span, listed=name.key)
        self._literal(CONSTANTS[name.key], name.span)
        return self._results.pop()

    def _negative(self, expression: Negative) -> None:
        self._then(ExpressionLowering._unary, (NEGATIVE, expression.span), expression.operand)

    def _bars(self, expression: Bars) -> None:
        self._then(ExpressionLowering._unary, (build(expression.kind), expression.span), expression.operand)

    def _unary(self, argument: tuple[Gate, Span]) -> None:
        gate, span = argument
        self._gate(gate, (self._results.pop(),), span)

    def _visit_binary(self, expression: Binary) -> None:
        one = isinstance(expression.left, Number) and expression.left.value == 1
        if expression.operator == "/" and one:
            self._then(ExpressionLowering._unary, (RECIPROCAL, expression.span), expression.right)
        else:
            self._then(ExpressionLowering._binary, expression, expression.left, expression.right)

    def _binary(self, expression: Binary) -> None:
        right, left = self._results.pop(), self._results.pop()
        sign = expression.operator
        if sign in PRODUCTS:
            sign = self._product(expression, left, right)
        self._gate(OPERATORS[sign], (left, right), expression.span)

    def _product(self, expression: Binary, left: Value, right: Value) -> str:
        """Which product is meant: the mathematical one of two arrays is ``@``; ``*`` is remembered between arrays."""
        shapes = [self.builder.shape(self.operand(value, expression.span)) for value in (left, right)]
        if not all(shapes):
            return "*"
        if expression.operator == "·":
            return "@"
        self.elementwise.add(id(expression))
        if set(map(len, shapes)) == {1, 2} and self._is_star(expression):
            self.notice(Notice("elementwise_product", expression.span, self._as_matmul(expression)))
        return "*"

    def _is_star(self, expression: Binary) -> bool:
        """Whether a product entry by entry is written with a star, and not with a sign that says so."""
        start, end = expression.place
        return self.scope.source[start:end] in STARS

    def _as_matmul(self, expression: Binary) -> str | None:
        if expression.span[1] - expression.span[0] > LONGEST_HINT:
            return None
        source, (start, end) = self.scope.source, expression.place
        sign = source[start:end].replace("*", "@") if source[start:end] == "*=" else "@"
        return f"{source[expression.span[0] : start].strip()} {sign} {source[end : expression.span[1]].strip()}"

    def _call_of(self, call: Call) -> None:
        if call.function in self.scope.functions and not call.qualified:
            self.visit_own(call, self.scope.functions[call.function])
        else:
            self.visit_builtin(call)

    def _tuple(self, expression: Tuple) -> None:
        self._then(ExpressionLowering._items, len(expression.items), *expression.items)

    def _items(self, count: int) -> None:
        self._results.append(Items(tuple(self._pop(count))))

    def _array(self, expression: Array) -> None:
        if id(expression) not in self._arrays:
            self._arrays[id(expression)] = self._constant_array(expression)
        value = self._arrays[id(expression)]
        if value is None:
            self._then(ExpressionLowering._entries, expression, *expression.items)
        else:
            self._results.append(self.builder.constant(value, value.shape, expression.span))

    def _entries(self, expression: Array) -> None:
        self._gate(build("array"), self._pop(len(expression.items)), expression.span)

    def _constant_array(self, expression: Array) -> Any:
        """The value of an array that holds only numbers, else ``None``; the same for every call of a function."""
        literal = literal_array(expression)
        if literal is None:
            return None
        import numpy

        self.builder.limits.check("elements", self.builder.elements + len(literal.numbers), expression.span)
        return numpy.array(literal.numbers).reshape(literal.shape)

    visits: ClassVar[Mapping[type[Expression], Step]] = {
        Number: _number,
        Name: _name,
        Constant: _constant,
        Negative: _negative,
        Bars: _bars,
        Binary: _visit_binary,
        Call: _call_of,
        Tuple: _tuple,
        Array: _array,
        Index: IndexLowering.visit_index,
        Slice: IndexLowering.visit_slice,
    }
