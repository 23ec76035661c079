"""The one table of gates. A new gate is a small class and a row here."""

from __future__ import annotations

from engine.gates import (
    activations,
    arithmetic,
    comparisons,
    elementwise,
    linalg,
    powers,
    rearranging,
    reductions,
    selection,
)
from engine.gates.base import Gate

GATES: dict[str, type[Gate]] = {
    gate.name: gate
    for gate in (
        arithmetic.Add,
        arithmetic.Subtract,
        arithmetic.Multiply,
        arithmetic.Divide,
        arithmetic.Negative,
        arithmetic.Reciprocal,
        powers.Power,
        powers.Square,
        powers.Sqrt,
        elementwise.Exp,
        elementwise.Log,
        elementwise.Sin,
        elementwise.Cos,
        elementwise.Abs,
        activations.Sigmoid,
        activations.Tanh,
        activations.Relu,
        selection.Maximum,
        selection.Minimum,
        comparisons.Greater,
        comparisons.GreaterEqual,
        comparisons.Less,
        comparisons.LessEqual,
        comparisons.Equal,
        comparisons.NotEqual,
        reductions.Sum,
        reductions.Mean,
        reductions.Max,
        reductions.Min,
        reductions.Norm,
        reductions.SquaredNorm,
        reductions.L1,
        linalg.Matmul,
        linalg.Dot,
        rearranging.Transpose,
        rearranging.Array,
    )
}
