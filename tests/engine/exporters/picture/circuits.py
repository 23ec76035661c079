"""Programs to draw."""

from app.examples import examples
from tests.hostile import PAYLOADS

__all__ = ["EXAMPLES", "PAYLOADS", "SIGMOID", "SLIDE", "request_of"]

SIGMOID = "1/(1+exp(-(w0x0+w1x1+w2)))"
SLIDE = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}
EXAMPLES = {row["id"]: row for row in examples("en")}


def request_of(name):
    """The fields of an example that are part of a request."""
    return {key: EXAMPLES[name][key] for key in ("expression", "inputs", "upstream", "fold") if key in EXAMPLES[name]}
