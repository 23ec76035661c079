"""Statements of pasted code that say nothing about a circuit: imports, printing, docstrings."""

from __future__ import annotations

from engine.errors import fail
from engine.language.lexer import Token
from engine.language.notices import Notice
from engine.language.reading import Reader
from engine.language.vocabulary import IGNORED_MODULES

SEEDS = {  # the tokens of a call that sets a seed, by the first one
    parts[0]: parts
    for parts in (
        ("np", ".", "random", ".", "seed", "("),
        ("numpy", ".", "random", ".", "seed", "("),
        ("random", ".", "seed", "("),
        ("torch", ".", "manual_seed", "("),
    )
}


def skip_ignored(reader: Reader) -> bool:
    """Skip an import, a ``print(…)``, a lone string or the setting of a seed, if one stands here."""
    first = reader.peek()
    if first.kind not in ("run", "string"):
        return False
    if first.text in ("import", "from") and reader.peek(1).kind == "run":
        _skip_import(reader)
    elif _is_ignored(reader, first):
        _skip(reader)
    else:
        return False
    return True


def _is_ignored(reader: Reader, first: Token) -> bool:
    following = reader.peek(1)
    if first.kind == "string":
        return following.kind in ("end", "separator")
    if first.text == "print":
        return not reader.is_variable("print") and (following.text == "(" or following.kind == "string")
    parts = SEEDS.get(first.text)
    return parts is not None and all(reader.peek(k).text == part for k, part in enumerate(parts))


def _skip(reader: Reader) -> None:
    start = reader.peek().start
    while reader.peek().kind not in ("end", "separator"):
        reader.take()
    span = (start, reader.last().end)
    reader.notice(Notice("ignored_statement", span, None, {"text": reader.source[start : span[1]].split("\n")[0][:40]}))


def _skip_import(reader: Reader) -> None:
    """Skip ``import numpy as np`` and its kin; any other module is refused."""
    first = reader.take()
    _module(reader, first)
    while reader.peek().kind not in ("end", "separator"):
        if reader.take().text == "," and first.text == "import":
            _module(reader, first)


def _module(reader: Reader, first: Token) -> None:
    """Take a module's dotted name; fail unless it, or a package above it, is one of those that are built in."""
    last = reader.take()
    name = last.text
    while reader.peek().text == ".":
        reader.take()
        last = reader.take()
        name += f".{last.text}"
    if not any(f"{name}.".startswith(f"{module}.") for module in IGNORED_MODULES):
        while first.text == "from" and reader.peek().kind not in ("end", "separator"):
            last = reader.take()
        fail("unsupported_import", (first.start, last.end), name=name)
