"""What a failing request raised, and what every failure must offer."""

import re

import pytest

from engine import EngineError, evaluate


def failed(function, *arguments, **options):
    with pytest.raises(EngineError) as raised:
        function(*arguments, **options)
    return raised.value


def failure(*arguments, **options):
    return failed(lambda: evaluate(*arguments, **options).to_dict())


def check_sentences(error):
    """Both languages say something, with every placeholder filled."""
    for language in ("en", "ko"):
        assert error.message(language)
        assert not re.search(r"(?<![A-Za-z_^])\{[a-z_]+\}", error.message(language) + (error.hint(language) or ""))
    assert (error.hint("en") is None) == (error.hint("ko") is None)
    assert str(error) == error.message("en")
