"""A position among the tokens of a program."""

from __future__ import annotations

from itertools import islice
from typing import NoReturn

from engine.errors import fail
from engine.language.lexer import Token

LOOK_AHEAD = 8  # end tokens behind the last one, so that nobody looks beyond the list
STARTS_OPERAND = frozenset(("run", "name", "number"))


class Cursor:
    """The tokens of a program and a position among them."""

    def __init__(self, source: str, tokens: list[Token]) -> None:
        self.source = source
        self.tokens = tokens + tokens[-1:] * LOOK_AHEAD
        self.position = 0

    def replace_rest(self, tokens: list[Token]) -> None:
        """Read these from here on instead."""
        self.tokens = [*self.tokens[: self.position], *tokens, *tokens[-1:] * LOOK_AHEAD]

    def peek(self, ahead: int = 0) -> Token:
        """The token ``ahead`` of the next one; the end token beyond the end."""
        return self.tokens[self.position + ahead]

    def take(self) -> Token:
        """The next token, which is then behind."""
        token = self.tokens[self.position]
        self.position += token.kind != "end"
        return token

    def last(self) -> Token:
        """The token behind."""
        return self.tokens[max(0, self.position - 1)]

    def split_bars(self) -> Token:
        """Read the next ``||`` as two single bars; the first, which is then behind."""
        token = self.peek()
        middle = token.start + 1
        self.tokens[self.position] = Token("operator", "|", middle, token.end)
        return Token("operator", "|", token.start, middle)

    def skip_separators(self) -> None:
        """Step over the separators that stand here, if any."""
        while self.peek().kind == "separator":
            self.position += 1

    # Lines -----------------------------------------------------------------------------------------------------------

    def indentation(self, token: Token) -> str:
        """The blanks in front of a token's line."""
        start = self.source.rfind("\n", 0, token.start) + 1
        return self.source[start : token.start] if self.source[start : token.start].isspace() else ""

    def at_end_of_line(self) -> bool:
        """Whether the line, with all its statements, ends here."""
        return self.peek().kind == "end" or (self.peek().kind == "separator" and self.peek().text != ";")

    def at_end_of(self, indent: str) -> bool:
        """Whether the lines that are indented deeper than ``indent`` end here; never in the middle of a line."""
        token = self.peek()
        if token.kind == "separator" and token.text != ";":
            token = self._next_line()
        elif self.last().text != "\n":
            return token.kind == "end"
        return token.kind == "end" or len(self.indentation(token).expandtabs()) <= len(indent.expandtabs())

    def _next_line(self) -> Token:
        """The first token behind the separators that stand here."""
        ahead = self.position
        while self.tokens[ahead].kind == "separator":
            ahead += 1
        return self.tokens[ahead]

    # Parts of expressions -------------------------------------------------------------------------------------------

    def skip_type(self) -> None:
        """Skip ``float`` or ``np.float64`` behind ``dtype=``: all is float64."""
        while self.peek().kind == "run" or self.peek().text == ".":
            self.take()
        if self.peek().text == ",":
            self.take()

    def refuse_decimal(self, token: Token) -> None:
        """``x.5`` is no product: something other than a number was meant behind the dot."""
        if token.text[0] == "." and token.start == self.last().end:
            fail("attribute_expected", (token.start, token.end))

    def refuse_comma(self, comma: Token) -> NoReturn:
        """A comma between two statements, or between the digits of one number."""
        first, last = self.last(), self.peek(1)
        is_decimal = first.kind == last.kind == "number" and (first.end, comma.end) == (comma.start, last.start)
        if is_decimal and first.text.isdigit() and last.text.isdigit():
            fail("decimal_comma", (first.start, last.end), plain=f"{first.text}.{last.text}")
        fail("stray_comma", (comma.start, comma.end))

    def refuse_call(self, dot: Token, attribute: Token) -> None:
        """``x.T()`` and ``x.shape()`` are no calls."""
        if self.peek().text == "(" and self.peek(1).text == ")":
            fail("attribute_with_brackets", (dot.start, self.peek(1).end), name=attribute.text)

    def norm_order(self, closing: Token) -> Token | None:
        """The ``_1`` or ``_2`` right behind a closing ``||``, taken."""
        token = self.peek()
        if token.kind != "run" or token.start != closing.end or not token.text.startswith("_"):
            return None
        if token.text not in ("_1", "_2", "_F"):
            fail("norm_order", (token.start, token.end), order=token.text[1:])
        return self.take()

    def factor_end(self, ahead: int) -> int:
        """Where the factor ends that begins ``ahead`` of the next token: a bracket, or letters and digits in a row."""
        end, depth = self.peek(ahead - 1).end if ahead else self.peek().start, 0
        for token in islice(self.tokens, self.position + ahead, None):
            depth += (token.text == "(") - (token.text == ")")
            is_part = token.kind in STARTS_OPERAND or token.text in ("(", ")", ".")
            if token.kind == "end" or depth < 0 or (depth == 0 and not is_part):
                break
            if end < token.start and depth == 0 and end > self.peek(ahead).start:
                break
            end = token.end
            if token.text == ")" and depth == 0:
                break
        return end
