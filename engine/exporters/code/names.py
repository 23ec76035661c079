"""Names of variables: those of the program where Python allows them, and none twice."""

from __future__ import annotations

import builtins
import keyword
import unicodedata
from collections.abc import Iterable

from engine.exporters.code.circuit import Circuit

DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


class Names:
    """Gives out names; ``reserved`` are those that the text itself uses."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self.reserved = {*keyword.kwlist, *dir(builtins), *reserved}
        self.taken = set(self.reserved)
        self.counts: dict[str, int] = {}

    def new(self, wanted: str) -> str:
        """The name ``wanted``; ``wanted_`` for one that Python needs, ``wanted_2`` for one that is there already."""
        plain = name = _identifier(wanted)
        if name in self.reserved:
            plain = name = f"{name}_"
        while name in self.taken:
            self.counts[plain] = self.counts.get(plain, 1) + 1
            name = f"{plain}_{self.counts[plain]}"
        self.taken.add(name)
        return name

    def prefix(self, wanted: str) -> str:
        """A beginning that no name has."""
        while any(name.startswith(wanted) for name in self.taken):
            wanted += "_"
        return wanted


def _identifier(wanted: str) -> str:
    """The name as Python reads it; a sign that it does not take becomes an underscore."""
    name = unicodedata.normalize("NFKC", wanted.translate(DIGITS))
    name = "".join(sign if f"_{sign}".isidentifier() else "_" for sign in name)
    return name if name.isidentifier() else f"_{name}"


class Variables:
    """A variable for each node, one for its gradient, and what each of them is printed as."""

    def __init__(self, circuit: Circuit, reserved: Iterable[str]) -> None:
        names = self.names = Names(reserved)
        self.output_label = circuit.output_name or _output_label(circuit)
        wanted = [node.name or f"n{index}" for index, node in enumerate(circuit.graph.nodes)]
        wanted[circuit.output] = circuit.graph.nodes[circuit.output].name or self.output_label
        order = sorted(range(len(wanted)), key=lambda k: circuit.graph.nodes[k].name is None)
        found = {k: names.new(wanted[k]) for k in order}
        self.values = [found[k] for k in range(len(wanted))]
        self.gradients = [names.new(f"d{name}") for name in self.values]
        self.part = names.prefix("part")


def _output_label(circuit: Circuit) -> str:
    """``f`` for an output without a name, as on the slides, unless an input is called that."""
    node = circuit.graph.nodes[circuit.output]
    return node.name or ("output" if any(given.name == "f" for given in circuit.inputs) else "f")
