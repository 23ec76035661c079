"""One sentence that the engine can say, in English and in Korean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Language = Literal["en", "ko"]
LONGEST = 200  # characters of the program that a sentence quotes


@dataclass(frozen=True, slots=True)
class Message:
    """One row: the code of the answer, a sentence and, where there is one, a hint, each in both languages."""

    code: str
    en: str
    ko: str
    hint_en: str | None = None
    hint_ko: str | None = None

    def message(self, language: Language, values: Mapping[str, Any]) -> str:
        """The sentence with its placeholders filled in, long ones shortened."""
        return (self.ko if language == "ko" else self.en).format(**{k: _shown(v) for k, v in values.items()})

    def hint(self, language: Language, values: Mapping[str, Any]) -> str | None:
        """The hint with its placeholders filled in, or ``None``."""
        text = self.hint_ko if language == "ko" else self.hint_en
        return text.format(**{k: _sendable(v) for k, v in values.items()}) if text else None


def _shown(value: Any) -> Any:
    value = _sendable(value)
    return f"{value[: LONGEST - 1]}…" if isinstance(value, str) and len(value) > LONGEST else value


def _sendable(value: Any) -> Any:
    """A text without lone surrogates, which no encoding knows."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
