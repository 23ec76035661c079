"""What a reader should know about how a program was read: each a code, a place and the other reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from engine.errors import Span
from engine.messages import NOTICES, Language

LONGEST_HINT = 1_000  # characters; nobody is helped by a longer one, and thousands of them may be nested


@dataclass(frozen=True, slots=True)
class Notice:
    """One remark; ``key`` names a row of :data:`engine.messages.NOTICES`, ``hint`` is a replacement as program text."""

    key: str
    span: Span | None
    hint: str | None = None
    values: dict[str, Any] = field(default_factory=dict)

    def message(self, language: Language = "en") -> str:
        """What deserves notice, in a sentence."""
        return NOTICES[self.key].message(language, self.values)

    def to_dict(self, language: Language) -> dict[str, Any]:
        """The notice as it stands in an answer."""
        row = NOTICES[self.key]
        return {
            "code": row.code,
            "message": self.message(language),
            "span": list(self.span) if self.span else None,
            "hint": self.hint or row.hint(language, self.values),
        }
