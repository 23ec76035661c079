"""Writes the lock files: requirements/*.txt with uv, package-lock.json with npm."""

import itertools
import shutil
import tempfile
from pathlib import Path

from scripts.setup import node
from scripts.setup.console import ROOT, Stop, run, tell
from scripts.setup.environments import LOCKING, lock_file

# What each file locks; those with the project's own packages keep to the versions of run.txt.
LOCKS: dict[str, tuple[str, ...]] = {
    "run": ("pyproject.toml",),
    "build": ("--group", "build"),
    "dev": ("pyproject.toml", "--group", "dev", "--constraint", "requirements/run.txt"),
    "bench": ("pyproject.toml", "--group", "bench", "--constraint", "requirements/run.txt"),
    "node": ("--group", "node"),
    "lock": ("--group", "lock"),
}
UNIVERSAL = ("--universal", "--python-version", "3.11", "--fork-strategy", "fewest")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
MACHINES = ("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu")
HEADING = "# Locked by `make lock`; change pyproject.toml, not this file.\n"
NOT_LOCKED = "requirements/{name}.txt could not be locked."
NO_WHEEL = "A version in requirements/{name}.txt has no wheel for Python {python} on {machine}."


def lock(upgrade: bool) -> None:
    """Lock everything; versions stay as they are unless they have to change, or ``upgrade`` is asked for."""
    for name, what in LOCKS.items():
        tell(f"Locking requirements/{name}.txt …")
        compile_lock(name, what, ("--upgrade",) if upgrade else ())
        require_wheels(name)
    lock_node_packages(upgrade)


def compile_lock(name: str, what: tuple[str, ...], options: tuple[str, ...]) -> None:
    """Let uv resolve for every supported Python and machine at once, with the hash of every file."""
    target = ("--output-file", f"requirements/{name}.txt", "--no-header", "--generate-hashes")
    run([*uv_compile(), *what, *target, *UNIVERSAL, *options], NOT_LOCKED.format(name=name))
    lock_file(name).write_text(HEADING + lock_file(name).read_text())
    refuse_addresses(lock_file(name))


def uv_compile() -> list[str | Path]:
    """The beginning of every call of uv."""
    return [LOCKING.folder / "bin" / "uv", "pip", "compile", "--quiet", "--only-binary", ":all:"]


def require_wheels(name: str) -> None:
    """Fail with ``Stop`` unless every locked version can be had, built, for each Python and machine."""
    for python, machine in itertools.product(PYTHONS, MACHINES):
        what = (f"requirements/{name}.txt", "--no-deps", "--python-version", python, "--python-platform", machine)
        run([*uv_compile(), *what], NO_WHEEL.format(name=name, python=python, machine=machine))


def lock_node_packages(upgrade: bool) -> None:
    """Let npm resolve in a folder of its own, so that no ``node_modules`` colours the result."""
    tell("Locking package-lock.json …")
    runtime = node.find()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", ".npmrc", *(() if upgrade else ("package-lock.json",))):
            shutil.copy(ROOT / name, folder)
        command = [*runtime.npm, "install", "--package-lock-only", "--prefix", folder]
        run(command, "package-lock.json could not be locked.", node.path_with(runtime))
        shutil.copy(Path(folder) / "package-lock.json", ROOT)
    refuse_addresses(ROOT / "package-lock.json")


def refuse_addresses(file: Path) -> None:
    """Fail with ``Stop`` if a lock says where its packages were fetched from: any index has to do."""
    if any(sign in file.read_text() for sign in ("--index-url", "--find-links", '"resolved"', " @ ")):
        raise Stop(f"{file.name} names the place its packages came from; it was written, but must not be committed.")
