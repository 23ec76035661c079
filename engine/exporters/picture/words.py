"""A circuit in words: the title and the description that a screen reader hears in place of the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.exporters.picture.names import name_parts
from engine.exporters.picture.numbers import format_number, shape_text
from engine.exporters.picture.texts import one_line
from engine.exporters.picture.timeline import Record, Timeline
from engine.messages import Language

LONGEST_PROGRAM = 200
MOST_NODES = 60  # that are told one by one

WORDS: dict[str, dict[Language, str]] = {
    "title": {"en": "Circuit of {program}", "ko": "회로: {program}"},
    "counts": {"en": "Inputs: {inputs}. Gates: {gates}.", "ko": "입력 {inputs}개, 게이트 {gates}개."},
    "input": {"en": "Input {name}", "ko": "입력 {name}"},
    "constant": {"en": "Constant {name}", "ko": "상수 {name}"},
    "gate": {"en": "Gate {k}", "ko": "게이트 {k}"},
    "value": {"en": "value {number}", "ko": "값 {number}"},
    "value.array": {"en": "value of shape {number}", "ko": "값의 모양 {number}"},
    "value.pending": {"en": "value not computed yet", "ko": "값은 아직 계산 전"},
    "gradient": {"en": "gradient {number}", "ko": "기울기 {number}"},
    "gradient.array": {"en": "gradient of shape {number}", "ko": "기울기의 모양 {number}"},
    "gradient.pending": {"en": "gradient not computed yet", "ko": "기울기는 아직 계산 전"},
    "gradient.none": {"en": "no gradient", "ko": "기울기 없음"},
    "none": {"en": "none", "ko": "없음"},
    "output": {"en": "The output is {name}.", "ko": "출력: {name}."},
    "more": {"en": "Further nodes: {count}.", "ko": "나머지 노드: {count}개."},
}


def word(key: str, language: Language, **values: Any) -> str:
    """A row of the table with its places filled in."""
    return WORDS[key][language].format(**values)


def title_of(answer: Record, language: Language) -> str:
    """What a picture is called that was given no title."""
    return word("title", language, program=one_line(answer["expression"]["source"], LONGEST_PROGRAM))


def description(answer: Record, step: int | None, digits: int, language: Language) -> str:
    """Every node with its two numbers, as far as the step shows them."""
    return " ".join(_Telling(answer, Timeline(answer, step), digits, language).sentences())


class _Telling:
    def __init__(self, answer: Record, line: Timeline, digits: int, language: Language) -> None:
        self.answer, self.line, self.digits, self.language = answer, line, digits, language
        self.called = {node["id"]: self._called(node) for node in answer["nodes"]}

    def _word(self, key: str, **values: Any) -> str:
        return word(key, self.language, **values)

    def sentences(self) -> Iterator[str]:
        nodes = self.answer["nodes"]
        inputs = sum(node["kind"] == "input" for node in nodes)
        yield self._word("counts", inputs=inputs, gates=len(self.line.forward_at))
        for node in nodes[:MOST_NODES]:
            yield f"{self._what(node)}: {self._numbers(node)}."
        if len(nodes) > MOST_NODES:
            yield self._word("more", count=len(nodes) - MOST_NODES)
        yield self._word("output", name=self.called[self.line.output])

    def _called(self, node: Record) -> str:
        """A gate goes by its number, as a listener cannot follow its wires."""
        if node["kind"] == "gate":
            return self._word("gate", k=self.line.forward_at[node["id"]])
        return one_line(name_parts(node["name"]).text if node["name"] else node["symbol"])

    def _what(self, node: Record) -> str:
        called = self.called[node["id"]]
        if node["kind"] != "gate":
            return self._word(node["kind"], name=called)
        name = f"{one_line(name_parts(node['name']).text)} = " if node["name"] else ""
        operands = ", ".join(self.called[operand] for operand in node["operands"])
        symbol = "" if node["symbol"] == node["gate"] else f" {node['symbol']}"
        return f"{called}, {name}{node['gate']}{symbol} ({operands})"

    def _numbers(self, node: Record) -> str:
        has_value, has_gradient = self.line.has_value(node["id"]), self.line.has_gradient(node["id"])
        value = self._number("value", node, node["value"] if has_value else "pending")
        return f"{value}, {self._number('gradient', node, node['gradient'] if has_gradient else 'pending')}"

    def _number(self, key: str, node: Record, entry: Any) -> str:
        if entry is None or entry == "pending":
            return self._word(f"{key}.{entry or 'none'}")
        if node["shape"]:
            return self._word(f"{key}.array", number=shape_text(node["shape"]))
        return self._word(key, number=format_number(entry, self.digits))
