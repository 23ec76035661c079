"""How the notation is read: each row is a program, its S-expression, and its canonical text."""

import pytest

from engine import parse
from engine.language.parser import parse_program
from engine.language.printer import canonical_text
from tests.engine.language.sexpr import sexpr

NUMBERS = [
    ("1", "1", "1"),
    ("12.50", "12.5", "12.50"),
    (".5", "0.5", ".5"),
    ("1.", "1", "1."),
    ("1e-3", "0.001", "1e-3"),
    ("1E3", "1000", "1E3"),
    ("1e999", "inf", "1e999"),
    ("-2", "-2", "-2"),
    ("- 2", "-2", "-2"),
    ("0x0", "(· 0 x0)", "0·x0"),
    ("1j", "(· 1 j)", "1·j"),
    ("2e", "(· 2 e)", "2·e"),
    ("2e x", "(· (· 2 e) x)", "2·e·x"),
    ("2e-x", "(- (· 2 e) x)", "2·e - x"),
]

PRECEDENCE = [
    ("a+b*c", "(+ a (* b c))", "a + b*c"),
    ("(a+b)*c", "(* (+ a b) c)", "(a + b)*c"),
    ("a-b-c", "(- (- a b) c)", "a - b - c"),
    ("a-(b-c)", "(- a (- b c))", "a - (b - c)"),
    ("a/b/c", "(/ (/ a b) c)", "a/b/c"),
    ("a/(b/c)", "(/ a (/ b c))", "a/(b/c)"),
    ("a/b*c", "(* (/ a b) c)", "a/b*c"),
    ("a@b*c", "(* (@ a b) c)", "a @ b*c"),
    ("2^3^2", "(^ 2 (^ 3 2))", "2^3^2"),
    ("(2^3)^2", "(^ (^ 2 3) 2)", "(2^3)^2"),
    ("a**b", "(^ a b)", "a^b"),
    ("-x^2", "(neg (^ x 2))", "-x^2"),
    ("(-x)^2", "(^ (neg x) 2)", "(-x)^2"),
    ("-2^2", "(neg (^ 2 2))", "-2^2"),
    ("(-2)^2", "(^ -2 2)", "(-2)^2"),
    ("2^-x", "(^ 2 (neg x))", "2^(-x)"),
    ("2^-1", "(^ 2 -1)", "2^(-1)"),
    ("x^-y^2", "(^ x (neg (^ y 2)))", "x^(-y^2)"),
    ("2^-x*y", "(* (^ 2 (neg x)) y)", "2^(-x)*y"),
    ("-x*y", "(* (neg x) y)", "-x*y"),
    ("-(x*y)", "(neg (* x y))", "-(x*y)"),
    ("x*-y", "(* x (neg y))", "x*-y"),
    ("x - -2", "(- x -2)", "x - -2"),
    ("x--y", "(- x (neg y))", "x - -y"),
    ("--x", "(neg (neg x))", "--x"),
    ("--2", "(neg -2)", "-(-2)"),
    ("+x", "x", "x"),
    ("x+ +y", "(+ x y)", "x + y"),
    ("x > y + 1", "(> x (+ y 1))", "x > y + 1"),
    ("x >= y", "(>= x y)", "x >= y"),
    ("x < y", "(< x y)", "x < y"),
    ("x <= y", "(<= x y)", "x <= y"),
    ("x == y", "(== x y)", "x == y"),
    ("x != y", "(!= x y)", "x != y"),
    ("(a < b) * (b < c)", "(* (< a b) (< b c))", "(a < b)*(b < c)"),
    ("(a < b) < c", "(< (< a b) c)", "(a < b) < c"),
]

PRODUCTS = [
    ("2x", "(· 2 x)", "2·x"),
    ("-2x", "(· -2 x)", "-2·x"),
    ("x 2", "(· x 2)", "x·2"),
    ("2(x+1)", "(· 2 (+ x 1))", "2·(x + 1)"),
    ("(x+y)z", "(· (+ x y) z)", "(x + y)·z"),
    ("(x)(y)", "(· x y)", "x·y"),
    ("x y z", "(· (· x y) z)", "x·y·z"),
    ("1/2x", "(· (/ 1 2) x)", "(1/2)·x"),
    ("1/2*x", "(* (/ 1 2) x)", "1/2*x"),
    ("a/b c d", "(· (· (/ a b) c) d)", "(a/b)·c·d"),
    ("a*b c", "(· (* a b) c)", "a*b·c"),
    ("x y^2", "(· x (^ y 2))", "x·y^2"),
    ("2x^2", "(· 2 (^ x 2))", "2·x^2"),
    ("2πr", "(· (· 2 pi) r)", "2·π·r"),
    ("2 exp(x)", "(· 2 (exp x))", "2·exp(x)"),
    ("exp(x)y", "(· (exp x) y)", "exp(x)·y"),
    ("exp(x)exp(y)", "(· (exp x) (exp y))", "exp(x)·exp(y)"),
    ("W1 x", "(· W1 x)", "W1·x"),
    ("W2 max(0, W1 x)", "(· W2 (max 0 (· W1 x)))", "W2·max(0, W1·x)"),
    ("x(y+1)", "(· x (+ y 1))", "x·(y + 1)"),
    ("x (y+1)", "(· x (+ y 1))", "x·(y + 1)"),
    ("x_1(y)", "(· x1 y)", "x_1·y"),
    ("e^x", "(^ e x)", "e^x"),
    ("e(x)", "(· e x)", "e·x"),
]

UNICODE = [
    ("a−b", "(- a b)", "a - b"),
    ("−a", "(neg a)", "-a"),
    ("a∗b", "(* a b)", "a*b"),
    ("a∘b", "(* a b)", "a*b"),
    ("a⊙b", "(* a b)", "a*b"),
    ("a·b", "(· a b)", "a·b"),
    ("a⋅b", "(· a b)", "a·b"),
    ("a×b", "(· a b)", "a·b"),
    ("a÷b", "(/ a b)", "a/b"),
    ("x²", "(^ x 2)", "x^2"),
    ("x³", "(^ x 3)", "x^3"),
    ("x¹⁰", "(^ x 10)", "x^10"),
    ("x⁻²", "(^ x -2)", "x^(-2)"),
    ("x⁻¹", "(reciprocal x)", "reciprocal(x)"),
    ("-x²", "(neg (^ x 2))", "-x^2"),
    ("2x²", "(· 2 (^ x 2))", "2·x^2"),
    ("(x+y)²", "(^ (+ x y) 2)", "(x + y)^2"),
    ("2^x²", "(^ 2 (^ x 2))", "2^x^2"),
    ("Wᵀ", "(np.transpose W)", "W.T"),
    ("wᵀx", "(· (np.transpose w) x)", "w.T·x"),
    ("2ᵀ", "(np.transpose 2)", "np.transpose(2)"),
    ("(A B)ᵀ", "(np.transpose (· A B))", "(A·B).T"),
    ("θ²", "(^ theta 2)", "θ^2"),
    ("σ(x)", "(sigma x)", "sigma(x)"),
]

BARS = [
    ("|x|", "(abs x)", "|x|"),
    ("|x - y|", "(abs (- x y))", "|x - y|"),
    ("2|x|", "(· 2 (abs x))", "2·|x|"),
    ("|x| y", "(· (abs x) y)", "|x|·y"),
    ("|x||y|", "(· (abs x) (abs y))", "|x|·|y|"),
    ("|x| |y| |z|", "(· (· (abs x) (abs y)) (abs z))", "|x|·|y|·|z|"),
    ("|x|^2", "(^ (abs x) 2)", "|x|^2"),
    ("||x||", "(norm x)", "||x||"),
    ("‖x‖", "(norm x)", "||x||"),
    ("||x||_2", "(norm x)", "||x||"),
    ("||x||_1", "(l1 x)", "||x||_1"),
    ("‖x‖₁", "(l1 x)", "||x||_1"),
    ("||x||^2", "(squared_norm x)", "||x||^2"),
    ("||x||²", "(squared_norm x)", "||x||^2"),
    ("‖x‖₂²", "(squared_norm x)", "||x||^2"),
    ("||x||_2**2", "(squared_norm x)", "||x||^2"),
    ("||x||_1^2", "(^ (l1 x) 2)", "||x||_1^2"),
    ("||x||^3", "(^ (norm x) 3)", "||x||^3"),
    ("||W x + b||^2", "(squared_norm (+ (· W x) b))", "||W·x + b||^2"),
    ("abs(|x|-y)", "(abs (- (abs x) y))", "abs(|x| - y)"),
    ("|abs(x)-y|", "(abs (- (abs x) y))", "|abs(x) - y|"),
    ("|(|x|)|", "(abs (abs x))", "abs(|x|)"),
    ("max(|x|, |y|)", "(max (abs x) (abs y))", "max(|x|, |y|)"),
]

CALLS = [
    ("exp(x)", "(exp x)", "exp(x)"),
    ("max(x, y, 0)", "(max x y 0)", "max(x, y, 0)"),
    ("max(x, y,)", "(max x y)", "max(x, y)"),
    ("sum(X, axis=0)", "(sum X :axis 0)", "sum(X, axis=0)"),
    ("sum(X, axis=-1, keepdims=True)", "(sum X :axis -1 :keepdims True)", "sum(X, axis=-1, keepdims=True)"),
    ("sum(X, axis=(0, 1))", "(sum X :axis (tuple 0 1))", "sum(X, axis=(0, 1))"),
    ("sum(X, axis=(0,))", "(sum X :axis (tuple 0))", "sum(X, axis=(0,))"),
    ("sum(X, axis=None)", "(sum X :axis None)", "sum(X, axis=None)"),
    ("np.exp(x)", "(np.exp x)", "np.exp(x)"),
    ("numpy.exp(x)", "(np.exp x)", "np.exp(x)"),
    ("math.exp(x)", "(np.exp x)", "np.exp(x)"),
    ("torch.exp(x)", "(np.exp x)", "np.exp(x)"),
    ("F.relu(x)", "(np.relu x)", "np.relu(x)"),
    ("torch.nn.functional.relu(x)", "(np.relu x)", "np.relu(x)"),
    ("np.linalg.norm(x)", "(np.norm x)", "np.norm(x)"),
    ("jnp.dot(a, b)", "(np.dot a b)", "np.dot(a, b)"),
    ("np.pi", "pi", "pi"),
    ("math.e + x", "(+ e x)", "e + x"),
    ("np.max(X, 1)", "(np.max X 1)", "np.max(X, 1)"),
    ("X.max(1)", "(np.max X 1)", "np.max(X, 1)"),
    ("X.sum()", "(np.sum X)", "np.sum(X)"),
    ("X.sum(axis=0)", "(np.sum X :axis 0)", "np.sum(X, axis=0)"),
    ("(x+y).mean()", "(np.mean (+ x y))", "np.mean(x + y)"),
    ("a.dot(b)", "(np.dot a b)", "np.dot(a, b)"),
    ("a.dot(b).dot(c)", "(np.dot (np.dot a b) c)", "np.dot(np.dot(a, b), c)"),
    ("X.T", "(np.transpose X)", "X.T"),
    ("X.T.T", "(np.transpose (np.transpose X))", "X.T.T"),
    ("F.T", "(np.transpose F)", "F.T"),
    ("X.T @ y", "(@ (np.transpose X) y)", "X.T @ y"),
    ("(A @ B).T", "(np.transpose (@ A B))", "(A @ B).T"),
    ("self.weights", "weights", "weights"),
    ("np.sum(inputs * self.weights) + self.bias", "(+ (np.sum (* inputs weights)) bias)",
     "np.sum(inputs*weights) + bias"),
    ("[1, 2]", "[1 2]", "[1, 2]"),
    ("[[0.1, 0.5], [-0.3, x]]", "[[0.1 0.5] [-0.3 x]]", "[[0.1, 0.5], [-0.3, x]]"),
    ("np.array([1, x])", "(np.array [1 x])", "np.array([1, x])"),
    ("array([x])", "(array [x])", "array([x])"),
]  # fmt: skip

STATEMENTS = [
    ("q = x + y; q z", "(= q (+ x y)); (· q z)", "q = x + y\nq·z"),
    ("q = x\nq\n", "(= q x); q", "q = x\nq"),
    ("\n\n;x;;", "x", "x"),
    ("x # the input\n# nothing\n+ 1", "x; 1", "x\n1"),
    ("(x\n + y)", "(+ x y)", "x + y"),
    ("[x,\n y]", "[x y]", "[x, y]"),
    ("max(x, # first\n y)", "(max x y)", "max(x, y)"),
    ("x\r\n+ y\r\n", "x; y", "x\ny"),
    ("f(x, y, z) = (x + y) z", "(def f (x y z) (· (+ x y) z))", "f(x, y, z) = (x + y)·z"),
    ("f(x) = x^2; f(3)", "(def f (x) (^ x 2)); (f 3)", "f(x) = x^2\nf(3)"),
    ("f(x) = g(x); g(x) = x; f(y)", "(def f (x) (g x)); (def g (x) x); (f y)", "f(x) = g(x)\ng(x) = x\nf(y)"),
    ("x += y", "(= x (+ x y))", "x = x + y"),
    ("x -= y", "(= x (- x y))", "x = x - y"),
    ("x *= y + 1", "(= x (* x (+ y 1)))", "x = x*(y + 1)"),
    ("x /= y", "(= x (/ x y))", "x = x/y"),
    ("x @= y", "(= x (@ x y))", "x = x @ y"),
    ("x **= 2", "(= x (^ x 2))", "x = x^2"),
    ("import numpy as np\nnp.exp(x)", "(np.exp x)", "np.exp(x)"),
    ("from math import exp; exp(x)", "(exp x)", "exp(x)"),
    ("import torch.nn.functional as F\nF.relu(x)", "(np.relu x)", "np.relu(x)"),
    ("from scipy.special import expit\nx", "x", "x"),
    ("import math, torch.nn as nn, numpy.linalg; x", "x", "x"),
    ("import jax.numpy as jnp\njnp.exp(x)", "(np.exp x)", "np.exp(x)"),
    ("f = W2 max(0, W1 x)", "(= f (· W2 (max 0 (· W1 x))))", "f = W2·max(0, W1·x)"),
    ("θ = 1; \u03b8 + x", "(= theta 1); (+ theta x)", "θ = 1\nθ + x"),
    ("e = x; e + 1", "(= e x); (+ e 1)", "e = x\ne + 1"),
    ("max = 3; np.max(x) + max", "(= max 3); (+ (np.max x) max)", "max = 3\nnp.max(x) + max"),
]

TABLE = NUMBERS + PRECEDENCE + PRODUCTS + UNICODE + BARS + CALLS + STATEMENTS


@pytest.mark.parametrize(("source", "tree", "canonical"), TABLE)
def test_reading(source, tree, canonical):
    assert sexpr(source) == tree
    assert canonical_text(parse_program(source).program) == canonical


@pytest.mark.parametrize(("source", "tree", "canonical"), TABLE)
def test_canonical_text_reads_the_same(source, tree, canonical):
    assert canonical_text(parse_program(canonical).program) == canonical
    if "σ" not in source:
        assert sexpr(canonical) == tree


def test_every_span_quotes_its_own_part():
    source = "−(wᵀ x)² + ‖q‖²/2y"
    found = parse(source).to_dict()
    assert found["expression"]["canonical"] == "-(w.T·x)^2 + (||q||^2/2)·y"
    assert [[source[a:b] for a, b in entry["spans"]] for entry in found["inputs"]] == [["w"], ["x"], ["q"], ["y"]]


NOTICES = [
    ("1/2x", "implicit_product", "1/2x", "1/(2x)"),
    ("3 + a/b c d", "implicit_product", "a/b c d", "a/(b c d)"),
    ("1/2(x+1)", "implicit_product", "1/2(x+1)", "1/(2(x+1))"),
    ("x(y+1)", "implicit_product", "x(y+1)", "x*(y+1)"),
    ("2x(y+1)", "implicit_product", "x(y+1)", "x*(y+1)"),
    ("z + w0(x)", "implicit_product", "w0(x)", "w0*(x)"),
    ("q = wx + b", "one_name", "wx", "w x"),
    ("lam + 1", "one_name", "lam", "l a m"),
]


@pytest.mark.parametrize(("source", "code", "quoted", "hint"), NOTICES)
def test_a_surprising_reading_is_noticed_with_the_other_one(source, code, quoted, hint):
    (notice,) = parse(source).to_dict()["notices"]
    start, end = notice["span"]
    assert (notice["code"], source[start:end], notice["hint"]) == (code, quoted, hint)
    parse(source[:start] + hint + source[end:])


def test_a_product_in_call_form_behind_a_slash_is_noticed_twice():
    notices = parse("a/b(c)").to_dict()["notices"]
    assert [(n["span"], n["hint"]) for n in notices] == [([2, 6], "b*(c)"), ([0, 6], "a/(b(c))")]


@pytest.mark.parametrize("source", ["(1/2)x", "1/2*x", "1/(2x)", "x (y+1)", "2x", "loss", "x", "alpha", "w0x0", "θ"])
def test_a_plain_reading_is_not_noticed(source):
    assert parse(source).to_dict()["notices"] == []


def test_notices_speak_korean():
    (notice,) = parse("1/2x").to_dict("ko")["notices"]
    assert notice["message"] == "이렇게 읽었습니다: (1/2)·x"
    assert notice["hint"] == "1/(2x)"
