"""How far a long command has come."""

from __future__ import annotations

import sys

from app.terminal import FAILED, OK, complain


class Progress:
    """How far it has come, on standard error: one line that changes in a terminal, elsewhere a line for each tenth."""

    def __init__(self, total: int) -> None:
        self.total, self.count, self.failed = total, 0, 0
        self.is_terminal = sys.stderr.isatty()
        self.every = max(1, total // 200) if self.is_terminal else max(20, -(-total // 10))

    def done(self, complaint: str | None) -> None:
        """One more is done; if it failed, that is told."""
        self.count += 1
        if complaint:
            self.failed += 1
            self._clear()
            complain(complaint, FAILED)
        if self.count % self.every == 0 and self.count < self.total:
            self._tell(f"{self.count} of {self.total}")

    def end(self) -> None:
        """Sum up."""
        self._clear()
        drawn_ones = self.count - self.failed
        complain(f"{drawn_ones} of {self.total} drawn" + (f", {self.failed} failed" if self.failed else ""), OK)

    def _tell(self, text: str) -> None:
        print(f"\rchainrule: {text} " if self.is_terminal else f"chainrule: {text}",
              end="" if self.is_terminal else "\n", file=sys.stderr, flush=True)  # fmt: skip

    def _clear(self) -> None:
        if self.is_terminal:
            print(f"\r{' ' * 40}\r", end="", file=sys.stderr)
