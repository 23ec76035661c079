"""Calls of the program's own functions: expanded where they are called."""

from __future__ import annotations

from collections.abc import Sequence

from engine.errors import Span, fail
from engine.language.syntax import Assignment, Call, Definition, Expression, Local, Target, Unpacking
from engine.lowering.indexing import IndexLowering
from engine.lowering.values import Items, Value
from engine.lowering.worklist import check_count


class FunctionLowering(IndexLowering):
    """Expands functions; ``None`` as a local's value: the parameter is an input of the circuit."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.calls = 0
        self._locals: list[dict[str, Value | None]] = []
        self._active: list[str] = []

    def lower_body(self, definition: Definition, given: Sequence[str]) -> Value:
        """The value of a function whose parameters are inputs of the circuit; a default holds where none is given."""
        parameters: dict[str, Value | None] = {}
        for parameter in definition.parameters:
            is_input = parameter.default is None or parameter.key in given
            parameters[parameter.key] = None if is_input or parameter.default is None else self.lower(parameter.default)
        self._active.append(definition.key)
        self._locals.append(parameters)
        for statement in definition.statements:
            self._results.append(self.lower(statement.value))
            self._bind_local(statement)
        return self.lower(definition.body)

    def visit_own(self, call: Call, definition: Definition) -> None:
        """Visit the arguments, and the defaults of parameters that get none; then expand."""
        if call.function in self._active:
            fail("recursive_function", call.span, name=definition.spelling)
        arguments = self._arguments(call, definition)
        defaults = {p.key: p.default for p in definition.parameters if p.key not in arguments and p.default is not None}
        self.calls += 1
        self.builder.limits.check("function_calls", self.calls, call.span)
        self.scope.read.add(call.function)
        self._work.append((FunctionLowering._enter, (definition, [*arguments, *defaults])))
        if defaults:
            self._work.append((FunctionLowering._close_scope, None))
            self._visit_all(tuple(defaults.values()))
            self._work.append((FunctionLowering._open_scope, None))
        self._visit_all(tuple(arguments.values()))

    def _arguments(self, call: Call, definition: Definition) -> dict[str, Expression]:
        """The expression that each parameter gets, in written order."""
        names = dict.fromkeys(parameter.key for parameter in definition.parameters)
        fewest = sum(parameter.default is None for parameter in definition.parameters)
        given = len(call.arguments) + len(call.keywords)
        found = dict(zip(names, call.arguments, strict=False))
        for keyword, value in call.keywords:
            if keyword not in names:
                values = {"gate": definition.spelling, "signature": self._signature(definition)}
                fail("unknown_keyword", call.span, keyword=keyword, **values)
            if keyword in found:
                fail("argument_twice", call.span, name=keyword)
            found[keyword] = value
        if not fewest <= given <= len(names):
            check_count(definition.spelling, self._signature(definition), given, fewest, len(names), call.span)
        missing = [p.spelling for p in definition.parameters if p.key not in found and p.default is None]
        if missing:
            values = {"name": definition.spelling, "missing": missing[0], "signature": self._signature(definition)}
            fail("argument_missing", call.span, **values)
        return found

    def _signature(self, definition: Definition) -> str:
        """``f(x, a=1)``, as the program writes it."""
        defaults = [self._source(p.default.span) if p.default else "" for p in definition.parameters]
        shown = zip(definition.parameters, defaults, strict=True)
        return f"{definition.spelling}({', '.join(f'{p.spelling}={d}' if d else p.spelling for p, d in shown)})"

    def _source(self, span: Span) -> str:
        return self.scope.source[span[0] : span[1]]

    def _open_scope(self, _: None) -> None:
        self._locals.append({})  # a default sees what the program sees, not what the caller's names mean

    def _close_scope(self, _: None) -> None:
        self._locals.pop()

    def _enter(self, argument: tuple[Definition, list[str]]) -> None:
        definition, keys = argument
        self._locals.append(dict(zip(keys, self._pop(len(keys)), strict=True)))
        self._active.append(definition.key)
        self._then(FunctionLowering._leave, None, definition.body)
        for statement in reversed(definition.statements):
            self._then(FunctionLowering._bind_local, statement, statement.value)

    def _leave(self, _: None) -> None:
        self._locals.pop()
        self._active.pop()

    def _bind_local(self, statement: Local) -> None:
        (value,) = self._pop(1)
        for target, found in self.bound(statement, value):
            self._locals[-1][target.key] = found

    # Names -----------------------------------------------------------------------------------------------------------

    def bound(self, statement: Local, value: Value) -> list[tuple[Target | Assignment, Value]]:
        """What an assignment's names stand for; nodes carry the name that they are given first."""
        pairs: list[tuple[Target | Assignment, Value]] = [(statement, value)]  # type: ignore[list-item]
        if isinstance(statement, Unpacking):
            values = self._unpacked(value, len(statement.targets), statement.value.span)
            pairs = list(zip(statement.targets, values, strict=True))
        for target, found in pairs:
            if isinstance(found, int):
                self.builder.name(found, target.spelling)
        return pairs

    def _unpacked(self, value: Value, count: int, span: Span) -> Sequence[Value]:
        """The parts of a tuple, or the entries of an array along its first axis."""
        shape = () if isinstance(value, Items) else self.builder.shape(self.operand(value, span))
        size = len(value.values) if isinstance(value, Items) else shape[0] if shape else 1
        if size != count:
            fail("unpacking", span, expected=count, found=size)
        if isinstance(value, Items):
            return value.values
        if not shape:
            return [value]
        return [self.entries(self.operand(value, span), [float(k)], [span], span) for k in range(count)]
