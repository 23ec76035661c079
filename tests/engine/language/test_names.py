"""Spellings of names, their places, and how answers spell them; the rules of cutting are in ``readings/names.py``."""

import pytest

from engine import EngineError, evaluate, parse
from engine.language.names import cut, key_of, nearest, spelling_of
from tests.engine.language.sexpr import sexpr

SPELLINGS = [
    ("w0", "w0"), ("w_0", "w0"), ("w_{0}", "w0"), ("w₀", "w0"), ("w_1_0", "w1_0"), ("w10", "w10"), ("w₁₀", "w10"),
    ("θ", "theta"), ("theta", "theta"), ("θ_1", "theta1"), ("theta₁", "theta1"), ("Δw", "Deltaw"), ("Γ", "Gamma"),
    ("h_relu", "h_relu"), ("loss", "loss"), ("xᵢ", "x_i"), ("x_i", "x_i"), ("W2", "W2"), ("_", "_"), ("__a", "__a"),
    ("λ", "lambda"), ("π", "pi"), ("σ", "sigma"), ("x_", "x_"), ("a_b_1", "a_b1"),
]  # fmt: skip


@pytest.mark.parametrize(("spelling", "key"), SPELLINGS)
def test_spellings_of_one_name_have_one_key(spelling, key):
    assert key_of(spelling) == key


def test_underscores_between_digits_tell_names_apart():
    assert key_of("w1_0") != key_of("w10")


def test_braces_are_dropped_where_a_name_is_shown():
    assert spelling_of("w_{10}") == "w_10"


def test_several_letters_before_a_bracket_are_an_unknown_function():
    with pytest.raises(EngineError) as raised:
        sexpr("xf(y)", ["x", "y"])
    assert (raised.value.code, raised.value.span) == ("unknown_function", (0, 2))


def test_each_piece_knows_its_place():
    assert cut("w_{0}x0", (), ()).pieces == [("w0", 0, 5), ("x0", 5, 7)]
    assert cut("w₀θ", ("w0", "theta"), ()).pieces == [("w0", 0, 2), ("theta", 2, 3)]


@pytest.mark.parametrize("given", ["w_0", "w0", "w₀", "w_{0}"])
def test_answers_spell_a_name_as_the_request_does(given):
    found = evaluate("w_0 + w0 + w₀ + w_{0}", {given: 2}).to_dict()
    (node,) = [node for node in found["nodes"] if node["kind"] == "input"]
    assert node["name"] == given
    assert found["inputs"][given]["gradient"] == 4.0


def test_names_not_given_are_spelled_as_first_written():
    with pytest.raises(EngineError) as raised:
        evaluate("w_{0} x + w0 y + θ")
    assert raised.value.details["names"] == ["w_0", "x", "y", "θ"]
    assert [entry["name"] for entry in parse("w_{0} x + w0 y + θ").to_dict()["inputs"]] == ["w_0", "x", "y", "θ"]


def test_a_single_letter_before_a_bracket_is_multiplied():
    assert sexpr("x(y)") == "(· x y)"
    assert sexpr("W1(x)") == "(· W1 x)"
    assert sexpr("loss(x)", ["loss", "x"]) == "(· loss x)"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("exq", "exp"), ("sigmod", "sigmoid"), ("simoid", "sigmoid"), ("sgimoid", "sigmoid"), ("maximun", "maximum"),
        ("maxium", "maximum"), ("EXP", "exp"), ("ReLU", "relu"), ("Sigmoid", "sigmoid"), ("sni", "sin"), ("sun", "sum"),
        ("lgo", "log"), ("logg", "log"), ("foo", None), ("x", None), ("qqqqqqq", None), ("sigmoidal_wave", None),
    ],
)  # fmt: skip
def test_the_nearest_function_is_proposed(name, found):
    assert nearest(name, ["exp", "sigmoid", "maximum", "log", "e", "relu", "sin", "sum"]) == found


def test_lambda_is_a_greek_letter_too():
    assert sexpr("loss + λ R") == "(+ loss (· lambda R))"
    assert sexpr("lambda*R") == "(* lambda R)"


@pytest.mark.parametrize("word", ["if", "for", "is", "in", "not", "print", "def", "import"])
def test_pythons_words_are_names_where_an_input_has_them(word):
    assert evaluate(f"2*{word}", {word: 3}).value == 6.0
