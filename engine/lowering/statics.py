"""Values that must be known before the circuit runs: shapes, axes, sizes; computed from what is already there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.errors import Span, fail, located
from engine.lowering.builder import Builder
from engine.lowering.values import Bounds, Items, Plain, Value


@dataclass(slots=True)
class Known:
    """The values of the inputs by key, the random numbers' seed, and which of them the circuit came to depend on."""

    values: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    used: dict[str, Any] = field(default_factory=dict)
    generator: Any = None

    @property
    def is_used(self) -> bool:
        """Whether the circuit depends on more than the shapes of its inputs."""
        return bool(self.used) or self.generator is not None

    def key(self, values: Mapping[str, Any], seed: int) -> tuple[Any, ...]:
        """What of other values and another seed the circuit would depend on, ready to be compared."""
        found = [(key, _whole(values[key])) for key in self.used]
        return (*found, seed if self.generator is not None else None)

    def suits(self, values: Mapping[str, Any], seed: int) -> bool:
        """Whether the circuit would be the same for these values and this seed."""
        return self.key(values, seed) == self.key(self.used, self.seed)

    def random(self) -> Any:
        """NumPy's PCG64; one stream for the whole program, so that the order of drawing decides."""
        if self.generator is None:
            import numpy

            self.generator = numpy.random.Generator(numpy.random.PCG64(self.seed))
        return self.generator


class Statics:
    """Evaluates parts of a circuit under construction."""

    def __init__(self, builder: Builder, known: Known, keys: dict[int, str]) -> None:
        self.builder = builder
        self.known = known
        self.keys = keys  # the key of each input's node
        self._found: dict[int, Any] = {}  # the values of nodes, as far as they were needed
        self._from_inputs: dict[int, bool] = {}  # whether a node depends on an input

    def value(self, value: Value, span: Span) -> Any:
        """A number, an array, a tuple, a slice or one of Python's constants; whole numbers as ``int``."""
        if isinstance(value, Plain):
            return value.value
        if isinstance(value, Items):
            return tuple(self.value(item, span) for item in value.values)
        if isinstance(value, Bounds):
            return slice(*(self.value(bound, span) for bound in (value.start, value.stop, value.step)))
        return _whole(value if isinstance(value, float) else self._of_node(value, span))

    def parameter(self, value: Value, span: Span) -> Any:
        """The same for a number that has a gradient of its own if it came from an input: only constants are taken."""
        if isinstance(value, int) and self._needs_input(value):
            fail("argument_not_constant", span)
        return self.value(value, span)

    def _needs_input(self, root: int) -> bool:
        for index in self.builder.needed(root, self._from_inputs):
            node = self.builder.nodes[index]
            self._from_inputs[index] = node.kind == "input" or any(
                self._from_inputs[k] for k in node.operands if k >= 0
            )
        return self._from_inputs[root]

    def _of_node(self, root: int, span: Span) -> Any:
        import numpy

        for index in self.builder.needed(root, self._found):
            node = self.builder.nodes[index]
            if node.kind == "input":
                self._found[index] = self._of_input(index, span)
            elif node.gate is None:
                self._found[index] = node.value
            else:
                operands = [self._found[k] if k >= 0 else self.builder.literals[-1 - k] for k in node.operands]
                with numpy.errstate(all="ignore"), located(span):
                    value = node.gate.forward(numpy, *map(numpy.asarray, operands))
                self._found[index] = value if node.shape else float(value)
        return self._found[root]

    def _of_input(self, index: int, span: Span) -> Any:
        key = self.keys[index]
        if key not in self.known.values:
            fail("static_unknown", span, name=self.builder.nodes[index].name)
        self.known.used[key] = self.known.values[key]
        return self.known.values[key]


def _whole(value: Any) -> Any:
    """``3.0`` as 3; an array as nested tuples of such numbers."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list):
        return tuple(map(_whole, value))
    return int(value) if isinstance(value, float) and value.is_integer() else value
