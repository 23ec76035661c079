"""What a program for micrograd needs of it, so that the tests can run one: numbers that know where they came from.

``scripts/check_exports.py`` runs the same programs with micrograd itself.
"""

import sys
import types
from contextlib import contextmanager


class Value:
    def __init__(self, data, children=(), operation=""):
        self.data, self.grad = data, 0
        self.children, self.operation = children, operation
        self._backward = lambda: None

    def _made(self, data, *slopes):
        """The result of an operation, and what each operand's gradient is of the result's."""
        out = Value(data, tuple(child for child, _ in slopes))

        def send():
            for child, slope in slopes:
                child.grad += slope * out.grad

        out._backward = send
        return out

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self._made(self.data + other.data, (self, 1), (other, 1))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self._made(self.data * other.data, (self, other.data), (other, self.data))

    def __pow__(self, exponent):
        assert isinstance(exponent, int | float)
        return self._made(self.data**exponent, (self, exponent * self.data ** (exponent - 1)))

    def relu(self):
        return self._made(max(0, self.data), (self, self.data > 0))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return (-self) + other

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    __radd__, __rmul__ = __add__, __mul__

    def backward(self):
        order, stack, seen = [], [(self, False)], set()
        while stack:
            value, is_done = stack.pop()
            if is_done:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                stack += [(child, False) for child in value.children]
        self.grad = 1
        for value in reversed(order):
            value._backward()


@contextmanager
def micrograd():
    """``import micrograd.engine`` finds the class above."""
    package, engine = types.ModuleType("micrograd"), types.ModuleType("micrograd.engine")
    engine.Value = Value
    before = {name: sys.modules.get(name) for name in ("micrograd", "micrograd.engine")}
    limit = sys.getrecursionlimit()
    sys.modules |= {"micrograd": package, "micrograd.engine": engine}
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
        for name, module in before.items():
            del sys.modules[name]
            if module is not None:
                sys.modules[name] = module
