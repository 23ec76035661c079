"""One wire's Jacobian: described always, in numbers where they are few or asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import prod
from typing import Any

from engine.execution import Trace
from engine.graph import Edge
from engine.jacobian.numbers import GateNumbers
from engine.jacobian.structures import structure
from engine.limits import limited
from engine.messages import STRUCTURES, Language

FEW = 256  # numbers that are listed unasked
FEW_PRODUCTS = 1_024  # outputs, counted for every operand of a gate, up to which a matrix is listed unasked
MOST = 1_000_000  # numbers of one matrix, or of one diagonal, that are given when asked for


@dataclass(frozen=True, slots=True)
class Jacobian:
    """``shape`` is (m, n); ``structure`` a row of :data:`engine.messages.STRUCTURES`; numbers only within limits.

    Where ``structure`` is ``"number"``, ``matrix`` is a float.
    """

    structure: str
    shape: tuple[int, int]
    diagonal: Any = None
    matrix: Any = None

    @property
    def numbers(self) -> int:
        """How many numbers it takes to write it down."""
        return self.shape[0] if self.structure == "diagonal" else prod(self.shape)

    def description(self, language: Language) -> str:
        """The structure in words."""
        m, n = self.shape
        return STRUCTURES[self.structure].message(language, {"numbers": f"{n:,}", "entries": f"{m * n:,}"})


class GateJacobians:
    """The Jacobians of all wires into one gate."""

    def __init__(self, trace: Trace, index: int) -> None:
        self.trace = trace
        self.index = index

    def of(self, edge: Edge) -> Jacobian:
        """The Jacobian of one wire; its numbers where the wire and the gate as a whole have few."""
        found = self._described(edge)
        products = 0 if found.structure == "diagonal" else found.shape[0] * len(self._operands)
        return self._in_numbers(found, edge) if found.numbers <= FEW and products <= FEW_PRODUCTS else found

    def in_numbers(self, edge: Edge) -> Jacobian:
        """The Jacobian of one wire with all its numbers; fails with ``limit_exceeded`` where these are too many."""
        found = self._described(edge)
        limited("jacobian_entries", found.numbers, MOST)
        return self._in_numbers(found, edge)

    @property
    def _operands(self) -> tuple[int, ...]:
        return self.trace.tape.graph.nodes[self.index].operands

    @cached_property
    def _numbers(self) -> GateNumbers:
        return GateNumbers(self.trace, self.index)

    def _described(self, edge: Edge) -> Jacobian:
        shapes = self.trace.tape.shapes
        return Jacobian(structure(self.trace, edge), (prod(shapes[edge.target]), prod(shapes[edge.source])))

    def _in_numbers(self, found: Jacobian, edge: Edge) -> Jacobian:
        if found.structure == "number":
            return replace(found, matrix=self._numbers.number(edge.operand))
        if found.structure == "diagonal":
            return replace(found, diagonal=self._numbers.diagonal(edge.operand))
        return replace(found, matrix=self._numbers.matrix(edge, found.structure))
