"""Talks to whoever runs the set-up, and runs commands quietly until one fails."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]
NO_NETWORK = (
    "name resolution",
    "NewConnectionError",
    "ConnectTimeout",
    "Network is unreachable",
    "ENETUNREACH",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ETIMEDOUT",
    "Temporary failure resolving",
)
IS_OFFLINE = "It seems that the network cannot be reached. Only this first set-up needs it; later runs do not."


class Stop(Exception):
    """The set-up cannot go on; the text says why and what to do."""


def tell(text: str) -> None:
    """Print each line of ``text`` as a message of the set-up."""
    for line in text.splitlines():
        print(f"chainrule: {line}", file=sys.stderr, flush=True)


def run(command: Sequence[str | Path], failure: str, environment: Mapping[str, str] | None = None) -> None:
    """Run ``command`` in the project's folder, silently; if it fails, show the end of its output and stop."""
    outcome = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if outcome.returncode:
        give_up(failure, outcome.stdout)


def give_up(failure: str, output: str) -> NoReturn:
    """Stop with ``failure``, after the last lines of what the failed command printed."""
    offline = any(sign in output for sign in NO_NETWORK)
    print("\n".join(output.splitlines()[-2 if offline else -20 :]), file=sys.stderr)
    raise Stop(f"{failure}\n{IS_OFFLINE}" if offline else failure)
