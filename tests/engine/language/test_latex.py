"""The program as a textbook would set it."""

import pytest

from engine import evaluate, parse
from engine.language.latex_names import name_latex

TABLE = [
    ("1/(1+exp(-(w0x0+w1x1+w2)))",
     r"\frac{1}{1 + e^{-\left(w_{0} x_{0} + w_{1} x_{1} + w_{2}\right)}}"),
    ("f(x,y,z) = (x+y) z", r"f\left(x, y, z\right) = \left(x + y\right) z"),
    ("||W x||^2", r"\lVert W x \rVert^{2}"),
    ("x^2 + y^10", r"{x}^{2} + {y}^{10}"),
    ("(x+y)^2", r"{\left(x + y\right)}^{2}"),
    ("exp(x)^2", r"\left(e^{x}\right)^{2}"),
    ("(x^2)^3", r"{\left({x}^{2}\right)}^{3}"),
    ("xᵀᵀ", r"\left({x}^{\top}\right)^{\top}"),
    ("(‖x‖²)^3", r"\left(\lVert x \rVert^{2}\right)^{3}"),
    ("x⁻¹", r"\frac{1}{x}"), ("x^-1", r"{x}^{\left(-1\right)}"), ("x^T", r"{x}^{\left(T\right)}"),
    ("x - -y", r"x - \left(-y\right)"),
    ("x + -2", r"x + \left(-2\right)"),
    ("-x + y", r"-x + y"),
    ("x*(y/z)", r"x \frac{y}{z}"),
    ("2*3", r"2 \cdot 3"),
    ("x 2", r"x \cdot 2"),
    ("sqrt(x)", r"\sqrt{x}"),
    ("|x|", r"\lvert x \rvert"),
    ("l1(x)", r"\lVert x \rVert_{1}"),
    ("theta + w_10", r"\theta + w_{10}"),
    ("W.T x", r"{W}^{\top} x"),
    ("max(0, x)", r"\max\left(0, x\right)"),
    ("sigmoid(x)", r"\sigma\left(x\right)"),
    ("relu(x)", r"\operatorname{relu}\left(x\right)"),
    ("[[1, 2], [3, x]]", r"\begin{bmatrix}1 & 2 \\ 3 & x\end{bmatrix}"),
    ("np.array([1, x])", r"\left[1, x\right]"),
    ("q = x; q y", r"\begin{aligned}q &= x \\ &q y\end{aligned}"),
    ("x >= 1", r"x \ge 1"),
    ("1e-3 x", r"1 \cdot 10^{-3} x"),
    ("a/b c", r"\frac{a}{b} c"),
    ("(a/b)^2", r"{\left(\frac{a}{b}\right)}^{2}"),
    ("(1/x)^2", r"{\left(\frac{1}{x}\right)}^{2}"),
    ("(A/b).T", r"{\left(\frac{A}{b}\right)}^{\top}"),
    ("(A/b)[0]", r"{\left(\frac{A}{b}\right)}\left[0\right]"),
    ("exp(x) = x; exp(y)",
     r"\begin{aligned}\mathrm{exp}\left(x\right) &= x \\ &\mathrm{exp}\left(y\right)\end{aligned}"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), TABLE)
def test_programs(source, expected):
    assert parse(source).to_dict()["expression"]["latex"] == expected


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("x", "x"), ("w0", "w_{0}"), ("w_0", "w_{0}"), ("W12", "W_{12}"), ("θ", r"\theta"), ("theta1", r"\theta_{1}"),
        ("loss", r"\mathrm{loss}"), ("h_relu", r"h_{\mathrm{relu}}"), ("a_b_c", r"a_{\mathrm{b\_c}}"), ("w₀", "w_{0}"),
        ("xᵢ", "x_{i}"), ("learning_rate", r"\mathrm{learning\_rate}"), ("λ", r"\lambda"),
        ("Δw", r"\mathrm{\Delta w}"), ("y_hat", r"\hat{y}"),
        ("_", r"\mathrm{\_}"), ("w1_0", "w_{1,0}"), ("h_relu2", r"h_{\mathrm{relu},2}"), ("x_i", "x_{i}"),
        ("__class__", r"\mathrm{\_\_class\_\_}"), ("x_", r"\mathrm{x\_}"), ("θ_j", r"\theta_{j}"), ("w₁₂", "w_{12}"),
    ],
)  # fmt: skip
def test_names(spelling, expected):
    assert name_latex(spelling) == expected


def test_a_product_of_arrays_entry_by_entry_is_set_with_a_circled_dot():
    found = evaluate("a*b + c*s", {"a": [1], "b": [2], "c": [3], "s": 2}).to_dict()
    assert found["expression"]["latex"] == r"a \odot b + c s"
