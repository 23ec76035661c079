"""Every code of the API can be met, in one shape; and whatever comes in, the next request is answered."""

import pytest

from app.errors import RequestProblem
from app.messages import SENTENCES
from app.problems import PROBLEMS
from engine.messages import ERRORS

SHAPE = ["type", "title", "status", "detail", "code", "span", "line", "column", "hint"]

PROGRAMS = {
    "empty": ("", {}, "syntax_error"),
    "open bracket": ("(", {}, "syntax_error"),
    "no operand": ("1+*2", {}, "syntax_error"),
    "unknown function": ("frobnicate(x)", {"x": 1}, "unknown_function"),
    "missing input": ("x + y", {"x": 1}, "missing_inputs"),
    "shapes": ("A @ x", {"A": [[1, 2]], "x": [1, 2, 3]}, "shape_mismatch"),
    "recursion": ("f(x) = f(x)\nf(1)", {}, "recursive_function"),
    "argument": ("exp(1, 2)", {}, "bad_argument"),
    "loop": ("for i in x: pass", {}, "unsupported"),
    "import": ("import os", {}, "unsupported"),
    "script": ("<script>alert(1)</script>", {}, "syntax_error"),
    "dunder": ("__class__", {}, "missing_inputs"),
    "dunder attribute": ("x.__class__", {"x": 1}, "unsupported"),
    "parentheses": ("(" * 100_000, {}, "limit_exceeded"),
    "balanced parentheses": ("(" * 20_000 + "1" + ")" * 20_000, {}, "limit_exceeded"),
    "terms": ("+".join(["x"] * 20_000), {"x": 1}, "limit_exceeded"),
    "a megabyte": ("x" * 1_000_000, {}, "limit_exceeded"),
    "a gigantic array": ("x", {"x": {"random": "normal", "shape": [10**12]}}, "limit_exceeded"),
}


@pytest.mark.parametrize(("program", "inputs", "code"), PROGRAMS.values(), ids=PROGRAMS)
def test_a_bad_program_is_a_problem_and_the_next_one_is_answered(client, program, inputs, code):
    response = client.evaluate(program, inputs)
    document = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert list(document)[: len(SHAPE)] == SHAPE
    assert (document["code"], response.status_code) == (code, PROBLEMS[code].status)
    assert client.evaluate("1 + 1").json()["output"]["value"] == 2.0


def test_a_place_is_told_in_code_points_lines_and_columns(client):
    document = client.evaluate("x = 1\ny = 😀").json()
    assert (document["span"], document["line"], document["column"]) == ([10, 11], 2, 5)


SEVERAL = "a = 1+*2\nb = sin x\nc = (a+b"


def test_errors_of_several_statements_come_together_each_with_its_place(client):
    document = client.evaluate(SEVERAL).json()
    errors = document["errors"]
    assert [list(entry) for entry in errors] == [["code", "detail", "span", "line", "column", "hint"]] * 3
    assert [entry["line"] for entry in errors] == [1, 2, 3]
    assert [entry["column"] for entry in errors] == [7, 5, 5]
    assert errors[1]["hint"] == "sin(x)"
    assert errors[0] == {name: document[name] for name in errors[0]}
    assert client.request("POST", "/api/v1/parse", json={"expression": SEVERAL}).json()["errors"] == errors


def test_errors_of_several_statements_come_in_the_readers_language(client):
    errors = client.evaluate(SEVERAL, headers={"accept-language": "ko"}).json()["errors"]
    assert all(any("가" <= sign <= "힣" for sign in entry["detail"]) for entry in errors)


def test_a_single_error_has_no_list(client):
    assert "errors" not in client.evaluate("1+*2").json()


def test_at_most_twenty_errors_are_told(client):
    assert len(client.evaluate("\n".join(["x = 1+*2"] * 50)).json()["errors"]) <= 20


@pytest.mark.parametrize("path", ["/api/v1/evaluate/", "/api/v1/parse/", "/api/v1/nothing/"])
def test_a_slash_too_many_is_another_address(client, path):
    response = client.request("POST", path, json={"expression": "1"})
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert list(response.json()) == SHAPE


@pytest.mark.parametrize("page", ["/examples", "/gates", "/guide"])
def test_a_page_forgives_a_slash_too_many(client, page):
    response = client.get(f"{page}/")
    assert (response.status_code, response.headers["location"]) == (308, page)


def test_missing_inputs_names_all_of_them(client):
    assert client.evaluate("a + b*c", {"b": 1}).json()["names"] == ["a", "c"]


def test_a_limit_is_named_with_its_number(client_with):
    document = client_with(body_bytes=100).evaluate("x" * 200).json()
    assert (document["limit"], document["maximum"]) == ("body_bytes", 100)
    document = client_with().evaluate("x" * 1_000_000).json()
    assert document["limit"] == "expression_characters"
    assert str(document["maximum"]) in document["detail"]


def test_the_body_limit_holds_for_chunks_of_unknown_length_too(client_with):
    async def chunks():
        for _ in range(10):
            yield b" " * 20

    response = client_with(body_bytes=100).post_raw(chunks())
    assert (response.status_code, response.json()["limit"]) == (413, "body_bytes")


def test_a_body_of_exactly_the_limit_is_read(client_with):
    body = b'{"expression": "1"}'
    assert client_with(body_bytes=len(body)).post_raw(body).status_code == 200
    assert client_with(body_bytes=len(body) - 1).post_raw(body).status_code == 413


@pytest.mark.parametrize(
    "kind", ["text/plain", "", "application/x-www-form-urlencoded", "application/vnd.api+json", "application/jsonp"]
)
def test_another_content_type_is_415(client, kind):
    response = client.post_raw(b'{"expression": "1"}', content_type=kind)
    assert (response.status_code, response.json()["code"]) == (415, "unsupported_media_type")


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8", "Application/JSON ;x=y"])
def test_json_is_json_however_it_is_spelled(client, kind):
    assert client.post_raw(b'{"expression": "1"}', content_type=kind).status_code == 200


def test_a_compressed_body_is_415(client):
    assert client.post_raw(b"\x1f\x8b", content_encoding="gzip").status_code == 415


@pytest.mark.parametrize(
    "path", ["/nothing", "/api/v1/nothing", "/api/v2/evaluate", "/static/nothing.js", "/problems/x"]
)
def test_an_address_with_nothing_is_404_in_the_one_shape(client, path):
    response = client.get(path)
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert list(response.json()) == SHAPE


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/api/v1/evaluate", "POST"),
        ("PUT", "/api/v1/parse", "POST"),
        ("POST", "/api/v1/gates", "GET"),
        ("POST", "/", "GET"),
    ],
)
def test_another_method_is_405_and_names_the_right_ones(client, method, path, allowed):
    response = client.request(method, path)
    assert (response.status_code, response.json()["code"]) == (405, "method_not_allowed")
    assert response.headers["allow"] == allowed
    assert list(response.json()) == SHAPE


def test_a_body_that_stops_arriving_is_408(client_with):
    async def endless():
        import asyncio

        yield b"{"
        await asyncio.Event().wait()

    response = client_with(receive_seconds=0.01).post_raw(endless())
    assert (response.status_code, response.json()["code"]) == (408, "request_timeout")
    assert response.headers["connection"] == "close"


def test_too_many_large_programs_are_503_with_retry_after(client_with):
    client = client_with(heavy_jobs=1, heavy_waiting=1)
    client.app.state.desk.workshop.inside = 2
    response = client.evaluate("sum(randn(3))")
    assert (response.status_code, response.json()["code"]) == (503, "busy")
    assert int(response.headers["retry-after"]) > 0
    assert client.evaluate("1 + 1").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_a_mistake_of_the_server_is_500_without_a_traceback(client_with, caplog):
    client = client_with()

    @client.app.get("/broken")
    async def broken():
        raise ZeroDivisionError("secret")

    client.app.router.routes.insert(0, client.app.router.routes.pop())
    response = client.get("/broken")
    assert (response.status_code, response.json()["code"]) == (500, "internal_error")
    assert "secret" not in response.text
    assert response.headers["x-frame-options"] == "DENY"
    assert "secret" in caplog.text


def test_no_memory_left_is_over_a_limit(client, monkeypatch):
    from app.routers import circuits

    def exhausted(expression, limits):
        raise MemoryError

    call = circuits.Call("test", circuits.EvaluateRequest, exhausted)
    with pytest.raises(RequestProblem) as caught:
        call.answer(b'{"expression": "x"}', "en", client.app.state.desk.settings)
    assert caught.value.document("en")["limit"] == "memory"


def test_only_the_allowed_hosts_are_answered(client_with):
    client = client_with(allowed_hosts=("test", "example.org"))
    assert client.get("/healthz").status_code == 200
    assert client.get("/healthz", headers={"host": "example.org:8000"}).status_code == 200
    refused = client.get("/healthz", headers={"host": "evil.example"})
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_host")


def test_every_code_of_the_engine_and_of_the_api_has_a_row():
    codes = {message.code for message in ERRORS.values()} | {sentence.code for sentence in SENTENCES.values()}
    assert codes <= set(PROBLEMS)


@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_of_the_api_is_there_in_both_languages(key):
    sentence = SENTENCES[key]
    assert sentence.en.isascii() or key == "not_json"
    assert any("가" <= sign <= "힣" for sign in sentence.ko)
    assert (sentence.hint_en is None) == (sentence.hint_ko is None)


def test_the_type_of_a_problem_leads_to_its_description(client):
    response = client.get("/problems/syntax_error")
    assert (response.status_code, response.headers["location"]) == (307, "/api/v1/docs#syntax_error")
