"""A row of the gates' table, and the shapes that rows have in common."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

KINDS = {"scalar", "vector", "matrix", "broadcast", "batched", "zero"}  # strided: every array of them once more


class Whole(NamedTuple):
    """An operand of whole numbers from ``low`` to ``high - 1``, as floats: an index or a class label."""

    shape: tuple
    low: int
    high: int


class Between(NamedTuple):
    """An operand of numbers in another range than the case's."""

    shape: tuple
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Case:
    """A gate with its parameters, its reference, and for each kind of shapes what its operands are.

    ``refused`` are kinds that the gate must refuse. ``points`` are the operands of which a hundred are drawn.
    Numbers lie between ``low`` and ``high``, or their logarithms do.
    """

    gate: object
    reference: object
    kinds: dict
    low: float = -3.0
    high: float = 3.0
    logarithmic: bool = False
    refused: dict = field(default_factory=dict)
    literals: dict = field(default_factory=dict)
    points: tuple = ()

    def drawn(self, specs, seed):
        """Numbers for the operands: floats, arrays, and what is literal as it is."""
        generator = np.random.default_rng(seed)
        drawn = [self._operand(spec, generator) for spec in specs]
        return [self.literals.get(slot, x if np.shape(x) else float(x)) for slot, x in enumerate(drawn)]

    def _operand(self, spec, generator):
        if isinstance(spec, Whole):
            return generator.integers(spec.low, spec.high, size=spec.shape).astype(float)
        if isinstance(spec, Between):
            return generator.uniform(spec.low, spec.high, size=spec.shape)
        numbers = generator.uniform(self.low, self.high, size=spec)
        return 10.0**numbers if self.logarithmic else numbers

    def whole_slots(self):
        return {
            slot for specs in self.kinds.values() for one in specs for slot, s in enumerate(one) if type(s) is Whole
        }

    def __repr__(self):
        literals = "".join(f", slot {k} = {v:g}" for k, v in self.literals.items())
        return f"{self.gate!r}{literals}"


def one(*shapes):
    return [(shape,) for shape in shapes]


UNARY = {
    "scalar": one(()), "vector": one((3,), (1,), (100,)), "matrix": one((2, 3)), "batched": one((2, 3, 2)),
    "zero": one((0,), (2, 0), (0, 3)),
}  # fmt: skip
FULL = {kind: shapes for kind, shapes in UNARY.items() if kind != "zero"}
PAIRS = {
    "scalar": [((), ())],
    "vector": [((3,), (3,)), ((100,), (100,))],
    "matrix": [((2, 3), (2, 3))],
    "broadcast": [
        ((), (2, 3)), ((2, 3), ()), ((2, 3), (3,)), ((2, 1), (1, 3)), ((3,), (4, 2, 3)), ((1,), ()), ((1, 3), (2, 3)),
    ],
    "batched": [((2, 3, 2), (2, 3, 2)), ((2, 1, 2), (3, 1))],
    "zero": [((0,), (0,)), ((0, 3), (3,)), ((2, 0), (1, 1)), ((), (0,))],
}  # fmt: skip
TRIPLES = {kind: [(*pair, pair[0]) for pair in pairs] for kind, pairs in PAIRS.items()}
TRIPLES["broadcast"] = [*TRIPLES["broadcast"], ((2, 1), (3,), ()), ((), (2, 1), (1, 3))]
MANY = {kind: [*PAIRS[kind], *TRIPLES[kind]] for kind in PAIRS}
SCALAR, TWO, THREE = ((),), ((), ()), ((), (), ())
