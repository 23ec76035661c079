"""Characters that are not part of the notation: each is named, and what to write instead is proposed."""

from __future__ import annotations

import unicodedata
from typing import NoReturn

from engine.errors import fail
from engine.language.lexer import TOKEN

MEANT = {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "⁄": "/", "∕": "/", "•": "*", "∙": "*", "⋆": "*", "∣": "|",
    "∥": "||", "≤": "<=", "≥": ">=", "≠": "!=", "≡": "==", "・": "·", "⊤": "ᵀ", "†": "ᵀ", "：": ":",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X",
}  # fmt: skip
INSTEAD = {
    "√": "sqrt(x)", "∛": "cbrt(x)", "∑": "sum(x)", "∏": "prod(x)", "∞": "1e999", "⌊": "floor(x)", "⌋": "floor(x)",
    "⌈": "ceil(x)", "⌉": "ceil(x)", "⊗": "outer(a, b)", "⟨": "dot(a, b)", "⟩": "dot(a, b)", "¬": "1 - x",
    "∧": "(a > 0) * (b > 0)", "∨": "max(a > 0, b > 0)", "←": "=", "≔": "=", "°": "* pi/180",
}  # fmt: skip
ACCENTS = {"\u0302": "hat", "\u0303": "tilde", "\u0304": "bar", "\u0305": "bar", "\u0307": "dot", "\u20d7": "vec"}
SCRIPTS = {"<super>": "^", "<sub>": "_"}
DERIVATIVES = frozenset("∂∇∫")
PRIMES = frozenset("′″‴‵´")
QUOTES = frozenset("“”„‟‘’‚‛«»")
APOSTROPHE = "’"


def refuse_character(source: str, position: int) -> NoReturn:
    """Name the character that no token begins with."""
    sign, span = source[position], (position, position + 1)
    if sign in PRIMES or (sign == APOSTROPHE and follows_a_factor(source, position)):
        fail("prime", span)
    if sign in QUOTES:
        fail("string", span)
    name = unicodedata.name(sign, f"U+{ord(sign):04X}")
    if sign.isspace() or unicodedata.normalize("NFKC", sign).isspace():
        fail("strange_space", span, character=name)
    shown = f"{sign} ({name})" if unicodedata.category(sign)[0] in "LNPS" else name
    plain, instead = _plain(sign), INSTEAD.get(sign, "")
    if plain == "ᵀ" and source[position - 1 : position] == "^":
        span = (position - 1, position + 1)
    fail(_row(sign, plain), span, character=shown, plain=plain, instead=instead)


def _row(sign: str, plain: str) -> str:
    """The sentence that fits a character best."""
    if sign in DERIVATIVES:
        return "derivative_sign"
    if sign in INSTEAD:
        return "foreign_symbol"
    if plain:
        return "look_alike"
    if unicodedata.category(sign) in ("Cc", "Cf"):
        return "invisible_character"
    return "foreign_letter" if unicodedata.category(sign)[0] in "LM" else "strange_character"


def _plain(sign: str) -> str:
    """What a character stands for in the notation, or nothing."""
    if sign in MEANT:
        return MEANT[sign]
    kind, _, _ = unicodedata.decomposition(sign).partition(" ")
    plain = unicodedata.normalize("NFKC", sign).replace("⁄", "/")
    if kind == "<fraction>":
        return f"({plain})"
    letter, accent = unicodedata.normalize("NFD", sign)[:1], unicodedata.normalize("NFD", sign)[-1:]
    if accent in ACCENTS:
        return f"_{ACCENTS[accent]}" if letter == accent else f"{letter}_{ACCENTS[accent]}"
    match = TOKEN.fullmatch(plain)
    if plain == sign or match is None or match.lastgroup in ("strange", "string", "space"):
        return ""
    if kind in SCRIPTS:
        return SCRIPTS[kind] + plain if len(plain) == 1 and plain.isalnum() else ""
    return plain


def follows_a_factor(source: str, position: int) -> bool:
    """Whether a name, a number or a closing bracket ends right in front of ``position``."""
    before = source[position - 1] if position else " "
    return before.isalnum() or before in "_)]'’"
