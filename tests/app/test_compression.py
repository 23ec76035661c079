"""Scripts, style sheets and long answers come compressed to those who take that, and only to them."""

import asyncio
import gzip

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response

from app.compression import packed, takes_gzip

PATH = "/static/texts/en.json"


def encoded(client, accepted, path=PATH, **headers):
    return client.get(path, headers={"accept-encoding": accepted} | headers)


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("*", True),
        ("", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("*, gzip;q=0", False),
        ("gzip;q=much", False),
    ],
)
def test_gzip_is_sent_to_those_who_take_it(accepted, taken):
    assert takes_gzip(accepted) is taken


def test_a_compressed_text_is_the_same_text(client):
    plain, compressed = encoded(client, "identity"), encoded(client, "gzip")
    assert "content-encoding" not in plain.headers
    assert compressed.headers["content-encoding"] == "gzip"
    assert compressed.content == plain.content  # the client has unpacked it
    assert int(compressed.headers["content-length"]) == len(gzip.compress(plain.content, 9, mtime=0))
    assert compressed.headers["content-type"] == plain.headers["content-type"]
    assert {plain.headers["vary"], compressed.headers["vary"]} == {"Accept-Encoding"}


def test_a_compressed_text_has_a_tag_of_its_own_and_is_not_sent_twice(client):
    plain, compressed = encoded(client, "identity"), encoded(client, "gzip")
    tag = compressed.headers["etag"]
    assert tag == f"W/{plain.headers['etag']}"
    assert encoded(client, "gzip", **{"if-none-match": tag}).status_code == 304


def test_parts_and_pictures_are_sent_as_they_are(client):
    part = encoded(client, "gzip", range="bytes=0-9")
    assert (part.status_code, len(part.content)) == (206, 10)
    assert "content-encoding" not in encoded(client, "gzip", "/static/favicon.svg").headers  # shorter than a packet


def asked_from_afar(app, question, accepted):
    """The answer to ``question`` for a client on another machine."""

    async def ask():
        transport = httpx.ASGITransport(app=app, client=("192.0.2.7", 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.post("/api/v1/evaluate", json=question, headers={"accept-encoding": accepted})

    return asyncio.run(ask())


@pytest.mark.parametrize("products", [1, 40, 400])
def test_a_long_answer_is_compressed_on_its_way_and_says_the_same(client, products):
    names = [f"{letter}{i}" for letter in "ab" for i in range(products)]
    question = {"expression": "+".join(f"a{i}*b{i}" for i in range(products)), "inputs": dict.fromkeys(names, 2)}
    plain, compressed = (asked_from_afar(client.app, question, accepted) for accepted in ("identity", "gzip"))
    assert plain.json() == compressed.json()
    assert "content-encoding" not in plain.headers
    assert compressed.headers.get("content-encoding") == (None if products == 1 else "gzip")
    assert "Accept-Encoding" in compressed.headers["vary"]
    if products > 1:
        assert int(compressed.headers["content-length"]) < len(plain.content) / 5


@pytest.mark.parametrize(
    ("host", "is_near"), [("127.0.0.1", True), ("::1", True), ("192.0.2.7", False), ("pipe", False)]
)
def test_a_client_on_this_machine_gets_the_bytes_as_they_are(host, is_near):
    async def answer():
        scope = {"type": "http", "headers": [(b"accept-encoding", b"gzip")], "client": (host, 1)}
        return await packed(Response(b"x" * 10_000), Request(scope))

    assert ("content-encoding" not in asyncio.run(answer()).headers) is is_near
