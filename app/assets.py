"""Where the page's files are: beside the code in an installed wheel, at the top of the tree in a checkout."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_INSTALLED = _HERE / "_web"
_CHECKOUT = _HERE.parent


def static_folder() -> Path:
    """The folder behind ``/static``, with ``dist`` (the built front end) and ``texts``."""
    return _folder("static")


def templates_folder() -> Path:
    """The folder of the Jinja2 templates."""
    return _folder("templates")


def asset_address(name: str) -> str:
    """The address of a built file, such as ``main.js``, with its version, so that it may be cached for good.

    A file without a version gets its plain address.
    """
    version = asset_versions().get(name)
    return f"/static/dist/{name}" + (f"?v={version}" if version else "")


def first_chunks(entry: str = "main") -> list[str]:
    """The addresses of the scripts that an entry such as ``main.js`` begins with; none when the front end is not built.

    They are read each time: after a new build the old ones are gone.
    """
    first = static_folder() / "dist" / "first" / f"{entry}.json"
    if not first.is_file():
        return []
    return [f"/static/dist/{name}" for name in json.loads(first.read_text(encoding="utf-8"))]


@cache
def asset_versions() -> dict[str, str]:
    """The version of every built file by its name in ``dist``; empty when the front end is not built."""
    manifest = static_folder() / "dist" / "manifest.json"
    if not manifest.is_file():
        return {}
    versions: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))
    return versions


def _folder(name: str) -> Path:
    return (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT) / name
