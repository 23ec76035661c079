"""What every gate is: a name, a shape rule, a forward formula and one gradient formula per operand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from engine.broadcasting import Shape, broadcast_shape

Family = Literal["elementwise", "mixing", "reduction", "rearranging"]
Pattern = Literal["distributor", "router", "switcher"]


class Gate:
    """One operation of a circuit; subclasses are a few lines each.

    The formulas are written once, against a namespace ``xp``: floats (``engine.namespaces.scalars``), NumPy arrays
    (``numpy`` itself) or symbols that print as LaTeX (``engine.namespaces.symbols``). ``forward(xp, a, b)`` gives the
    value. ``backward(xp, upstream, output, a, b)`` gives the vector-Jacobian product for each operand, a tuple of
    ``arity`` entries, or for a gate with exactly one operand the bare gradient. A gradient may still have the
    broadcast shape: it is summed back once, by the backward pass. ``None`` says that the operand has no gradient.
    """

    name: ClassVar[str]
    symbol: ClassVar[str]
    signature: ClassVar[str]
    family: ClassVar[Family] = "elementwise"
    pattern: ClassVar[Pattern | None] = None
    arity: ClassVar[tuple[int, int | None]] = (1, 1)  # fewest and most operands; None: any number
    sequence: ClassVar[bool] = False  # whether the operands are written as one list: concatenate([a, b])

    def shape(self, *operands: Shape) -> Shape:
        """The output's shape; fails with ``shape_mismatch``. Elementwise gates broadcast as NumPy does."""
        return broadcast_shape(self.name, *operands) if any(operands) else ()

    def forward(self, xp: Any, *operands: Any) -> Any:
        """The output's value."""
        raise TypeError(f"{self.name} has no forward formula")

    def backward(self, xp: Any, upstream: Any, output: Any, *operands: Any) -> Any:
        """The gradient sent back to each operand."""
        raise TypeError(f"{self.name} has no backward formula")

    def sends(self, slot: int) -> bool:
        """Whether the operand in this slot gets a gradient; an index and a class label never do."""
        return True

    def kinks(self, xp: Any, output: Any, *operands: Any) -> Any:
        """Where, element by element, the derivative does not exist; ``False`` for a smooth gate."""
        return False

    def specialised(self, literals: Mapping[int, float]) -> Gate:
        """The gate to use when the slots of ``literals`` hold these absorbed constants; itself unless overridden."""
        return self

    def label(self, literals: Mapping[int, float]) -> str:
        """What is written in the gate, with the absorbed constants by slot, such as ``+1`` or ``max(0,·)``."""
        return self.symbol
