"""A circuit as one HTML file that asks for nothing: drawn as a picture, then brought to life by the script in it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from app import version
from app.assets import static_folder, templates_folder
from app.errors import RequestProblem
from app.texts import texts
from engine import Limits, Look, Picture, all_views, catalogue, fit, one_line, render

LONGEST_NAME = 80  # of a program, in the title of a window
# What would end a script, what turns the direction of the text around it, and halves of characters.
_UNFIT = re.compile("[<>&\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)


class NotBuiltError(RequestProblem):
    """The front end that goes into the file has not been built."""

    def __init__(self) -> None:
        super().__init__("not_built")


def rendered(
    expression: str,
    inputs: Mapping[str, object] | None = None,
    *,
    format: str = "svg",  # noqa: A002  (the field's name in a request)
    **options: Any,
) -> Picture:
    """What :func:`engine.render` draws, and ``"html"``; fails with :class:`NotBuiltError`, too."""
    if format == "html":
        return document(expression, inputs, **options)
    return render(expression, inputs, format=format, **options)


def document(
    expression: str,
    inputs: Mapping[str, object] | None = None,
    *,
    limits: Limits | None = None,
    **options: Any,
) -> Picture:
    """A program as one HTML file; ``options`` are those of a picture.

    Fails with :class:`engine.EngineError` as pictures do, and with :class:`NotBuiltError`.
    """
    script, style, licences = map(_built, ("document.js", "document.css", "LICENSES.txt"))
    wishes = {name: options.pop(name) for name in Look.__dataclass_fields__ if name in options}
    look = Look(**wishes)
    views = all_views(expression, inputs, language=look.lang, limits=limits, **options)
    svg = render(expression, inputs, limits=limits, **options, **wishes | {"title": None}).content.decode()
    page = _template().render(
        lang=look.lang,
        texts=texts(look.lang),
        theme=look.theme,
        heading=look.heading,
        title=look.heading or one_line(expression, LONGEST_NAME),
        program=fit(expression),
        svg=svg,
        style=style,
        script=script,
        licences=licences.replace("--", "- "),  # a comment may not hold its own end
        icon=_icon(),
        policy=_policy([script], [style, *_STYLE.findall(svg)]),
        data=_inert(_data(look, views.to_json(), views.gates)),
        version=version(),
    )
    return Picture(page.encode(), "html")


def _data(look: Look, views: str, gates: set[str]) -> str:
    """What the script shows, as JSON: how to look, the code of the gates in use, all answers."""
    shown = {"language": look.lang, "theme": look.theme, "digits": look.digits, "step": look.step}
    rows = [row for row in catalogue() if row["name"] in gates]
    known = json.dumps({"look": shown, "gates": rows}, ensure_ascii=False, separators=(",", ":"))
    return f"{known[:-1]},{views[1:]}"


def _inert(data: str) -> str:
    """JSON that a page can hold: these signs stand in its strings only, where an escape says the same."""
    return _UNFIT.sub(lambda sign: f"\\u{ord(sign[0]):04x}", data)


def _policy(scripts: list[str], styles: list[str]) -> str:
    """A Content-Security-Policy that lets these run and nothing be fetched."""
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hashes(sources: list[str]) -> str:
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in sources)


def _built(name: str) -> str:
    path = static_folder() / "dist" / name
    if not path.is_file():
        raise NotBuiltError
    return path.read_text(encoding="utf-8").strip()


def _icon() -> str:
    """The icon as an address that holds it."""
    return "data:image/svg+xml;base64," + base64.b64encode((static_folder() / "favicon.svg").read_bytes()).decode()


@cache
def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader

    return Environment(loader=FileSystemLoader(templates_folder()), autoescape=True).get_template("document.html")
