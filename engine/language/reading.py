"""The tokens of a program read with what is known so far: names, functions, notices."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import NoReturn

from engine.errors import Span, fail
from engine.language.cursor import STARTS_OPERAND, Cursor
from engine.language.lexer import SUPERSCRIPTS, Token
from engine.language.names import (
    CONSTANTS,
    GREEK_NAMES,
    could_be_product,
    cut,
    is_single_letter,
    key_of,
    nearest,
    spelling_of,
)
from engine.language.notices import Notice
from engine.language.refusals import refuse_word
from engine.language.syntax import Name
from engine.language.vocabulary import ATTRIBUTES, CALLS, METHODS, PREFIX_PARTS, PREFIXES, SYNONYMS
from engine.limits import Limits


@dataclass(slots=True)
class Callables(Collection[str]):
    """``CALLS`` and the ``own`` and ``later`` functions of a program without the ``hidden`` ones.

    There may be thousands of them, and they are never copied.
    """

    own: Collection[str]
    later: Collection[str]
    hidden: Collection[str]

    def __contains__(self, name: object) -> bool:
        return (name in CALLS or name in self.own or name in self.later) and name not in self.hidden

    def __iter__(self) -> Iterator[str]:
        return (name for name in chain(CALLS, self.own, self.later) if name not in self.hidden)

    def __len__(self) -> int:
        return len(CALLS) + len(self.own) + len(self.later)


class Reader(Cursor):
    """A cursor that knows what names mean."""

    def __init__(self, source: str, tokens: list[Token], variables: dict[str, str], limits: Limits) -> None:
        super().__init__(source, tokens)
        self.is_text = True  # rather than LaTeX, which has read its exponents by itself
        self.limits = limits
        self.variables = dict(variables)  # key → spelling: inputs, assigned names, parameters
        self.given = frozenset(variables)
        self.bound = set(variables)  # keys that were a variable anywhere in the program
        self.assigned: set[str] = set()
        self.functions: set[str] = set()  # keys of the program's own functions, so far
        self.defined: frozenset[str] = frozenset()  # those anywhere in the program
        self.later: frozenset[str] = frozenset()  # those that may be defined by the time the present body is called
        self.spellings = dict(variables)
        self.notices: dict[tuple[str, int], Notice] = {}
        self._outer: list[tuple[str, str | None, bool]] | None = None  # what a function's own names hide

    def notice(self, notice: Notice) -> None:
        """Keep a notice; a longer reading that begins at the same place replaces the shorter one."""
        start = notice.span[0] if notice.span else -1
        self.notices[(notice.key, start)] = notice

    def check_brackets(self, depth: int, opener: Token) -> None:
        """Refuse brackets nested deeper than the limit."""
        self.limits.check("brackets", depth, (opener.start, opener.end))

    # What is known ---------------------------------------------------------------------------------------------------

    def spell(self, key: str, text: str) -> str:
        """Remember how a name was written first; its spelling as shown."""
        spelling = spelling_of(text)
        self.spellings.setdefault(key, spelling)
        return spelling

    def bind(self, key: str, spelling: str) -> None:
        """From here on the name is a variable."""
        if self._outer is not None:
            self._outer.append((key, self.variables.get(key), key in self.functions))
        self.functions.discard(key)
        self.variables[key] = spelling
        self.bound.add(key)

    @contextmanager
    def local_names(self) -> Iterator[None]:
        """Inside, names are bound for a function's body alone, and functions defined below may be called."""
        self._outer, self.later = [], self.defined
        try:
            yield
        finally:
            for key, spelling, is_function in reversed(self._outer):
                self._restore(key, spelling, is_function)
            self._outer, self.later = None, frozenset()

    def _restore(self, key: str, spelling: str | None, is_function: bool) -> None:
        if spelling is None:
            self.variables.pop(key, None)
        else:
            self.variables[key] = spelling
        if is_function:
            self.functions.add(key)

    def is_variable(self, text: str) -> bool:
        """Whether a run is, as a whole, an input, an assigned name or a parameter."""
        return key_of(text) in self.variables

    def hides(self, function: str) -> bool:
        """Whether the program has given a built-in function's name to something of its own."""
        return function in self.variables or function in self.functions or function in self.defined

    def callable_names(self) -> Collection[str]:
        """The names that may stand before a bracket; a variable hides a function of the same name."""
        return Callables(self.functions, self.later, self.variables)

    # Names -----------------------------------------------------------------------------------------------------------

    def names(self, token: Token, qualified: bool) -> list[Name]:
        """The names that a run stands for, each with its place."""
        if qualified:
            return [self._library_name(token)]
        text, begin, whole = token.text, token.start, key_of(token.text)
        if token.kind == "name" or whole in self.variables:
            return [self._register(whole, text, (begin, token.end))]
        before_bracket = self._before_bracket()
        pieces, guess = cut(text, self.variables, self.callable_names() if before_bracket else ())
        names = [self._register(key, text[start:end], (begin + start, begin + end)) for key, start, end in pieces]
        if guess:
            self._guessed(token, before_bracket)
        return names

    def _register(self, key: str, text: str, span: Span) -> Name:
        if key not in self.spellings:
            self.spell(key, text)
        return Name(span, key)

    def _before_bracket(self) -> bool:
        following = self.tokens[self.position]
        return following.text == "(" and following.kind == "operator"

    def _library_name(self, token: Token) -> Name:
        """What stands behind ``np.``: a function in front of its bracket, or a constant."""
        span, key = (token.start, token.end), key_of(token.text)
        if key not in CONSTANTS and not (key in CALLS and self._before_bracket()):
            if key in CALLS:
                self._refuse_bare_function(token)
                fail("function_as_value", span, name=token.text)
            self._fail_unknown(token.text, span, CALLS | CONSTANTS.keys())
        return self._register(key, token.text, span)

    def _guessed(self, token: Token, before_bracket: bool) -> None:
        """No rule cut the run: it is one name. Say so where a product or a function may have been meant."""
        refuse_word(token, self.peek())
        if key_of(token.text) in CALLS:
            self._refuse_bare_function(token)
            self._doubt_function(token)
        if could_be_product(token.text) and not before_bracket and token.text not in CALLS:
            span = (token.start, token.end)
            self.notice(Notice("one_name", span, self._as_product(token), {"name": token.text}))

    def _doubt_function(self, token: Token) -> None:
        """``exp -x`` is the name exp minus x."""
        minus, operand = self.peek(), self.peek(1)
        is_applied = token.end < minus.start and minus.end == operand.start and operand.kind in STARTS_OPERAND
        if minus.text == "-" and is_applied and key_of(token.text) not in GREEK_NAMES:
            end = self.peek(2).end if operand.kind == "number" and self._continues(operand) else operand.end
            hint = f"{token.text}({self.source[minus.start : end]})"
            self.notice(Notice("function_as_name", (token.start, end), hint, {"name": token.text}))

    def _continues(self, number: Token) -> bool:
        """Whether a name stands right behind the number that is the next token but one, as in ``2x``."""
        return self.peek(2).kind == "run" and self.peek(2).start == number.end

    def _as_product(self, token: Token) -> str:
        """The letters of a name one by one; behind a slash or a caret in brackets, so that they stay together."""
        letters = " ".join(token.text)
        before = self.tokens[self.position - 2] if self.position > 1 else token
        return f"({letters})" if before.text in ("/", "^") else letters

    def _refuse_bare_function(self, token: Token) -> None:
        """``sin x`` and ``sin²(x)`` are blackboard maths that could as well mean something else."""
        following = self.peek()
        if following.kind in STARTS_OPERAND:
            end = self.factor_end(0)
            call = f"{token.text}({self.source[following.start : end]})"
            fail("function_without_brackets", (token.start, end), name=token.text, call=call)
        if following.kind == "superscript" and following.text != "ᵀ":
            self._refuse_power(token, following.text.translate(SUPERSCRIPTS), 1)
        if following.text == "^" and self.peek(1).kind in STARTS_OPERAND:
            self._refuse_power(token, self.peek(1).text, 2)

    def _refuse_power(self, function: Token, power: str, ahead: int) -> NoReturn:
        """``sin²(x)`` is written ``sin(x)^2``."""
        begin, end = self.peek(ahead - 1).end, self.factor_end(ahead)
        argument = self.source[begin:end].strip() or "x"
        argument = argument if argument[0] == "(" else f"({argument})"
        call = f"{function.text}{argument}^" + (f"({power})" if power[0] == "-" else power)
        if power == "-1" and f"arc{function.text}" in CALLS:
            call = f"arc{function.text}{argument}"
        fail("function_power", (function.start, end), call=call)

    def is_call(self, name: Name, qualified: bool) -> bool:
        """Whether the name just read is a function in front of its bracket; an unknown function fails."""
        if not self._before_bracket():
            return False
        if qualified and name.key in CALLS:
            return True
        if name.key in self.variables:
            return False
        if name.key in CALLS or name.key in self.functions or name.key in self.later:
            return True
        if name.key in CONSTANTS:
            return False
        text = self.spellings[name.key]
        if is_single_letter(text):
            return False
        return self._fail_unknown(text, name.span, self.callable_names())

    def _fail_unknown(self, text: str, span: Span, known: Collection[str]) -> NoReturn:
        near = SYNONYMS.get(text) or nearest(key_of(text), known)
        fail("unknown_function_near" if near else "unknown_function", span, name=text, near=near)

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
        return len(prefix) == 1 and attribute in ATTRIBUTES

    def doubt_constant(self, name: Name) -> None:
        """``e`` is Euler's number where nothing else is called so: in a product a reader may have meant a name."""
        following = self.peek()
        is_power = following.text == "^" or (following.kind == "superscript" and following.text != "ᵀ")
        if not is_power and not self.is_variable("e"):
            self.notice(Notice("constant_name", name.span, "e_1"))
