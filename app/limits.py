"""What keeps one server answering: kept answers within a byte bound, and a bounded queue for larger programs."""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor

from app.errors import RequestProblem

RETRY_SECONDS = 2
_SMALL_BYTES = 800
_LARGE_FROM_LITTLE = re.compile(
    rb"rand|zeros|ones|full|eye|arange|array|concatenate|stack|outer|lambda|def\b|\)\s*="
    rb"|\"check\"|\"edge\"|\"png\"|\"html\"|\\u"
)


class AnswerCache:
    """The answers used last, by request, as long as keys and answers together stay under ``most_bytes``."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._answers: OrderedDict[tuple[Hashable, bytes], bytes] = OrderedDict()
        self.bytes = 0

    def get(self, kind: Hashable, body: bytes) -> bytes | None:
        """The answer to ``body``, if it is kept."""
        answer = self._answers.get((kind, body))
        if answer is not None:
            self._answers.move_to_end((kind, body))
        return answer

    def put(self, kind: Hashable, body: bytes, answer: bytes) -> None:
        """Keep ``answer``, unless it alone would take over a quarter of the room."""
        size = len(body) + len(answer)
        if size > self._most_bytes // 4 or (kind, body) in self._answers:
            return
        self._answers[kind, body] = answer
        self.bytes += size
        while self.bytes > self._most_bytes:
            (_, old_body), old_answer = self._answers.popitem(last=False)
            self.bytes -= len(old_body) + len(old_answer)

    def __len__(self) -> int:
        return len(self._answers)


def is_small(body: bytes) -> bool:
    """Whether a request is surely answered in a few milliseconds, judged before it is read.

    Short, and nothing in it that makes much of little: no arrays by size, no functions to expand, no checking,
    no Jacobian.
    """
    return len(body) <= _SMALL_BYTES and not _LARGE_FROM_LITTLE.search(body)


class Workshop:
    """Threads for larger programs: ``jobs`` at a time, ``waiting`` more in the queue, the rest is sent away."""

    def __init__(self, jobs: int, waiting: int) -> None:
        self._jobs = jobs
        self._threads: ThreadPoolExecutor | None = None
        self._room = jobs + waiting
        self.inside = 0

    @property
    def is_full(self) -> bool:
        """Whether the next larger program would be sent away."""
        return self.inside >= self._room

    async def run(self, work: Callable[[], bytes]) -> bytes:
        """The result of ``work``, computed beside the event loop; 503 when there is no room."""
        if self.is_full:
            raise RequestProblem("busy", headers={"Retry-After": str(RETRY_SECONDS)}, seconds=RETRY_SECONDS)
        self._threads = self._threads or ThreadPoolExecutor(self._jobs, thread_name_prefix="program")
        self.inside += 1
        future = asyncio.get_running_loop().run_in_executor(self._threads, work)
        future.add_done_callback(self._leave)
        return await future

    def _leave(self, _future: asyncio.Future[bytes]) -> None:
        self.inside -= 1

    def close(self) -> None:
        """Drop what still waits; the next program would start anew."""
        if self._threads:
            self._threads.shutdown(wait=False, cancel_futures=True)
        self._threads = None
