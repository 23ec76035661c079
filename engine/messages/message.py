"""One sentence that the engine can say, in English and in Korean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Language = Literal["en", "ko"]


@dataclass(frozen=True, slots=True)
class Message:
    """One row: the code of the answer, a sentence and, where there is one, a hint, each in both languages."""

    code: str
    en: str
    ko: str
    hint_en: str | None = None
    hint_ko: str | None = None

    def message(self, language: Language, values: Mapping[str, Any]) -> str:
        """The sentence with its placeholders filled in."""
        return (self.ko if language == "ko" else self.en).format(**values)

    def hint(self, language: Language, values: Mapping[str, Any]) -> str | None:
        """The hint with its placeholders filled in, or ``None``."""
        text = self.hint_ko if language == "ko" else self.hint_en
        return text.format(**values) if text else None
