"""The libraries that a program can be written for."""

from __future__ import annotations

from engine.errors import fail
from engine.exporters.code.circuit import Circuit

TARGETS = ("numpy", "pytorch", "jax", "micrograd")


def program_text(circuit: Circuit, target: str) -> str:
    """The program for ``target``; fails with ``bad_option`` for another name.

    The writers are imported here, as they need NumPy, which a scalar program otherwise does without.
    """
    if target == "numpy":
        from engine.exporters.code.numpy_program import numpy_program as write
    elif target == "pytorch":
        from engine.exporters.code.torch_program import torch_program as write
    elif target == "jax":
        from engine.exporters.code.jax_program import jax_program as write
    elif target == "micrograd":
        from engine.exporters.code.micrograd_program import micrograd_program as write
    else:
        fail("bad_option", name="target", expected=" / ".join(TARGETS))
    return write(circuit)
