"""Speeds beside peers, measured in one run; ``make bench`` prints them and writes ``docs/benchmarks.md``.

Everything computes with one thread, the peers too: so says the environment, before any of them is imported.
"""

import os

for _library in ("OPENBLAS", "OMP", "MKL", "VECLIB"):
    os.environ.setdefault(f"{_library}_{'MAXIMUM' if _library == 'VECLIB' else 'NUM'}_THREADS", "1")
