"""The descriptions of the API are whole and true: docs/api.md, /api/v1/docs and the OpenAPI document."""

import json
import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from app.calls import field_names
from app.manual import manual
from app.problems import PROBLEMS
from app.schemas import (
    EXPECTED,
    CodeRequest,
    CurveRequest,
    EmbedRequest,
    EvaluateRequest,
    JacobianRequest,
    RenderRequest,
)
from app.settings import Settings
from engine import Limits

REQUESTS = (EvaluateRequest, JacobianRequest, CurveRequest, CodeRequest, RenderRequest, EmbedRequest)
GUIDE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(curl .*?)```(?:\n\n```json\n(.*?)```)?", GUIDE, re.DOTALL)


def run(client, command):
    """What ``curl`` would get from the app."""
    words = shlex.split(command)
    headers = dict(words[index + 1].split(": ", 1) for index, word in enumerate(words) if word == "-H")
    body = words[words.index("-d") + 1] if "-d" in words else None
    path = re.sub(r"^http://[^/]+", "", next(word for word in words if word.startswith("http")))
    return client.request("POST" if body else "GET", path, content=body, headers=headers)


def assert_within(part, whole):
    """Everything that the document shows is in the answer; it may leave members out."""
    if isinstance(part, dict):
        for name, value in part.items():
            assert_within(value, whole[name])
    elif isinstance(part, list) and part and isinstance(part[0], dict):
        for one, other in zip(part, whole, strict=True):
            assert_within(one, other)
    else:
        assert part == whole


@pytest.mark.parametrize(("command", "expected"), BLOCKS)
def test_a_command_of_the_guide_gives_what_the_guide_shows(client, command, expected):
    response = run(client, command)
    documented = json.loads(expected) if expected else {}
    assert response.status_code == documented.get("status", 200)
    assert_within(documented, response.json() if expected else {})


def test_the_guide_shows_every_call():
    assert len(BLOCKS) == 14


def test_the_guide_lists_every_code_with_its_status():
    rows = re.findall(r"^\| `([a-z_]+)` \| (\d{3}) \|", GUIDE, re.MULTILINE)
    assert {code: int(status) for code, status in rows} == {code: kind.status for code, kind in PROBLEMS.items()}


def test_the_guide_lists_every_setting_with_its_default():
    rows = dict(re.findall(r"^\| `CHAINRULE_(\w+)` \| `?(\w+)`? \|", GUIDE, re.MULTILINE))
    defaults = [(entry.name, getattr(Settings(), entry.name)) for entry in fields(Settings) if entry.name != "limits"]
    defaults += [(entry.name, getattr(Limits(), entry.name)) for entry in fields(Limits)]
    assert rows == {name.upper(): "any" if value == () else str(value) for name, value in defaults}


def test_the_guide_lists_every_field_and_every_route(client):
    for name in EXPECTED:
        assert re.search(rf"^\| `{name}` \|", GUIDE, re.MULTILINE)
    routes = {"/api/v1/docs", "/api/v1/openapi.json", "/healthz", "/readyz", "/metrics"}
    assert all(path in GUIDE for path in routes | set(client.app.openapi()["paths"]))


def test_every_field_of_a_request_says_what_it_must_be():
    assert set(EXPECTED) == {name for model in REQUESTS for name in field_names(model)}


def test_every_field_of_a_request_is_described():
    for model in REQUESTS:
        assert all(field["description"] for field in model.model_json_schema()["properties"].values())


def test_every_sentence_of_the_openapi_document_has_its_korean(client):
    english, korean = (manual(client.app.openapi(), language) for language in ("en", "ko"))
    assert english["labels"].keys() == korean["labels"].keys()
    for one, other in zip(english["calls"], korean["calls"], strict=True):
        assert one["about"] != other["about"]
        assert all(
            field["about"] != there["about"] for field, there in zip(one["fields"], other["fields"], strict=True)
        )


def test_the_page_shows_every_call_with_a_command_that_runs(client):
    page = client.get("/api/v1/docs").text.replace("&#34;", '"').replace("&#39;", "'")
    commands = re.findall(r"curl -s [^<]*", page)
    assert len(commands) == len(client.app.openapi()["paths"])
    for command in commands:
        assert run(client, command).status_code == 200


def test_the_page_describes_every_problem(client):
    page = client.get("/api/v1/docs?lang=ko").text
    for code, kind in PROBLEMS.items():
        assert f'<tr id="{code}">' in page
        assert kind.about_ko in page


def test_the_page_needs_nothing_from_elsewhere(client):
    page = client.get("/api/v1/docs").text
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert "<script>" not in page
    assert " onclick=" not in page


def test_the_openapi_document_describes_requests_answers_and_problems(client):
    document = client.get("/api/v1/openapi.json").json()
    assert set(document["paths"]) == {
        "/api/v1/evaluate",
        "/api/v1/parse",
        "/api/v1/jacobian",
        "/api/v1/curve",
        "/api/v1/code",
        "/api/v1/render",
        "/render.svg",
        "/render.png",
        "/api/v1/gates",
        "/api/v1/examples",
    }
    call = document["paths"]["/api/v1/evaluate"]["post"]
    assert set(call["responses"]) == {"200", "400", "408", "413", "415", "422", "503"}
    schemas = document["components"]["schemas"]
    assert schemas["EvaluateRequest"]["additionalProperties"] is False
    assert set(schemas["ProblemAnswer"]["required"]) == set(schemas["ProblemEntry"]["required"]) | {
        "type",
        "title",
        "status",
    }
    references = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(document)))
    assert references <= set(schemas)
