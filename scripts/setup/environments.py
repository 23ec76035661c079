"""Virtual environments with exactly the packages of their lock files."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from scripts.setup import stamps
from scripts.setup.console import ROOT, Stop, run, tell

NO_VENV = """\
Python's venv module could not create an environment in {folder}; the lines above say why.
On Debian or Ubuntu the module is a package of its own: apt-get install python3-venv"""
NO_PACKAGES = "The Python packages of requirements/{lock}.txt could not be installed."


@dataclass(frozen=True)
class Environment:
    """A folder with Python packages. ``locks`` name files in requirements/; ``covers`` what else is there then."""

    name: str
    folder: Path
    locks: tuple[str, ...]
    covers: tuple["Environment", ...] = ()
    with_project: bool = True

    @property
    def python(self) -> Path:
        """The interpreter inside the environment."""
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        """The file that says what was installed."""
        return self.folder / f"chainrule-{self.name}.stamp"

    def digest(self) -> str:
        """A hash over the locks, the project's metadata, its place, and the interpreter behind the environment."""
        with open(ROOT / "pyproject.toml", "rb") as file:
            project = json.dumps(tomllib.load(file)["project"], sort_keys=True)
        locks = [lock_file(lock) for lock in self.locks]
        return stamps.digest(locks, project, str(ROOT), str(self.python.resolve()))

    def prepare(self) -> None:
        """Create the environment and install into it, unless it is as the locks say."""
        if self.python.exists() and stamps.matches(self.stamp, self.digest()):
            return
        if not is_usable(self.python):
            create(self.folder)
        for lock in self.locks:
            tell(f"Installing the Python packages of requirements/{lock}.txt into {self.folder.name} …")
            install_lock(self.python, lock)
        if self.with_project:
            install_project(self.python)
        for environment in (*self.covers, self):
            stamps.leave(environment.stamp, environment.digest())


def lock_file(lock: str) -> Path:
    """The file with the locked versions and hashes."""
    return ROOT / "requirements" / f"{lock}.txt"


def is_usable(python: Path) -> bool:
    """Whether ``python`` runs, has pip and is of a version that will do."""
    question = "import pip, sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))"
    return python.exists() and not subprocess.run([python, "-c", question], capture_output=True).returncode


def create(folder: Path) -> None:
    """A fresh environment in ``folder``, in the place of whatever was there."""
    tell(f"Creating a Python {sys.version_info[0]}.{sys.version_info[1]} environment in {folder.name} …")
    shutil.rmtree(folder, ignore_errors=True)
    try:
        run([sys.executable, "-m", "venv", folder], NO_VENV.format(folder=folder.name))
    except Stop:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def pip(python: Path, failure: str, *arguments: str | Path) -> None:
    """Install with the pip of an environment."""
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    run([python, "-m", "pip", "install", "--quiet", *arguments], failure, {**os.environ, **quiet})


def install_lock(python: Path, lock: str) -> None:
    """Install the packages of one lock; every file must have one of the hashes that the lock names."""
    pip(python, NO_PACKAGES.format(lock=lock), "--require-hashes", "--no-deps", "-r", lock_file(lock))


def install_project(python: Path) -> None:
    """Link the working tree into the environment; the backend is locked too, so this needs no network."""
    failure = "The project itself could not be installed into its environment."
    pip(python, failure, "--no-deps", "--no-build-isolation", "--editable", ROOT)


RUN = Environment("run", ROOT / ".venv", ("run", "build"))
DEVELOPMENT = Environment("dev", ROOT / ".venv", ("dev",), covers=(RUN,))
BENCHMARKS = Environment("bench", ROOT / ".venv-bench", ("bench",))
LOCKING = Environment("lock", ROOT / ".venv-lock", ("lock",), with_project=False)
