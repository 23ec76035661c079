"""What every command that runs a program takes."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from app.terminal import value_of

CONSTANTS = "where numbers of the program stand: in the gates that they feed, or as nodes (default: %(default)s)"


def add_program(parser: argparse.ArgumentParser, nargs: str | None = None) -> None:
    """The program, its inputs, and how it is evaluated."""
    parser.add_argument("expression", nargs=nargs, help="the program; - reads it from standard input")
    parser.add_argument("inputs", nargs="*", metavar="name=value", help="a number or a nested list in JSON")
    parser.add_argument("--upstream", metavar="value", help="the gradient at the output (default: ones)")
    parser.add_argument("--fold", metavar="all|names", help="composite gates to fold, such as sigmoid,softmax")
    parser.add_argument("--unfold", metavar="all|names", help="composite gates to write out")
    parser.add_argument("--constants", choices=("absorbed", "nodes"), default="absorbed", help=CONSTANTS)
    parser.add_argument("--seed", type=int, default=0, help="seed of random constants (default: %(default)s)")


def program_of(expression: str) -> str:
    """The program, from standard input where a dash stands for it."""
    return piped_text() if expression == "-" else expression


def piped_text() -> str:
    """What comes from standard input, without the mark that some shells put before it."""
    return sys.stdin.read().removeprefix("\ufeff")


def wishes_of(options: argparse.Namespace) -> dict[str, Any]:
    """How a program is to be evaluated; fails with :class:`app.terminal.MisuseError`."""
    wishes: dict[str, Any] = {"upstream": value_of("--upstream", options.upstream)}
    wishes |= {"constants": options.constants, "seed": options.seed}
    chosen = {"fold": options.fold, "unfold": options.unfold}
    return wishes | {name: _composites(text) for name, text in chosen.items() if text not in (None, "none")}


def _composites(text: str) -> str | list[str]:
    return text if text == "all" else [name.strip() for name in text.split(",")]
