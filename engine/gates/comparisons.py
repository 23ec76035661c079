"""Comparisons: 1 where they hold, 0 elsewhere. They are flat, so they send back 0."""

from __future__ import annotations

from typing import Any

from engine.gates.families import Binary


class Comparison(Binary):
    """Steps have no slope, and none is sent back from where they step."""

    def backward(self, xp: Any, upstream: Any, output: Any, a: Any, b: Any) -> Any:
        return xp.zeros_like(a), xp.zeros_like(b)


class Greater(Comparison):
    """``a > b``."""

    name, symbol, signature = "greater", ">", "greater(a, b)"
    right, left = ">{n}", "{n}>x"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return 1.0 * (a > b)


class GreaterEqual(Comparison):
    """``a >= b``."""

    name, symbol, signature = "greater_equal", ">=", "greater_equal(a, b)"
    right, left = ">={n}", "{n}>=x"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return 1.0 * (a >= b)


class Less(Comparison):
    """``a < b``."""

    name, symbol, signature = "less", "<", "less(a, b)"
    right, left = "<{n}", "{n}<x"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return 1.0 * (a < b)


class LessEqual(Comparison):
    """``a <= b``."""

    name, symbol, signature = "less_equal", "<=", "less_equal(a, b)"
    right, left = "<={n}", "{n}<=x"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return 1.0 * (a <= b)


class Equal(Comparison):
    """``a == b``."""

    name, symbol, signature = "equal", "==", "equal(a, b)"
    right, left = "=={n}", "{n}==x"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return 1.0 * (a == b)


class NotEqual(Comparison):
    """``a != b``."""

    name, symbol, signature = "not_equal", "!=", "not_equal(a, b)"
    right, left = "!={n}", "{n}!=x"

    def forward(self, xp: Any, a: Any, b: Any) -> Any:
        return 1.0 * (a != b)
