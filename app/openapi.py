"""The OpenAPI document: FastAPI's own, with the requests and the problems that it cannot see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from fastapi import FastAPI
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.responses import Response

from app.answers import ProblemAnswer
from app.problems import PROBLEMS
from app.schemas import CodeRequest, CurveRequest, EvaluateRequest, JacobianRequest, ParseRequest, RenderRequest

_REFERENCE = "#/components/schemas/{model}"
_HIDDEN_MODELS: tuple[type[BaseModel], ...] = (
    CodeRequest,
    CurveRequest,
    EvaluateRequest,
    JacobianRequest,
    ParseRequest,
    RenderRequest,
    ProblemAnswer,
)
_STATUSES_WITH_BODY = (400, 408, 413, 415, 422, 503)
_ABOUT = (
    "Computational graphs for teaching backpropagation: the circuit of an expression, its values and its gradients. "
    "JSON in, JSON out; public and read-only. Messages come in English or Korean, by the header Accept-Language. "
    "Every problem is application/problem+json."
)


def documented(request: type[BaseModel] | None, answer: type[BaseModel]) -> dict[str, Any]:
    """Keywords for a route that reads its body itself and answers with bytes."""
    statuses = _STATUSES_WITH_BODY if request else ()
    responses: dict[int, Any] = {200: {"model": answer, "description": (answer.__doc__ or "").strip()}}
    responses |= {status: _problem(status) for status in statuses}
    return {"responses": responses, "response_model": None, "openapi_extra": _body(request) if request else None}


def drawn(request: type[BaseModel], media_types: Iterable[str]) -> dict[str, Any]:
    """Keywords for a route that reads its body itself and answers with one of several kinds of file."""
    keywords = documented(request, ProblemAnswer)
    keywords["responses"][200] = _file(media_types)
    return keywords | {"response_class": Response}


def drawn_by_address(model: type[BaseModel], fields: Iterable[str], media_type: str) -> dict[str, Any]:
    """Keywords for a route that reads ``fields`` of ``model`` from its query and answers with a picture."""
    schema = model.model_json_schema()
    parameters = [_parameter(name, schema) for name in schema["properties"] if name in fields]
    file = _file([media_type])
    told = {status: {**file, "description": _problem(status)["description"]} for status in (413, 422, 503)}
    extra = {"parameters": parameters, "x-example": "expression=x*y"}
    return {"responses": {200: file, **told}, "response_class": Response, "openapi_extra": extra}


def _parameter(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    about = schema["properties"][name]["description"]
    is_required = name in schema["required"]
    return {"name": name, "in": "query", "required": is_required, "schema": {"type": "string"}, "description": about}


def _file(media_types: Iterable[str]) -> dict[str, Any]:
    return {"description": "The file itself.", "content": {media_type: {} for media_type in media_types}}


def _problem(status: int) -> dict[str, Any]:
    codes = [code for code, kind in PROBLEMS.items() if kind.status == status]
    schema = {"$ref": _REFERENCE.format(model=ProblemAnswer.__name__)}
    entry: dict[str, Any] = {
        "description": ", ".join(codes),
        "content": {"application/problem+json": {"schema": schema}},
    }
    if status == 503:
        entry["headers"] = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait."}}
    return entry


def _body(request: type[BaseModel]) -> dict[str, Any]:
    schema = {"$ref": _REFERENCE.format(model=request.__name__)}
    extra = cast(dict[str, Any], request.model_config["json_schema_extra"])
    content = {"schema": schema, "example": extra["example"]}
    return {"requestBody": {"required": True, "content": {"application/json": content}}}


def install(app: FastAPI) -> None:
    """Make ``app.openapi()`` give the whole document, built once."""
    plain = app.openapi

    def whole() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = plain()
            _, definitions = models_json_schema(
                [(model, "validation") for model in _HIDDEN_MODELS], ref_template=_REFERENCE
            )
            document["components"]["schemas"] |= definitions["$defs"]
            document["info"]["description"] = _ABOUT
        return app.openapi_schema or {}

    app.openapi = whole  # type: ignore[method-assign]
