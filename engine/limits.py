"""How large a program may be; checked before anything is computed or allocated."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import EngineError, Span


def limited(name: str, amount: int, maximum: int, span: Span | None = None) -> None:
    """Fail with ``limit_exceeded`` if ``amount`` is over the ``maximum`` that is called ``name``."""
    if amount > maximum:
        raise EngineError(f"limit_{name}", span, details={"limit": name, "maximum": maximum}, maximum=maximum)


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, each named in the error that it causes.

    ``expression_characters`` of the source; ``brackets`` open at one place; ``nodes`` of the circuit, functions
    expanded; ``operands`` of one gate; ``function_calls`` expanded; ``elements`` of all its arrays together.
    """

    expression_characters: int = 50_000
    brackets: int = 1_000
    nodes: int = 10_000
    operands: int = 10_000
    function_calls: int = 10_000
    elements: int = 5_000_000

    def check(self, name: str, amount: int, span: Span | None = None) -> None:
        """Fail with ``limit_exceeded`` if ``amount`` is over the limit ``name``."""
        limited(name, amount, getattr(self, name), span)
