"""The parameters of gates that stand in a form: the axes of reductions, and the keys of indexing."""

from __future__ import annotations

from typing import Any

from engine.broadcasting import Shape
from engine.errors import EngineError
from engine.gates.indexing import Index
from engine.gates.reductions import reduced_axes

Axes = tuple[int, ...]


def same_keys(part: Index, found: Any) -> bool:
    """Whether two keys pick alike, integers in the place of operands aside."""
    pairs = zip(part.key, found.key, strict=False)
    alike = (k == wanted or (wanted == Index.OPERAND and type(k) is int) for wanted, k in pairs)
    return len(part.key) == len(found.key) and all(alike)


def constant_indices(part: Any, found: Any) -> tuple[float, ...]:
    """The integers of a key that stand where the form has an operand: y = 2 in ``s[2]``."""
    if not isinstance(part, Index) or not isinstance(found, Index):
        return ()
    pairs = zip(part.key, found.key, strict=False)
    return tuple(float(k) for wanted, k in pairs if wanted == Index.OPERAND and type(k) is int)


def keepdims(gate: Any) -> bool:
    """Whether a gate leaves sizes of 1 behind."""
    return bool(getattr(gate, "keepdims", False))


def axes_of(gate: Any, shape: Shape) -> Axes | None:
    """The axes that a gate goes over, counted from 0; ``None`` for a shape that does not have them."""
    try:
        return tuple(sorted(reduced_axes(gate.name, gate.axis, shape)))
    except EngineError:
        return None


def broadcasts(found: Shape, shape: Shape, axes: Axes) -> bool:
    """Whether an array of the shape ``found`` lies along ``shape`` as one would that was reduced with ``keepdims``."""
    kept = tuple(1 if k in axes else size for k, size in enumerate(shape))
    return (1,) * (len(kept) - len(found)) + found == kept


def written_axis(axes: Axes, rank: int, is_reduction: bool) -> int | Axes | None:
    """The axes as one would write them."""
    if is_reduction and len(axes) == rank:
        return None
    if len(axes) == 1:
        return axes[0] if is_reduction or axes[0] != rank - 1 else -1
    return axes
