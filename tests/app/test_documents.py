"""A circuit as one HTML file: whole, inert, with a policy that lets its own script run and nothing else."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from app import cli, documents
from app.documents import document
from engine import EngineError, evaluate
from tests.app.conftest import SIGMOID, SLIDE
from tests.hostile import PAYLOADS

VOID = {"meta", "link", "rect", "path", "circle"}


class Page(HTMLParser):
    """What a browser makes of a file: its elements with their attributes, and the text of each kind of element."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self._open = [], {}, []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self.texts.setdefault(tag, []).append("")
        self._open.append(tag)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        if self._open:
            self.texts[self._open[-1]][-1] += data

    def attributes(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def page_of(expression=SIGMOID, inputs=None, **options):
    return Page(document(expression, SLIDE if inputs is None else inputs, **options).content.decode())


def data_of(page):
    return json.loads(page.texts["script"][0])


def test_it_holds_everything_and_names_no_other_place():
    page = page_of()
    for tag, attributes in page.elements:
        for name in ("src", "srcset", "data", "action", "poster", "background"):
            assert name not in attributes, (tag, attributes)
        assert attributes.get("href", "data:").startswith("data:")
    assert not re.search(r"url\((?!\"?data:)|@import", "".join(page.texts["style"]))
    assert len(page.attributes("script")) == 2


def test_its_policy_lets_only_its_own_script_and_styles_run():
    page = page_of()
    policy = page.attributes("meta")[1]
    assert policy["http-equiv"] == "Content-Security-Policy"
    rules = dict(rule.split(" ", 1) for rule in policy["content"].split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    hashes = [
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in page.texts["script"][1:]
    ]
    assert rules["script-src"] == " ".join(hashes)
    assert "unsafe" not in policy["content"]


def test_the_picture_comes_before_the_script_and_says_what_it_shows():
    text = document(SIGMOID, SLIDE).content.decode()
    assert text.index("<svg") < text.index("<script")
    assert "<desc>" in text


def test_the_built_script_can_stand_in_a_page():
    script = documents._built("document.js")
    assert not re.search(r"</script|<!--|<script", script, re.IGNORECASE)
    assert "import(" not in script


def test_it_looks_as_asked():
    page = page_of(theme="dark", lang="ko", title="시그모이드", step=3, digits=4)
    root = page.attributes("html")[0]
    assert (root["lang"], root["data-theme"]) == ("ko", "dark")
    assert page.texts["title"][0] == "시그모이드 · Chainrule"
    assert page.texts["h1"] == ["시그모이드"]
    assert "프로그램" in page.texts["h2"]
    assert data_of(page)["look"] == {"language": "ko", "theme": "dark", "digits": 4, "step": 3}
    assert "data-theme" not in page_of().attributes("html")[0]


def test_without_a_title_the_program_is_one():
    page = page_of("a = x\nb = a + 1", {"x": 1})
    assert page.texts["title"][0] == "a = x b = a + 1 · Chainrule"
    assert page.texts["pre"] == ["a = x\nb = a + 1"]
    assert page.attributes("h1") == [{"class": "sr"}]
    assert len(page_of("+".join(["x"] * 200), {"x": 1}).texts["title"][0]) < 100


def test_the_data_are_the_answers_with_the_code_of_the_gates_in_use():
    data = data_of(page_of(fold="all"))
    assert data["answers"][0] == json.loads(json.dumps(evaluate(SIGMOID, SLIDE, fold="all", layout=True).to_dict()))
    assert {row["name"] for row in data["gates"]} == {"add", "multiply", "negative", "reciprocal", "exp", "sigmoid"}


def test_the_lecture_s_circuit_stays_small():
    assert len(document(SIGMOID, SLIDE).content) < 716_800


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_texts_are_only_texts(payload):
    program = f"x # {' '.join(payload.split())}"
    try:
        page = page_of(program, {"x": 1}, title=payload)
    except EngineError:  # no program may hold these signs
        program = "x"
        page = page_of(program, {"x": 1}, title=payload)
    plain = page_of("x", {"x": 1}, title="t")
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in plain.elements]
    assert [set(attributes) for _, attributes in page.elements] == [set(attributes) for _, attributes in plain.elements]
    assert data_of(page)["reading"]["expression"]["source"] == program
    raw = document(program, {"x": 1}, title=payload).content.decode().replace(page.texts["script"][1], "")
    assert not re.search("[\u200f\u202a-\u202e\u2066-\u2069]", raw)


def test_the_api_gives_it_as_a_file_to_keep(client):
    body = {"expression": SIGMOID, "inputs": SLIDE, "format": "html", "lang": "ko"}
    response = client.request("POST", "/api/v1/render", json=body)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-disposition"] == 'attachment; filename="circuit.html"'
    assert response.content == document(SIGMOID, SLIDE, lang="ko").content


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"expression": "x +* 1"}, 422, "syntax_error"),
        ({"expression": "x"}, 422, "missing_inputs"),
        ({"expression": "x", "inputs": {"x": 1}, "theme": "blue"}, 422, "bad_option"),
        ({"expression": "+".join(["x"] * 2_500), "inputs": {"x": 1}}, 413, "limit_exceeded"),
    ],
)
def test_what_cannot_be_written_is_a_problem(client, fields, status, code):
    response = client.request("POST", "/api/v1/render", json={**fields, "format": "html"})
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_the_command_line_writes_it(tmp_path, capsys):
    file = tmp_path / "page.html"
    assert cli.main(["render", SIGMOID, "w0=2", "x0=-1", "w1=-3", "x1=-2", "w2=-3", "-o", str(file)]) == 0
    assert file.read_bytes() == document(SIGMOID, SLIDE).content


def test_without_the_built_front_end_it_says_what_to_do(tmp_path, capsys, client, monkeypatch):
    monkeypatch.setattr(documents, "static_folder", lambda: tmp_path)
    assert cli.main(["render", "x", "x=1", "-o", str(tmp_path / "page.html")]) == 1
    assert "make build" in capsys.readouterr().err
    body = {"expression": "x y", "inputs": {"x": 1, "y": 7}, "format": "html"}
    response = client.request("POST", "/api/v1/render", json=body)
    assert (response.status_code, response.json()["code"]) == (422, "unsupported")
