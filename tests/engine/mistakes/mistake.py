"""A program that cannot be read or evaluated, and what is said about it."""

from typing import NamedTuple


class Mistake(NamedTuple):
    """``marked`` is the program with «…» around the place that the error points at, ``key`` a row of the messages."""

    marked: str
    code: str
    key: str
    hint: str | None = None
    inputs: dict | None = None

    @property
    def program(self):
        """The program without its marks."""
        return self.marked.replace("«", "").replace("»", "")

    @property
    def span(self):
        """The place that is marked."""
        return self.marked.index("«"), self.marked.index("»") - 1
