"""Holds the Python code to its style figures: files of at most 300 lines, functions of at most 10 in the median.

Called by ``make check``; ``scripts/style.mjs`` does the same for JavaScript.
"""

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("engine", "app", "scripts", "benchmarks")
LONGEST_FILE = 300
LONGEST_FUNCTION = 50
LONGEST_MEDIAN = 10
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(file: Path) -> Iterator[tuple[str, int]]:
    """The place of every function in ``file`` with its number of lines, docstring included."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, Function) and node.end_lineno:
            yield f"{file}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def complaints(files: dict[str, int], lengths: dict[str, int]) -> Iterator[str]:
    """What is too long, one sentence each."""
    yield from (f"{name} has {size} lines" for name, size in files.items() if size > LONGEST_FILE)
    yield from (f"{name} has {size} lines" for name, size in lengths.items() if size > LONGEST_FUNCTION)
    if lengths and statistics.median(lengths.values()) > LONGEST_MEDIAN:
        yield f"the median function is longer than {LONGEST_MEDIAN} lines"


def main() -> int:
    """Print the figures; exit code 1 if one of them is over its limit."""
    paths = [path for folder in FOLDERS for path in sorted(Path(folder).rglob("*.py"))]
    files = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    lengths = dict(function for path in paths for function in functions(path))
    found = list(complaints(files, lengths))
    median = statistics.median(lengths.values())
    print(f"Python: {len(files)} files, longest {max(files.values())} lines;", end=" ")
    print(f"{len(lengths)} functions, median {median:g} lines, longest {max(lengths.values())}")
    print(*found, sep="\n", end="\n" if found else "")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
