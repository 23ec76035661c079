"""The Jacobian of one wire: its true size, its structure in words, and its numbers within limits.

With m outputs and n inputs, both flattened in C order, it is an m × n matrix. The backward pass never builds it.
"""

from engine.jacobian.wires import FEW, MOST, GateJacobians, Jacobian

__all__ = ["FEW", "MOST", "GateJacobians", "Jacobian"]
