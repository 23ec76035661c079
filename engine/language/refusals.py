"""What to say of a token that cannot be read where it stands."""

from __future__ import annotations

from typing import NoReturn

from engine.errors import Span, fail, line_and_column
from engine.language.characters import follows_a_factor, refuse_character
from engine.language.lexer import AUGMENTED, Token
from engine.language.names import nearest
from engine.language.vocabulary import (
    ATTRIBUTES,
    ATTRIBUTES_INSTEAD,
    CALLS,
    CHOICES,
    FOREIGN_SIGNS,
    LOOPS,
    METHODS,
    STATEMENTS,
)  # fmt: skip

PARTNERS = {"(": ")", "[": "]", "{": "}"}
OPENINGS = {closing: opening for opening, closing in PARTNERS.items()}
CLOSES = frozenset(PARTNERS.values())
BEGINNINGS = frozenset(("return", "def", "import", "class", "while"))
ENDS = ("end", "separator")


def refuse_token(source: str, token: Token) -> None:
    """Fail for a token that stands nowhere in the notation; return for one that only stands in the wrong place."""
    span = (token.start, token.end)
    if token.kind == "strange":
        refuse_character(source, token.start)
    if token.kind == "string":
        _refuse_string(source, token)
    if token.kind == "operator" and token.text in FOREIGN_SIGNS:
        instead = FOREIGN_SIGNS[token.text]
        row = "foreign_sign_instead" if instead else "curly_bracket" if token.text in ("{", "}") else "foreign_sign"
        fail(row, span, sign=token.text, instead=instead)


def _refuse_string(source: str, token: Token) -> NoReturn:
    """A text, or what looks like one between the primes of ``f'(x) + g'(x)``."""
    quote = token.start + next(k for k, sign in enumerate(token.text) if sign in "'\"")
    is_call = quote > token.start and source.startswith("(", quote + 1)
    if source[quote] == "'" and (is_call or follows_a_factor(source, token.start)):
        fail("prime", (quote, quote + 1))
    fail("string", (token.start, token.end))


def refuse_word(token: Token, following: Token) -> None:
    """Refuse Python's words for what no circuit has; ``lambda`` may also be the Greek letter."""
    span, word = (token.start, token.end), token.text
    if word in LOOPS:
        fail("loop", span, keyword=word)
    if word in CHOICES:
        fail("conditional", span, keyword=word)
    if word == "return":
        fail("stray_return", span)
    if word == "def":
        fail("definition_expected", span)
    if word in ("import", "from"):
        fail("import_unfinished", span, keyword=word)
    if word == "lambda" and (following.kind == "run" or following.text == ":"):
        fail("lambda_inside", span)
    if word in STATEMENTS:
        fail("unsupported_statement", span, keyword=word)


def fail_operand(source: str, last: Token, token: Token, opener: Token | None) -> NoReturn:
    """Something that has a value was expected behind ``last``, and ``token`` stands there instead."""
    span, before = (token.start, token.end), source[last.start : last.end]
    if token.kind in ENDS:
        if opener is not None:
            fail_unclosed(source, opener, token)
        fail("operand_missing_at_end", span, after=before)
    if opener is not None and last.start == opener.start and token.text in CLOSES:
        _fail_empty(source, opener, token)
    if opener is None or token.text not in CLOSES:
        refuse_token(source, token)
    if opener is None and token.text in CLOSES:
        fail("closing_without_opening", span, bracket=token.text, opening=OPENINGS[token.text])
    is_first = last.kind in ENDS or last.start >= token.start
    fail("operand_expected" if is_first else "operand_between", span, before=before, found=source[span[0] : span[1]])


def _fail_empty(source: str, opener: Token, token: Token) -> NoReturn:
    if token.text == PARTNERS.get(opener.text):
        fail("empty_brackets", (opener.start, token.end), brackets=opener.text + token.text)
    fail_unclosed(source, opener, token)


def fail_unclosed(source: str, opener: Token, found: Token) -> NoReturn:
    """A bracket is closed by the wrong partner, or never."""
    line, column = line_and_column(source, opener.start)
    opening = source[opener.start : opener.end]
    closing = PARTNERS.get(opening, opening)
    values = {"opening": opening, "closing": closing, "line": line, "column": column}
    if found.text in CLOSES:
        fail("bracket_mismatch", (found.start, found.end), found=found.text, **values)
    refuse_token(source, found)
    is_next_line = found.text == "=" and "\n" in source[opener.end : found.start]
    if found.kind in ENDS or is_next_line:
        fail("bracket_open", (opener.start, opener.end), **values)
    fail_operator(source, found)


def refuse_next_line(source: str, opener: Token, last: Token, word: Token) -> None:
    """One of the ``BEGINNINGS`` of statements stands on a new line: the bracket was never closed."""
    if "\n" in source[last.end : word.start]:
        fail_unclosed(source, opener, Token("separator", "\n", last.end, word.start))


def fail_operator(source: str, found: Token) -> NoReturn:
    """``found`` stands where only an operator can."""
    refuse_token(source, found)
    span = (found.start, found.end)
    if found.text in CLOSES:
        fail("closing_without_opening", span, bracket=found.text, opening=OPENINGS[found.text])
    if found.text == "=" or found.text in AUGMENTED:
        fail("stray_equals", span, sign=found.text)
    if found.text == "...":
        fail("stray_ellipsis", span)
    fail("stray_colon" if found.text == ":" else "operator_expected", span, found=source[span[0] : span[1]])


def fail_attribute(source: str, operand: Span, dot: Token, attribute: Token) -> NoReturn:
    """Behind the dot stands nothing that an array has."""
    if attribute.kind != "run":
        fail("attribute_expected", (dot.start, max(attribute.end, dot.end)))
    name, span = attribute.text, (dot.start, attribute.end)
    if name in METHODS:
        fail("method_without_brackets", span, name=name)
    near = nearest(name, ATTRIBUTES)
    instead = ATTRIBUTES_INSTEAD.get(name, f".{near}" if near else "")
    if name in CALLS and name not in ATTRIBUTES:
        instead = f"{name}({source[operand[0] : operand[1]]})"
    fail("unknown_attribute_near" if instead else "unknown_attribute", span, name=name, instead=instead)
