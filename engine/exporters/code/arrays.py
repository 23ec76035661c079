"""Inputs and constants as the text that makes them."""

from __future__ import annotations

from typing import Any

import numpy

from engine.exporters.code.circuit import Circuit
from engine.exporters.code.literals import MOST, nested
from engine.limits import limited

FEW = 8  # numbers that are written out in any case
METHODS = {"normal": "standard_normal", "uniform": "random"}


class Arrays:
    """Writes the arrays of a circuit with the functions of a library that has NumPy's names for them.

    Random ones are drawn again by NumPy; what cannot be said shortly is written out, up to a limit.
    """

    def __init__(self, circuit: Circuit, library: str, few: int = FEW) -> None:
        self.circuit, self.library, self.few = circuit, library, few
        self.array = "torch.tensor" if library == "torch" else f"{library}.array"
        self.generator = numpy.random.Generator(numpy.random.PCG64(circuit.seed))
        self.draws_constants = False
        self.draws = False
        self.written = 0

    def text(self, index: int) -> str:
        """The array of an input or a constant."""
        value = self.circuit.trace.values[index]
        if index in self.circuit.indices and (value == numpy.floor(value)).all():
            return self.listed(value.astype(int))
        return self._drawn(index, value) or self._filled(value) or self.listed(value)

    def listed(self, value: Any) -> str:
        """An array, number by number."""
        if not value.size:
            return (
                f"{self.library}.zeros({value.shape}, dtype=int)"
                if value.dtype.kind == "i"
                else self._made("zeros", value)
            )
        self.written += value.size
        limited("code_numbers", self.written, MOST)
        return f"{self.array}({nested(value.tolist(), self.library)})"

    def upstream(self, output: str) -> str:
        """The gradient at an output that is an array, by the name of the output."""
        given = self.circuit.upstream
        is_ones = given.size and (given == 1).all()
        return f"{self.library}.ones_like({output})" if is_ones else self._filled(given) or self.listed(given)

    def _made(self, how: str, value: Any, *more: str) -> str:
        return f"{self.library}.{how}({', '.join((str(value.shape), *more))})"

    def _filled(self, value: Any) -> str | None:
        if value.size <= FEW or not (value == value.flat[0]).all() or numpy.signbit(value.flat[0]):
            return None
        fill = float(value.flat[0])
        return self._made(
            {0.0: "zeros", 1.0: "ones"}.get(fill, "full"), value, *([] if fill in (0, 1) else [repr(fill)])
        )

    def _drawn(self, index: int, value: Any) -> str | None:
        """How a random array is drawn."""
        if value.size <= self.few:
            return None
        drawn = self.circuit.drawn.get(index)
        if drawn:
            self.draws = True
            return self._converted(f"{_generator(drawn.get('seed', 0))}.{METHODS[drawn['random']]}({value.shape})")
        return self._drawn_by_the_program(index, value)

    def _drawn_by_the_program(self, index: int, value: Any) -> str | None:
        """The same for a constant, if it is what the program's own generator gives next."""
        if self.circuit.graph.nodes[index].kind != "constant":
            return None
        for method in METHODS.values():
            before = self.generator.bit_generator.state
            if numpy.array_equal(getattr(self.generator, method)(value.shape), value):
                self.draws = self.draws_constants = True
                return self._converted(f"random.{method}({value.shape})")
            self.generator.bit_generator.state = before
        return None

    def _converted(self, text: str) -> str:
        return text if self.library == "np" else f"{self.array}({text})"

    def generator_line(self) -> str:
        """The line that makes the generator of random constants."""
        return f"random = {_generator(self.circuit.seed)}"


def _generator(seed: Any) -> str:
    return f"np.random.Generator(np.random.PCG64({seed}))"
