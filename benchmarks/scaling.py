"""Chain, wide sum and random circuit: time and memory a gate, from a hundred gates to a million."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from gc import get_referents
from statistics import median
from sys import getsizeof
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any, NamedTuple

from benchmarks.circuits import chain, random_gates, wide_sum
from benchmarks.peers import Contestant, installed, micrograd_function, require_agreement
from benchmarks.report import NOT_INSTALLED, OURS, Goal, Row, Section, number, table
from benchmarks.timing import collector_at_rest, growth, medians, nothing_is_garbage, timed
from engine.execution import Tape, backward, forward
from engine.gates import Gate
from engine.graph import Graph

SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
CIRCUITS: dict[str, Callable[[int], Graph]] = {"chain": chain, "wide sum": wide_sum, "random circuit": random_gates}
ROUNDS = 5
LARGE = 50_000  # nodes
MOST_FOR_PEER = MOST_WEIGHED = 100_000  # gates: beyond, it takes minutes
SHARED = (type, ModuleType, FunctionType, BuiltinFunctionType, Gate)
COLUMNS = ("tape made, µs", "both passes, µs", "graph, bytes", "tape, bytes", "one run, bytes", "micrograd, µs")
PEER = "micrograd"
TEXT = """\
Scalar circuits, built as graphs without the language; every figure is for one gate. A chain of `· 0.9` and `+ 0.1`; a
sum of products `x y`, added up in pairs; a random circuit of five kinds of gates, in which a tenth of the operands
was used before. The tape is made once; the two passes give the values and the gradients of all nodes. What micrograd
takes is for building its graph, which it does anew each time, and for its backward pass, which recurses as deep as
the circuit is. The bytes are those of all objects that are held, inputs included, gates and code excepted, which all
circuits share."""


class Found(NamedTuple):
    """Seconds and bytes a gate, for one circuit of one size."""

    build: float
    passes: float
    kept: Sequence[float]  # graph, tape, one run; nothing where nobody counted
    micrograd: str

    def row(self, size: int) -> Row:
        """A line of the table."""
        kept = [number(amount) for amount in self.kept] or ["–"] * 3
        return f"{size:,}", number(1e6 * self.build), number(1e6 * self.passes), *kept, self.micrograd


def micrograd_gates() -> dict[str, Callable[..., Any]]:
    """What micrograd computes for the gates of these circuits."""
    return {
        "add": lambda a, b: a + b,
        "multiply": lambda a, b: a * b,
        "subtract": lambda a, b: a - b,
        "negative": lambda a: -a,
        "tanh": micrograd_function(math.tanh, lambda output: 1 - output * output),
    }


def inputs_of(graph: Graph) -> dict[int, float]:
    """A number for each input, between -1 and 1."""
    draw = random.Random(1)
    return {index: draw.uniform(-1, 1) for index, node in enumerate(graph.nodes) if node.kind == "input"}


def micrograd(graph: Graph) -> Contestant:
    """The same circuit by micrograd, gate after gate, then its backward pass."""
    from micrograd.engine import Value

    gates, inputs = micrograd_gates(), inputs_of(graph)
    steps = [(node.gate and gates[node.gate.name], node.operands, index) for index, node in enumerate(graph.nodes)]

    def run() -> list[Value]:
        values: list[Any] = []
        for gate, operands, index in steps:
            found = gate(*[values[k] if k >= 0 else graph.literals[-1 - k] for k in operands]) if gate else None
            values.append(Value(inputs[index]) if found is None else found)
        values[-1].backward()
        return values

    return Contestant(run, lambda values: [values[-1].data, *(values[k].grad for k in inputs)])


def chainrule(tape: Tape) -> Contestant:
    """Both passes over the tape."""
    inputs = inputs_of(tape.graph)
    wanted = [tape.graph.output, *(tape.gradient[k] for k in inputs)]
    return Contestant(
        lambda: backward(tape, forward(tape, inputs)),
        lambda registers: [0.0 if k is None else registers[k] for k in wanted],
    )


def built(graph: Graph) -> tuple[float, Tape]:
    """Seconds that making the tape takes, and the tape; a large one is made only once."""
    tapes: list[Tape] = []
    times = [timed(lambda: tapes.append(Tape(graph))) for _ in range(ROUNDS if len(graph.nodes) < LARGE else 1)]
    return median(times), tapes[0]


def measure(make: Callable[[int], Graph]) -> dict[int, Found]:
    """All figures of one circuit, by its size; all sizes take turns."""
    with collector_at_rest():
        made = {size: built(make(size)) for size in SIZES}
        with nothing_is_garbage():
            times, failures = passes({size: tape for size, (_, tape) in made.items()})
            weighed = [size for size in SIZES if size <= MOST_WEIGHED or make is chain]
            kept = {size: memory(made[size][1]) for size in weighed}
            return {size: _found(size, *made[size], times, failures[size], kept.get(size, ())) for size in SIZES}


def passes(tapes: Mapping[int, Tape]) -> tuple[dict[tuple[int, str], float], dict[int, str]]:
    """Seconds of both passes by size and contestant, and why micrograd is missing, by size."""
    contestants, failures = {}, {}
    for size, tape in tapes.items():
        found, failures[size] = surviving(size, tape)
        contestants |= {(size, name): contestant for name, contestant in found.items()}
    return medians({key: contestant.run for key, contestant in contestants.items()}, ROUNDS), failures


def _found(
    size: int,
    build: float,
    tape: Tape,
    times: Mapping[tuple[int, str], float],
    failure: str,
    kept: Sequence[int],
) -> Found:
    gates = sum(node.gate is not None for node in tape.graph.nodes)
    peer = failure or number(1e6 * times[size, PEER] / gates)
    return Found(build / gates, times[size, OURS] / gates, [amount / gates for amount in kept], peer)


def surviving(size: int, tape: Tape) -> tuple[dict[str, Contestant], str]:
    """Who computes a circuit, and all the same; if micrograd does not, the reason."""
    ours = {OURS: chainrule(tape)}
    if size > MOST_FOR_PEER:
        return ours, "not tried"
    both = ours | installed({PEER: lambda: micrograd(tape.graph)})
    try:
        require_agreement(both)
    except RecursionError as error:
        return ours, type(error).__name__
    return both, "" if PEER in both else NOT_INSTALLED


def memory(tape: Tape) -> list[int]:
    """Bytes of a circuit's graph, of what its tape adds, and of the numbers of one run."""
    seen: set[int] = set()
    registers = backward(tape, forward(tape, inputs_of(tape.graph)))
    return [footprint(part, seen) for part in (tape.graph, tape, registers)]


def footprint(root: object, seen: set[int]) -> int:
    """The bytes of everything that ``root`` holds and nobody has ``seen``; what all circuits share does not count."""
    total, stack = 0, [root]
    while stack:
        part = stack.pop()
        if id(part) not in seen and not isinstance(part, SHARED):
            seen.add(id(part))
            total += getsizeof(part)
            stack += get_referents(part)
    return total


def circuit_table(name: str, found: Mapping[int, Found]) -> str:
    """One circuit in all its sizes, and how its times grow."""
    rows = [made.row(size) for size, made in found.items()]
    rows.append(("growth exponent", *map(number, exponents(found)), *[""] * 4))
    return table((f"{name}: gates", *COLUMNS), rows)


def exponents(found: Mapping[int, Found]) -> tuple[float, float]:
    """The growth exponents of building the tape and of both passes."""
    return (
        growth({size: size * made.build for size, made in found.items()}),
        growth({size: size * made.passes for size, made in found.items()}),
    )


def goals(found: Mapping[str, Mapping[int, Found]]) -> Iterator[Goal]:
    """Those of the chain, and the growth of the other circuits."""
    work, last = f"chain of {SIZES[-1]:,} gates", found["chain"][SIZES[-1]]
    yield Goal(work, "µs a gate, both passes", 1e6 * last.passes, 0.5)
    yield Goal(work, "bytes a gate, tape and one run", sum(last.kept[1:]), 250)
    for name, sizes in found.items():
        yield Goal(name, "growth exponent, both passes", exponents(sizes)[1], 1.1)


def section() -> Section:
    """Measure."""
    found = {name: measure(make) for name, make in CIRCUITS.items()}
    tables = [circuit_table(name, sizes) for name, sizes in found.items()]
    return Section("Circuits of a hundred to a million gates", TEXT, tables, list(goals(found)))


if __name__ == "__main__":
    print(section().markdown())
