"""The parts of a program text that are alike for every library: its first line, its sections, its last lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.exporters.code.circuit import Circuit

LONGEST_TITLE = 90


def page(circuit: Circuit, head: Iterable[str], sections: Mapping[str, list[str]], prints: Iterable[str]) -> str:
    """The whole text: what it is, the imports, the sections that are not empty, and what is printed."""
    texts = ["\n".join([first_line(circuit.title), *head])]
    texts += ["\n".join([f"# {name}", *lines]) for name, lines in sections.items() if lines]
    texts.append("\n".join(prints))
    return "\n\n".join(texts) + "\n"


def first_line(title: str) -> str:
    """The program in one line, without any sign that could end it or turn its direction."""
    plain = " ".join(title.replace("\n", "; ").split())
    shown = "".join(sign if sign.isprintable() else "?" for sign in plain)
    return f"# {shown if len(shown) <= LONGEST_TITLE else shown[: LONGEST_TITLE - 1] + '…'}  (written by Chainrule)"


def printed(label: str, value: str) -> str:
    """A line that prints a name and a value with all its digits."""
    return f'print("{label} =", {value})'
