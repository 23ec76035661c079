"""The gates: one small class each, by family, and one table that names them all."""

from engine.gates.base import Family, Gate, Pattern
from engine.gates.functions import FUNCTIONS, build, parameters
from engine.gates.source import source
from engine.gates.table import GATES

__all__ = ["FUNCTIONS", "GATES", "Family", "Gate", "Pattern", "build", "parameters", "source"]
