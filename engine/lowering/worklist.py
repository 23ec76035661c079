"""The work list that stands in the place of recursion, so that any depth of nesting is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from engine.errors import Span, fail, located
from engine.gates import Gate
from engine.gates.functions import build
from engine.language.notices import Notice
from engine.language.syntax import Definition, Expression
from engine.lowering.builder import Builder, refuse_as_operand
from engine.lowering.statics import Statics
from engine.lowering.values import OPERAND, Operand, Value

Step = Callable[[Any, Any], None]  # a method of the lowering, not bound to it, which takes one argument


@dataclass(slots=True)
class Scope:
    """What names mean while a statement is lowered; ``read`` collects the keys that it needed."""

    source: str
    variables: dict[str, Value] = field(default_factory=dict)
    functions: dict[str, Definition] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)


class WorkList:
    """Steps still to take, and the values of what has been visited; ``visits`` has the first step by kind."""

    visits: ClassVar[Mapping[type[Expression], Step]]

    def __init__(self, builder: Builder, scope: Scope, absorb: bool, statics: Statics) -> None:
        self.builder = builder
        self.scope = scope
        self.absorb = absorb
        self.statics = statics
        self._noticed: dict[tuple[str, Span | None], Notice] = {}
        self._work: list[tuple[Step, Any]] = []
        self._results: list[Value] = []

    def lower(self, root: Expression) -> Value:
        """The value of an expression."""
        work = self._work
        self._visit_all((root,))
        while work:
            step, argument = work.pop()
            step(self, argument)
        return self._results.pop()

    def notice(self, notice: Notice) -> None:
        """Keep a notice; the same place of a function is told once, however often it is called."""
        self._noticed.setdefault((notice.key, notice.span), notice)

    @property
    def notices(self) -> list[Notice]:
        """What a reader should know, in the order found."""
        return list(self._noticed.values())

    def _then(self, step: Step, argument: Any, *operands: Expression) -> None:
        """Visit the operands in written order, then take the step."""
        self._work.append((step, argument))
        self._visit_all(operands)

    def _visit_all(self, expressions: Sequence[Expression]) -> None:
        """Visit expressions in written order, before whatever is still to do."""
        for expression in reversed(expressions):
            self._work.append((self.visits[type(expression)], expression))

    def _pop(self, count: int) -> list[Value]:
        values = self._results[len(self._results) - count :]
        del self._results[len(self._results) - count :]
        return values

    def _literal(self, value: float, span: Span) -> None:
        self._results.append(value if self.absorb else self.builder.constant(value, (), span))

    def operand(self, value: Value, span: Span) -> Operand:
        """A value that may stand on a wire or in a gate; a tuple or ``None`` may not."""
        return value if isinstance(value, OPERAND) else refuse_as_operand(span)

    def _gate(self, gate: Gate, values: Sequence[Value], span: Span) -> None:
        self._results.append(self.builder.gate(gate, values, span))

    def _build(self, name: str, parameters: dict[str, Any], span: Span) -> Gate:
        with located(span):
            return build(name, **parameters)


def check_count(name: str, signature: str, given: int, fewest: int, most: int | None, span: Span) -> None:
    """Fail unless a call has as many arguments as its function takes."""
    if given < fewest or (most is not None and given > most):
        expected = str(fewest) if fewest == most else f"{fewest}–{most}" if most else f"{fewest}+"
        fail("argument_count", span, name=name, expected=expected, given=given, signature=signature)
