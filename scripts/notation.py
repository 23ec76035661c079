"""Writes docs/notation.md from app/notation.json, which the page shows as well: ``python -m scripts.notation``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.notation import notation

PAGE = Path(__file__).resolve().parents[1] / "docs" / "notation.md"
WIDTH = 120
BEFORE = """\
# The notation

One language that reads three habits: maths as on a blackboard, NumPy code as in course notes, LaTeX as in a page's
source. Nothing that is typed is ever executed as Python.

This page is written by `python -m scripts.notation` from `app/notation.json`; the same tables stand beside the program
on the page. Every example is run by the tests. In a table, ⏎ is a line break.
"""


def document() -> str:
    """The whole page."""
    parts = [BEFORE, *(_section(section) for section in notation("en"))]
    return "\n".join(parts)


def _section(section: dict[str, Any]) -> str:
    blocks = [f"## {section['title']}"]
    blocks += [wrapped(paragraph) for paragraph in section["text"]]
    if section["steps"]:
        blocks.append("\n".join(wrapped(step, f"{place}. ") for place, step in enumerate(section["steps"], 1)))
    if section["rows"]:
        blocks.append("\n".join(_table(section["rows"])))
    return "\n\n".join(blocks) + "\n"


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    yield "| written | read as | |"
    yield "|---|---|---|"
    for row in rows:
        read = f"`{row['error']}`" if "error" in row else _code(row.get("read", row["program"]))
        yield f"| {_code(row['program'])} | {read} | {_cell(row['means'])} |"


def _code(program: str) -> str:
    """A program in one line of a table."""
    return " ⏎ ".join(f"`{_cell(line.strip())}`" for line in program.split("\n"))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def wrapped(text: str, bullet: str = "") -> str:
    """A paragraph in lines of at most ``WIDTH`` signs."""
    lines, line = [], bullet.rstrip()
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = " " * len(bullet) + word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


if __name__ == "__main__":
    PAGE.write_text(document(), encoding="utf-8")
