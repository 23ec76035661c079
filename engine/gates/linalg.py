"""Products of matrices and vectors, with NumPy's rules for vectors and for stacks of matrices."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

from engine.broadcasting import Shape, broadcast_shape
from engine.errors import EngineError, fail
from engine.gates import labels
from engine.gates.families import ByValue
from engine.gates.shapes import within


def product_shape(gate: str, a: Shape, b: Shape) -> Shape:
    """The shape of ``a @ b``: a vector is a row on the left and a column on the right."""
    inner = b[-2] if len(b) > 1 else b[0]
    if a[-1] != inner:
        fail("matmul_inner_sizes", gate=gate, inner_first=a[-1], inner_second=inner, first=a, second=b)
    try:
        stack = broadcast_shape(gate, a[:-2], b[:-2])
    except EngineError:
        fail("stacks_do_not_broadcast", gate=gate, first=a, second=b)
    return stack + a[-2:-1] + (b[-1:] if len(b) > 1 else ())


def transposed(xp: Any, matrices: Any) -> Any:
    """The transpose of a matrix, or of every matrix of a stack."""
    return xp.swapaxes(matrices, -1, -2)


def product_gradients(xp: Any, upstream: Any, a: Any, b: Any) -> tuple[Any, Any]:
    """The gradients of ``a @ b``."""
    if xp.ndim(a) == 1 or xp.ndim(b) == 1:
        return vector_gradients(xp, upstream, a, b)
    return xp.matmul(upstream, transposed(xp, b)), xp.matmul(transposed(xp, a), upstream)


def vector_gradients(xp: Any, upstream: Any, a: Any, b: Any) -> tuple[Any, Any]:
    """The gradients of ``a @ b`` where one operand, or both, is a vector."""
    if xp.ndim(a) == xp.ndim(b):
        return upstream * b, upstream * a
    if xp.ndim(b) == 1:
        return xp.expand_dims(upstream, -1) * b, product(xp, transposed(xp, a), upstream)
    return product(xp, b, upstream), xp.expand_dims(a, -1) * xp.expand_dims(upstream, -2)


def product(xp: Any, matrices: Any, vectors: Any) -> Any:
    """Every matrix of a stack times the vector in its place."""
    if xp.ndim(matrices) == 2:
        return xp.matmul(matrices, vectors)
    return xp.matmul(matrices, xp.expand_dims(vectors, -1))[..., 0]


class Matmul(ByValue):
    """``a @ b``, with ``δ bᵀ`` and ``aᵀ δ`` sent back; a vector stands for a matrix of one row or one column."""

    name, symbol, signature, family = "matmul", "@", "matmul(a, b)", "mixing"
    arity = (2, 2)

    def shape(self, *operands: Shape) -> Shape:
        a, b = operands
        if not a or not b:
            fail("matmul_of_number", gate=self.name, first=a, second=b)
        return product_shape(self.name, a, b)

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return xp.matmul(a, b)

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        return product_gradients(xp, upstream, a, b)

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.call(self.name, literals, 2) if literals else self.symbol


class Dot(Matmul):
    """NumPy's ``dot``: a product of numbers where one operand is a number, else as ``@``."""

    name, symbol, signature = "dot", "dot", "dot(a, b)"

    def shape(self, *operands: Shape) -> Shape:
        a, b = operands
        if not a or not b:
            return a or b
        if min(len(a), len(b)) > 1 and max(len(a), len(b)) > 2:
            fail("dot_of_stacks", gate=self.name, first=a, second=b)
        return product_shape(self.name, a, b)

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return xp.dot(a, b)

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        if xp.ndim(a) == 0 or xp.ndim(b) == 0:
            return upstream * b, upstream * a
        return product_gradients(xp, upstream, a, b)


class Inner(Dot):
    """The sum of products along the last axis of both; a product of numbers where one operand is a number."""

    name, symbol, signature = "inner", "inner", "inner(a, b)"

    def shape(self, *operands: Shape) -> Shape:
        a, b = operands
        if not a or not b:
            return a or b
        if a[-1] != b[-1]:
            fail("matmul_inner_sizes", gate=self.name, inner_first=a[-1], inner_second=b[-1], first=a, second=b)
        return within(self.name, a[:-1] + b[:-1])

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return xp.inner(a, b)

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        rows, columns = xp.ndim(a) - 1, xp.ndim(b) - 1
        if rows < 0 or columns < 0:
            return upstream * b, upstream * a
        behind = range(rows, rows + columns)
        first = xp.tensordot(upstream, b, (tuple(behind), tuple(range(columns))))
        return first, xp.tensordot(upstream, a, (tuple(range(rows)), tuple(range(rows))))


class Outer(ByValue):
    """All products of a number of ``a`` and a number of ``b``, as a matrix; arrays count as vectors."""

    name, symbol, signature, family = "outer", "⊗", "outer(a, b)", "mixing"
    arity = (2, 2)

    def shape(self, *operands: Shape) -> Shape:
        a, b = operands
        return prod(a), prod(b)

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return xp.outer(a, b)

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        first = xp.matmul(upstream, xp.ravel(b))
        second = xp.matmul(xp.transpose(upstream), xp.ravel(a))
        return xp.reshape(first, xp.shape(a)), xp.reshape(second, xp.shape(b))

    def label(self, literals: Mapping[int, float]) -> str:
        return labels.call(self.name, literals, 2) if literals else self.symbol
