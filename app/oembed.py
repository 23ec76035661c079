"""oEmbed 1.0: what another site needs to show a circuit of this server, told by its address; no HTTP here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

PAGES = ("", "/", "/embed")  # those that show the circuit of their address
WIDTH, HEIGHT = 640, 320
LONGEST_TITLE = 100
DAY = 86_400
MEDIA_TYPES = {"json": "application/json", "xml": "text/xml"}
_PORTS = {"http": 80, "https": 443}

Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that the other site has room for, in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A picture of the circuit: where it is, and its size in pixels."""

    address: str
    width: int
    height: int


def query_of(address: str, origin: str) -> dict[str, str] | None:
    """The fields in the ``address`` of a circuit of ``origin``; ``None`` for any other address."""
    try:
        asked, own = urlsplit(address), urlsplit(origin)
        if not (_is_plain(address) and _place(asked) == _place(own) and asked.path in PAGES):
            return None
    except ValueError:  # no port, or half an IPv6 address
        return None
    kept_behind_hash = "expression=" in asked.fragment  # where the page keeps what is too long for a query
    query = dict(parse_qsl(asked.fragment if kept_behind_hash else asked.query))
    return query if "expression" in query else None


def _is_plain(address: str) -> bool:
    """Whether every reader of addresses takes it in the same way: no user, no space, no backslash."""
    return address.isprintable() and not set(address) & set(" \\") and "@" not in urlsplit(address).netloc


def _place(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def rich(query: Query, origin: str, most: Bounds, thumbnail: Thumbnail | None) -> dict[str, Any]:
    """The answer for the circuit of ``query``: a frame of the usual size, or as large as there is room for."""
    title = title_of(query)
    width, height = min(WIDTH, most.width), min(HEIGHT, most.height)
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Chainrule",
        "provider_url": f"{origin}/",
        "cache_age": DAY,
        "html": _frame(f"{origin}/embed?{urlencode(query)}", title, width, height),
        "width": width,
        "height": height,
    }
    if thumbnail:
        answer["thumbnail_url"] = thumbnail.address
        answer["thumbnail_width"], answer["thumbnail_height"] = thumbnail.width, thumbnail.height
    return answer


def _frame(address: str, title: str, width: int, height: int) -> str:
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{width}" height="{height}" '
        'style="border:0;max-width:100%" loading="lazy"></iframe>'
    )


def title_of(query: Query) -> str:
    """The circuit's title, else its program, on one short line and without characters that cannot be seen."""
    line = " ".join((query.get("title") or query["expression"]).split())
    seen = "".join(sign for sign in line if sign.isprintable())
    return seen if len(seen) <= LONGEST_TITLE else f"{seen[: LONGEST_TITLE - 1]}…"


def as_xml(answer: Mapping[str, Any]) -> str:
    """``answer`` as the document that oEmbed describes."""
    members = "".join(f"<{name}>{escape(str(value), quote=False)}</{name}>" for name, value in answer.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{members}</oembed>\n'


def discovery(page: str, origin: str) -> dict[str, str]:
    """Where other sites ask about the ``page`` at this address, by media type; nothing for a page without a circuit."""
    if query_of(page, origin) is None:
        return {}
    return {
        f"{media_type}+oembed": f"{origin}/oembed?{urlencode({'url': page, 'format': form})}"
        for form, media_type in MEDIA_TYPES.items()
    }
