r"""``\sum_{i=1}^{3} w_i x_i`` over a range written in numbers: spelled out, term by term."""

from __future__ import annotations

from typing import NoReturn

from engine.errors import fail
from engine.language.latex.pieces import Piece, first_digit, has_more_digits, is_sign
from engine.language.latex.words import CLOSING, CLOSING_BARS, OPENING, OPENING_BARS, OPERATORS
from engine.limits import Limits

JOINED = {r"\sum": ("sign", "+"), r"\prod": ("command", r"\cdot")}
RELATIONS = frozenset(("=", "==", "<", ">", "<=", ">=", "!=", ",", ";", ":", "&", "$", "$$"))
BREAKS = frozenset((r"\\", r"\]", r"\)", *(rf"\{name}" for name, sign in OPERATORS.items() if sign in RELATIONS)))


def spelled_out(found: list[Piece], limits: Limits) -> list[Piece]:
    """The pieces with every sum and product over a range replaced by its terms; the innermost ones first."""
    behind: list[Piece] = []  # what follows, in reverse order
    written = len(found)  # all pieces ever written: sums within sums are written more than once
    for piece in reversed(found):
        if piece.kind == "command" and piece.text in JOINED:
            written = _spell_out(piece, behind, written, limits)
        else:
            behind.append(piece)
    behind.reverse()
    return behind


def _spell_out(sign: Piece, behind: list[Piece], written: int, limits: Limits) -> int:
    """Write the terms of one sum; how many pieces have been written by then."""
    index, numbers, end = _range(sign, behind)
    body = _body(behind)
    if not body:
        fail("sum_body", (sign.start, end), sign=sign.text)
    limits.check("nodes", len(numbers), (sign.start, end))
    written += len(numbers) * len(body)
    limits.check("expression_characters", written, (sign.start, end))
    kind, join = JOINED[sign.text]
    terms = [Piece("sign", "(", sign.start, sign.end)]
    for number in numbers:
        if len(terms) > 1:
            terms.append(Piece(kind, join, sign.start, sign.end))  # type: ignore[arg-type]
        terms += _term(body, index, number)
    terms.append(Piece("sign", ")", body[-1].end, body[-1].end))
    behind.extend(reversed(terms))
    return written


def _range(sign: Piece, behind: list[Piece]) -> tuple[str, range, int]:
    scripts: dict[str, list[Piece]] = {}
    end = sign.end
    while behind[-1].text in ("_", "^") and behind[-1].text not in scripts:
        script = behind.pop().text
        scripts[script], end = _argument(behind, end)
    below, above = scripts.get("_", []), scripts.get("^", [])
    if len(below) < 3 or below[0].kind != "letter" or below[1].text != "=":
        _refuse(sign, end)
    first, last = _whole(below[2:]), _whole(above)
    if first is None or last is None or last < first:
        _refuse(sign, end)
    return below[0].text, range(first, last + 1), end


def _refuse(sign: Piece, end: int) -> NoReturn:
    fail("sum_range", (sign.start, end), sign=sign.text)


def _whole(number: list[Piece]) -> int | None:
    return int(number[0].text) if len(number) == 1 and number[0].text.isdigit() and len(number[0].text) < 7 else None


def _argument(behind: list[Piece], end: int) -> tuple[list[Piece], int]:
    """The pieces of a script, without its brackets, and where it ends; taken."""
    if not is_sign(behind[-1], "{"):
        piece = behind[-1]
        if piece.kind == "end":
            return [], end
        behind.pop()
        if has_more_digits(piece):
            piece, rest = first_digit(piece)
            behind.append(rest)
        return [piece], piece.end
    behind.pop()
    taken: list[Piece] = []
    depth = 1
    while behind[-1].kind != "end":
        piece = behind.pop()
        depth += is_sign(piece, "{") - is_sign(piece, "}")
        if not depth:
            return taken, piece.end
        taken.append(piece)
    return taken, behind[-1].end


def _body(behind: list[Piece]) -> list[Piece]:
    """The product that stands behind a sum, taken: up to the next + or -, or to what closes around it."""
    body: list[Piece] = []
    depth, bars = 0, False
    while behind[-1].kind not in ("end", "newline", "environment") or depth:
        piece = behind[-1]
        if piece.kind == "end" or (not depth and body and _ends(piece)):
            break
        if piece.text in ("|", "||", r"\|") and not piece.side and not depth:
            if body and not bars and _is_operand(body[-1]):
                break
            bars = not bars
        depth += _depth(piece)
        if depth < 0:
            break
        body.append(behind.pop())
    return body


def _ends(piece: Piece) -> bool:
    if piece.kind == "command":
        return piece.text in BREAKS
    return piece.kind == "sign" and (piece.text in ("+", "-") or piece.text in RELATIONS)


def _depth(piece: Piece) -> int:
    if piece.side or piece.kind not in ("sign", "command"):
        return {"left": 1, "right": -1, "": 0}[piece.side]
    opens = piece.text in OPENING or piece.text in OPENING_BARS or piece.text == "{"
    return opens - (piece.text in CLOSING or piece.text in CLOSING_BARS or piece.text == "}")


def _is_operand(piece: Piece) -> bool:
    return piece.kind in ("letter", "number", "held") or piece.text in (")", "]", "}")


def _term(body: list[Piece], index: str, number: int) -> list[Piece]:
    """The body with the number in the place of the index; in curly brackets, so that ``2i`` is a product."""
    term: list[Piece] = []
    for piece in body:
        if piece.kind == "letter" and piece.text == index:
            term.append(Piece("sign", "{", piece.start, piece.start))
            term.append(Piece("number", str(number), piece.start, piece.end))
            term.append(Piece("sign", "}", piece.end, piece.end))
        else:
            term.append(piece)
    return term
