"""What docs/embedding.md tells to paste and to type works; tests/static/snippets.test.js holds it to the dialog."""

import io
import re
import shlex
from html import unescape
from pathlib import Path

import pytest

from app import cli

GUIDE = (Path(__file__).parents[2] / "docs" / "embedding.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^(`{3,})(\w+)\n(.*?)\n\1$", GUIDE, re.MULTILINE | re.DOTALL)
ADDRESS = re.compile(r"""(?:"|\]\(|^|\s)https://chainrule\.example(/[^\s\\]*?)(?="|\)(?:\]|$)|\s|$)""", re.MULTILINE)
ADDRESSES = sorted({unescape(path) for *_, text in BLOCKS for path in ADDRESS.findall(text)})
COMMANDS = [line for _, name, text in BLOCKS if name == "sh" for line in text.split("\n") if "chainrule render" in line]
PLACES = "Plain HTML|GitHub README|Jekyll and GitHub Pages|MkDocs Material|Jupyter Book and MyST|Quarto|Moodle|Canvas"
PLACES += "|LaTeX and Beamer|PowerPoint, Keynote and Google Slides"


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_the_guide_answers(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_guide_writes_its_file(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("loss = (w x - y)^2"))
    words = shlex.split(command.partition(" < ")[0])
    assert cli.main(words[1:]) == 0
    assert [file.name for file in tmp_path.iterdir()] == [words[words.index("-o") + 1]]


def test_every_place_has_its_section_and_a_row():
    for place in PLACES.split("|"):
        anchor = re.sub(r"[^\w -]", "", place.lower()).replace(" ", "-")
        assert f"\n### {place}\n" in GUIDE
        assert f"](#{anchor})" in GUIDE
