"""The options of an evaluation, each checked: a wrong one is ``bad_option`` and never coerced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from engine.errors import fail
from engine.folding import ALL, AS_WRITTEN, COMPOSITES, Choice

EXPECTED = {"fold": '"none" / "all" / ["sigmoid", …]', "unfold": '"all" / ["sigmoid", …]'}
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
    check: bool | Literal["nodes"] = False
    seed: int = 0

    def __post_init__(self) -> None:
        for name, choices in CHOICES.items():
            if not isinstance(getattr(self, name), str) or getattr(self, name) not in choices:
                fail("bad_option", name=name, expected=" / ".join(choices))
        if not isinstance(self.layout, bool):
            fail("bad_option", name="layout", expected="true / false")
        if not isinstance(self.check, bool) and not (isinstance(self.check, str) and self.check == "nodes"):
            fail("bad_option", name="check", expected='true / false / "nodes"')
        if isinstance(self.seed, bool) or not isinstance(self.seed, int) or not 0 <= self.seed < 2**63:
            fail("bad_option", name="seed", expected="0, 1, 2, …")
        self.choice()

    def choice(self) -> Choice:
        """The composites to fold and to unfold."""
        if self.fold in ("none", ()) and self.unfold == ():
            return AS_WRITTEN
        return Choice(() if self.fold == "none" else _composites("fold", self.fold), _composites("unfold", self.unfold))


def _composites(option: str, given: Any) -> tuple[str, ...]:
    """The names of composites that an option lists, or all of them."""
    if given == "all":
        return ALL
    if not isinstance(given, list | tuple):
        fail("bad_option", name=option, expected=EXPECTED[option])
    for name in given:
        if not isinstance(name, str) or name not in COMPOSITES:
            fail("unknown_composite", name=option, given=name, known=", ".join(COMPOSITES))
    return tuple(sorted(set(given)))
