"""How a picture is to look; each wish is checked, and a wrong one is ``bad_option``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.errors import fail
from engine.exporters.picture.texts import one_line
from engine.exporters.picture.themes import THEMES, Theme
from engine.messages import Language

FORMATS = ("svg", "png", "tikz", "dot")
LANGUAGES = ("en", "ko")
HANGUL = "\u1100"
MOST_DIGITS, LARGEST_SCALE, LONGEST_TITLE = 6, 4, 200


@dataclass(frozen=True, slots=True)
class Look:
    """What may be asked of a picture besides its circuit.

    ``title`` stands above the picture and names it for those who do not see it. ``step`` is how far the passes have
    come, ``None`` all the way. ``digits`` are decimals. ``standalone`` makes TikZ a whole document. ``scale`` is the
    size of a PNG, in pixels for each pixel of the figure.
    """

    title: str | None = None
    theme: Theme = "auto"
    lang: Language = "en"
    step: int | None = None
    digits: int = 2
    standalone: bool = True
    scale: float = 2

    def __post_init__(self) -> None:
        if not _is_title(self.title):
            _refuse("title", f"text, ≤ {LONGEST_TITLE}")
        if not _is_one_of(self.theme, THEMES):
            _refuse("theme", " / ".join(THEMES))
        if not _is_one_of(self.lang, LANGUAGES):
            _refuse("lang", " / ".join(LANGUAGES))
        if self.step is not None and not _is_number(self.step, int, 0, float("inf")):
            _refuse("step", "0, 1, 2, …")
        if not _is_number(self.digits, int, 0, MOST_DIGITS):
            _refuse("digits", f"0 – {MOST_DIGITS}")
        if not _is_one_of(self.standalone, (True, False)):
            _refuse("standalone", "true / false")
        if not _is_number(self.scale, int | float, 1, LARGEST_SCALE):
            _refuse("scale", f"1 – {LARGEST_SCALE}")

    @property
    def heading(self) -> str | None:
        """The title on one line; none if it is empty."""
        return one_line(self.title) or None if self.title else None

    @property
    def is_korean(self) -> bool:
        """Whether Korean letters may have to be drawn."""
        return self.lang == "ko" or any(sign >= HANGUL for sign in self.title or "")


def _is_title(value: Any) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= LONGEST_TITLE)


def _is_one_of(value: Any, choices: tuple[Any, ...]) -> bool:
    return type(value) is type(choices[0]) and value in choices


def _is_number(value: Any, kind: Any, least: float, most: float) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool) and least <= value <= most


def _refuse(name: str, expected: str) -> None:
    fail("bad_option", name=name, expected=expected)
