"""The calls of the notation, and the gates that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from engine.errors import fail
from engine.gates.base import Gate
from engine.gates.source import keywords
from engine.gates.table import GATES

OTHER_NAMES = {
    "ln": "log",
    "σ": "sigmoid",
    "sigma": "sigmoid",
    "absolute": "abs",
    "pow": "power",
    "l2": "squared_norm",
    "asin": "arcsin",
    "acos": "arccos",
    "atan": "arctan",
}
# Arrays and indices are written with brackets; their gates are no calls.
FUNCTIONS: dict[str, str] = {name: name for name in GATES if name not in ("array", "index")} | OTHER_NAMES
REQUIRED = {"reshape": "shape"}  # parameters without a default, by gate


@cache
def parameters(name: str) -> tuple[str, ...]:
    """The keywords of the gate or call ``name``, in order, such as ``("axis", "keepdims")`` for ``sum``."""
    return tuple(keywords(GATES[FUNCTIONS.get(name, name)]))


def build(name: str, /, **given: Any) -> Gate:
    """The gate ``name`` (or of the call ``name``) with these parameters, each checked; plain ones are made once.

    Fails with ``bad_argument`` for a keyword that the gate does not have, or one of the wrong type.
    """
    name = FUNCTIONS.get(name, name)
    for keyword in given:
        if keyword not in parameters(name):
            fail("unknown_keyword", gate=name, keyword=keyword, signature=GATES[name].signature)
    return GATES[name](**{k: READERS[k](name, value) for k, value in given.items()}) if given else _plain(name)


@cache
def _plain(name: str) -> Gate:
    return GATES[name]()


def _axis(gate: str, value: Any) -> int | tuple[int, ...] | None:
    if isinstance(value, (tuple, list)):
        return tuple(_integer(gate, k) for k in value)
    return None if value is None else _integer(gate, value)


def _integer(gate: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value // 1:
        fail("axis_not_an_integer", gate=gate)
    return int(value)


def _keepdims(gate: str, value: Any) -> bool:
    if not isinstance(value, (bool, int, float)) or value not in (0, 1):
        fail("keepdims_not_a_truth_value", gate=gate)
    return bool(value)


def _number_for(keyword: str) -> Callable[[str, Any], float]:
    def read(gate: str, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            fail("parameter_not_a_number", gate=gate, keyword=keyword)
        return float(value)

    return read


def _integer_for(keyword: str) -> Callable[[str, Any], int]:
    def read(gate: str, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value // 1:
            fail("parameter_not_an_integer", gate=gate, keyword=keyword)
        return int(value)

    return read


def _sizes(gate: str, value: Any) -> tuple[int, ...]:
    return tuple(_integer_for("shape")(gate, k) for k in (value if isinstance(value, (tuple, list)) else (value,)))


def _axes(gate: str, value: Any) -> tuple[int, ...] | None:
    axes = _axis(gate, value)
    return (axes,) if isinstance(axes, int) else axes


READERS: Mapping[str, Callable[[str, Any], Any]] = {
    "axis": _axis,
    "axes": _axes,
    "shape": _sizes,
    "key": lambda _, value: value,  # made by the lowering, part by part
    "keepdims": _keepdims,
    **{keyword: _number_for(keyword) for keyword in ("slope", "alpha", "margin")},
    **{keyword: _integer_for(keyword) for keyword in ("ddof", "decimals")},
}
