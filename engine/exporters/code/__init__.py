"""An evaluated circuit as a program for NumPy, PyTorch, JAX or micrograd that prints the same numbers."""

from engine.exporters.code.circuit import Circuit, Given
from engine.exporters.code.targets import TARGETS, program_text

__all__ = ["TARGETS", "Circuit", "Given", "program_text"]
