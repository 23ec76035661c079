"""A reading that could surprise is noticed, with the other reading spelled out so that one click takes it."""

import pytest

from engine import evaluate, parse
from engine.language.parser import parse_program
from tests.engine.language.sexpr import sexpr

# program, code, the place that is doubtful, the other reading, how the program is read, how it is read with that
DOUBTS = [
    ("1/2x", "implicit_product", "1/2x", "1/(2x)", "(· (/ 1 2) x)", "(/ 1 (· 2 x))"),
    ("3 + a/b c d", "implicit_product", "a/b c d", "a/(b c d)", "(+ 3 (· (· (/ a b) c) d))",
     "(+ 3 (/ a (· (· b c) d)))"),
    ("1/2(x+1)", "implicit_product", "1/2(x+1)", "1/(2(x+1))", "(· (/ 1 2) (+ x 1))", "(/ 1 (· 2 (+ x 1)))"),
    ("1/2(x)", "implicit_product", "1/2(x)", "1/(2(x))", "(· (/ 1 2) x)", "(/ 1 (· 2 x))"),
    ("2 / 3x", "implicit_product", "2 / 3x", "2 /(3x)", "(· (/ 2 3) x)", "(/ 2 (· 3 x))"),
    ("1/2πr", "implicit_product", "1/2πr", "1/(2πr)", "(· (· (/ 1 2) pi) r)", "(/ 1 (· (· 2 pi) r))"),
    ("1/2|x|", "implicit_product", "1/2|x|", "1/(2|x|)", "(· (/ 1 2) (abs x))", "(/ 1 (· 2 (abs x)))"),
    ("a/b/c d", "implicit_product", "a/b/c d", "a/b/(c d)", "(· (/ (/ a b) c) d)", "(/ (/ a b) (· c d))"),
    ("||x||^2/2n", "implicit_product", "||x||^2/2n", "||x||^2/(2n)", "(· (/ (squared_norm x) 2) n)",
     "(/ (squared_norm x) (· 2 n))"),
    ("x(y+1)", "implicit_product", "x(y+1)", "x·(y+1)", "(· x (+ y 1))", "(· x (+ y 1))"),
    ("2x(y+1)", "implicit_product", "x(y+1)", "x·(y+1)", "(· (· 2 x) (+ y 1))", "(· (· 2 x) (+ y 1))"),
    ("z + w0(x)", "implicit_product", "w0(x)", "w0·(x)", "(+ z (· w0 x))", "(+ z (· w0 x))"),
    ("x^2y", "implicit_product", "x^2y", "x^(2y)", "(· (^ x 2) y)", "(^ x (· 2 y))"),
    ("e^2x", "implicit_product", "e^2x", "e^(2x)", "(· (exp 2) x)", "(exp (· 2 x))"),
    ("1 + e^-2x", "implicit_product", "e^-2x", "e^(-2x)", "(+ 1 (· (exp -2) x))", "(+ 1 (exp (· -2 x)))"),
    ("x**2y", "implicit_product", "x**2y", "x**(2y)", "(· (^ x 2) y)", "(^ x (· 2 y))"),
    ("x^2(y+1)", "implicit_product", "x^2(y+1)", "x^(2(y+1))", "(· (^ x 2) (+ y 1))", "(^ x (· 2 (+ y 1)))"),
    ("q = wx + b", "one_name", "wx", "w x", "(= q (+ wx b))", "(= q (+ (· w x) b))"),
    ("wx", "one_name", "wx", "w x", "wx", "(· w x)"),
    ("lam + 1", "one_name", "lam", "l a m", "(+ lam 1)", "(+ (· (· l a) m) 1)"),
    ("a/bc", "one_name", "bc", "(b c)", "(/ a bc)", "(/ a (· b c))"),
    ("2^ab", "one_name", "ab", "(a b)", "(^ 2 ab)", "(^ 2 (· a b))"),
    ("1/(1 + exp -x)", "one_name", "exp -x", "exp(-x)", "(/ 1 (- (+ 1 exp) x))", "(/ 1 (+ 1 (exp (neg x))))"),
    ("log -2x", "one_name", "log -2x", "log(-2x)", "(- log (· 2 x))", "(log (· -2 x))"),
    ("W^T x", "power_of_t", "W^T", "W.T", "(· (^ W T) x)", "(· (np.transpose W) x)"),
    ("(A B)^T", "power_of_t", "(A B)^T", "(A B).T", "(^ (· A B) T)", "(np.transpose (· A B))"),
    ("-x^2", "negated_power", "-x^2", "(-x)^2", "(neg (^ x 2))", "(^ (neg x) 2)"),
    ("2^-x^2", "negated_power", "-x^2", "(-x)^2", "(^ 2 (neg (^ x 2)))", "(^ 2 (^ (neg x) 2))"),
    ("exp(-x²/2)", "negated_power", "-x²", "(-x)²", "(exp (/ (neg (^ x 2)) 2))", "(exp (/ (^ (neg x) 2) 2))"),
    ("−x**2", "negated_power", "−x**2", "(−x)**2", "(neg (^ x 2))", "(^ (neg x) 2)"),
    ("-2^2", "negated_power", "-2^2", "(-2)^2", "(neg (^ 2 2))", "(^ -2 2)"),
    ("e", "constant_name", "e", "e_1", "e", "e1"),
    ("e x", "constant_name", "e", "e_1", "(· e x)", "(· e1 x)"),
    ("2e", "constant_name", "e", "e_1", "(· 2 e)", "(· 2 e1)"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "code", "quoted", "hint", "tree", "other"), DOUBTS)
def test_the_other_reading_is_one_click_away(source, code, quoted, hint, tree, other):
    (notice,) = parse(source).to_dict()["notices"]
    start, end = notice["span"]
    assert (notice["code"], source[start:end], notice["hint"]) == (code, quoted, hint)
    assert sexpr(source) == tree
    taken = source[:start] + hint + source[end:]
    assert sexpr(taken) == other
    assert parse(taken).to_dict()["notices"] == []


def test_a_run_that_inputs_cut_is_doubtful_behind_a_slash_too():
    (notice,) = parse("a/bc", {"a": 1, "b": 2, "c": 3}).to_dict()["notices"]
    assert (notice["code"], notice["span"], notice["hint"]) == ("implicit_product", [0, 4], "a/(bc)")


PRODUCTS = [
    ("W*x", [0, 3], "W @ x"), ("b + W*x", [4, 7], "W @ x"), ("W ∗ x", [0, 5], "W @ x"), ("2*W*x", [0, 5], "2*W @ x"),
    ("x*W", [0, 3], "x @ W"), ("(W*x)/2", [1, 4], "W @ x"), ("f(a) = W*a; f(x) + f(x)", [7, 10], "W @ a"),
    ("W *= x; W", [0, 6], "W @= x"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "span", "hint"), PRODUCTS)
def test_a_star_between_a_matrix_and_a_vector_is_doubtful(source, span, hint):
    given = {"W": [[1.0, 2.0], [3.0, 4.0]], "x": [1.0, 2.0], "b": 1.0}
    given = {name: value for name, value in given.items() if name in source}

    def found(text):
        return [n for n in evaluate(text, given).to_dict()["notices"] if n["code"] == "elementwise_product"]

    (notice,) = found(source)
    assert (notice["span"], notice["hint"]) == (span, hint)
    assert found(source[: span[0]] + hint + source[span[1] :]) == []


@pytest.mark.parametrize("source", ["W∘x", "W⊙x", "W·x", "W x", "W @ x", "np.multiply(W, x)", "W*W", "x*x", "2*W"])
def test_other_products_of_arrays_are_not(source):
    given = {name: value for name, value in {"W": [[1.0, 2.0]] * 2, "x": [1.0, 2.0]}.items() if name in source}
    codes = [notice["code"] for notice in evaluate(source, given).to_dict()["notices"]]
    assert "elementwise_product" not in codes


def test_a_product_in_call_form_behind_a_slash_is_noticed_twice():
    notices = parse("a/b(c+d)").to_dict()["notices"]
    assert [(n["span"], n["hint"]) for n in notices] == [([2, 8], "b·(c+d)"), ([0, 8], "a/(b(c+d))")]


PLAIN = [
    "(1/2)x", "1/2*x", "1/(2x)", "x (y+1)", "2x", "loss", "x", "alpha", "w0x0", "θ", "x^2 y", "x²y", "x^(2)y", "x^2*y",
    "(-x)^2", "-(x^2)", "a - x^2", "x*-y", "e^x", "e²", "exp(1)", "np.e", "math.e x", "sin(x)y", "sin(x) y", "2(x)",
    "(x)(y)", "1/x*y", "x/2", "1/x + y", "1/sin(x)", "self.wx0", "2πr", "f(x) = x; f(2)", "||x||^2", "-||x||^2",
    "exp - x", "exp-x", "σ -x", "T = 2; x^T",
]  # fmt: skip


@pytest.mark.parametrize("source", PLAIN)
def test_a_plain_reading_is_not_noticed(source):
    assert parse_program(source).notices == []


@pytest.mark.parametrize("source", ["e + 1", "e x", "2e"])
def test_e_is_a_name_where_an_input_is_called_so(source):
    assert parse_program(source, ["e"]).notices == []


def test_an_input_that_is_assigned_over_is_noticed():
    (notice,) = evaluate("x = x + 1; x", {"x": 2}).to_dict()["notices"]
    assert (notice["code"], notice["span"], notice["hint"]) == ("shadowed_input", [0, 1], None)


SENTENCES = [
    ("1/2x", "Read as (1/2)·x.", "이렇게 읽었습니다: (1/2)·x"),
    ("x(y+1)", "Read as the product x·(y+1): x is no function.", "곱으로 읽었습니다: x·(y+1) (함수가 아님: x)"),
    ("x^2y", "Read as (x^2)·y: the exponent ends where the next factor begins.",
     "이렇게 읽었습니다: (x^2)·y. 지수는 다음 인수 앞에서 끝납니다."),
    ("wx", "wx is read as one name.", "한 이름으로 읽었습니다: wx"),
    ("-x^2", "Read as −(x^2): a power binds tighter than the minus in front of it.",
     "이렇게 읽었습니다: −(x^2). 거듭제곱이 앞의 빼기보다 먼저입니다."),
    ("e", "e is read as Euler's number, 2.71828…; give e as an input to make it a name.",
     "e는 자연로그의 밑 2.71828…로 읽었습니다. 이름으로 쓰려면 e를 입력으로 주세요."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "english", "korean"), SENTENCES)
def test_notices_say_how_it_was_read(source, english, korean):
    assert [notice["message"] for notice in parse(source).to_dict()["notices"]] == [english]
    assert [notice["message"] for notice in parse(source).to_dict("ko")["notices"]] == [korean]
