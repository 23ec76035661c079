"""Stamps: a step that has been done leaves a hash of what it read, and is done again only when that changes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(files: Iterable[Path], *facts: str) -> str:
    """One hash over the content of ``files``, in the order given, and over ``facts``."""
    total = hashlib.sha256()
    for part in [*(file.read_bytes() for file in files), *(fact.encode() for fact in facts)]:
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()


def matches(stamp: Path, expected: str) -> bool:
    """Whether the step that leaves ``stamp`` was last done with what is there now."""
    return stamp.is_file() and stamp.read_text() == expected


def leave(stamp: Path, value: str) -> None:
    """Note that a step is done."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(value)
