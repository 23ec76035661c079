"""The built front end, ``static/dist``."""

from collections.abc import Iterator
from pathlib import Path

from scripts.setup import node, stamps
from scripts.setup.console import ROOT, run, tell

SOURCES = ("static/js", "static/css", "static/texts")
MANIFEST = ROOT / "static" / "dist" / "manifest.json"
STAMP = ROOT / "build" / "front-end.stamp"
NOT_BUILT = "The front end could not be built; the lines above say where."


def sources() -> Iterator[Path]:
    """Every file that the build reads, in a fixed order."""
    yield from (ROOT / "package-lock.json", *sorted((ROOT / "scripts").glob("*.mjs")))
    for folder in SOURCES:
        yield from sorted(path for path in (ROOT / folder).rglob("*") if path.is_file())


def digest() -> str:
    """A hash over the sources, their names included."""
    files = list(sources())
    return stamps.digest(files, *(str(file.relative_to(ROOT)) for file in files))


def is_current() -> bool:
    """Whether ``static/dist`` was built from the sources that are there now."""
    return MANIFEST.is_file() and stamps.matches(STAMP, digest())


def build() -> None:
    """Build the front end unless it is current."""
    if is_current():
        return
    runtime = node.packages()
    tell("Building the front end into static/dist …")
    expected = digest()
    run([runtime.node, "scripts/build.mjs"], NOT_BUILT)
    stamps.leave(STAMP, expected)
