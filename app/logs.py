"""One line of JSON a record; never a body, an address of a client or a query."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

ACCESS = logging.getLogger("chainrule.access")
SERVER = logging.getLogger("chainrule.server")


class JsonFormatter(logging.Formatter):
    """A record as one JSON object: time, level, message and the fields that the caller added."""

    def format(self, record: logging.LogRecord) -> str:
        """``record`` as a line."""
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        entry |= getattr(record, "fields", None) or {"message": record.getMessage()}
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry)


class TextFormatter(logging.Formatter):
    """A record as a line to read in a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """``record`` as a line."""
        fields = getattr(record, "fields", None)
        if not fields:
            return super().format(record)
        return "{method} {path} {status} {ms} ms".format(**fields)


def set_up(log_format: str) -> None:
    """Send all logs to standard error, as ``json`` or as ``text``."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if log_format == "json" else TextFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)


def log_request(method: str, path: str, status: int, seconds: float) -> None:
    """One line for an answered request."""
    fields = {"method": method, "path": path[:200], "status": status, "ms": round(seconds * 1000, 2)}
    ACCESS.info("request", extra={"fields": fields})
