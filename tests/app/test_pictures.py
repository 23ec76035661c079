"""Pictures by a call of the API and by an address: content types, caching, and problems that can be seen."""

import json
import re
from xml.etree import ElementTree

import pytest

from app.errors import RequestProblem
from app.queries import fields_of
from tests.app.conftest import SIGMOID, SLIDE
from tests.engine.exporters.picture.circuits import PAYLOADS
from tests.engine.exporters.picture.reading import SVG, parsed, texts

TYPES = {
    "svg": ("image/svg+xml", b"<svg"),
    "png": ("image/png", b"\x89PNG"),
    "tikz": ("text/x-tex; charset=utf-8", rb"\documentclass"),
    "dot": ("text/vnd.graphviz; charset=utf-8", b"digraph"),
    "html": ("text/html; charset=utf-8", b"<!doctype html>"),
    "json": ("application/json", b"{"),
}


def render(client, **body):
    return client.request("POST", "/api/v1/render", json=body)


def image(client, form="svg", headers=None, **query):
    return client.get(f"/render.{form}", params=query, headers=headers)


@pytest.mark.parametrize("form", TYPES)
def test_each_format_has_its_content_type(client, form):
    media_type, beginning = TYPES[form]
    response = render(client, expression="x*y", inputs={"x": 3, "y": -4}, format=form)
    assert response.status_code == 200
    assert response.headers["content-type"] == media_type
    assert response.content.startswith(beginning)


def test_a_call_may_say_how_the_picture_is_to_look(client):
    options = {"title": "One gate", "theme": "dark", "lang": "ko", "step": 1, "digits": 1, "fold": "all"}
    content = render(client, expression="x*y", inputs={"x": 3, "y": -4}, **options).text
    for part in ("One gate", 'class="chainrule-dark"', "입력 x: 값 3.0", "기울기는 아직 계산 전"):
        assert part in content
    fragment = render(client, expression="x", inputs={"x": 1}, format="tikz", standalone=False).text
    assert r"\documentclass" not in fragment


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"format": "pdf"}, "bad_option"),
        ({"format": None}, "bad_option"),
        ({"theme": "blue"}, "bad_option"),
        ({"digits": "2"}, "bad_option"),
        ({"step": -1}, "bad_option"),
        ({"step": True}, "bad_option"),
        ({"title": "x" * 201}, "bad_option"),
        ({"scale": 100}, "bad_option"),
        ({"inputs": {}}, "missing_inputs"),
        ({"expression": "x +* 1"}, "syntax_error"),
    ],
)
def test_a_call_that_is_wrong_gets_a_problem_document(client, wrong, code):
    response = render(client, **{"expression": "x", "inputs": {"x": 1}, **wrong})
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["code"] == code


def test_an_address_gives_the_picture_of_the_call(client):
    inputs = ",".join(f"{name}:{value}" for name, value in SLIDE.items())
    response = image(client, expression=SIGMOID, inputs=inputs)
    assert response.content == render(client, expression=SIGMOID, inputs=SLIDE).content
    assert response.headers["content-type"] == "image/svg+xml"
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert image(client, "png", expression="x").content.startswith(b"\x89PNG")


def test_missing_inputs_are_filled_in_as_parse_suggests(client):
    assert image(client, expression=SIGMOID).content == render(client, expression=SIGMOID, inputs=SLIDE).content
    assert "5.00" in [one.what for one in texts(parsed(image(client, expression="x*y", inputs="y:5").content))]


def test_a_picture_is_kept_long_and_asked_for_again_by_its_tag(client):
    first = image(client, expression="x*y", inputs="x:3,y:-4")
    assert int(re.search(r"max-age=(\d+)", first.headers["cache-control"])[1]) >= 86_400
    tag = first.headers["etag"]
    assert re.fullmatch(r'"\w+"', tag)
    again = image(client, headers={"if-none-match": tag}, expression="x*y", inputs="x:3,y:-4")
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert image(client, expression="x*y", inputs="x:3,y:5").headers["etag"] != tag


def test_it_looks_as_the_address_says(client):
    query = {"theme": "dark", "title": "Folded", "fold": "sigmoid", "digits": "3", "lang": "ko", "step": "99"}
    response = image(client, expression=SIGMOID, **query)
    for part in ('class="chainrule-dark"', "Folded", ">σ<", "0.731", "입력 5개, 게이트 5개."):
        assert part in response.text


def test_the_page_s_own_fields_are_passed_over(client):
    assert image(client, expression="x", panel="descent", rate="0.1", select="n0").status_code == 200


@pytest.mark.parametrize(
    ("text", "inputs"),
    [
        ("", {}),
        ("w0:2,x0:-1", {"w0": 2, "x0": -1}),
        (" w0 : 2 , x0 : 1e-3 ,", {"w0": 2, "x0": 1e-3}),
        ("W:((0.1,0.5),(-0.3,0.8)),x:[1,2]", {"W": [[0.1, 0.5], [-0.3, 0.8]], "x": [1, 2]}),
        ("x:normal(10x3072;7)", {"x": {"random": "normal", "shape": [10, 3072], "seed": 7}}),
        ("x:uniform(4),y:1", {"x": {"random": "uniform", "shape": [4], "seed": 0}, "y": 1}),
        ('{"x": [1, 2], "y": 3}', {"x": [1, 2], "y": 3}),
    ],
)
def test_inputs_are_written_as_in_the_page_s_address(text, inputs):
    assert fields_of({"inputs": text}) == {"inputs": inputs}


@pytest.mark.parametrize(
    "text", ["x", "x:", ":1", "x:abc", "x:1,x:2", "x:(1,2", "x:NaN", "x:1e999", '{"x": 1', '{"x": 1, "x": 2}', "x:true"]
)
def test_inputs_that_cannot_be_read_are_refused(text, client):
    with pytest.raises(RequestProblem) as problem:
        fields_of({"inputs": text})
    assert problem.value.code == "bad_input_value"
    assert image(client, expression="x", inputs=text).status_code == 422


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ({}, "Bad option"),
        ({"expression": "x +* 1"}, "The program cannot be read"),
        ({"expression": "x", "step": "two"}, "Bad option"),
        ({"expression": "x", "digits": "9"}, "Bad option"),
        ({"expression": "x", "digits": "1.2.3"}, "Bad option"),
        ({"expression": "x", "fold": "nothing"}, "Bad option"),
        ({"expression": "W x", "inputs": "W:((1,2),(3,4)),x:(1,2,3)"}, "Shapes do not fit"),
    ],
)
def test_a_problem_is_a_picture_with_its_status(client, query, title):
    response = image(client, **query)
    assert response.status_code == 422
    assert response.headers["content-type"] == "image/svg+xml"
    assert response.headers["cache-control"] == "no-store"
    root = parsed(response.content)
    assert root.findtext(f"{SVG}title") == title
    assert texts(root)[0].what == title


def test_a_problem_speaks_korean_and_has_a_png(client):
    assert "프로그램을 읽을 수 없습니다" in image(client, expression="x +* 1", lang="ko").text
    response = image(client, "png", expression="x +* 1")
    assert (response.status_code, response.headers["content-type"]) == (422, "image/png")


def test_where_no_png_can_be_drawn_the_problem_is_a_document(client, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    response = image(client, "png", expression="x + 17")
    assert response.status_code == 422
    assert response.json()["code"] == "unsupported"


IMG = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"  # what browsers send for an image element


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (IMG, "image/svg+xml"),
        ("*/*", "image/svg+xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "image/svg+xml"),
        ("image/svg+xml, application/json", "image/svg+xml"),
        ("application/json", "application/problem+json"),
        ("application/problem+json;q=0.9, */*;q=0.1", "application/problem+json"),
        ("Application/JSON, text/plain, */*", "application/problem+json"),
    ],
)
def test_a_program_that_asks_for_json_reads_what_is_wrong_in_it(client, accept, kind):
    asked = {"params": {"expression": "3 frob(x)"}, "headers": {"accept": accept}}
    response = client.get("/render.svg", **asked)
    assert (response.status_code, response.headers["content-type"]) == (422, kind)
    if kind != "image/svg+xml":
        assert (response.json()["code"], response.json()["span"]) == ("unknown_function", [2, 6])
    asked["params"]["expression"] = "3 x"
    assert client.get("/render.svg", **asked).headers["content-type"] == "image/svg+xml"


def test_what_a_course_platform_adds_to_an_address_is_passed_over(client):
    plain = image(client, expression="x*y")
    added = image(client, expression="x*y", utm_source="lms", fbclid="1", mode="step", nothing="<script>")
    assert (added.status_code, added.content, added.headers["etag"]) == (200, plain.content, plain.headers["etag"])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_in_an_address_runs_or_fails_otherwise(client, payload):
    payload = payload.encode(errors="replace").decode()
    for query in (
        {"expression": payload},
        {"expression": "x", "title": payload},
        {"expression": "x", "inputs": payload},
    ):
        response = image(client, **{"expression": "x", **query})
        assert response.status_code in (200, 422)
        parsed(response.content)


def test_a_picture_of_a_large_circuit_is_bounded(client):
    program = "+".join(["x"] * 1_500)
    assert ElementTree.fromstring(render(client, expression=program, inputs={"x": 1}).content).tag == f"{SVG}svg"
    refused = render(client, expression=program, inputs={"x": 1}, format="png")
    assert (refused.status_code, refused.json()["limit"]) == (413, "png_nodes")


def test_the_kept_answers_tell_calls_from_addresses(client):
    body = json.dumps({"lang": "en", "expression": "p*q", "format": "svg"}).encode()
    assert image(client, expression="p*q").status_code == 200
    assert client.post_raw(body, "/api/v1/render").json()["code"] == "missing_inputs"
