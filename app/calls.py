"""One call of the API, from the bytes of the body to the bytes of the answer; no HTTP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

import orjson
from pydantic import BaseModel, ValidationError

from app.errors import MOST_ERRORS, ProgramProblem, RequestProblem
from app.language import Language
from app.schemas import EXPECTED, JSON_TYPES
from app.settings import Settings
from app.strict_json import abridged, strict_json
from engine import EngineError, Limits


class Result(Protocol):
    """What the engine gives back."""

    def to_dict(self, language: Language) -> dict[str, Any]:
        """The answer as plain data."""


def as_json(result: Result, language: Language) -> bytes:
    """An answer as JSON."""
    return orjson.dumps(result.to_dict(language))


@dataclass(frozen=True, slots=True)
class Call:
    """A call: its ``name``, the ``model`` of its request, the engine's function for it, and what writes the answer."""

    name: str
    model: type[BaseModel]
    function: Callable[..., Any]
    write: Callable[[Any, Language], bytes] = as_json

    def answer(self, body: bytes, language: Language, settings: Settings) -> bytes:
        """The answer to ``body``; raises :class:`app.errors.Problem`."""
        return self.answer_to(strict_json(body, settings.json_depth), language, settings)

    def answer_to(self, data: Any, language: Language, settings: Settings) -> bytes:
        """The answer to a body that has been read."""
        fields = checked(self.model, data)
        limits = limits_for(fields, settings)
        try:
            return self.write(self.function(**fields, limits=limits), language)
        except EngineError as error:
            raise ProgramProblem(error, fields["expression"]) from None
        except MemoryError:
            raise RequestProblem("out_of_memory", details={"limit": "memory", "maximum": None}) from None


def limits_for(fields: dict[str, Any], settings: Settings) -> Limits:
    """The engine's limits; fewer elements where all of them would be written out."""
    limits = settings.limits
    if fields.get("values") != "full":
        return limits
    return replace(limits, elements=min(limits.elements, settings.full_elements))


def checked(model: type[BaseModel], data: Any) -> dict[str, Any]:
    """``data``, if it is an object with the fields of ``model``, each of its type; nothing is converted."""
    if not isinstance(data, dict):
        raise RequestProblem("not_an_object", found=JSON_TYPES[type(data)])
    unknown = [name for name in data if name not in field_names(model)]
    if unknown:
        _refuse([_unknown_field(model, name) for name in unknown[:MOST_ERRORS]])
    try:
        model.model_validate(data)
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_context=False, include_input=False)
        _refuse(
            [_wrong_field(*entry) for entry in dict.fromkeys((str(e["loc"][0]), e["type"] == "missing") for e in wrong)]
        )
    return data


def field_names(model: type[BaseModel]) -> list[str]:
    """The fields as a request spells them; ``from`` has an alias, as Python keeps the word to itself."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _refuse(problems: list[RequestProblem]) -> None:
    first, *others = problems
    first.others = others
    raise first


def _unknown_field(model: type[BaseModel], name: str) -> RequestProblem:
    return RequestProblem("unknown_field", field=abridged(name), fields=", ".join(field_names(model)))


def _wrong_field(name: str, is_missing: bool) -> RequestProblem:
    if is_missing:
        return RequestProblem("missing_field", field=name)
    key = "wrong_input" if name in ("inputs", "upstream") else "wrong_field"
    return RequestProblem(key, field=name, expected=EXPECTED[name])
