"""What NumPy and ``autograd`` make of a snippet: the same text, run by Python itself.

The value comes from NumPy, the gradients of its sum from ``autograd.numpy``. ``print``, lone strings and
``np.random.seed`` are left out at the end of a program, so that what remains last is the output, as the notation says.
Random numbers are those of the notation: PCG64, seeded with 0, in the order drawn.
"""

import ast
import builtins
import inspect
import types
import warnings
from unittest import mock

import autograd
import autograd.numpy as anp
import numpy as np
from autograd.numpy.numpy_boxes import ArrayBox

from tests.engine.snippets.snippet import is_whole

# What an array has and autograd's stand-in for one lacks.
METHODS = {
    "dot": anp.dot,
    "transpose": lambda x, *axes: anp.transpose(x, axes or None),
    "__float__": lambda x: float(x._value),
    "__format__": lambda x, form: format(x._value, form),
}
MAKERS = ("array", "zeros", "ones", "full", "eye")
# Functions of Python's module math that NumPy calls by the same name.
MATH = ("exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "pi", "e")
# A variable that is added to every array that a program makes: with it they are autograd's, and x.dot(W) is too.
ZERO = "the zero"


def value_of(snippet):
    """The output by NumPy alone."""
    return _run(snippet.text, {name: _as_input(value) for name, value in snippet.inputs.items()}, np, lambda x: x)


def gradients_of(snippet):
    """The gradient of the sum of the output's entries by every input that is not whole."""
    whole = {name: _as_input(value) for name, value in snippet.inputs.items() if is_whole(value)}
    moving = {name: _as_input(value) for name, value in snippet.inputs.items() if name not in whole}

    def total(variables):
        boxed = {name: variables[name] for name in moving}
        zero = variables[ZERO]
        return anp.sum(_run(snippet.text, whole | boxed, anp, lambda x: x + zero if x.dtype.kind == "f" else x))

    with warnings.catch_warnings(), mock.patch.multiple(ArrayBox, create=True, **METHODS):
        warnings.filterwarnings("ignore", "Output seems independent of input")
        gradients = autograd.grad(total)(moving | {ZERO: 0.0})
    return {name: gradients[name] for name in moving}


def _as_input(value):
    return value if isinstance(value, (int, float)) else np.array(value)


def _run(text, inputs, library, constant):
    """Execute the text and give its output; ``constant`` is put around every array that the text makes."""
    scope = _scope(library, constant) | inputs
    scope["self"] = types.SimpleNamespace(**inputs)
    exec(compile(_with_output(text), "<snippet>", "exec"), scope)  # noqa: S102
    output = scope["output_"]
    if callable(output):  # a function that nobody called: its parameters are the inputs
        output = output(*(inputs[name] for name in inspect.signature(output).parameters))
    return output


def _with_output(text):
    """The program with ``output_ = …`` after its last statement that counts."""
    tree = ast.parse(text)
    last = [statement for statement in tree.body if not _is_ignored(statement)][-1]
    if isinstance(last, ast.Expr):
        output = last.value
        tree.body.remove(last)  # it runs once, and draws its random numbers once
    elif isinstance(last, ast.FunctionDef):
        output = ast.Name(last.name, ast.Load())
    else:
        target = last.target if isinstance(last, ast.AugAssign) else last.targets[0]
        output = ast.parse(ast.unparse(target), mode="eval").body
    tree.body.append(ast.Assign([ast.Name("output_", ast.Store())], output))
    return ast.fix_missing_locations(tree)


def _is_ignored(statement):
    if not isinstance(statement, ast.Expr):
        return False
    value = statement.value
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) in ("print", "np.random.seed", "numpy.random.seed")
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _scope(library, constant):
    """The names that a program finds: ``np``, ``math``, and an ``import`` that gives just these."""
    numpy = types.ModuleType("numpy")
    numpy.__dict__.update({name: getattr(library, name) for name in dir(library) if not name.startswith("__")})
    for name in MAKERS:
        setattr(numpy, name, _wrapped(getattr(library, name), constant))
    numpy.random = _random(constant)
    math = types.ModuleType("math")
    math.__dict__.update({name: getattr(library, name) for name in MATH})
    modules = {"numpy": numpy, "math": math}

    def import_(name, *others):  # NumPy imports parts of itself in the name of the program that calls it
        return modules.get(name) or __import__(name, *others)

    known = vars(builtins) | {"__import__": import_, "print": lambda *_, **__: None}
    return {"__builtins__": known, "np": numpy, "math": math}


def _random(constant):
    generator = np.random.Generator(np.random.PCG64(0))
    return types.SimpleNamespace(
        randn=lambda *shape: constant(np.asarray(generator.standard_normal(shape))),
        rand=lambda *shape: constant(np.asarray(generator.random(shape))),
        seed=lambda number: None,
    )


def _wrapped(maker, constant):
    def wrapped(*arguments, **keywords):
        return constant(maker(*arguments, **keywords))

    return wrapped
