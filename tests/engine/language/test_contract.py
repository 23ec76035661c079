"""Every example that the notation's description gives, in its order."""

from math import e, erf, exp, inf, log, pi, sqrt, tanh

import numpy as np
import pytest

from engine import EngineError, evaluate, parse

A, V, W = [[1.0, 2.0], [3.0, 4.0]], [1.0, 2.0], [3.0, -4.0]
SIGMOID = 1 / (1 + exp(-2))

STATEMENTS = [
    ("1/(1+exp(-(w0x0+w1x1+w2)))", {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}, 1 / (1 + exp(-1))),
    ("q = x + y\nq z", {"x": -2, "y": 5, "z": -4}, -12),
    ("q = x + y; q z", {"x": -2, "y": 5, "z": -4}, -12),
    ("(x\n+ y) # a comment", {"x": 1, "y": 2}, 3),
    ("q = x\na = q + 1\nq = y\na q", {"x": 1, "y": 5}, 10),
    ("f(x, y, z) = (x + y) z", {"x": -2, "y": 5, "z": -4}, -12),
    ("f = lambda x: 1.0/(1.0 + np.exp(-x))", {"x": 2}, SIGMOID),
    ("f = lambda x: 1.0/(1.0 + np.exp(-x))\nf(2)", {}, SIGMOID),
    ("def f(x): return x + 1", {"x": 2}, 3),
    ("def f(x): return x + 1\nf(2)", {}, 3),
    ("def f(x):\n    y = x + 1\n    return y^2\nf(2)", {}, 9),
    ("f(x) = a x\na = 2\ny = f(3)\na = 5\ny + f(1)", {}, 11),
    ("f = W2 max(0, W1 x)", {"W2": [[1, 1]], "W1": A, "x": V}, [16]),
    ("x += y; x", {"x": 1, "y": 2}, 3),
    ("x -= y; x", {"x": 1, "y": 2}, -1),
    ("x *= y; x", {"x": 3, "y": 2}, 6),
    ("x /= y; x", {"x": 3, "y": 2}, 1.5),
    ("W @= x; W", {"W": A, "x": V}, [5, 11]),
    ("x **= y; x", {"x": 3, "y": 2}, 9),
    ("a = x; x += 1; a", {"x": 1}, 1),
    ("import numpy as np\nfrom numpy import exp, log\nimport math\nexp(0)", {}, 1),
    (
        "import torch\nimport jax\nimport jax.numpy as jnp\nimport scipy.special\nimport torch.nn.functional as F\n1",
        {},
        1,
    ),
    ("x = 3\nx", {"x": 1}, 3),
]
NUMBERS = [
    ("1", {}, 1), (".5", {}, 0.5), ("1e-3", {}, 0.001), ("0x0", {"x0": 3}, 0), ("1j", {"j": 3}, 3), ("e", {}, e),
    ("pi", {}, pi), ("π", {}, pi), ("e + 1", {"e": 2}, 3), ("pi = 3; pi", {}, 3), ("1e999", {}, inf),
]  # fmt: skip
OPERATORS = [
    ("7 - 2 + 1", {}, 6), ("2*3/4", {}, 1.5), ("2**3", {}, 8), ("2^3", {}, 8), ("2^3^2", {}, 512),
    ("-x^2", {"x": 3}, -9), ("2^-x", {"x": 1}, 0.5), ("A @ v", {"A": A, "v": V}, [5, 11]),
    ("A · v", {"A": A, "v": V}, [5, 11]), ("A ⋅ v", {"A": A, "v": V}, [5, 11]), ("A × v", {"A": A, "v": V}, [5, 11]),
    ("v ∘ w", {"v": V, "w": W}, [3, -8]), ("v ⊙ w", {"v": V, "w": W}, [3, -8]), ("x > 2", {"x": 3}, 1),
    ("x >= 3", {"x": 3}, 1), ("x < 3", {"x": 3}, 0), ("x <= 3", {"x": 3}, 1), ("x == 3", {"x": 3}, 1),
    ("x != 3", {"x": 3}, 0), ("x²", {"x": 3}, 9), ("x³", {"x": 2}, 8), ("x⁻¹", {"x": 4}, 0.25),
    ("Aᵀ", {"A": A}, [[1, 3], [2, 4]]), ("x − y", {"x": 3, "y": 1}, 2), ("x ∗ y", {"x": 3, "y": 2}, 6),
    ("x ÷ y", {"x": 3, "y": 2}, 1.5), ("A*v", {"A": A, "v": V}, [[1, 4], [3, 8]]),
    ("A/v", {"A": A, "v": V}, [[1, 1], [3, 2]]), ("A + v", {"A": A, "v": V}, [[2, 4], [4, 6]]),
    ("A - v", {"A": A, "v": V}, [[0, 0], [2, 2]]), ("A**v", {"A": A, "v": V}, [[1, 4], [3, 16]]),
    ("A^v", {"A": A, "v": V}, [[1, 4], [3, 16]]), ("np.dot(A, v)", {"A": A, "v": V}, [5, 11]),
    ("A.dot(v)", {"A": A, "v": V}, [5, 11]), ("np.matmul(A, v)", {"A": A, "v": V}, [5, 11]),
    ("A v", {"A": A, "v": V}, [5, 11]), ("k A", {"k": 2, "A": A}, [[2, 4], [6, 8]]),
    ("k × A", {"k": 2, "A": A}, [[2, 4], [6, 8]]), ("v w", {"v": V, "w": W}, -5),
]  # fmt: skip
PRODUCTS = [
    ("2x", {"x": 3}, 6), ("(x+y)z", {"x": 1, "y": 2, "z": 4}, 12), ("2(x+1)", {"x": 3}, 8),
    ("w0x0", {"w0": 2, "x0": 3}, 6), ("W1 x", {"W1": A, "x": V}, [5, 11]), ("2πr", {"r": 1}, 2 * pi),
    ("1/2x", {"x": 4}, 2), ("x(y+1)", {"x": 2, "y": 3}, 8), ("wx", {"w": 2, "x": 3}, 6), ("wx", {"wx": 5}, 5),
    ("w_0x_0", {"w0": 2, "x0": 3}, 6), ("W1x", {"W1": 2, "x": 3}, 6), ("w1x1", {"w1": 2, "x1": 3}, 6),
    ("w_0 + w_{0} + w₀ + w0", {"w0": 1}, 4), ("θ + theta", {"theta": 2}, 4), (r"\theta + 1", {"θ": 2}, 3),
    ("w1_0 - w10", {"w1_0": 3, "w10": 1}, 2), ("self.weights", {"weights": 3}, 3),
    ("np.exp(0) + numpy.exp(0) + math.exp(0) + torch.exp(0) + jnp.exp(0)", {}, 5),
    ("F.relu(x) + torch.nn.functional.relu(x) + scipy.special.log1p(0)", {"x": 2}, 4),
    ("np.linalg.norm(x)", {"x": W}, 5), ("np.pi", {}, pi),
]  # fmt: skip
CALLS = [
    ("exp(x)", exp(2)), ("log(x)", log(2)), ("ln(x)", log(2)), ("log2(x)", 1), ("log10(x)", np.log10(2)),
    ("log1p(x)", log(3)), ("expm1(x)", exp(2) - 1), ("sqrt(x)", sqrt(2)), ("cbrt(x)", 2 ** (1 / 3)), ("square(x)", 4),
    ("reciprocal(x)", 0.5), ("sin(x)", np.sin(2)), ("cos(x)", np.cos(2)), ("tan(x)", np.tan(2)),
    ("arcsin(x/4)", np.arcsin(0.5)), ("arccos(x/4)", np.arccos(0.5)), ("arctan(x)", np.arctan(2)),
    ("sinh(x)", np.sinh(2)), ("cosh(x)", np.cosh(2)), ("tanh(x)", tanh(2)), ("sigmoid(x)", SIGMOID), ("σ(x)", SIGMOID),
    ("relu(-x)", 0), ("leaky_relu(-x)", -0.02), ("leaky_relu(-x, slope=0.1)", -0.2), ("elu(-x)", exp(-2) - 1),
    ("elu(-x, alpha=2)", 2 * (exp(-2) - 1)), ("gelu(x)", 1 + erf(sqrt(2))), ("silu(x)", 2 * SIGMOID),
    ("selu(x)", 2.1014019747, ), ("softplus(x)", log(1 + exp(2))), ("abs(-x)", 2), ("sign(-x)", -1), ("floor(x/3)", 0),
    ("ceil(x/3)", 1), ("round(x/3)", 1), ("maximum(x, 3)", 3), ("minimum(x, 3)", 2), ("max(x, 3, 1)", 3),
    ("min(x, 3, 1)", 1), ("clip(x, 0, 1)", 1), ("where(x > 1, 5, 6)", 5), ("sum(v)", 3), ("mean(v)", 1.5),
    ("prod(v)", 2), ("var(v)", 0.25), ("std(v)", 0.5), ("norm(w)", 5), ("norm(A)", sqrt(30)), ("dot(v, w)", -5),
    ("matmul(A, v)", [5, 11]), ("inner(v, w)", -5), ("outer(v, w)", [[3, -4], [6, -8]]),
    ("transpose(A)", [[1, 3], [2, 4]]), ("reshape(A, 4)", [1, 2, 3, 4]), ("reshape(A, (1, 4))", [[1, 2, 3, 4]]),
    ("concatenate((v, w))", [1, 2, 3, -4]), ("stack((v, w))", [[1, 2], [3, -4]]),
    ("softmax(v)", [1 / (1 + e), e / (1 + e)]), ("log_softmax(v)", [-log(1 + e), 1 - log(1 + e)]),
    ("logsumexp(v)", log(e + e**2)), ("maxout(x, 3, 1)", 3), ("svm_loss(v, 0)", 2), ("svm_loss(v, 0, margin=2)", 3),
    ("svm_loss(A, [1, 1])", 0), ("cross_entropy(v, 1)", log(1 + e) - 1), ("cross_entropy(A, [1, 1])", log(1 + e) - 1),
    ("mse(v, w)", 20), ("l1(w)", 7), ("l2(w)", 25), ("array([1, x])", [1, 2]), ("zeros(2)", [0, 0]),
    ("zeros((1, 2))", [[0, 0]]), ("ones(2)", [1, 1]), ("full(2, 7)", [7, 7]), ("eye(2)", [[1, 0], [0, 1]]),
    ("arange(3)", [0, 1, 2]), ("asin(x/4)", np.arcsin(0.5)), ("acos(x/4)", np.arccos(0.5)), ("atan(x)", np.arctan(2)),
    ("absolute(-x)", 2), ("negative(x)", -2), ("power(x, 3)", 8), ("add(x, 3)", 5), ("subtract(x, 3)", -1),
    ("multiply(x, 3)", 6), ("divide(x, 4)", 0.5), ("np.max(A, 1)", [2, 4]), ("A.max(1)", [2, 4]), ("max(v)", 2),
    ("max(A, axis=1)", [2, 4]), ("min(A, axis=0, keepdims=True)", [[1, 2]]), ("A.T", [[1, 3], [2, 4]]),
    ("v.dot(w)", -5), ("A.sum(axis=0)", [4, 6]), ("A.mean()", 2.5), ("A.min()", 1), ("v.prod()", 2), ("v.var()", 0.25),
    ("v.std()", 0.5), ("A.reshape(4)", [1, 2, 3, 4]), ("A.reshape(1, -1)", [[1, 2, 3, 4]]), ("v.clip(0, 1)", [1, 1]),
    ("A.transpose()", [[1, 3], [2, 4]]), ("A.transpose(1, 0)", [[1, 3], [2, 4]]), ("A.shape[0] + 0", 2),
]  # fmt: skip
ARRAYS = [
    ("A[0]", [1, 2]), ("A[0, 1]", 2), ("A[:, 1]", [2, 4]), ("A[::-1]", [[3, 4], [1, 2]]), ("v[None]", [[1, 2]]),
    ("v[:, np.newaxis]", [[1], [2]]), ("A[..., 0]", [1, 3]), ("A[…, 0]", [1, 3]), ("v[y]", 2),
    ("A[np.arange(2), k]", [2, 3]), ("A[[1, 0]]", [[3, 4], [1, 2]]), ("|x|", 2), ("|0 - x|", 2), ("||w||", 5),
    ("‖w‖", 5), ("||w||_2", 5), ("||w||^2", 25), ("f = ||w||²", 25), ("||w||_1", 7),
    ("[[0.1, 0.5], [-0.3, 0.8]]", [[0.1, 0.5], [-0.3, 0.8]]), ("np.array([1, 2])", [1, 2]), ("[x, 2x]", [2, 4]),
]  # fmt: skip
GIVEN = {"x": 2.0, "v": V, "w": W, "A": A, "y": 1, "k": [1, 0]}


@pytest.mark.parametrize(("source", "inputs", "value"), STATEMENTS + NUMBERS + OPERATORS + PRODUCTS)
def test_programs(source, inputs, value):
    found = evaluate(source, inputs)
    np.testing.assert_allclose(found.value, value, rtol=1e-9, atol=1e-12)
    assert found.to_dict()["output"]["shape"] == list(np.shape(value))


@pytest.mark.parametrize(("source", "value"), CALLS + ARRAYS)
def test_calls(source, value):
    np.testing.assert_allclose(evaluate(source, GIVEN).value, value, rtol=1e-9, atol=1e-12)


NOTICED = [
    ("print(x)\nx", "ignored_statement"), ("'a docstring'\nx", "ignored_statement"), ("x = 3; x", "shadowed_input"),
    ("1/2x", "implicit_product"), ("x(x+1)", "implicit_product"), ("A*v", "elementwise_product"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "code"), NOTICED)
def test_what_could_surprise_is_noticed(source, code):
    given = {name: value for name, value in GIVEN.items() if name in source}
    assert code in [notice["code"] for notice in evaluate(source, given).to_dict()["notices"]]


def test_a_name_that_could_be_a_product_is_noticed():
    (notice,) = parse("wx").to_dict()["notices"]
    assert (notice["code"], notice["span"], notice["hint"]) == ("one_name", [0, 2], "w x")


REFUSED = [
    ("f(x) = f(x); f(1)", "recursive_function"), ("import os", "unsupported"), ("for i in x: y", "unsupported"),
    ("if x: y", "unsupported"), ("class A: pass", "unsupported"), ("x[0] = 1", "unsupported"),
    ("[v for v in x]", "unsupported"), ("1 2", "syntax_error"), ("1_000", "syntax_error"), ("x ＋ y", "syntax_error"),
    ("||x|-y|", "syntax_error"), ("xf(y)", "unknown_function"), ("W⁻¹", "unsupported"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "code"), REFUSED)
def test_what_is_refused(source, code):
    with pytest.raises(EngineError) as raised:
        evaluate(source, {"x": [1.0], "y": 1, "W": [[1.0]]})
    assert raised.value.code == code


def test_two_spellings_of_one_name_are_refused_among_the_inputs():
    with pytest.raises(EngineError) as raised:
        evaluate("w0", {"w0": 1, "w_0": 2})
    assert raised.value.code == "bad_input_value"


@pytest.mark.parametrize(("source", "name"), [("w_{0}", "w_0"), ("θ", "θ"), (r"\theta", "theta"), ("w₀ + w0", "w₀")])
def test_a_name_not_given_is_spelled_as_first_written(source, name):
    assert [entry["name"] for entry in parse(source).to_dict()["inputs"]] == [name]


def test_random_numbers_are_drawn_from_pcg64_in_their_order():
    generator = np.random.Generator(np.random.PCG64(7))
    first, second = generator.standard_normal((2, 3)), generator.random(2)
    np.testing.assert_array_equal(evaluate("np.random.randn(2, 3)", seed=7).value, first)
    np.testing.assert_array_equal(evaluate("a = randn(2, 3); a = random.rand(2); a", seed=7).value, second)
    assert evaluate("rand()").value == np.random.Generator(np.random.PCG64(0)).random()
    assert evaluate("randn()").value == evaluate("random.randn()").value == evaluate("np.random.randn()").value
    assert evaluate("x + randn()", {"x": 1}).gradients == {"x": 1.0}
