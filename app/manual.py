"""The OpenAPI document, told to people: what each call takes and gives, and a command to try it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from app.language import Language
from app.problems import PROBLEMS

Node = dict[str, Any]

_TEXTS = Path(__file__).with_name("manual.json")


def manual(document: Node, language: Language) -> Node:
    """What the page at ``/api/v1/docs`` shows: ``labels``, ``about``, ``calls`` and ``problems``, in ``language``."""
    schemas = document["components"]["schemas"]
    calls = [
        _call(path, method, operation, schemas, language)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    problems = [
        {"code": code, "status": kind.status, "title": kind.title(language), "about": kind.about(language)}
        for code, kind in PROBLEMS.items()
    ]
    labels = _texts()["labels"][language]
    about = said(document["info"]["description"], language)
    return {"labels": labels, "about": about, "calls": calls, "problems": problems}


def said(sentence: str, language: Language) -> str:
    """An English sentence of the OpenAPI document, in ``language``."""
    return str(_texts()["sentences"][sentence]) if language == "ko" else sentence


@cache
def _texts() -> Node:
    """The labels of the page in both languages, and every sentence of the OpenAPI document in Korean."""
    texts: Node = json.loads(_TEXTS.read_text(encoding="utf-8"))
    return texts


def _call(path: str, method: str, operation: Node, schemas: Node, language: Language) -> Node:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    files = operation["responses"]["200"]["content"]
    answer = files.get("application/json", {}).get("schema")
    query = operation.get("x-example")
    return {
        "id": operation["operationId"],
        "method": method.upper(),
        "path": path,
        "address": f"{path}?{query}" if query else path,
        "about": said(operation["description"], language),
        "fields": _body(body, schemas, language) if body else _query(operation, language),
        "members": _fields(_resolved(answer, schemas), schemas, language) if answer else [],
        "files": [] if answer else list(files),
        "example": json.dumps(body["example"], ensure_ascii=False) if body else None,
        "statuses": list(operation["responses"]),
    }


def _body(body: Node, schemas: Node, language: Language) -> list[Node]:
    return _fields(_resolved(body["schema"], schemas), schemas, language)


def _query(operation: Node, language: Language) -> list[Node]:
    """The fields of a call that has them in its address."""
    return [
        {
            "name": parameter["name"],
            "type": type_of(parameter["schema"]),
            "is_required": parameter["required"],
            "default": None,
            "about": said(parameter["description"], language),
        }
        for parameter in operation.get("parameters", [])
    ]


def _fields(model: Node, schemas: Node, language: Language) -> list[Node]:
    return [
        {
            "name": name,
            "type": type_of(schema),
            "is_required": name in model.get("required", []),
            "default": json.dumps(schema["default"]) if "default" in schema else None,
            "about": said(_described(schema, schemas), language),
        }
        for name, schema in model["properties"].items()
    ]


def _resolved(schema: Node, schemas: Node) -> Node:
    reference: str = schema.get("$ref", "")
    resolved: Node = schemas[reference.rpartition("/")[2]] if reference else schema
    return resolved


def _described(schema: Node, schemas: Node) -> str:
    """The description of a field, or of the model that it refers to."""
    inner = schema.get("items", {}) if schema.get("type") == "array" else schema.get("additionalProperties", {})
    choices = [schema, *schema.get("anyOf", []), inner if isinstance(inner, dict) else {}]
    described = (_resolved(choice, schemas).get("description", "") for choice in choices)
    return next(filter(None, described), "")


def type_of(schema: Node) -> str:
    """A schema in few words, such as ``number | list``."""
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(type_of(choice) for choice in schema["anyOf"]))
    if "enum" in schema or "const" in schema:
        return " | ".join(json.dumps(value) for value in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return "list"
    return str(schema.get("type", "object"))
