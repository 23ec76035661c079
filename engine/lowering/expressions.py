"""One expression to gates, with a work list in the place of recursion, so that any depth of nesting is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.errors import EngineError, Span, fail
from engine.gates.functions import FUNCTIONS, build
from engine.language.names import CONSTANTS
from engine.language.notices import Notice
from engine.language.syntax import (
    Array,
    Bars,
    Binary,
    Call,
    Constant,
    Definition,
    Expression,
    Name,
    Negative,
    Number,
    Tuple,
)  # fmt: skip
from engine.lowering.arrays import literal_array, static
from engine.lowering.builder import Builder, Operand

OPERATORS = {
    "+": "add", "-": "subtract", "*": "multiply", "/": "divide", "^": "power", "@": "matmul",
    ">": "greater", ">=": "greater_equal", "<": "less", "<=": "less_equal", "==": "equal", "!=": "not_equal",
}  # fmt: skip
BARS = {"abs": "abs", "norm": "norm", "squared_norm": "squared_norm", "l1": "l1"}
ELEMENTWISE = {"max": "maximum", "min": "minimum"}  # of two or more operands, written bare


@dataclass(slots=True)
class Scope:
    """What names mean while a statement is lowered; ``read`` collects the keys that it needed."""

    source: str
    variables: dict[str, Operand] = field(default_factory=dict)
    functions: dict[str, Definition] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)


class ExpressionLowering:
    """Turns expressions into gates of one builder."""

    def __init__(self, builder: Builder, scope: Scope, absorb: bool, input_node: Callable[[str, Span], int]) -> None:
        self.builder = builder
        self.scope = scope
        self.absorb = absorb
        self.input_node = input_node
        self.notices: list[Notice] = []
        self.elementwise: set[int] = set()  # ids of the * that multiply two arrays entry by entry
        self.calls = 0
        self._work: list[tuple[Callable[..., None], Any]] = []
        self._results: list[Operand] = []
        self._locals: list[Mapping[str, Operand | None]] = []  # parameters; None: an input of the circuit
        self._active: list[str] = []
        self._arrays: dict[int, Any] = {}  # the values of array literals, by the expression's id

    def lower(self, root: Expression) -> Operand:
        """The node or the literal that is an expression's value."""
        self._visit(root)
        while self._work:
            step, argument = self._work.pop()
            step(argument)
        return self._results.pop()

    def lower_body(self, definition: Definition) -> Operand:
        """The value of a function's body whose parameters are inputs of the circuit."""
        self._active.append(definition.key)
        self._locals.append(dict.fromkeys(parameter.key for parameter in definition.parameters))
        return self.lower(definition.body)

    # Visiting --------------------------------------------------------------------------------------------------------

    def _visit(self, expression: Expression) -> None:
        match expression:
            case Number():
                self._literal(expression.value, expression.span)
            case Name():
                self._results.append(self._lookup(expression))
            case Negative():
                self._then(self._unary, ("negative", expression.span), expression.operand)
            case Bars():
                self._then(self._unary, (BARS[expression.kind], expression.span), expression.operand)
            case Binary():
                self._visit_binary(expression)
            case Call():
                self._visit_call(expression)
            case Array():
                self._visit_array(expression)
            case Constant() | Tuple():
                fail("constant_as_operand", expression.span)

    def _then(self, step: Callable[..., None], argument: Any, *operands: Expression) -> None:
        """Visit the operands in written order, then take the step."""
        self._work.append((step, argument))
        self._work.extend((self._visit, operand) for operand in reversed(operands))

    def _literal(self, value: float, span: Span) -> None:
        self._results.append(value if self.absorb else self.builder.constant(value, (), span))

    def _lookup(self, name: Name) -> Operand:
        if self._locals and name.key in self._locals[-1]:
            value = self._locals[-1][name.key]
            return self._input_or_constant(name) if value is None else value
        if name.key in self.scope.variables:
            self.scope.read.add(name.key)
            return self.scope.variables[name.key]
        if name.key in self.scope.functions:
            fail("function_as_value", name.span, name=self.scope.functions[name.key].spelling)
        return self._input_or_constant(name)

    def _input_or_constant(self, name: Name) -> Operand:
        node = self.input_node(name.key, name.span)
        if node >= 0:
            return node
        self._literal(CONSTANTS[name.key], name.span)
        return self._results.pop()

    def _visit_binary(self, expression: Binary) -> None:
        one = isinstance(expression.left, Number) and expression.left.value == 1
        if expression.operator == "/" and one:
            self._then(self._unary, ("reciprocal", expression.span), expression.right)
        else:
            self._then(self._binary, expression, expression.left, expression.right)

    def _visit_array(self, expression: Array) -> None:
        if id(expression) not in self._arrays:
            self._arrays[id(expression)] = self._constant_array(expression)
        value = self._arrays[id(expression)]
        if value is None:
            self._then(self._gate, ("array", {}, len(expression.items), expression.span), *expression.items)
        else:
            self._results.append(self.builder.constant(value, value.shape, expression.span))

    def _constant_array(self, expression: Array) -> Any:
        """The value of an array that holds only numbers, else ``None``; the same for every call of a function."""
        literal = literal_array(expression)
        if literal is None:
            return None
        import numpy

        self.builder.limits.check("elements", self.builder.elements + len(literal.numbers), expression.span)
        return numpy.array(literal.numbers).reshape(literal.shape)

    # Calls -----------------------------------------------------------------------------------------------------------

    def _visit_call(self, call: Call) -> None:
        if call.function in self.scope.functions and not call.qualified:
            self._visit_user_call(call, self.scope.functions[call.function])
        elif call.function == "array":
            self._argument_count(call, "array(x)", len(call.arguments), 1, 1)
            if call.keywords:
                fail("unknown_keyword", call.span, gate="array", keyword=call.keywords[0][0], signature="array(x)")
            self._visit(call.arguments[0])
        else:
            self._visit_builtin(call)

    def _visit_user_call(self, call: Call, definition: Definition) -> None:
        if call.function in self._active:
            fail("recursive_function", call.span, name=definition.spelling)
        if call.keywords:
            fail("user_function_keywords", call.span, name=definition.spelling)
        count = len(definition.parameters)
        signature = f"{definition.spelling}({', '.join(p.spelling for p in definition.parameters)})"
        self._argument_count(call, signature, len(call.arguments), count, count)
        self.calls += 1
        self.builder.limits.check("function_calls", self.calls, call.span)
        self.scope.read.add(call.function)
        self._then(self._enter, definition, *call.arguments)

    def _enter(self, definition: Definition) -> None:
        values = self._pop(len(definition.parameters))
        self._locals.append({p.key: value for p, value in zip(definition.parameters, values, strict=True)})
        self._active.append(definition.key)
        self._then(self._leave, None, definition.body)

    def _leave(self, _: None) -> None:
        self._locals.pop()
        self._active.pop()

    def _visit_builtin(self, call: Call) -> None:
        if call.function not in FUNCTIONS:  # a function that has been assigned over since
            fail("unknown_function", call.place, name=call.function)
        name = FUNCTIONS[call.function]
        if call.function in ELEMENTWISE and not call.qualified and len(call.arguments) > 1 and not call.keywords:
            name = ELEMENTWISE[call.function]
        keywords = {key: static(value) for key, value in call.keywords}
        operands = call.arguments
        if build(name).family == "reduction" and len(operands) > 1:
            operands = self._axis_argument(call, keywords)
        self._then(self._gate, (name, keywords, len(operands), call.span, call), *operands)

    def _axis_argument(self, call: Call, keywords: dict[str, Any]) -> tuple[Expression, ...]:
        """``X.max(1)``: what follows the array is the axis."""
        if len(call.arguments) > 2 or "axis" in keywords:
            self._argument_count(call, build(FUNCTIONS[call.function]).signature, len(call.arguments), 1, 2)
            fail("argument_twice", call.span, name="axis")
        keywords["axis"] = static(call.arguments[1])
        return call.arguments[:1]

    def _argument_count(self, call: Call, signature: str, given: int, fewest: int, most: int | None) -> None:
        if given < fewest or (most is not None and given > most):
            expected = str(fewest) if fewest == most else f"{fewest}–{most}" if most else f"{fewest}+"
            name = signature.partition("(")[0]
            fail("argument_count", call.span, name=name, expected=expected, given=given, signature=signature)

    # Building --------------------------------------------------------------------------------------------------------

    def _pop(self, count: int) -> list[Operand]:
        operands = self._results[len(self._results) - count :]
        del self._results[len(self._results) - count :]
        return operands

    def _unary(self, argument: tuple[str, Span]) -> None:
        name, span = argument
        self._results.append(self.builder.gate(build(name), self._pop(1), span))

    def _gate(self, argument: tuple[Any, ...]) -> None:
        name, keywords, count, span, *call = argument
        operands = self._pop(count)
        gate = self._build(name, keywords, span)
        if call:
            self._argument_count(call[0], gate.signature, count, *gate.arity)
            self._check_operands(call[0], operands)
        if name == "dot" and any(self.builder.shape(operand) == () for operand in operands):
            gate = build("multiply")
        self._results.append(self.builder.gate(gate, operands, span))

    def _build(self, name: str, keywords: dict[str, Any], span: Span) -> Any:
        try:
            return build(name, **keywords)
        except EngineError as error:
            raise EngineError(error.key, error.span or span, details=error.details, **error.values) from None

    def _check_operands(self, call: Call, operands: list[Operand]) -> None:
        is_superscript = call.function == "reciprocal" and call.place[1] == call.span[1]
        if is_superscript and self.builder.shape(operands[0]) != ():
            fail("reciprocal_of_matrix", call.span)

    def _binary(self, expression: Binary) -> None:
        left, right = self._pop(2)
        first, second = self.builder.shape(left), self.builder.shape(right)
        name = OPERATORS.get(expression.operator, "")
        if not name:  # the mathematical product
            name = "multiply" if first == () or second == () else "matmul"
        if expression.operator == "*" and first and second:
            self.elementwise.add(id(expression))
        if expression.operator == "*" and {len(first), len(second)} == {1, 2}:
            self.notices.append(Notice("elementwise_product", expression.span, self._as_matmul(expression)))
        self._results.append(self.builder.gate(build(name), (left, right), expression.span))

    def _as_matmul(self, expression: Binary) -> str:
        source, (start, end) = self.scope.source, expression.place
        sign = source[start:end].replace("*", "@") if source[start:end] == "*=" else "@"
        return f"{source[expression.span[0] : start].strip()} {sign} {source[end : expression.span[1]].strip()}"
