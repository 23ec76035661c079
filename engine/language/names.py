"""How a run of letters and digits becomes names: ``w0x0`` is w0 times x0."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi",
    "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi",
    "ω": "omega",
}  # fmt: skip
GREEK |= {letter.upper(): name.capitalize() for letter, name in GREEK.items() if letter != "ς"}
GREEK_NAMES = frozenset(GREEK.values())
LETTERS = "A-Za-zΑ-ΡΣ-Ωα-ω"
SUBSCRIPT_SIGNS = dict(zip("₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789aehijklmnoprstuvx", strict=True))
SUBSCRIPTS = "".join(SUBSCRIPT_SIGNS)
CONSTANTS = {"e": 2.718281828459045, "pi": 3.141592653589793}

SHORT_CUT = 8  # in so short a run all lengths are tried sooner than any are found out
LONGEST_CUT = 64  # no name that is looked for inside a run is longer
_UNIT = re.compile(rf"π(?![0-9₀-₉_])|[{LETTERS}]+(?:_\{{[0-9]+\}}|_?[0-9₀-₉]+(?:_[0-9]+)*)")
_LETTERS = re.compile(rf"[{LETTERS}]+")
_SINGLE = re.compile(rf"[{LETTERS}](?:_?[0-9]+)?")


Piece = tuple[str, int, int]  # a name within a run: its key, and its place counted from the start of the run


class Cut(NamedTuple):
    """The names that a run stands for; ``guess`` when no rule told one name from a product of letters."""

    pieces: list[Piece]
    guess: bool


def key_of(text: str) -> str:
    """The same text for all spellings of one name: ``w_0``, ``w_{0}``, ``w₀`` → ``w0``; ``θ`` → ``theta``."""
    return _normalise(text)[0]


def spelling_of(text: str) -> str:
    """A name as it is shown: as written, LaTeX's braces dropped."""
    return text.replace("{", "").replace("}", "")


def is_single_letter(text: str) -> bool:
    """Whether a name is one letter with an optional subscript, so that ``x(y+1)`` may be a product."""
    return text in GREEK_NAMES or _SINGLE.fullmatch(text) is not None


def cut(run: str, variables: Collection[str], functions: Collection[str]) -> Cut:
    """Cut a run into names by the notation's four rules, in their order.

    ``variables`` holds the keys of inputs, assigned names and parameters; ``functions`` the names that may be called
    at the end of this run, and is empty unless a bracket follows.
    """
    key, origin = _normalise(run)
    if key in variables or key in CONSTANTS or key in functions:
        return Cut([(key, 0, len(run))], False)
    pieces = _by_known_names(run, key, origin, variables, functions) or _by_subscripts(run)
    return Cut(pieces, False) if pieces else Cut([(key, 0, len(run))], True)


def could_be_product(text: str) -> bool:
    """Whether a name of two or three letters may have been meant as a product of them."""
    return 2 <= len(text) <= 3 and text.isalpha() and text.lower() not in GREEK_NAMES


def _normalise(text: str) -> tuple[str, list[int] | None]:
    """The key of a run and, for each sign of the key, where in the run it comes from; ``None`` if it is the run."""
    if text.isascii() and text.isalnum():
        return text, None
    signs: list[str] = []
    origin: list[int] = []
    for place, sign in enumerate(text):
        if sign in "{}":
            continue
        for part in sign if sign.isascii() else _spelled(sign, signs):
            if part.isdigit() and len(signs) > 1 and signs[-1] == "_" and signs[-2].isalpha():
                signs.pop()  # an underscore between a letter and a digit does not tell names apart
                origin.pop()
            signs.append(part)
            origin.append(place)
    return "".join(signs), origin


def _spelled(sign: str, before: list[str]) -> str:
    if sign in SUBSCRIPT_SIGNS:
        plain = SUBSCRIPT_SIGNS[sign]
        return plain if plain.isdigit() or "_" in before else "_" + plain
    return GREEK.get(sign, sign)


def _by_known_names(
    run: str, key: str, origin: list[int] | None, variables: Collection[str], functions: Collection[str]
) -> list[Piece] | None:
    """Rule 2: cut, nothing left over, into known names, longest first; at least one of them a variable."""
    if not variables:
        return None
    pieces = _known_names(key, _inside_signs(origin) if origin else set(), variables, functions)
    if not any(name in variables for name, _, _ in pieces):
        return None
    if origin is None:
        return pieces
    ends = [*origin, len(run)]
    return [(name, ends[start], ends[end]) for name, start, end in pieces]


def _known_names(key: str, dead_ends: set[int], variables: Collection[str], functions: Collection[str]) -> list[Piece]:
    """The known names that a key is cut into, each the longest one whose rest can be cut; empty if there are none.

    ``dead_ends`` are the places where no name may end. A place whose rest cannot be cut is found out only once and
    becomes one of them, so that the steps are in proportion to the key.
    """
    pieces: list[Piece] = []
    start, size = 0, len(key)
    lengths = range(size, 0, -1) if size <= SHORT_CUT else _lengths(key, variables, functions)
    while start < size:
        for length in lengths:
            end = start + length
            if end > size or end in dead_ends:
                continue
            name = key[start:end]
            if name in variables or name in CONSTANTS or (end == size and name in functions):
                pieces.append((name, start, end))
                start = end
                break
        else:
            if not pieces:
                break
            dead_ends.add(start)
            _, start, _ = pieces.pop()
    return pieces


def _inside_signs(origin: list[int]) -> set[int]:
    """The places in a key that are within one sign of the run, such as those within the name of a Greek letter."""
    return {place for place in range(1, len(origin)) if origin[place] == origin[place - 1]}


def _lengths(key: str, *known: Collection[str]) -> Sequence[int]:
    """The lengths to try, longest first: those of the known names, or all where there are too many names."""
    longest = min(len(key), LONGEST_CUT)
    if sum(map(len, known)) > len(key) * longest:
        return range(longest, 0, -1)
    names = [*CONSTANTS, *(name for names in known for name in names)]
    return sorted({len(name) for name in names if len(name) <= longest}, reverse=True)


def _by_subscripts(run: str) -> list[Piece] | None:
    """Rule 3: letters and subscript, repeated; a trailing run of letters is one name. The sign π is a unit too."""
    pieces, position = [], 0
    while match := _UNIT.match(run, position):
        pieces.append((key_of(match.group()), position, match.end()))
        position = match.end()
    rest = _LETTERS.fullmatch(run, position)
    if rest and pieces:
        pieces.append((key_of(rest.group()), position, len(run)))
    return pieces if pieces and (rest or position == len(run)) else None


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name nearest by edit distance, whatever the case of the letters, if near enough to be meant."""
    lower = name.lower()
    limit = max(1, len(name) // 3) if len(name) > 2 else 0
    found = [(_distance(lower, other.lower(), limit + 1), *_unlike(lower, other), other) for other in known]
    best = min(found, default=(limit + 1, True, 0, ""))
    return best[3] if best[0] <= limit else None


def _unlike(a: str, b: str) -> tuple[bool, int]:
    """Among names equally far away: whether the letters differ, and minus how many they begin with in common."""
    shared = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return sorted(a) != sorted(b), -shared


def _distance(a: str, b: str, bound: int) -> int:
    """Edit distance, two neighbours that change places counted once, or ``bound`` where it is at least that."""
    if abs(len(a) - len(b)) >= bound:
        return bound
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y)))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], earlier[j - 2] + 1)
    return min(row[-1], bound)
