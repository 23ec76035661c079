"""Runs programs written for PyTorch, JAX and micrograd with the libraries themselves, and compares their numbers.

``.venv-bench/bin/python -m scripts.check_exports`` takes all that are installed there; names of targets choose some.
The programs are the lecture's, awkward ones and every gate of the gates' table.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from engine import EngineError
from engine.exporters.code import program_text
from tests.engine.exporters.code.programs import evaluations, numbers_of
from tests.engine.exporters.code.running import assert_same, expected, gate_circuits, printed
from tests.engine.gates.cases import CASES

LIBRARIES = {"numpy": "numpy", "pytorch": "torch", "jax": "jax", "micrograd": "micrograd"}
TOLERANCE = 1e-12
MOST_KINDS = {"jax": 1}  # of shapes for a gate: JAX compiles every program anew


def texts(target: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every program for ``target``, its name first, and the numbers that it must print."""
    for name, evaluation in evaluations({}):
        with suppress(EngineError):  # arrays, to micrograd, and what Python's floats raise at
            text = evaluation.code(target)
            yield name, text, numbers_of(evaluation, text.split('print("')[1].split(" =")[0])
    for name, case in CASES:
        for circuit in islice(gate_circuits(case), MOST_KINDS.get(target)):
            with suppress(EngineError):  # arrays, to micrograd
                yield f"{name} {case!r}", program_text(circuit, target), expected(circuit)


def check(target: str) -> int:
    """Run all programs for ``target``; the number of those that print something else."""
    count, failed = 0, 0
    for name, text, wanted in texts(target):
        count += 1
        try:
            assert_same(printed(text), wanted, text, TOLERANCE)
        except Exception as error:  # whatever a library raises is told, and the next program is run
            failed += 1
            print(f"{target}: {name[:60]!r}: {type(error).__name__}: {error}")
    print(f"{target}: {count - failed} of {count} programs print the engine's numbers to {TOLERANCE:g}")
    return failed


def main(targets: list[str]) -> int:
    """Exit code 1 if a program prints something else."""
    installed = [target for target, library in LIBRARIES.items() if importlib.util.find_spec(library)]
    return int(sum(check(target) for target in targets or installed) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
