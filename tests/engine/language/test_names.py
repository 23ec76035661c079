"""How a run of letters and digits becomes names: the notation's four rules, in their order."""

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


RULE_1 = [
    ("wx", ["wx"], "wx"),
    ("w0x0", ["w0x0"], "w0x0"),
    ("w0", ["w_0"], "w0"),
    ("pi", [], "pi"),
    ("π", [], "pi"),
    ("e", [], "e"),
    ("pi", ["p", "i"], "pi"),
    ("exp(x)", ["e", "x", "p"], "(exp x)"),
    ("q = x; q", [], "(= q x); q"),
    ("q1z = x; q1z", [], "(= q1z x); q1z"),
    ("f(ab) = ab + 1", [], "(def f (ab) (+ ab 1))"),
]
RULE_2 = [
    ("wx", ["w", "x"], "(· w x)"),
    ("xyz", ["x", "y", "z"], "(· (· x y) z)"),
    ("xx", ["x"], "(· x x)"),
    ("wx", ["w"], "wx"),
    ("abc", ["ab", "c", "a", "bc"], "(· ab c)"),
    ("abc", ["ab", "a", "bc"], "(· a bc)"),
    ("ex", ["x"], "(· e x)"),
    ("πr", ["r"], "(· pi r)"),
    ("epi", [], "epi"),
    ("w0x", ["w0", "x"], "(· w0 x)"),
    ("w_0x", ["w0", "x"], "(· w0 x)"),
    ("w1_0x", ["w1_0", "x"], "(· w1_0 x)"),
    ("xexp(y)", ["x", "y"], "(· x (exp y))"),
    ("q = a; qa + aq", ["a"], "(= q a); (+ (· q a) (· a q))"),
    ("f(x, y) = xy", [], "(def f (x y) (· x y))"),
    ("θx", ["theta", "x"], "(· theta x)"),
    ("thetax", ["θ", "x"], "(· theta x)"),
    ("xy²", ["x", "y"], "(· x (^ y 2))"),
    ("2xy^2", ["x", "y"], "(· (· 2 x) (^ y 2))"),
]
RULE_3 = [
    ("w0x0", [], "(· w0 x0)"),
    ("w_0x_0", [], "(· w0 x0)"),
    ("w₀x₀", [], "(· w0 x0)"),
    ("w_{0}x_{0}", [], "(· w0 x0)"),
    ("W1x", [], "(· W1 x)"),
    ("w1x1y2", [], "(· (· w1 x1) y2)"),
    ("w0x0", ["w0"], "(· w0 x0)"),
    ("lr0w", [], "(· lr0 w)"),
    ("w12x3", [], "(· w12 x3)"),
    ("θ1x", [], "(· theta1 x)"),
    ("2πr", [], "(· (· 2 pi) r)"),
]
RULE_4 = [
    ("loss", [], "loss"),
    ("alpha", [], "alpha"),
    ("wx", [], "wx"),
    ("wx", ["y"], "wx"),
    ("w0_x", [], "w0_x"),
    ("h_relu", ["h"], "h_relu"),
    ("_x", [], "_x"),
    ("__class__", [], "__class__"),
    ("learning_rate", [], "learning_rate"),
]


@pytest.mark.parametrize(("source", "inputs", "tree"), RULE_1 + RULE_2 + RULE_3 + RULE_4)
def test_rules(source, inputs, tree):
    assert sexpr(source, inputs) == tree


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
    [("exq", "exp"), ("sigmod", "sigmoid"), ("maximun", "maximum"), ("foo", None), ("x", None), ("qqqqqqq", None)],
)
def test_the_nearest_function_is_proposed(name, found):
    assert nearest(name, ["exp", "sigmoid", "maximum", "log", "e"]) == found


def test_lambda_is_a_greek_letter_too():
    assert sexpr("loss + λ R") == "(+ loss (· lambda R))"
    assert sexpr("lambda*R") == "(* lambda R)"


@pytest.mark.parametrize("word", ["if", "for", "is", "in", "not", "print", "def", "import"])
def test_pythons_words_are_names_where_an_input_has_them(word):
    assert evaluate(f"2*{word}", {word: 3}).value == 6.0
