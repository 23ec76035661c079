"""A cache that forgets the least recently used entries once their weights together pass a bound."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class WeightedCache(Generic[Value]):
    """Entries by key, safe to use from several threads; an entry heavier than the bound is never kept."""

    def __init__(self, bound: int, weigh: Callable[[Value], int]) -> None:
        self.bound = bound
        self.weigh = weigh
        self.weight = 0
        self._entries: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The entry of ``key``, made if it is not there; what ``make`` raises is not kept."""
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
                return self._entries[key]
        value = make()
        self._keep(key, value)
        return value

    def _keep(self, key: Hashable, value: Value) -> None:
        with self._lock:
            if key in self._entries or self.weigh(value) > self.bound:
                return
            self._entries[key] = value
            self.weight += self.weigh(value)
            while self.weight > self.bound:
                self.weight -= self.weigh(self._entries.popitem(last=False)[1])

    def __len__(self) -> int:
        return len(self._entries)
