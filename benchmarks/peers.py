"""The libraries beside which Chainrule is measured: which are here, in what version, and whether they agree."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from math import isclose
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.timing import Run, medians

PACKAGES = ("numpy", "micrograd", "autograd", "torch", "jax", "casadi", "sympy")


def machine() -> str:
    """Processor, cores and Python."""
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return f"{model or platform.processor()} ({platform.machine()})"


def versions() -> str:
    """Each peer with its version."""
    return ", ".join(map(_version, PACKAGES))


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package}: not installed"


class Contestant(NamedTuple):
    """What is timed, and how the numbers are read from what it gave; these are the same for all, in one order."""

    run: Run
    read: Callable[[Any], Any] = lambda result: result


Makers = Mapping[str, Callable[[], Contestant]]


def compare(makers: Makers, rounds: int = 15) -> dict[str, float]:
    """Seconds a call of each contestant whose library is installed; fails unless all compute the same."""
    contestants = installed(makers)
    require_agreement(contestants)
    return medians({name: contestant.run for name, contestant in contestants.items()}, rounds)


def installed(makers: Makers) -> dict[str, Contestant]:
    """The contestants, ready to run, without those whose library is missing."""
    ready = {}
    for name, make in makers.items():
        try:
            ready[name] = make()
        except ImportError:
            print(f"{name} is not installed: its row stays empty.")
    return ready


def require_agreement(contestants: Mapping[str, Contestant], tolerance: float = 1e-10) -> None:
    """Fail unless all computed the same; numbers near zero may differ by the tolerance itself."""
    found = {name: numbers(read(run())) for name, (run, read) in contestants.items()}
    first, expected = next(iter(found.items()))
    for name, values in found.items():
        pairs = zip(values, expected, strict=True)
        if not all(isclose(a, b, rel_tol=tolerance, abs_tol=tolerance) for a, b in pairs):
            raise SystemExit(f"{name} and {first} do not compute the same.")


def numbers(result: Any) -> list[float]:
    """The floats of a nested result, whatever each library wraps them in."""
    if isinstance(result, list | tuple):
        return [value for part in result for value in numbers(part)]
    result = result.detach() if hasattr(result, "detach") else result.full() if hasattr(result, "full") else result
    if isinstance(result, float):
        return [result]
    import numpy

    return numpy.asarray(result).ravel().tolist()


def micrograd_function(compute: Callable[[float], float], derivative: Callable[[float], float]) -> Callable[[Any], Any]:
    """A function that micrograd lacks, as its own gates are written; ``derivative`` takes the function's value."""
    from micrograd.engine import Value

    def function(x: Value) -> Value:
        out = Value(compute(x.data), (x,), "function")

        def _backward() -> None:
            x.grad += derivative(out.data) * out.grad

        out._backward = _backward
        return out

    return function


def one_thread() -> Any:
    """PyTorch, computing with one thread."""
    import torch

    torch.set_num_threads(1)
    return torch
