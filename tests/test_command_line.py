"""The sessions of docs/command-line.md are played: what stands there is what is printed."""

import re
import shlex
from pathlib import Path

from app import cli

PAGE = Path(__file__).parents[1] / "docs" / "command-line.md"


def sessions():
    """Every command of the page with the lines under it."""
    for block in re.findall(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = step.partition("\n")
            yield shlex.split(command), shown.rstrip("\n")


def test_the_page_s_sessions(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    played = 0
    for (command, *arguments), shown in sessions():
        if command == "cat":
            Path(arguments[0]).write_text(shown)
            continue
        if command == "ls":
            printed = "\n".join(sorted(file.name for file in Path(arguments[0]).iterdir()))
        else:
            cli.main(arguments)
            printed = "".join(capsys.readouterr()).rstrip("\n")
        assert printed == shown, arguments
        played += 1
    assert played >= 4
