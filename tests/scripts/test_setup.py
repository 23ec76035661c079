"""The set-up explains itself, and does nothing twice."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.setup import browser, console, environments, frontend, node, peers, ports, stamps
from scripts.setup.console import ROOT, Stop


def program(folder: Path, name: str, prints: str, exit_code: int = 0) -> Path:
    """A program that prints one line, put into ``folder``."""
    path = folder / name
    path.write_text(f"#!/bin/sh\necho '{prints}'\nexit {exit_code}\n")
    path.chmod(0o755)
    return path


def run_python_sh(path: str, **variables: str) -> subprocess.CompletedProcess[str]:
    shell = shutil.which("sh") or "/bin/sh"
    command = [shell, str(ROOT / "scripts" / "python.sh"), "-c", "print('started')"]
    return subprocess.run(command, env={"PATH": path, **variables}, capture_output=True, text=True)


def test_an_old_python_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path, "python3", "Python 3.9.2", exit_code=1)
    (tmp_path / "python3.11").symlink_to(sys.executable)
    assert run_python_sh(str(tmp_path)).stdout == "started\n"


def test_an_old_python_alone_is_explained(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2"\n')
    old.chmod(0o755)
    outcome = run_python_sh(str(tmp_path))
    assert outcome.returncode == 1
    assert "needed, but python3 is Python 3.9.2" in outcome.stderr


@pytest.mark.parametrize(("variables", "words"), [({}, "no Python was found"), ({"PYTHON": "/none"}, "cannot be run")])
def test_no_python_is_explained(tmp_path: Path, variables: dict[str, str], words: str) -> None:
    outcome = run_python_sh(str(tmp_path), **variables)
    assert outcome.returncode == 1
    assert words in outcome.stderr


def test_a_stamp_changes_with_every_part(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    file.write_text("one")
    before = stamps.digest([file], "fact")
    file.write_text("two")
    assert len({before, stamps.digest([file], "fact"), stamps.digest([file], "other"), stamps.digest([file])}) == 4


def test_a_stamp_matches_only_what_was_done(tmp_path: Path) -> None:
    stamp = tmp_path / "folder" / "stamp"
    assert not stamps.matches(stamp, "a")
    stamps.leave(stamp, "a")
    assert stamps.matches(stamp, "a")
    assert not stamps.matches(stamp, "b")


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[environments.Environment, list[str]]:
    """An environment whose steps are only written down."""
    steps: list[str] = []
    monkeypatch.setattr(environments, "create", lambda folder: steps.append("create"))
    monkeypatch.setattr(environments, "install_lock", lambda python, lock: steps.append(lock))
    monkeypatch.setattr(environments, "install_project", lambda python: steps.append("project"))
    return environments.Environment("test", tmp_path, ("run", "build")), steps


def with_interpreter(environment: environments.Environment) -> None:
    environment.python.parent.mkdir(parents=True, exist_ok=True)
    environment.python.symlink_to(sys.executable)


def test_an_environment_is_made_from_nothing(recorded: tuple[environments.Environment, list[str]]) -> None:
    environment, steps = recorded
    environment.prepare()
    assert steps == ["create", "run", "build", "project"]


def test_a_prepared_environment_is_left_alone(recorded: tuple[environments.Environment, list[str]]) -> None:
    environment, steps = recorded
    with_interpreter(environment)
    stamps.leave(environment.stamp, environment.digest())
    environment.prepare()
    assert steps == []


def test_a_changed_lock_is_noticed(recorded: tuple[environments.Environment, list[str]]) -> None:
    environment, steps = recorded
    with_interpreter(environment)
    stamps.leave(environment.stamp, "what an older lock gave")
    environment.prepare()
    assert steps[-3:] == ["run", "build", "project"]


def test_the_development_environment_serves_as_well() -> None:
    assert environments.RUN in environments.DEVELOPMENT.covers
    assert environments.RUN.folder == environments.DEVELOPMENT.folder


def test_a_missing_venv_module_is_explained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(program(tmp_path, "python", "ensurepip is not available", 1)))
    with pytest.raises(Stop, match="apt-get install python3-venv"):
        environments.create(tmp_path / "environment")
    assert not (tmp_path / "environment").exists()


def try_torch(environment: environments.Environment, monkeypatch: pytest.MonkeyPatch, fails: bool) -> list[str]:
    """What is installed when PyTorch is asked for."""
    asked: list[str] = []

    def pip(python: Path, failure: str, *arguments: str) -> None:
        asked.extend(arguments)
        if fails:
            raise Stop(failure)

    monkeypatch.setattr(peers, "pip", pip)
    peers.install(environment)
    return asked


@pytest.mark.parametrize("fails", [False, True])
def test_pytorch_is_installed_once_and_may_fail(
    recorded: tuple[environments.Environment, list[str]], monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    monkeypatch.delenv("TORCH", raising=False)
    environment, _ = recorded
    assert try_torch(environment, monkeypatch, fails) == [peers.requirement()]
    assert try_torch(environment, monkeypatch, fails) == ([peers.requirement()] if fails else [])


def test_pytorch_may_be_left_out(
    recorded: tuple[environments.Environment, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TORCH", "no")
    assert try_torch(recorded[0], monkeypatch, fails=True) == []


@pytest.mark.parametrize(
    ("version", "major"), [("v20.11.1", 20), ("v8.0.0", 8), ("24.1.0", 24), ("", 0), ("no version", 0)]
)
def test_node_versions_are_read(version: str, major: int) -> None:
    assert node.major(version) == major


@pytest.mark.parametrize(
    ("programs", "words"),
    [
        ({}, "Node.js was not found"),
        ({"node": "v18.19.0", "npm": "9"}, "has v18.19.0"),
        ({"node": "v20.11.0"}, "npm was not found"),
        ({"node": "v20.11.0", "npm": "10"}, None),
    ],
)
def test_the_machines_node_is_judged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, programs: dict[str, str], words: str | None
) -> None:
    for name, prints in programs.items():
        program(tmp_path, name, prints)
    monkeypatch.setenv("PATH", str(tmp_path))
    reason = node.why_not_system()
    assert reason == words or (words and reason and words in reason)


def test_a_taken_port_is_explained() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(Stop, match=f"Port {port} of 127.0.0.1 is taken .* PORT="):
            ports.require_free("127.0.0.1", str(port))
    ports.require_free("127.0.0.1", str(port))


@pytest.mark.parametrize("text", ["", "0", "65536", "-1", "8000a", "８０００"])
def test_what_is_no_port_is_refused(text: str) -> None:
    with pytest.raises(Stop, match="is no port"):
        ports.port_number(text)


@pytest.mark.parametrize(("port", "other"), [(8000, 8001), (80, 8000), (65535, 8000)])
def test_another_port_is_proposed(port: int, other: int) -> None:
    assert ports.proposal(port) == other


def test_a_foreign_address_is_explained() -> None:
    with pytest.raises(Stop, match=r"192\.0\.2\.1 is no address of this machine"):
        ports.require_free("192.0.2.1", "8000")


def test_the_browser_may_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen = program(tmp_path, "my-chromium", "Chromium")
    monkeypatch.setenv("CHROMIUM", str(chosen))
    assert browser.find() == str(chosen)


def test_a_wrong_browser_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(Stop, match="CHROMIUM names /no/such/browser"):
        browser.find()


def test_a_browser_that_cannot_be_had_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "PLACES", ())
    with pytest.raises(Stop, match="make test CHROMIUM="):
        browser.require()


def test_a_missing_browser_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    calls: list[tuple[str, ...]] = []

    def install(apt: list[str], *packages: str) -> None:
        calls.append(packages)
        program(tmp_path, "chromium", "Chromium")

    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "apt_get", lambda: ["apt-get"])
    monkeypatch.setattr(browser, "install", install)
    assert browser.require() == str(tmp_path / "chromium")
    assert calls == [("chromium", "fonts-noto-cjk")]


@pytest.mark.parametrize(
    ("output", "offline"), [("getaddrinfo EAI_AGAIN host", True), ("No matching distribution", False)]
)
def test_a_missing_network_is_recognised(output: str, offline: bool) -> None:
    with pytest.raises(Stop) as caught:
        console.give_up("It failed.", output)
    assert str(caught.value).startswith("It failed.")
    assert ("network" in str(caught.value)) is offline


def test_the_front_end_is_built_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(frontend, "MANIFEST", tmp_path / "manifest.json")
    monkeypatch.setattr(frontend, "STAMP", tmp_path / "stamp")
    assert not frontend.is_current()
    (tmp_path / "manifest.json").write_text("{}")
    stamps.leave(tmp_path / "stamp", frontend.digest())
    assert frontend.is_current()
    monkeypatch.setattr(frontend, "SOURCES", ("static/css",))
    assert not frontend.is_current()


def test_an_unknown_step_is_refused() -> None:
    command = [sys.executable, "-m", "scripts.setup", "dance"]
    outcome = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True)
    assert outcome.returncode == 2
    assert "Name one step" in outcome.stderr
