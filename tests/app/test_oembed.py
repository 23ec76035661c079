"""oEmbed answers for circuits of this server only, obeys the room there is, and is found from the circuit's page."""

import html
import io
import json
import re
import struct
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit
from xml.etree import ElementTree

import pytest

from app import assets
from app.oembed import discovery, query_of
from tests.app.conftest import SIGMOID, SLIDE
from tests.engine.exporters.picture.circuits import PAYLOADS

GUIDE = (Path(__file__).parents[2] / "docs" / "embedding.md").read_text(encoding="utf-8")
OWN = "http://test"
PROGRAM = {"expression": "(x + y) z", "inputs": "x:-2,y:5,z:-4"}
CIRCUIT = f"{OWN}/?{urlencode(PROGRAM)}"


class Elements(HTMLParser):
    """The elements of a document with their attributes, and its text."""

    def __init__(self, document):
        super().__init__()
        self.found, self.text = [], ""
        self.feed(document)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def oembed(client, url=CIRCUIT, **query):
    return client.get("/oembed", params={"url": url, **query})


def frame_of(answer):
    ((tag, attributes),) = Elements(answer["html"]).found
    assert tag == "iframe"
    return attributes


def test_a_circuit_is_a_frame_of_the_embed_page(client):
    response = oembed(client)
    assert response.headers["content-type"] == "application/json"
    assert response.headers["access-control-allow-origin"] == "*"
    answer = response.json()
    expected = {"version": "1.0", "type": "rich", "provider_name": "Chainrule", "provider_url": f"{OWN}/"}
    assert expected.items() <= answer.items()
    assert (answer["title"], answer["width"], answer["height"]) == ("(x + y) z", 640, 320)
    frame = frame_of(answer)
    assert (frame["width"], frame["height"], frame["title"]) == ("640", "320", "(x + y) z")
    address = urlsplit(frame["src"])
    assert (address.scheme, address.netloc, address.path) == ("http", "test", "/embed")
    assert dict(parse_qsl(address.query)) == PROGRAM


@pytest.mark.parametrize(
    ("asked", "width", "height"),
    [
        ({}, 640, 320),
        ({"maxwidth": "500"}, 500, 320),
        ({"maxheight": "200"}, 640, 200),
        ({"maxwidth": "1", "maxheight": "1"}, 1, 1),
        ({"maxwidth": "99999999999999999999", "maxheight": "4000"}, 640, 320),
    ],
)
def test_the_room_that_there_is_is_obeyed(client, asked, width, height):
    answer = oembed(client, **asked).json()
    assert (answer["width"], answer["height"]) == (width, height)
    assert (frame_of(answer)["width"], frame_of(answer)["height"]) == (str(width), str(height))
    if "thumbnail_url" in answer:
        assert answer["thumbnail_width"] <= int(asked.get("maxwidth", 10_000))
        assert answer["thumbnail_height"] <= int(asked.get("maxheight", 10_000))


@pytest.mark.parametrize("room", ["0", "-1", "1.5", "", "x", "１２", "1e3"])
@pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
def test_room_that_is_no_number_is_refused(client, name, room):
    response = oembed(client, **{name: room})
    assert (response.status_code, response.json()["code"]) == (422, "bad_option")
    assert name in response.json()["detail"]


def test_the_thumbnail_has_the_size_that_is_said(client):
    for room in ({}, {"maxwidth": "640"}):
        answer = oembed(client, **room).json()
        address = urlsplit(answer["thumbnail_url"])
        picture = client.get(f"{address.path}?{address.query}").content
        size = struct.unpack_from(">II", picture, 16)
        assert size == (answer["thumbnail_width"], answer["thumbnail_height"])
    assert "thumbnail_url" not in oembed(client, maxwidth="100").json()


@pytest.mark.parametrize("program", ["1/(1+exp(-x)", "x +* 1"])
def test_a_program_that_cannot_be_drawn_has_no_thumbnail(client, program):
    answer = oembed(client, f"{OWN}/?{urlencode({'expression': program})}").json()
    assert answer["title"] == program
    assert not {"thumbnail_url", "thumbnail_width", "thumbnail_height"} & set(answer)


def test_xml_says_the_same(client):
    response, answer = oembed(client, format="xml"), oembed(client).json()
    assert response.headers["content-type"] == "text/xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    assert (root.tag, {child.tag: child.text for child in root}) == ("oembed", {k: str(v) for k, v in answer.items()})


@pytest.mark.parametrize("form", ["yaml", "JSON", "", "<script>"])
def test_another_format_is_not_implemented(client, form):
    response = oembed(client, format=form)
    assert (response.status_code, response.json()["code"]) == (501, "unsupported_format")
    assert response.headers["content-type"] == "application/problem+json"


def test_an_address_must_be_given(client):
    response = client.get("/oembed")
    assert (response.status_code, response.json()["code"]) == (422, "bad_option")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "x",
        "http://example.org/?expression=x",
        "https://test/?expression=x",
        "http://test:8000/?expression=x",
        "http://test.example.org/?expression=x",
        "http://test@example.org/?expression=x",
        "http://user:secret@test/?expression=x",
        "http://@test/?expression=x",
        "http://example.org\\@test/?expression=x",
        "http://test\\@example.org/?expression=x",
        "http://te\tst/?expression=x",
        " http://test/?expression=x",
        "http://test:port/?expression=x",
        "http://test:99999/?expression=x",
        "http://[::1/?expression=x",
        "//test/?expression=x",
        "/?expression=x",
        "file:///etc/passwd?expression=x",
        "file://test/?expression=x",
        "javascript:alert(1)//?expression=x",
        "data:text/html,?expression=x",
        "http://test/examples?expression=x",
        "http://test/embed.js?expression=x",
        "http://test/oembed?url=http://test/?expression=x",
        "http://test/../embed?expression=x",
        "http://test/",
        "http://test/?inputs=x:1",
    ],
)
def test_only_addresses_of_own_circuits_are_answered(client, url):
    response = oembed(client, url)
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "url",
    [
        "http://test?expression=x",
        "http://test:80/?expression=x",
        "HTTP://TEST/?expression=x",
        "http://test/embed?expression=x",
        "http://test/#expression=x",
        "http://test/?lang=ko#expression=x",
    ],
)
def test_own_addresses_are_known_however_they_are_spelled(url):
    assert query_of(url, OWN)["expression"] == "x"


def test_the_own_host_is_the_one_that_was_asked(client):
    asked = {"url": "http://circuits.example.org:8080/?expression=x"}
    assert client.get("/oembed", params=asked).status_code == 404
    answer = client.get("/oembed", params=asked, headers={"host": "circuits.example.org:8080"}).json()
    assert frame_of(answer)["src"].startswith("http://circuits.example.org:8080/embed?")


@pytest.mark.parametrize("payload", [text for text in PAYLOADS if "\ud800" not in text])
@pytest.mark.parametrize("field", ["expression", "title", "inputs", "theme"])
def test_what_an_address_holds_stays_text(client, field, payload):
    query = {"expression": "x*y", field: payload}
    url = f"{OWN}/embed?{urlencode(query)}"
    answer = oembed(client, url).json()
    frame = frame_of(answer)
    assert not Elements(answer["html"]).text
    assert dict(parse_qsl(urlsplit(frame["src"]).query)) == query
    assert frame["title"] == answer["title"]
    assert answer["title"].isprintable()
    root = ElementTree.parse(io.BytesIO(oembed(client, url, format="xml").content)).getroot()
    assert root.findtext("html") == answer["html"]


def test_a_long_title_is_cut(client):
    title = oembed(client, f"{OWN}/?expression={'x%2B' * 500}1").json()["title"]
    assert (len(title), title[-1]) == (100, "…")


def test_the_example_of_the_guide_is_what_is_answered(client):
    section = GUIDE.partition("## oEmbed")[2]
    path = re.search(r"^GET (\S+) HTTP", section, re.MULTILINE)[1]
    shown = json.loads(re.search(r"```json\n(.*?)```", section, re.DOTALL)[1])
    answer = client.get(f"https://chainrule.example{path}").json()
    assert shown == {name: value for name, value in answer.items() if name in shown}


def links(document):
    return {attrs["type"]: attrs["href"] for tag, attrs in Elements(document).found if attrs.get("rel") == "alternate"}


def test_the_page_of_a_circuit_says_where_to_ask(client):
    inputs = ",".join(f"{name}:{value}" for name, value in SLIDE.items())
    page = f"/?{urlencode({'expression': SIGMOID, 'inputs': inputs})}"
    found = links(client.get(page).text)
    assert set(found) == {"application/json+oembed", "text/xml+oembed"}
    for media_type, address in found.items():
        assert parse_qs(urlsplit(address).query)["url"] == [OWN + page]
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(media_type.removesuffix("+oembed"))
    assert links(client.get("/examples").text) == links(client.get("/").text) == discovery(f"{OWN}/", OWN) == {}


def test_a_hostile_address_stays_an_address(client):
    document = client.get('/?expression="><script>alert(1)</script>').text
    assert "<script>alert" not in document
    assert "script" in html.unescape(links(document)["application/json+oembed"])


@pytest.fixture
def built(monkeypatch, tmp_path):
    """A built module of the web component."""
    (tmp_path / "static" / "dist").mkdir(parents=True)
    (tmp_path / "static" / "dist" / "embed.js").write_text("export {};")
    monkeypatch.setattr(assets, "_INSTALLED", tmp_path)


def test_the_module_of_the_component_may_be_used_anywhere(client, built):
    response = client.get("/embed.js", headers={"origin": "https://course.example.org"})
    assert (response.status_code, response.text) == (200, "export {};")
    assert response.headers["content-type"].startswith("text/javascript")
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "max-age=3600" in response.headers["cache-control"]
    again = client.get("/embed.js", headers={"if-none-match": response.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "max-age=3600" in again.headers["cache-control"]
    assert client.request("HEAD", "/embed.js").headers["content-length"] == "10"
