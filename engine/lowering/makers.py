"""Arrays that are made and not computed: ``zeros``, ``arange``, ``randn`` and their kin become constants."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, isnan, prod
from typing import Any

from engine.broadcasting import Shape
from engine.errors import Span, fail
from engine.limits import Limits
from engine.lowering.statics import Known

SIGNATURES = {
    "zeros": "zeros(shape)",
    "ones": "ones(shape)",
    "full": "full(shape, value)",
    "eye": "eye(n, m=n)",
    "arange": "arange(start=0, stop, step=1)",
    "randn": "randn(d0, d1, …)",
    "rand": "rand(d0, d1, …)",
}
COUNTS = {"zeros": (1, 1), "ones": (1, 1), "full": (2, 2), "eye": (1, 2), "arange": (1, 3)}


class Maker:
    """Makes constants for one circuit; sizes are checked before anything is allocated."""

    def __init__(self, limits: Limits, known: Known) -> None:
        self.limits = limits
        self.known = known

    def make(self, name: str, arguments: tuple[Any, ...], span: Span) -> tuple[Shape, Any]:
        """Shape and value: a float, or a float64 array."""
        if any(isinstance(argument, bool) or argument is None for argument in arguments):
            fail("maker_argument", span, name=name, signature=SIGNATURES[name])
        return MAKE[name](self, arguments, span)

    def _sized(self, name: str, sizes: Any, span: Span) -> Shape:
        """A shape as written: a whole number or a tuple of them."""
        shape = sizes if isinstance(sizes, tuple) else (sizes,)
        for size in shape:
            if not isinstance(size, int) or size < 0:
                fail("size_not_whole", span, name=name, size=_shown(size))
        self.limits.check("elements", prod(shape), span)
        return shape

    def _filled(self, name: str, sizes: Any, fill: Any, span: Span) -> tuple[Shape, Any]:
        import numpy

        shape = self._sized(name, sizes, span)
        if not isinstance(fill, int | float):
            fail("maker_argument", span, name=name, signature=SIGNATURES[name])
        return shape, numpy.full(shape, float(fill)) if shape else float(fill)

    def _zeros(self, arguments: tuple[Any, ...], span: Span) -> tuple[Shape, Any]:
        return self._filled("zeros", arguments[0], 0.0, span)

    def _ones(self, arguments: tuple[Any, ...], span: Span) -> tuple[Shape, Any]:
        return self._filled("ones", arguments[0], 1.0, span)

    def _full(self, arguments: tuple[Any, ...], span: Span) -> tuple[Shape, Any]:
        return self._filled("full", arguments[0], arguments[1], span)

    def _eye(self, arguments: tuple[Any, ...], span: Span) -> tuple[Shape, Any]:
        import numpy

        rows, columns = self._sized("eye", (arguments[0], arguments[-1]), span)
        return (rows, columns), numpy.eye(rows, columns)

    def _arange(self, arguments: tuple[Any, ...], span: Span) -> tuple[Shape, Any]:
        import numpy

        if not all(isinstance(argument, int | float) for argument in arguments) or 0 in arguments[2:]:
            fail("maker_argument", span, name="arange", signature=SIGNATURES["arange"])
        start, stop, step = _span_of(*map(float, arguments))
        length = (stop - start) / step
        self.limits.check("elements", 0 if isnan(length) else ceil(min(max(length, 0.0), 1e18)), span)
        value = numpy.arange(start, stop, step)
        return value.shape, value

    def _randn(self, arguments: tuple[Any, ...], span: Span) -> tuple[Shape, Any]:
        shape = self._sized("randn", arguments, span)
        drawn = self.known.random().standard_normal(shape or None)
        return shape, drawn if shape else float(drawn)

    def _rand(self, arguments: tuple[Any, ...], span: Span) -> tuple[Shape, Any]:
        shape = self._sized("rand", arguments, span)
        drawn = self.known.random().random(shape or None)
        return shape, drawn if shape else float(drawn)


def _span_of(first: float, stop: float | None = None, step: float = 1.0) -> tuple[float, float, float]:
    return (0.0, first, step) if stop is None else (first, stop, step)


def _shown(size: Any) -> str:
    return f"{size:g}" if isinstance(size, int | float) else str(size)


MAKE: dict[str, Callable[[Maker, tuple[Any, ...], Span], tuple[Shape, Any]]] = {
    "zeros": Maker._zeros,
    "ones": Maker._ones,
    "full": Maker._full,
    "eye": Maker._eye,
    "arange": Maker._arange,
    "randn": Maker._randn,
    "rand": Maker._rand,
}
