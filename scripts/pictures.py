"""Draws every example as TikZ, compiled by pdflatex, beside its SVG: ``python -m scripts.pictures [FOLDER]``.

Needs TeX with TikZ, and ``pdftoppm`` from Poppler; writes ``NAME.svg``, ``NAME-tikz.png`` and ``index.html``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from typing import Any

from app.examples import examples
from engine import render

REQUEST = ("expression", "inputs", "upstream", "fold", "digits")
RESOLUTION = "96"


def main() -> int:
    """Draw all; exit code 1 where TeX is missing or does not take a picture."""
    if not shutil.which("pdflatex") or not shutil.which("pdftoppm"):
        print("pdflatex and pdftoppm must be there: apt-get install texlive-pictures poppler-utils", file=sys.stderr)
        return 1
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    rows = examples("en")
    failed = [row["id"] for row in rows if not draw(row, folder)]
    (folder / "index.html").write_text("\n".join(map(entry, rows)), encoding="utf-8")
    print(f"{len(rows) - len(failed)} of {len(rows)} examples are in {folder}/index.html", *failed)
    return bool(failed)


def draw(row: dict[str, Any], folder: Path) -> bool:
    """Write both pictures of one example; whether TeX took it."""
    request = {name: row[name] for name in REQUEST if name in row}
    (folder / f"{row['id']}.svg").write_bytes(render(**request).content)
    with tempfile.TemporaryDirectory() as room:
        Path(room, "circuit.tex").write_bytes(render(**request, format="tikz").content)
        compiling = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "circuit.tex"]
        is_fine = subprocess.run(compiling, cwd=room, stdout=subprocess.DEVNULL, check=False).returncode == 0
        if is_fine:
            target = str(folder / f"{row['id']}-tikz")
            page = ["pdftoppm", "-r", RESOLUTION, "-png", "-singlefile", str(Path(room, "circuit.pdf")), target]
            subprocess.run(page, check=True)
    return is_fine


def entry(row: dict[str, Any]) -> str:
    """An example in the page that shows both pictures."""
    name = escape(row["id"])
    return f'<h2>{name}</h2><img src="{name}.svg" alt="SVG"><br><img src="{name}-tikz.png" alt="TikZ">'


if __name__ == "__main__":
    sys.exit(main())
