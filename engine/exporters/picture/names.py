"""How names are set: an italic base with a roman subscript, Greek names as letters."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORDS = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi "
    "psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
)
GREEK = dict(zip(_WORDS.split(), "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ", strict=True))
LETTERS = {letter: rf"\{word}" for word, letter in GREEK.items()} | {"ο": "o"}

_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_PARTS = re.compile(r"(.*?)_?((?:\d+(?:_\d+)*)?)")


class Name(NamedTuple):
    """The two parts of a name."""

    base: str
    subscript: str = ""

    @property
    def text(self) -> str:
        """The name as it is typed and spoken."""
        return self.base + self.subscript


def name_parts(name: str) -> Name:
    """``w0``, ``w_0``, ``w_{0}``, ``w₀`` are ``w`` with 0; ``theta`` is ``θ``."""
    plain = re.sub(r"[{}\\]", "", name.translate(_DIGITS))
    match = _PARTS.fullmatch(plain)
    letters, subscript = (match[1], match[2]) if match else (plain, "")
    base = letters or plain
    return Name(GREEK.get(base, base), subscript.replace("_", ",") if letters else "")
