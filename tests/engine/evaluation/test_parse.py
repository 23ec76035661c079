"""What parsing says of a program's inputs before any number is known."""

import pytest

from engine import evaluate, parse


def test_parse_cuts_names_by_the_inputs_it_is_given():
    assert [entry["name"] for entry in parse("wx").to_dict()["inputs"]] == ["wx"]
    assert [entry["name"] for entry in parse("wx", {"w": 1, "x": 2}).to_dict()["inputs"]] == ["w", "x"]


def test_parse_keeps_the_inputs_it_is_given():
    found = parse("W x", {"W": [[1, 2], [3, 4]]}).to_dict()
    assert (found["inputs"][0]["name"], found["inputs"][0]["suggested"]) == ("W", [[1, 2], [3, 4]])


SUGGESTED = [
    "1/(1+exp(-(w0x0+w1x1+w2)))", "f(x,y,z) = (x+y) z", "||W x||^2", "W1 x", "W2 max(0, W1 x)", "W x + b", "X @ W + b",
    "f = W3 max(0, W2 max(0, W1 x))", "dot(w, x)", "wᵀx + b", "x.T @ y", "sum(x, axis=0)", "[a, b] @ w", "W.dot(x)",
    "2*(x*y + max(z,w))", "x*y + x", "1/x + log(y)", "np.sum(inputs * self.weights) + self.bias", "A @ B @ c", "5",
    "norm(v)^2 + v @ v", "loss = sum((y - W x)^2)", "mean(X, axis=1) + b", "f(t) = t @ t; f(u) + f(u)",
]  # fmt: skip


@pytest.mark.parametrize("source", SUGGESTED)
def test_suggestions_make_a_program_run(source):
    suggested = {entry["name"]: entry["suggested"] for entry in parse(source).to_dict()["inputs"]}
    codes = [notice["code"] for notice in evaluate(source, suggested).to_dict()["notices"]]
    assert "nonfinite" not in codes
    assert "unused_input" not in codes


def test_the_lectures_own_numbers_are_suggested_for_its_circuit():
    found = parse("1/(1+exp(-(w0x0+w1x1+w2)))").to_dict()
    assert {entry["name"]: entry["suggested"] for entry in found["inputs"]} == {
        "w0": 2.0, "x0": -1.0, "w1": -3.0, "x1": -2.0, "w2": -3.0,
    }  # fmt: skip
    matrices = parse("||W x||^2").to_dict()
    assert [entry["suggested"] for entry in matrices["inputs"]] == [[[0.1, 0.5], [-0.3, 0.8]], [0.2, 0.4]]


def test_the_formula_tells_an_elementwise_product_from_scaling():
    def latex(source, inputs=None):
        return parse(source, inputs).to_dict()["expression"]["latex"]

    assert latex("W*W") == r"W \odot W"
    assert latex("W*x", {"W": [[1, 2], [3, 4]], "x": 2}) == "W x"
    assert latex("x*y") == "x y"


def test_an_exponent_of_thousands_of_digits_is_read():
    assert evaluate("1e" + "9" * 5_000).to_dict()["output"]["value"] == "Infinity"
    assert parse("2e-05x + 1e+3").to_dict()["expression"]["latex"].startswith(r"2 \cdot 10^{-5}")
