"""Random programs: from one random tree, the text for the engine and the function for an independent library."""

import random
from typing import NamedTuple

import autograd.numpy as anp
import numpy as np


class Tree(NamedTuple):
    """A program's text, its value as a function of the inputs by name, and its shape."""

    text: str
    value: object
    shape: tuple


SCALARS = {"x": 1.3, "y": -0.7, "z": 0.45}
ARRAYS = {
    "s": 0.8,
    "v": [0.5, -1.2, 0.3],
    "w": [1.1, 0.4, -0.6],
    "r": [[0.2, -0.9, 1.4]],
    "c": [[0.7], [-1.3]],
    "A": [[0.3, -0.8, 1.2], [0.9, 0.1, -0.4]],
    "B": [[1.0, -0.5], [0.25, 0.75], [-1.1, 0.6]],
    "T": [[[0.1, 0.2, -0.3]], [[1.2, -0.7, 0.5]]],
}

UNARY = [
    ("exp(tanh({}))", lambda t: anp.exp(anp.tanh(t))),
    ("sin({})", anp.sin),
    ("np.cos({})", anp.cos),
    ("tanh({})", anp.tanh),
    ("sigmoid({})", lambda t: 1 / (1 + anp.exp(-t))),
    ("relu({})", lambda t: anp.maximum(t, 0)),
    ("max(0.25, {})", lambda t: anp.maximum(t, 0.25)),
    ("min({}, 0.6)", lambda t: anp.minimum(t, 0.6)),
    ("abs({})", anp.abs),
    ("|{}|", anp.abs),
    ("-({})", lambda t: -t),
    ("({})²", lambda t: t**2),
    ("({})^3", lambda t: t**3),
    ("square({})", lambda t: t**2),
    ("log(1 + ({})^2)", lambda t: anp.log(1 + t**2)),
    ("sqrt(2 + sin({}))", lambda t: anp.sqrt(2 + anp.sin(t))),
    ("1/(1 + ({})**2)", lambda t: 1 / (1 + t**2)),
    ("2^({})", lambda t: 2**t),
    ("(1.5 + sin({}))^-1", lambda t: (1.5 + anp.sin(t)) ** -1),
    ("3({})", lambda t: 3 * t),
    ("({}) - 0.5", lambda t: t - 0.5),
    ("1 - ({})", lambda t: 1 - t),
    ("({})/4", lambda t: t / 4),
    ("(({0}) > 0.1) * ({0})", lambda t: (t > 0.1) * t),
]
BINARY = [
    ("({}) + ({})", lambda a, b: a + b),
    ("({}) - ({})", lambda a, b: a - b),
    ("({}) * ({})", lambda a, b: a * b),
    ("({}) / (2 + cos({}))", lambda a, b: a / (2 + anp.cos(b))),
    ("max({}, {})", anp.maximum),
    ("np.minimum({}, {})", anp.minimum),
    ("(1.5 + sin({}))^({})", lambda a, b: (1.5 + anp.sin(a)) ** b),
]
SCALAR_BINARY = [("({})({})", lambda a, b: a * b), ("({}) · ({})", lambda a, b: a * b)]
REDUCTIONS = [
    ("sum", anp.sum), ("mean", anp.mean), ("max", anp.max), ("min", anp.min),
]  # fmt: skip
WHOLE = [
    ("||{}||^2", lambda t: anp.sum(t**2)),
    ("||{}||", lambda t: anp.sqrt(anp.sum(t**2))),
    ("||{}||_1", lambda t: anp.sum(anp.abs(t))),
    ("norm({})", lambda t: anp.sqrt(anp.sum(t**2))),
    ("({}).sum()", anp.sum),
    ("np.mean({})", anp.mean),
]


class Generator:
    """Random trees over the inputs ``names``, with their values, of at most ``depth`` operations in a row."""

    def __init__(self, seed, inputs):
        self.random = random.Random(seed)
        self.inputs = {name: np.array(value) for name, value in inputs.items()}

    def tree(self, depth):
        if depth == 0 or self.random.random() < 0.1:
            return self.leaf()
        kinds = [self.unary, self.binary, self.binary]
        if len(self.inputs) > len(SCALARS):
            kinds += [self.reduced, self.product, self.transposed, self.stacked]
        return self.random.choice(kinds)(depth)

    def leaf(self):
        name = self.random.choice(sorted(self.inputs))
        return Tree(name, lambda given: given[name], self.inputs[name].shape)

    def unary(self, depth):
        operand = self.tree(depth - 1)
        text, function = self.random.choice(UNARY)
        if "|" in text and "|" in operand.text:
            text = "abs({})"
        return Tree(text.format(operand.text), lambda given: function(operand.value(given)), operand.shape)

    def binary(self, depth):
        left, right = self.tree(depth - 1), self.tree(depth - 1)
        try:
            shape = np.broadcast_shapes(left.shape, right.shape)
        except ValueError:
            return left
        text, function = self.random.choice(BINARY + (SCALAR_BINARY if () in (left.shape, right.shape) else []))
        value = lambda given: function(left.value(given), right.value(given))  # noqa: E731
        return Tree(text.format(left.text, right.text), value, shape)

    def reduced(self, depth):
        operand = self.tree(depth - 1)
        if not operand.shape or self.random.random() < 0.4:
            text, function = self.random.choice(WHOLE)
            text = "l2({})" if "|" in text and "|" in operand.text else text
            function = WHOLE[0][1] if text == "l2({})" else function
            return Tree(text.format(operand.text), lambda given: function(operand.value(given)), ())
        name, function = self.random.choice(REDUCTIONS)
        axis, keepdims = self.random.randrange(-len(operand.shape), len(operand.shape)), self.random.random() < 0.5
        shape = np.sum(np.zeros(operand.shape), axis=axis, keepdims=keepdims).shape
        forms = [f"{name}({{}}, axis={axis}, keepdims={keepdims})", f"({{}}).{name}(axis={axis}, keepdims={keepdims})"]
        if not keepdims:
            forms += [f"np.{name}({{}}, {axis})"]
        value = lambda given: function(operand.value(given), axis=axis, keepdims=keepdims)  # noqa: E731
        return Tree(self.random.choice(forms).format(operand.text), value, shape)

    def product(self, depth):
        left, right = self.tree(depth - 1), self.tree(depth - 1)
        try:
            shape = np.matmul(np.zeros(left.shape), np.zeros(right.shape)).shape
        except ValueError:
            return left
        forms = ["({}) @ ({})", "({})({})", "({}) · ({})", "np.matmul({}, {})"]
        if max(len(left.shape), len(right.shape)) < 3:
            forms += ["({}).dot({})", "dot({}, {})"]
        value = lambda given: anp.matmul(left.value(given), right.value(given))  # noqa: E731
        return Tree(self.random.choice(forms).format(left.text, right.text), value, shape)

    def transposed(self, depth):
        operand = self.tree(depth - 1)
        text = self.random.choice(["({}).T", "({})ᵀ", "transpose({})"])
        return Tree(text.format(operand.text), lambda given: anp.transpose(operand.value(given)), operand.shape[::-1])

    def stacked(self, depth):
        first, second = self.tree(depth - 1), self.tree(depth - 1)
        if first.shape != second.shape or len(first.shape) > 2:
            return first
        value = lambda given: anp.stack([first.value(given), second.value(given)])  # noqa: E731
        return Tree(f"[{first.text}, {second.text}]", value, (2, *first.shape))
