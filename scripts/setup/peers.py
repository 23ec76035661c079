"""The peer that no lock holds: PyTorch, of which every kind of machine has a build of its own, some of several GB."""

import os
import tomllib

from scripts.setup import stamps
from scripts.setup.console import ROOT, Stop, tell
from scripts.setup.environments import Environment, pip

INSTALLING = """\
Installing {requirement} into {folder} …
(For Linux on x86-64 PyPI's build is one for CUDA, several GB. TORCH=no goes without; any build in {folder} will do.)"""
NOT_THERE = "{requirement} could not be installed. The benchmarks leave its rows out."


def requirement() -> str:
    """What ``pyproject.toml`` asks for."""
    with open(ROOT / "pyproject.toml", "rb") as file:
        return str(tomllib.load(file)["dependency-groups"]["torch"][0])


def install(environment: Environment) -> None:
    """Install PyTorch unless it was, or ``TORCH=no``; a failure is told and stops nothing."""
    wanted = requirement()
    stamp, digest = environment.folder / "chainrule-torch.stamp", stamps.digest([], wanted)
    if os.environ.get("TORCH") == "no" or stamps.matches(stamp, digest):
        return
    tell(INSTALLING.format(requirement=wanted, folder=environment.folder.name))
    try:
        pip(environment.python, NOT_THERE.format(requirement=wanted), wanted)
    except Stop as reason:
        tell(str(reason))
    else:
        stamps.leave(stamp, digest)
