"""The options of an evaluation, each checked: a wrong one is ``bad_option`` and never coerced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from engine.errors import fail

CHOICES = {"constants": ("absorbed", "nodes"), "values": ("auto", "full")}


@dataclass(frozen=True, slots=True)
class Options:
    """What may be asked of an evaluation besides its program and its inputs; the fields of the REST request."""

    upstream: Any = None
    fold: Any = "none"
    unfold: Any = ()
    constants: Literal["absorbed", "nodes"] = "absorbed"
    values: Literal["auto", "full"] = "auto"
    layout: bool = False
    check: bool = False
    seed: int = 0

    def __post_init__(self) -> None:
        for name, choices in CHOICES.items():
            if not isinstance(getattr(self, name), str) or getattr(self, name) not in choices:
                fail("bad_option", name=name, expected=" / ".join(choices))
        for name in ("layout", "check"):
            if not isinstance(getattr(self, name), bool):
                fail("bad_option", name=name, expected="true / false")
        if isinstance(self.seed, bool) or not isinstance(self.seed, int) or not 0 <= self.seed < 2**63:
            fail("bad_option", name="seed", expected="0, 1, 2, …")
        self._refuse_folding()

    def _refuse_folding(self) -> None:
        """The notation has no composite that can be folded; only what leaves a circuit as it is may be asked."""
        if self.fold not in ("none", []):
            fail("bad_option", name="fold", expected='"none" / []')
        if self.unfold not in ((), []):
            fail("bad_option", name="unfold", expected="[]")
