"""The libraries beside which the page is measured: one file each out of packages of npm, which need nothing else.

``benchmarks/page/peers.json`` names them, with the hash that npm's registry gives a package.
"""

import base64
import hashlib
import json
import tarfile
import tempfile
from pathlib import Path
from typing import TypedDict

from scripts.setup import node, stamps
from scripts.setup.console import ROOT, Stop, run, tell
from scripts.setup.environments import BENCHMARKS

LIST = ROOT / "benchmarks" / "page" / "peers.json"
FOLDER = BENCHMARKS.folder / "page-peers"
NOT_FETCHED = "{package} could not be fetched with npm."
NOT_THE_SAME = "What npm fetched for {package} is not what benchmarks/page/peers.json names."
LEFT_OUT = "The benchmark of the page leaves its peers out."


class Peer(TypedDict):
    """A package, and the file in it that is used."""

    name: str
    version: str
    file: str
    integrity: str


def peers() -> list[Peer]:
    """What ``peers.json`` lists, in the order in which a page loads it."""
    found: list[Peer] = json.loads(LIST.read_text(encoding="utf-8"))
    return found


def file_of(peer: Peer) -> Path:
    """Where a peer's file lies once it was fetched."""
    return FOLDER / Path(peer["file"]).name


def install() -> None:
    """Fetch all peers unless they are there; a failure is told and stops nothing."""
    stamp, digest = FOLDER / "chainrule.stamp", stamps.digest([LIST])
    if stamps.matches(stamp, digest):
        return
    tell("Fetching the libraries beside which the page is measured …")
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        for peer in peers():
            file_of(peer).write_bytes(fetched(peer))
    except Stop as reason:
        tell(f"{reason}\n{LEFT_OUT}")
    else:
        stamps.leave(stamp, digest)


def fetched(peer: Peer) -> bytes:
    """The content of a peer's file; raises Stop when it cannot be had, or is another one."""
    package, runtime = f"{peer['name']}@{peer['version']}", node.find()
    with tempfile.TemporaryDirectory() as folder:
        command = [*runtime.npm, "pack", package, "--pack-destination", folder]
        run(command, NOT_FETCHED.format(package=package), node.path_with(runtime))
        archive = next(Path(folder).glob("*.tgz"))
        if integrity(archive) != peer["integrity"]:
            raise Stop(NOT_THE_SAME.format(package=package))
        with tarfile.open(archive) as files:
            member = files.extractfile(f"package/{peer['file']}")
            return member.read() if member else b""


def integrity(archive: Path) -> str:
    """The hash of a package as npm writes it."""
    return f"sha512-{base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()}"
