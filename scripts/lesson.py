"""Writes docs/lesson.md and docs/lesson.ko.md from app/lesson.json: ``python -m scripts.lesson``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.language import Language
from app.lesson import lesson
from scripts.notation import wrapped

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES: dict[Language, Path] = {"en": DOCS / "lesson.md", "ko": DOCS / "lesson.ko.md"}
BEFORE: dict[Language, str] = {
    "en": "[한국어](lesson.ko.md). The links open on a running server (`make run`), which shows this page "
    "at `/lesson`. `python -m scripts.lesson` writes it from `app/lesson.json`; the tests check every number.",
    "ko": "[English](lesson.md). 링크는 실행 중인 서버(`make run`)에서 열리며, 같은 내용이 `/lesson`에 있습니다. "
    "`python -m scripts.lesson`이 `app/lesson.json`에서 만들고, 숫자는 모두 테스트가 확인합니다.",
}
HEAD: dict[Language, str] = {"en": "| on the wire of | value | gradient |", "ko": "| 선 | 값 | 기울기 |"}


def document(language: Language) -> str:
    """The whole walk-through in one language."""
    content = lesson(language)
    blocks = [f"# {content['title']}", wrapped(content["lead"]), wrapped(BEFORE[language])]
    for place, section in enumerate(content["sections"], 1):
        blocks.append(f"## {place}. {section['title']}")
        for step in section["steps"]:
            blocks += _step(step, language)
    return "\n\n".join(blocks) + "\n"


def _step(step: dict[str, Any], language: Language) -> Iterator[str]:
    yield f"### [{step['title']}]({step['address']})"
    yield f"```text\n{step['program']}\n```"
    yield wrapped(step["do"])
    rows = [f"| `{wire.replace('|', chr(92) + '|')}` | {value} | {gradient} |" for wire, value, gradient in step["see"]]
    yield "\n".join([HEAD[language], "|---|---|---|", *rows])
    yield wrapped(step["why"])


if __name__ == "__main__":
    for language, page in PAGES.items():
        page.write_text(document(language), encoding="utf-8")
