"""``python -m benchmarks``: all tables, one after the other."""

from __future__ import annotations

import platform

from benchmarks import layout, request, sigmoid


def main() -> None:
    """Print where this runs, then every table."""
    print(f"Python {platform.python_version()}, {platform.machine()}; medians of interleaved runs\n")
    for benchmark in (sigmoid, layout, request):
        benchmark.main()
        print()


if __name__ == "__main__":
    main()
