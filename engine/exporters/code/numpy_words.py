"""What the gates' formulas call ``xp``, written as NumPy code: any function by its name, some as an operator."""

from __future__ import annotations

import operator
from collections.abc import Callable
from math import pi
from typing import Any, NamedTuple

import numpy

from engine.exporters.code.expressions import (
    ATOM,
    CHOICE,
    POWER,
    PRODUCT,
    SIGN,
    Part,
    Sheet,
    Written,
    key_form,
    text,
)
from engine.gates.activations import erfc
from engine.gates.keys import OPERAND
from engine.gates.reductions import product_of_others
from engine.gates.softmax import softmax


class Scattered(NamedTuple):
    """What an index gate sends back: to the places ``key`` of a gradient that is 0 elsewhere."""

    key: str
    places: tuple[Any, ...]
    sent: Written
    has_indices: bool


class NumPyWords:
    """The namespace of one program text; ``helpers`` collects the functions that NumPy does not have."""

    def __init__(self, sheet: Sheet, helpers: list[Callable[..., Any]]) -> None:
        self.sheet = sheet
        self.helpers = helpers
        self.pi = sheet.name(f"{sheet.library}.pi", pi)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if not hasattr(numpy, name):
            raise AttributeError(name)
        return lambda *given, **keywords: self.call(
            f"{self.sheet.library}.{name}", getattr(numpy, name), given, keywords
        )

    def call(
        self, name: str, function: Callable[..., Any], given: tuple[Any, ...], keywords: dict[str, Any] | None = None
    ) -> Written:
        """A call; keywords that say what goes without saying are left out."""
        parts: list[Part] = []
        said = {key: value for key, value in (keywords or {}).items() if value is not None and value is not False}
        texts = [_argument(value, parts) for value in given]
        texts += [f"{key}={_argument(value, parts)}" for key, value in said.items()]
        form = f"{name}({', '.join(texts)})"
        return self.sheet.operation(
            form, tuple(parts), ATOM, lambda *found: function(*_raw(given), **{k: _raw(v) for k, v in said.items()})
        )

    def _help(self, function: Callable[..., Any], *given: Any) -> Written:
        """A call of a function of the engine that the program text brings along."""
        if function not in self.helpers:
            self.helpers.append(function)
        return self.call(function.__name__, lambda *found: function(numpy, *found), given)

    def shape(self, x: Any) -> tuple[int, ...]:
        return getattr(x, "shape", ())

    def ndim(self, x: Any) -> int:
        return len(self.shape(x))

    def size(self, x: Any) -> int:
        return int(numpy.prod(self.shape(x), dtype=int))

    def erfc(self, x: Any) -> Written:
        return self._help(erfc, x)

    def softmax(self, x: Any, axis: Any) -> Written:
        return self._help(softmax, x, axis)

    def product_of_others(self, x: Any, axis: Any) -> Written:
        return self._help(product_of_others, x, axis)

    def matmul(self, a: Any, b: Any) -> Written:
        return self.sheet.operation("{} @ {}", ((a, PRODUCT), (b, SIGN)), PRODUCT, numpy.matmul)

    def power(self, a: Any, b: Any) -> Written:
        parts = ((self.sheet.written(a), ATOM), (self.sheet.written(b), SIGN))
        return self.sheet.operation("{} ** {}", parts, POWER, operator.pow)

    def transpose(self, x: Any, axes: Any = None) -> Written:
        if self.ndim(x) < 2:
            return x  # type: ignore[no-any-return]
        if axes is None or tuple(axes) == tuple(range(self.ndim(x)))[::-1]:
            return self.sheet.operation("{}.T", ((x, ATOM),), ATOM, numpy.transpose)
        return self.call(f"{self.sheet.library}.transpose", numpy.transpose, (x, axes))

    def swapaxes(self, x: Any, first: int, second: int) -> Written:
        if self.ndim(x) == 2:
            return self.transpose(x)
        return self.call(f"{self.sheet.library}.swapaxes", numpy.swapaxes, (x, first, second))

    def reshape(self, x: Any, shape: tuple[int, ...]) -> Written:
        if self.shape(x) == tuple(shape):
            return x  # type: ignore[no-any-return]
        return self.call(f"{self.sheet.library}.reshape", numpy.reshape, (x, tuple(shape)))

    def broadcast_to(self, x: Any, shape: tuple[int, ...]) -> Written:
        if self.shape(x) == tuple(shape):
            return x  # type: ignore[no-any-return]
        return self.call(f"{self.sheet.library}.broadcast_to", numpy.broadcast_to, (x, tuple(shape)))

    def round(self, x: Any, decimals: int = 0) -> Written:
        return self.call(f"{self.sheet.library}.round", numpy.round, (x, decimals) if decimals else (x,))

    def zeros_like(self, x: Any) -> Written:
        return self.call(f"{self.sheet.library}.zeros_like", numpy.zeros_like, (x,)) if self.shape(x) else self.zero()

    def zero(self) -> Written:
        """The number 0 as a gradient."""
        return self.sheet.literal(0.0)

    def split(self, x: Any, places: list[int], axis: int) -> list[Written]:
        if not places:
            return [x]
        ends = [0, *places, self.shape(x)[axis]]
        before = (slice(None),) * (axis % self.ndim(x))
        return [x[(*before, slice(ends[k], ends[k + 1]))] for k in range(len(ends) - 1)]

    def whole(self, numbers: Any) -> Written:
        """An index: integers as they are, other numbers as integers."""
        if numpy.asarray(numbers.value).dtype.kind == "i":
            return numbers  # type: ignore[no-any-return]
        array = self.call(f"{self.sheet.library}.asarray", numpy.asarray, (numbers,))
        return self.sheet.operation("{}.astype(int)", ((array, ATOM),), ATOM, lambda x: x.astype(int))

    def put_back(self, upstream: Any, key: tuple[Any, ...], indices: tuple[Any, ...]) -> Scattered:
        """The places are found by the line that adds them up."""
        rest = iter(indices)
        whole = tuple(self.whole(next(rest)) if part == OPERAND else part for part in key)
        form, parts = key_form(whole)
        return Scattered(form.format(*map(text, parts)), _raw(whole), upstream, bool(indices))


def _raw(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return type(value)(map(_raw, value))
    return value.value if isinstance(value, Written) else value


def _argument(value: Any, parts: list[Part]) -> str:
    """An argument as part of a format string; expressions are appended to ``parts``."""
    if isinstance(value, Written):
        parts.append((value, CHOICE))
        return "{}"
    if isinstance(value, tuple | list) and any(isinstance(part, Written) for part in value):
        listed = ", ".join(_argument(part, parts) for part in value)
        return f"({listed},)" if len(value) == 1 else f"({listed})"
    return repr(value)
