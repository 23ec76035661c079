"""Functions of the engine that a program text brings along, as plain NumPy functions."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

from engine.gates.source import helpers_of

Function = Callable[..., Any]


def brought_along(functions: Sequence[Function], library: str) -> list[str]:
    """The text of each function and of those that it calls, without the namespace ``xp`` among its arguments."""
    found = list(dict.fromkeys(f for function in functions for f in (*helpers_of(function)[::-1], function)))
    return [_plain(function, library) for function in found]


def _plain(function: Function, library: str) -> str:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(tree, ast.FunctionDef)
    summary = (ast.get_docstring(tree) or "").splitlines()[0].replace("``", "")
    tree.body = [statement for statement in tree.body[1:] if not _asks_for_another_namespace(statement)]
    tree.returns = None
    for argument in tree.args.args:
        argument.annotation = None
    return f"# {summary}\n{ast.unparse(_Renamed(library).visit(tree))}"


def _asks_for_another_namespace(statement: ast.stmt) -> bool:
    """Whether it serves namespaces that know the function themselves: ``if hasattr(xp, …)``."""
    return isinstance(statement, ast.If) and "hasattr(xp" in ast.unparse(statement.test)


class _Renamed(ast.NodeTransformer):
    """Puts the library in the place of ``xp``, which is no argument any more."""

    def __init__(self, library: str) -> None:
        self.library = library

    def visit_arguments(self, node: ast.arguments) -> ast.arguments:
        node.args = [argument for argument in node.args if argument.arg != "xp"]
        return node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        node.args = [a for a in node.args if not (isinstance(a, ast.Name) and a.id == self.library)]
        return node

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.copy_location(ast.Name(self.library, node.ctx), node) if node.id == "xp" else node
