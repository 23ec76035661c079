"""What an operator can set, each by an environment variable ``CHAINRULE_<NAME>``."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from engine import Limits

PREFIX = "CHAINRULE_"
_SITE = re.compile(r"'self'|(https?://)?(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:(\d{1,5}|\*))?")


class SettingError(ValueError):
    """An environment variable that cannot be read."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and habits of one server.

    ``body_bytes`` and ``json_depth`` bound a request's body; ``receive_seconds`` the time in which it must arrive.
    ``full_elements`` bounds a program's arrays when they are asked for in full (``"values": "full"``).
    ``cache_bytes`` bounds the answers that are kept. ``heavy_jobs`` larger programs run at a time and
    ``heavy_waiting`` more may wait; ``connections`` is the most that are open at once. ``allowed_hosts`` empty means
    any. ``frame_ancestors`` are the sites that may frame ``/embed``, as a Content-Security-Policy names them; empty
    means all. ``limits`` are the engine's own.
    """

    body_bytes: int = 8_000_000
    json_depth: int = 100
    receive_seconds: float = 20
    keep_alive_seconds: int = 15
    full_elements: int = 250_000
    cache_bytes: int = 64_000_000
    heavy_jobs: int = 2
    heavy_waiting: int = 16
    connections: int = 512
    allowed_hosts: tuple[str, ...] = ()
    frame_ancestors: tuple[str, ...] = ()
    log_format: str = "json"
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings that ``environment`` (the process's own by default) asks for; raises SettingError."""
        given = os.environ if environment is None else environment
        return cls(**_read(cls, given), limits=Limits(**_read(Limits, given)))


def _read(owner: type, environment: Mapping[str, str]) -> dict[str, Any]:
    values = {}
    for entry in fields(owner):
        variable = PREFIX + entry.name.upper()
        if variable in environment and entry.name != "limits":
            values[entry.name] = _READERS.get(entry.name, _count)(variable, environment[variable])
    return values


def _count(variable: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:19]) > 0):
        raise SettingError(f"{variable} must be a whole number above 0, not {text!r}.")
    return int(text[:19])


def _hosts(_variable: str, text: str) -> tuple[str, ...]:
    return tuple(host.strip().lower() for host in text.split(",") if host.strip())


def _sites(variable: str, text: str) -> tuple[str, ...]:
    sites = tuple(text.replace(",", " ").split())
    wrong = [site for site in sites if not _SITE.fullmatch(site)]
    if wrong:
        raise SettingError(
            f"{variable} must name sites such as https://lms.example or https://*.example, not {wrong[0]!r}."
        )
    return sites


def _format(variable: str, text: str) -> str:
    if text not in ("json", "text"):
        raise SettingError(f"{variable} must be json or text, not {text!r}.")
    return text


_READERS: dict[str, Callable[[str, str], Any]] = {
    "allowed_hosts": _hosts,
    "frame_ancestors": _sites,
    "log_format": _format,
}
