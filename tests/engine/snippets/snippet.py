"""A piece of course code with the inputs that it is run with."""

import zlib
from typing import NamedTuple

import numpy as np


class Snippet(NamedTuple):
    """A program; its inputs, in which whole numbers are labels, indices or sizes; and who gets no gradient at all."""

    name: str
    text: str
    inputs: dict
    without_gradient: tuple = ()  # inputs that the output does not need, or only for their shape


def given(shapes="", **others):
    """Inputs by shape, such as ``"W 4x3, b 4, lam"``: ordinary numbers of both signs that depend on the name only."""
    return {name: np.round(_generator(name).normal(size=shape), 2).tolist() for name, shape in _read(shapes)} | others


def positive(shapes):
    """Inputs by shape with numbers between 0.1 and 0.9, such as probabilities."""
    return {name: np.round(_generator(name).uniform(0.1, 0.9, shape), 2).tolist() for name, shape in _read(shapes)}


def _read(shapes):
    for entry in filter(None, shapes.split(", ")):
        name, _, shape = entry.partition(" ")
        yield name, tuple(map(int, shape.split("x"))) if shape else ()


def _generator(name):
    return np.random.Generator(np.random.PCG64(zlib.crc32(name.encode())))


def is_whole(value):
    """Whether an input holds whole numbers only: a label, an index or a size, in which nothing is differentiated."""
    return np.asarray(value).dtype.kind == "i"
