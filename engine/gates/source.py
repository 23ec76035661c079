"""The code of a gate as it is shown: the very functions that run, without what only Python's tools need."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from engine.gates.base import Gate

Function = Callable[..., Any]


def source(gate: type[Gate]) -> tuple[str, str]:
    """The gate's forward and backward formula as Python functions, each followed by the helpers that it calls.

    ``self``, annotations and docstrings are left out; parameters of the gate become arguments with their defaults.
    """
    defaults = tuple(vars(gate()).items())
    return _formula(gate.forward, defaults), _formula(gate.backward, defaults)


def keywords(gate: type[Gate]) -> dict[str, Any]:
    """The parameters of a gate with their defaults, such as ``{"axis": None, "keepdims": False}`` for ``Sum``."""
    if gate.__init__ is object.__init__:
        return {}
    return {name: parameter.default for name, parameter in inspect.signature(gate).parameters.items()}


@cache
def _formula(function: Function, defaults: tuple[tuple[str, Any], ...]) -> str:
    functions = [function, *helpers_of(function)]
    return "\n\n".join(_plain(f, dict(defaults)) for f in functions)


def helpers_of(function: Function) -> list[Function]:
    """The functions that the formula reaches, each once, in the order of their calls."""
    found = [function]
    for current in found:
        found += [helper for helper in dict.fromkeys(_called(current)) if helper not in found]
    return found[1:]


def _called(function: Function) -> Iterator[Function]:
    module = sys.modules[function.__module__]
    for node in ast.walk(_tree(function)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            helper = getattr(module, node.func.id, None)
            if inspect.isfunction(helper):
                yield helper


def _plain(function: Function, defaults: dict[str, Any]) -> str:
    """The function's text: its body as written, below a line with its bare arguments."""
    tree = _tree(function)
    body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
    lines = _text(function).splitlines()[body[0].lineno - 1 :]
    text = "\n".join(lines)
    used = [name for name in defaults if f"self.{name}" in text]
    return f"def {tree.name}({_arguments(tree, used, defaults)}):\n" + re.sub(r"\bself\.", "", text)


def _arguments(tree: ast.FunctionDef, used: list[str], defaults: dict[str, Any]) -> str:
    names = [argument.arg for argument in tree.args.args if argument.arg != "self"]
    names += [f"*{tree.args.vararg.arg}"] if tree.args.vararg else []
    return ", ".join(names + [f"{name}={defaults[name]!r}" for name in used])


def _text(function: Function) -> str:
    from textwrap import dedent  # a circuit is read and drawn without it

    return dedent(inspect.getsource(function))


def _tree(function: Function) -> ast.FunctionDef:
    tree = ast.parse(_text(function)).body[0]
    assert isinstance(tree, ast.FunctionDef)
    return tree
