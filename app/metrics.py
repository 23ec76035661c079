"""Counts and times of requests, for Prometheus."""

from __future__ import annotations

from functools import lru_cache

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics

from app.limits import AnswerCache, Workshop

disable_created_metrics()  # type: ignore[no-untyped-call]

_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """One registry a server, so that several can live in one process."""

    def __init__(self, cache: AnswerCache, workshop: Workshop) -> None:
        self.registry = CollectorRegistry()
        labels = ["method", "route", "status"]
        self._requests = Counter("chainrule_requests", "Requests answered.", labels, registry=self.registry)
        self._seconds = Histogram(
            "chainrule_request_seconds", "Time to answer.", ["route"], registry=self.registry, buckets=_SECONDS
        )
        self._gauge("chainrule_cache_bytes", "Bytes of kept answers.").set_function(lambda: cache.bytes)
        self._gauge("chainrule_programs", "Larger programs at work or waiting.").set_function(lambda: workshop.inside)
        self._children = lru_cache(maxsize=512)(self._labelled)

    def record(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        count, times = self._children(method, route, status)
        count.inc()
        times.observe(seconds)

    def _labelled(self, method: str, route: str, status: int) -> tuple[Counter, Histogram]:
        return self._requests.labels(method, route, str(status)), self._seconds.labels(route)

    def _gauge(self, name: str, text: str) -> Gauge:
        return Gauge(name, text, registry=self.registry)
