"""Abstract syntax to a circuit: functions expanded, literals absorbed, shapes inferred."""

from engine.lowering.free_names import FreeName, free_names
from engine.lowering.program import InputShape, Lowered, lower

__all__ = ["FreeName", "InputShape", "Lowered", "free_names", "lower"]
