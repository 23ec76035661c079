"""A cursor over the tokens of a program, with what is known so far: names, functions, notices."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NoReturn

from engine.errors import fail, line_and_column
from engine.gates.functions import FUNCTIONS
from engine.language.lexer import Token
from engine.language.names import CONSTANTS, could_be_product, cut, is_single_letter, key_of, nearest, spelling_of
from engine.language.notices import Notice
from engine.language.syntax import Name
from engine.limits import Limits

PREFIXES = frozenset({
    "self", "np", "numpy", "np.linalg", "numpy.linalg", "np.random", "numpy.random", "math", "torch", "F", "jnp",
    "torch.nn.functional", "jax.numpy", "scipy.special",
})  # fmt: skip
PREFIX_PARTS = 3  # torch.nn.functional
STATEMENTS = frozenset({
    "for", "while", "class", "def", "return", "with", "try", "except", "finally", "lambda", "print", "del", "global",
    "nonlocal", "assert", "raise", "yield", "async", "await", "pass", "break", "continue", "import", "from",
})  # fmt: skip
CHOICES = frozenset(("if", "elif", "else", "and", "or", "not"))
PARTNERS = {"(": ")", "[": "]"}
CLOSES = frozenset(PARTNERS.values())
CALLS = frozenset(FUNCTIONS) | {"array"}  # whatever may be called without being defined
METHODS = frozenset(("dot", "sum", "mean", "max", "min"))
LOOK_AHEAD = 8  # end tokens behind the last one, so that nobody looks beyond the list
STARTS_OPERAND = frozenset(("run", "number"))


@dataclass(frozen=True, slots=True)
class Callables(Collection[str]):
    """The names in ``sets`` without the ``hidden`` ones; there may be thousands, and they are never copied."""

    sets: tuple[Collection[str], ...]
    hidden: Collection[str]

    def __contains__(self, name: object) -> bool:
        return name not in self.hidden and any(name in names for names in self.sets)

    def __iter__(self) -> Iterator[str]:
        return (name for names in self.sets for name in names if name not in self.hidden)

    def __len__(self) -> int:
        return sum(map(len, self.sets))


class Reader:
    """The tokens of a program and a position among them."""

    def __init__(self, source: str, tokens: list[Token], variables: dict[str, str], limits: Limits) -> None:
        self.source = source
        self.tokens = tokens + tokens[-1:] * LOOK_AHEAD
        self.position = 0
        self.limits = limits
        self.variables = dict(variables)  # key → spelling: inputs, assigned names, parameters
        self.given = frozenset(variables)
        self.assigned: set[str] = set()
        self.functions: set[str] = set()  # keys of the program's own functions, so far
        self.defined: frozenset[str] = frozenset()  # those anywhere in the program
        self.later: frozenset[str] = frozenset()  # those that may be defined by the time the present body is called
        self.spellings = dict(variables)
        self.notices: dict[tuple[str, int], Notice] = {}

    def peek(self, ahead: int = 0) -> Token:
        """The token ``ahead`` of the next one; the end token beyond the end."""
        return self.tokens[self.position + ahead]

    def take(self) -> Token:
        """The next token, which is then behind."""
        token = self.peek()
        self.position += 1
        return token

    def split_bars(self) -> None:
        """Read the next ``||`` as two single bars."""
        token = self.peek()
        middle = token.start + 1
        self.tokens[self.position : self.position + 1] = [
            Token("operator", "|", token.start, middle),
            Token("operator", "|", middle, token.end),
        ]

    def notice(self, notice: Notice) -> None:
        """Keep a notice; a longer reading that begins at the same place replaces the shorter one."""
        start = notice.span[0] if notice.span else -1
        self.notices[(notice.key, start)] = notice

    def check_brackets(self, depth: int, opener: Token) -> None:
        """Refuse brackets nested deeper than the limit."""
        self.limits.check("brackets", depth, (opener.start, opener.end))

    # Names -----------------------------------------------------------------------------------------------------------

    def is_variable(self, text: str) -> bool:
        """Whether a run is, as a whole, an input, an assigned name or a parameter."""
        return key_of(text) in self.variables

    def callable_names(self) -> Collection[str]:
        """The names that may stand before a bracket; a variable hides a function of the same name."""
        return Callables((CALLS, self.functions, self.later), self.variables)

    def names(self, token: Token, qualified: bool) -> list[Name]:
        """The names that a run stands for, each with its place."""
        if qualified:
            return [self._library_name(token)]
        before_bracket = self._before_bracket()
        functions = self.callable_names() if before_bracket else ()
        reading = cut(token.text, self.variables, functions)
        names = [Name((token.start + p.start, token.start + p.end), p.key) for p in reading.pieces]
        for name in names:
            self._register(name)
        if reading.guess:
            self._guessed(token, before_bracket)
        return names

    def _before_bracket(self) -> bool:
        return self.peek().text == "(" and self.peek().kind == "operator"

    def _library_name(self, token: Token) -> Name:
        """What stands behind ``np.``: a function in front of its bracket, or a constant."""
        name = Name((token.start, token.end), key_of(token.text))
        if name.key not in CONSTANTS and not (name.key in CALLS and self._before_bracket()):
            if name.key in CALLS:
                fail("function_as_value", name.span, name=token.text)
            self._fail_unknown(name, CALLS | CONSTANTS.keys())
        self._register(name)
        return name

    def _register(self, name: Name) -> None:
        self.spellings.setdefault(name.key, spelling_of(self.source[name.span[0] : name.span[1]]))

    def _guessed(self, token: Token, before_bracket: bool) -> None:
        """No rule cut the run: it is one name. Say so where a product or a function may have been meant."""
        following, span = self.peek(), (token.start, token.end)
        self._refuse_keyword(token, following)
        if key_of(token.text) in CALLS and following.kind in STARTS_OPERAND:
            argument = self.source[following.start : following.end]
            fail("function_without_brackets", (token.start, following.end), name=token.text, argument=argument)
        if could_be_product(token.text) and not before_bracket and token.text not in CALLS:
            self.notice(Notice("one_name", span, " ".join(token.text), {"name": token.text}))

    def _refuse_keyword(self, token: Token, following: Token) -> None:
        """Refuse Python's words for what no circuit has; ``lambda`` may also be the Greek letter."""
        is_letter = token.text == "lambda" and following.kind != "run" and following.text != ":"
        for row, words in (("unsupported_statement", STATEMENTS), ("conditional", CHOICES)):
            if token.text in words and not is_letter:
                fail(row, (token.start, token.end), keyword=token.text)

    def is_call(self, name: Name, qualified: bool) -> bool:
        """Whether the name just read is a function in front of its bracket; an unknown function fails."""
        if not self._before_bracket():
            return False
        if qualified and name.key in CALLS:
            return True
        if name.key in self.variables or name.key in CONSTANTS:
            return False
        if name.key in CALLS or name.key in self.functions or name.key in self.later:
            return True
        text = self.source[name.span[0] : name.span[1]]
        if is_single_letter(text):
            return False
        return self._fail_unknown(name, self.callable_names())

    def _fail_unknown(self, name: Name, known: Collection[str]) -> NoReturn:
        near = nearest(name.key, known)
        text = self.source[name.span[0] : name.span[1]]
        fail("unknown_function_near" if near else "unknown_function", name.span, name=text, near=near)

    def is_method(self, attribute: Token) -> bool:
        """Whether an attribute is an array method in front of its bracket."""
        return attribute.text in METHODS and self.peek().text == "("

    def skip_prefix(self) -> tuple[bool, int]:
        """Skip ``np.`` and its kin, or ``self.``; whether a library's prefix was there, and where it began."""
        start, parts = self.peek().start, self._dotted()
        for count in range(len(parts) - 1, 0, -1):
            prefix = ".".join(parts[:count])
            if prefix in PREFIXES and not self.is_variable(prefix) and not self._is_array(prefix, parts[count]):
                self.position += 2 * count
                return prefix != "self", start
        return False, start

    def _dotted(self) -> list[str]:
        """The names that begin here with dots between them, as many as a prefix and what it stands for can have."""
        parts: list[str] = []
        for ahead in range(0, 2 * PREFIX_PARTS + 1, 2):
            if self.peek(ahead).kind != "run" or (ahead and self.peek(ahead - 1).text != "."):
                break
            parts.append(self.peek(ahead).text)
        return parts

    def _is_array(self, prefix: str, attribute: str) -> bool:
        """Whether ``F.T`` and ``F.sum()`` ask a matrix called F rather than a library."""
        return len(prefix) == 1 and (attribute == "T" or attribute in METHODS)

    def refuse_decimal(self, token: Token) -> None:
        """``x.5`` is no product: something other than a number was meant behind the dot."""
        if token.text[0] == "." and token.start == self.tokens[self.position - 1].end:
            fail("attribute_expected", (token.start, token.end))

    def norm_order(self, closing: Token) -> Token | None:
        """The ``_1`` or ``_2`` right behind a closing ``||``, taken."""
        token = self.peek()
        if token.kind != "run" or token.start != closing.end or not token.text.startswith("_"):
            return None
        if token.text not in ("_1", "_2", "_F"):
            fail("norm_order", (token.start, token.end), order=token.text[1:])
        return self.take()

    # Errors ----------------------------------------------------------------------------------------------------------

    def fail_operand(self, token: Token, opener: Token | None) -> None:
        """Something that has a value was expected and ``token`` stands there instead."""
        if token.kind in ("end", "separator"):
            if opener is not None:
                self.fail_unclosed(opener, token)
            last = self.tokens[self.position - 1] if self.position else token
            fail("operand_missing_at_end", (token.start, token.end), after=last.text)
        if token.text in CLOSES:
            self._fail_empty_or_stray(token, opener)
        fail("operand_expected", (token.start, token.end), found=self.source[token.start : token.end])

    def _fail_empty_or_stray(self, token: Token, opener: Token | None) -> None:
        if opener is None:
            fail("closing_without_opening", (token.start, token.end), bracket=token.text)
        if self.tokens[self.position - 1].start != opener.start:
            return
        if token.text == PARTNERS.get(opener.text):
            fail("empty_brackets", (opener.start, token.end), brackets=opener.text + token.text)
        self.fail_unclosed(opener, token)

    def fail_unclosed(self, opener: Token, found: Token) -> NoReturn:
        """A bracket is closed by the wrong partner, or never."""
        line, column = line_and_column(self.source, opener.start)
        opening = self.source[opener.start : opener.end]
        closing = PARTNERS.get(opening, opening)
        values = {"opening": opening, "closing": closing, "line": line, "column": column}
        is_next_line = found.text == "=" and "\n" in self.source[opener.end : found.start]
        if found.kind in ("end", "separator") or is_next_line:
            fail("bracket_open", (opener.start, opener.end), **values)
        if found.text in CLOSES:
            fail("bracket_mismatch", (found.start, found.end), found=found.text, **values)
        self.fail_operator(found)

    def fail_operator(self, found: Token) -> NoReturn:
        """``found`` stands where only an operator can."""
        span = (found.start, found.end)
        if found.text == "=":
            fail("stray_equals", span)
        fail("operator_expected", span, found=self.source[found.start : found.end])
