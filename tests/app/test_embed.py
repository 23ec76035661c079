"""The page for a frame on another site: what it holds, who may frame it, and that nothing in a program runs there."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest

from app.settings import SettingError, Settings
from tests.app.conftest import SIGMOID, SLIDE

INPUTS = ",".join(f"{name}:{value}" for name, value in SLIDE.items())
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "{{7*7}}",
    "{% raw %}",
    "\u202ealert\u2066",
    "\u2028\u2029\x00",
]


class Page(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and the text in each kind of them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.texts: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag):
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data):
        for tag in self._open[-1:]:
            self.texts[tag] = self.texts.get(tag, "") + data

    def all(self, tag: str) -> list[dict]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def data(self) -> dict:
        """What the page's script begins with."""
        return json.loads(self.texts["script"])


def address(expression=SIGMOID, **fields):
    return "/embed?" + urlencode({"expression": expression, **fields})


def opened(client, *args, **fields):
    response = client.get(address(*args, **fields))
    assert response.status_code == 200, response.text[:400]
    return Page(response.text)


def test_the_picture_stands_in_the_page_and_needs_no_script(client):
    page = opened(client, inputs=INPUTS)
    assert len(page.all("svg")) == 3  # as written, folded, and the arrow of the link
    assert "0.73" in page.texts["text"]
    assert f"Circuit of {SIGMOID}" in page.texts["title"]
    assert "Gate 8, reciprocal" in page.texts["desc"]
    assert not page.all("noscript")


def test_what_the_script_begins_with_stands_in_the_page(client):
    data = opened(client, inputs=INPUTS, step=8, theme="dark", digits=3).data
    assert data["inputs"] == SLIDE
    assert (data["mode"], data["panels"], data["readonly"]) == ("step", "all", False)
    assert (data["step"], data["theme"], data["digits"], data["lang"]) == (8, "dark", 3, "en")
    assert data["plain"]["layout"]["nodes"]
    assert data["plain"]["output"]["value"] == pytest.approx(0.7310585786)


def test_a_circuit_that_can_be_folded_is_folded_where_the_frame_is_narrow(client):
    page = opened(client)
    assert "max-width: 975px" in page.texts["style"]
    assert [entry["style"] for entry in page.all("div") if "still" in entry["class"]] == [
        "--width: 1115.4px",
        "--width: 695.4px",
    ]
    assert page.data["narrow"] == 975  # 11/13 of 1115.4 and the margins
    assert [node["gate"] for node in page.data["folded"]["nodes"]][-1] == "sigmoid"


@pytest.mark.parametrize("fields", [{"fold": "none"}, {"fold": "sigmoid"}, {"unfold": "all"}])
def test_where_the_address_says_how_to_fold_it_stays_so(client, fields):
    data = opened(client, **fields).data
    assert data["narrow"] is None
    assert "folded" not in data


def test_inputs_that_are_missing_are_filled_in(client):
    data = opened(client, "x*y", inputs="x:3").data
    assert data["inputs"] == {"x": 3, "y": 2}


def test_a_large_circuit_is_a_picture_until_the_script_has_asked_for_it(client):
    page = opened(client, "+".join(f"a{k}*b{k}" for k in range(120)))
    assert not page.all("text")
    assert page.all("img")[0]["src"].startswith("/render.svg?expression=a0")
    assert "plain" not in page.data
    assert len(page.data["inputs"]) == 240


@pytest.mark.parametrize("mode", ["view", "step", "explore"])
def test_each_mode(client, mode):
    page = opened(client, mode=mode, panels="gate", readonly="")
    assert page.data["mode"] == mode
    assert (page.data["panels"], page.data["readonly"]) == (["gate"], True)
    assert len(page.all("footer")) == (mode != "view")
    assert ("embed-panels" in str(page.all("link"))) == (mode == "explore")


def test_the_link_opens_the_same_circuit(client):
    fields = {"inputs": INPUTS, "step": 8, "digits": 3, "theme": "dark", "constants": "nodes"}
    page = opened(client, **fields, mode="explore", utm_source="course")
    (link,) = page.all("a")
    assert link["href"] == "/?" + urlencode({"expression": SIGMOID, **dict(sorted(fields.items(), key=_place))})
    assert (link["target"], link["rel"]) == ("_blank", "noopener")
    assert client.get(link["href"]).status_code == 200


def _place(item):
    return ["inputs", "constants", "digits", "step", "theme"].index(item[0])


def test_theme_language_and_title(client):
    page = opened(client, lang="ko", theme="dark", title="A neuron")
    assert page.all("html") == [{"lang": "ko", "data-theme": "dark"}]
    assert page.texts["title"].startswith("A neuron · Chainrule")
    assert opened(client).all("html") == [{"lang": "en"}]
    korean = client.get(address(), headers={"accept-language": "ko"})
    assert '<html lang="ko">' in korean.text
    assert korean.headers["content-language"] == "ko"


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["expression", "title", "inputs", "lang", "theme", "mode", "fold"])
def test_nothing_that_an_address_holds_runs(client, text, field):
    response = client.get("/embed?" + urlencode({"expression": "x+1", field: text}))
    assert response.status_code in (200, 422)
    page = Page(response.text)
    scripts = page.all("script")
    assert len(scripts) == (2 if response.status_code == 200 else 1)
    assert all("src" in script or script["type"] == "application/json" for script in scripts)
    assert not page.all("img")
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert "49" not in page.texts["title"]
    if response.status_code == 200:
        assert page.data["expression"] == "x+1"


def test_a_hostile_program_stays_a_text(client):
    program = "x+1 # </script><!-- <script>"
    page = opened(client, program)
    assert page.data["expression"] == program


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("expression=1/(1%2B", 422, "A bracket is still open"),
        ("", 422, "expression"),
        ("expression=x&inputs=x:red", 422, "red"),
        ("expression=x&mode=edit", 422, "mode"),
        ("expression=x&panels=code", 422, "panels"),
        ("expression=x&readonly=perhaps", 422, "readonly"),
        ("expression=x&digits=7", 422, "digits"),
        ("expression=x&step=-1", 422, "step"),
        ("expression=x&step=1..2", 422, "step"),
        ("expression=x&digits=00", 422, "digits"),
        ("expression=x&fold=nothing_known", 422, "fold"),
        ("expression=x&inputs=x:1" + "0" * 400, 422, ""),
        ("expression=x&inputs=x:" + "(" * 500, 422, ""),
        ("expression=" + "x*" * 25_000 + "x", 413, ""),
    ],
)
def test_what_is_wrong_is_a_picture_in_the_place_of_the_circuit(client, query, status, words):
    response = client.get("/embed?" + query)
    assert response.status_code == status
    page = Page(response.text)
    assert words in page.texts["title"] + page.texts.get("desc", "") + page.texts["text"]
    assert [script["src"].partition("?")[0] for script in page.all("script")] == ["/static/dist/embed-problem.js"]
    assert len(page.all("h1")) == 1
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "inputs", ["x:100000000000000000000000", '{"x": 100000000000000000000000}', "x:1e308", "x:-0.0"]
)
def test_a_large_number_is_no_failure(client, inputs):
    assert client.get("/embed?" + urlencode({"expression": "x*x", "inputs": inputs})).status_code == 200


def test_a_known_page_is_not_sent_again(client):
    first = client.get(address())
    assert first.headers["cache-control"] == "no-cache"
    assert "Accept-Language" in first.headers["vary"]
    again = client.get(address(), headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get(address(digits=3)).headers["etag"] != first.headers["etag"]


def test_head_is_get_without_the_body(client):
    head = client.request("HEAD", address())
    assert (head.status_code, head.content) == (200, b"")


def policy_of(response):
    return dict(part.strip().partition(" ")[::2] for part in response.headers["content-security-policy"].split(";"))


@pytest.mark.parametrize("query", ["expression=x", "expression=(", ""])
def test_it_may_be_framed_anywhere_and_runs_only_scripts_of_this_server(client, query):
    response = client.get("/embed?" + query)
    policy = policy_of(response)
    assert "frame-ancestors" not in policy
    assert policy["script-src"] == policy["default-src"] == "'self'"
    assert policy["object-src"] == policy["base-uri"] == "'none'"
    assert "x-frame-options" not in response.headers
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in response.headers
    assert not re.search(r"<script(?![^>]*(src=|application/json))", response.text)


def test_an_operator_can_say_who_may_frame_it(client_with):
    client = client_with(frame_ancestors=("https://lms.example.org", "https://*.school.kr:8443"))
    sites = "'self' https://lms.example.org https://*.school.kr:8443"  # this server's own page shows it beforehand
    assert policy_of(client.get(address()))["frame-ancestors"] == sites
    assert policy_of(client.get("/"))["frame-ancestors"] == "'none'"


@pytest.mark.parametrize("path", ["/", "/embed/", "/embedded", "/embed.html", "/examples", "/api/v1/gates", "/oembed"])
def test_nothing_else_may_be_framed(client, path):
    response = client.get(path)
    assert policy_of(response)["frame-ancestors"] == "'none'"
    assert response.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "text", ["https://a.example; script-src *", "javascript:x", "a b; c", "https://a.example/\n", "'none' *"]
)
def test_a_list_of_sites_cannot_smuggle_in_another_rule(text):
    with pytest.raises(SettingError, match="CHAINRULE_FRAME_ANCESTORS"):
        Settings.from_environment({"CHAINRULE_FRAME_ANCESTORS": text})


def test_the_list_of_sites_is_read(client):
    read = Settings.from_environment({"CHAINRULE_FRAME_ANCESTORS": "https://a.example, *.b.example 'self'"})
    assert read.frame_ancestors == ("https://a.example", "*.b.example", "'self'")


def test_what_a_frame_needs_may_be_used_by_a_frame_without_an_origin(client):
    headers = client.get("/static/texts/en.json", headers={"origin": "null"}).headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
