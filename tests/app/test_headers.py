"""Languages, CORS, security, caching, HEAD: what surrounds the answers."""

import pytest

from app.language import negotiated

PAGES = ["/", "/examples", "/gates", "/guide", "/api/v1/docs"]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("ko", "ko"),
        ("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", "ko"),
        ("en-US,en;q=0.9,ko;q=0.8", "en"),
        ("ja,ko;q=0.5", "ko"),
        ("fr,de", "en"),
        ("en;q=0.2, ko;q=0.3", "ko"),
        ("*, ko;q=0.5", "en"),
        ("ko;q=0", "en"),
        ("ko;q=x", "en"),
        ("kok", "en"),
        (";;,,=", "en"),
        ("ko;q=0.001," * 1_000, "ko"),
    ],
)
def test_the_language_is_the_one_weighed_most(header, language):
    assert negotiated(header) == language


@pytest.mark.parametrize("body", [b"{", b"{}", b'{"expression": "("}', b'{"expression": "x", "x": 1}'])
def test_a_problem_speaks_the_language_of_the_request(client, body):
    english, korean = (client.post_raw(body, accept_language=language) for language in ("en", "ko"))
    for response, language in ((english, "en"), (korean, "ko")):
        assert response.headers["content-language"] == language
        assert "Accept-Language" in response.headers["vary"]
    for member in ("title", "detail"):
        assert any("가" <= sign <= "힣" for sign in korean.json()[member])
        assert english.json()[member] != korean.json()[member]


def test_examples_come_in_the_language_of_the_request(client):
    english, korean = (
        {
            row["id"]: row["title"]
            for row in client.get("/api/v1/examples", headers={"accept-language": code}).json()["examples"]
        }
        for code in ("en", "ko")
    )
    assert (english["plus-and-times"], korean["plus-and-times"]) == ("Plus and times", "덧셈과 곱셈")
    assert english.keys() == korean.keys()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_comes_in_both_languages_by_header_and_by_address(client, path):
    for headers, query, language in (({}, "", "en"), ({"accept-language": "ko"}, "", "ko"), ({}, "?lang=ko", "ko")):
        response = client.get(path + query, headers=headers)
        assert response.status_code == 200
        assert f'<html lang="{language}"' in response.text
        assert response.headers["content-language"] == language
    assert '<html lang="en"' in client.get(path + "?lang=en", headers={"accept-language": "ko"}).text


@pytest.mark.parametrize("path", [*PAGES, "/api/v1/gates", "/nothing", "/static/nothing", "/healthz"])
def test_every_answer_has_the_security_headers_and_sets_no_cookie(client, path):
    headers = client.get(path).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert "referrer-policy" in headers
    assert "set-cookie" not in headers
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/api/v1/gates", "/api/v1/examples", "/api/v1/openapi.json", "/api/v1/nothing"])
def test_the_api_may_be_called_from_any_origin(client, path):
    assert client.get(path, headers={"origin": "https://example.org"}).headers["access-control-allow-origin"] == "*"


def test_a_problem_of_the_api_may_be_read_from_any_origin(client):
    assert client.post_raw(b"{", origin="null").headers["access-control-allow-origin"] == "*"


def test_a_preflight_is_answered(client):
    headers = {
        "origin": "https://example.org",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    response = client.request("OPTIONS", "/api/v1/evaluate", headers=headers)
    assert response.status_code == 204
    assert response.headers["access-control-allow-origin"] == "*"
    assert "POST" in response.headers["access-control-allow-methods"]
    assert "content-type" in response.headers["access-control-allow-headers"].lower()


def test_pages_are_not_open_to_other_origins(client):
    assert "access-control-allow-origin" not in client.get("/").headers


@pytest.mark.parametrize("path", ["/", "/api/v1/gates", "/healthz", "/static/texts/en.json"])
def test_head_is_get_without_the_body(client, path):
    head, get = client.request("HEAD", path), client.get(path)
    assert head.status_code == get.status_code == 200
    assert head.content == b""
    assert head.headers["content-type"] == get.headers["content-type"]


def test_head_of_a_call_is_405(client):
    assert client.request("HEAD", "/api/v1/evaluate").status_code == 405


@pytest.mark.parametrize("path", ["/api/v1/gates", "/api/v1/examples", "/static/texts/en.json"])
def test_what_has_not_changed_is_304(client, path):
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_only_a_versioned_file_is_kept_for_good(client):
    assert client.get("/static/texts/en.json").headers["cache-control"] == "no-cache"
    assert "immutable" in client.get("/static/texts/en.json?v=0123456789ab").headers["cache-control"]


@pytest.mark.parametrize(
    "path", ["/static/../pyproject.toml", "/static/%2e%2e/pyproject.toml", "/static/..%2fapp/main.py"]
)
def test_nothing_outside_the_static_folder_is_served(client, path):
    assert client.get(path).status_code == 404


def test_operators_can_see_that_it_lives_and_how_it_does(client):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}
    client.evaluate("1 + 1")
    metrics = client.get("/metrics")
    assert metrics.headers["content-type"].startswith("text/plain")
    assert 'chainrule_requests_total{method="POST",route="/api/v1/evaluate",status="200"}' in metrics.text


def test_metrics_do_not_grow_with_what_is_asked_for(client):
    for index in range(3):
        client.request(f"METHOD{index}", f"/nowhere/{index}")
    text = client.get("/metrics").text
    assert "nowhere" not in text
    assert "METHOD" not in text
