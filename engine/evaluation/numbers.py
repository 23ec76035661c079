"""Numbers as they stand in an answer: plain floats and lists, non-finite ones as strings, large arrays in summary."""

from __future__ import annotations

import math
from typing import Any, Literal

Detail = Literal["auto", "full"]
FEW = 256  # entries that are listed unless all are asked for
HEAD = 8


def number_json(value: float) -> Any:
    """A float, or ``"NaN"``, ``"Infinity"``, ``"-Infinity"``."""
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def value_json(value: Any, detail: Detail = "auto") -> Any:
    """A value or gradient: a number, a nested list, a summary of an array over 256 entries, or ``None``."""
    if value is None:
        return None
    if isinstance(value, float):
        return number_json(value)
    if value.size > FEW and detail == "auto":
        return summary(value)
    return _listed(value)


def _listed(array: Any) -> Any:
    import numpy

    if numpy.isfinite(array).all():
        return array.tolist()
    objects = numpy.array([number_json(float(x)) for x in array.ravel()], dtype=object)
    return objects.reshape(array.shape).tolist()


def summary(array: Any) -> dict[str, Any]:
    """What is told of a large array instead of its entries."""
    import numpy

    with numpy.errstate(all="ignore"):
        least, most, mean = float(array.min()), float(array.max()), float(array.mean())
        norm = float(numpy.linalg.norm(array))
    return {
        "summary": True,
        "shape": list(array.shape),
        "min": number_json(least),
        "max": number_json(most),
        "mean": number_json(mean),
        "norm": number_json(norm),
        "head": [number_json(float(x)) for x in array.ravel()[:HEAD]],
    }


def is_finite(value: Any) -> bool:
    """Whether a float or every entry of an array is finite; ``None`` counts as finite."""
    if value is None:
        return True
    if isinstance(value, float):
        return math.isfinite(value)
    import numpy

    return bool(numpy.isfinite(value).all())


def first_nonfinite(value: Any) -> float:
    """The first entry that is not finite."""
    if isinstance(value, float):
        return value
    import numpy

    return float(value[~numpy.isfinite(value)].ravel()[0])
