"""One real server in a process of its own, which ends with the tests however they end."""

import queue
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds: a busy machine starts slowly

# The server stops when its standard input is closed, and that also happens when these tests are killed.
PROGRAM = """\
import os, signal, sys, threading

def leave_with_parent():
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)

threading.Thread(target=leave_with_parent, daemon=True).start()
from app.cli import main
sys.exit(main(["serve", "--host", "127.0.0.1", "--port", "0"]))
"""


class Server:
    """A server on a free port of 127.0.0.1; ``address`` is its origin, ``log`` the lines that it wrote so far."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.address = self._announced()

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Ask the process to leave, and make it leave if it does not."""
        self._process.stdin.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(PATIENCE)
        self._process.stderr.close()

    def _read(self) -> None:
        for line in self._process.stderr:
            self.log.append(line)
            self._lines.put(line)
        self._lines.put(None)

    def _announced(self) -> str:
        """The address in the line with which a server starts."""
        while (line := self._next_line()) is not None:
            if line.startswith("Chainrule at "):
                return line.split()[2].rstrip("/")
        self.stop()
        raise RuntimeError(f"The server did not start:\n{''.join(self.log)}")

    def _next_line(self) -> str | None:
        try:
            return self._lines.get(timeout=PATIENCE)
        except queue.Empty:
            return None
