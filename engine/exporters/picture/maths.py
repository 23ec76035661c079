"""Labels, names and numbers as LaTeX maths that plain LaTeX sets, whatever characters they hold."""

from __future__ import annotations

import re
from unicodedata import normalize

from engine.exporters.picture.names import LETTERS, Name
from engine.exporters.picture.numbers import MINUS, THIN
from engine.exporters.picture.texts import one_line

SIGNS = {
    "∗": r"\ast ", "*": r"\ast ", "−": "{-}", "·": r"\cdot ", "×": r"\times ", "÷": r"\div ", "⊗": r"\otimes ",
    "‖": r"\Vert ", "√": r"\surd ", "∛": r"{}^{3}\!\surd ", "⌊": r"\lfloor ", "⌋": r"\rfloor ", "⌈": r"\lceil ",
    "⌉": r"\rceil ", "…": r"\ldots ", "Σ": r"\Sigma ", "Π": r"\Pi ", "∞": r"\infty ", "ᵀ": r"^{\mathsf{T}}",
    "ˣ": "^{x}", THIN: r"\,", " ": r"\ ", "|": r"\vert ", "<": "<", ">": ">", "@": r"\mathtt{@}",
    "\\": r"\backslash ", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "^": r"\wedge ", "~": r"\sim ", '"': "''", "`": "'", "'": "'",
}  # fmt: skip
RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")

_PIECES = re.compile(r"\^[−-]?[\d.]+|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|[₀₁₂₃₄₅₆₇₈₉]+|[A-Za-z]{2,}|>=|<=|!=|==|.", re.DOTALL)
_RELATIONS = {">=": r"\geq ", "<=": r"\leq ", "!=": r"\neq ", "==": "="}
_TEXT = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
_TEXT |= {sign: rf"\{sign}" for sign in "{}$&%#_"} | {
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': "''",
}
_ACCENTED = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ")
UNKNOWN = "?"  # for a letter that plain LaTeX has no sign for


def label_maths(label: str) -> str:
    r"""What stands in a gate, such as ``\max (0,\cdot )``, without the dollars."""
    return "".join(_piece(piece) for piece in _PIECES.findall(one_line(label))).strip()


def _piece(piece: str) -> str:
    if piece in _RELATIONS:
        return _RELATIONS[piece]
    if len(piece) > 1 and piece[0] == "^":
        return f"^{{{piece[1:].replace(MINUS, '-')}}}"
    if piece[0] in "⁻⁰¹²³⁴⁵⁶⁷⁸⁹":
        return f"^{{{piece.translate(RAISED)}}}"
    if piece[0] in "₀₁₂₃₄₅₆₇₈₉":
        return f"_{{{piece.translate(LOWERED)}}}"
    if len(piece) > 1:
        return rf"\mathrm{{{piece}}}"
    return _sign(piece)


def _sign(sign: str) -> str:
    if sign in SIGNS:
        return SIGNS[sign]
    if sign in LETTERS:
        return f"{LETTERS[sign]} "
    plain = normalize("NFKD", sign)[0]
    return plain if " " < plain < "\x7f" else UNKNOWN


def name_maths(name: Name) -> str:
    r"""``w_{0}``, ``\theta``, ``\mathit{loss}``."""
    base = "".join(map(_sign, name.base)).strip()
    word = rf"\mathit{{{base}}}" if len(name.base) > 1 else base
    return f"{word}_{{{name.subscript}}}" if name.subscript else word


def number_maths(text: str) -> str:
    r"""A number as the picture writes it: ``{-}0.53``, ``4\mathrm{e}{-3}``, ``\mathrm{NaN}``, ``100\times 3072``."""
    mantissa, e, exponent = text.partition("e")
    if e and exponent.lstrip(MINUS).isdigit():
        return rf"{number_maths(mantissa)}\mathrm{{e}}{{{exponent.replace(MINUS, '-')}}}"
    return label_maths(text.replace(" ", ""))  # maths has its own spaces


def is_settable(text: str) -> bool:
    """Whether plain LaTeX has all letters of a text; Korean ones, for example, need more."""
    return all(sign.isascii() or sign in _ACCENTED for sign in one_line(text))


def plain_text(text: str) -> str:
    """Words as LaTeX text, every sign that means something to TeX written out."""
    return "".join(_TEXT.get(sign, sign) for sign in one_line(text))


def comment(text: str) -> str:
    """Words behind a per cent sign: on one line, so that none of them is ever read by TeX."""
    return f"% {one_line(text)}"
