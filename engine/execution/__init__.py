"""The forward and the backward pass over a circuit; neither knows a gate by name."""

from engine.execution.exact import FAULTS
from engine.execution.tape import Tape, backward, fit, forward
from engine.execution.trace import Trace, local_gradients, namespace_of, run

__all__ = ["FAULTS", "Tape", "Trace", "backward", "fit", "forward", "local_gradients", "namespace_of", "run"]
