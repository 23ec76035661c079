r"""How LaTeX is read: each row is a source and the canonical text of what it means."""

import pytest

from engine import evaluate, parse
from engine.language.parser import parse_program
from engine.language.printer import canonical_text

NAMES = [
    (r"\alpha x", "alpha·x"),
    (r"\,wx", "w·x"),
    (r"\,w_0x_0", "w_0·x_0"),
    (r"\,w_{0} x_{10}", "w_0·x_10"),
    (r"\,w_10", "w_1·0"),
    (r"\,W1x + b1", "W1·x + b1"),
    (r"\,x_{ij} + W_{1,0}", "x_ij + W_1_0"),
    (r"h_{\mathrm{relu}}", "h_relu"),
    (r"h_\text{prev}", "h_prev"),
    (r"\theta_j", "theta_j"),
    (r"\theta + θ", "theta + theta"),
    (r"\mathrm{loss} + \text{data loss}", "loss + data_loss"),
    (r"\mathbf{W}\mathbf{x} + \boldsymbol{\theta}", "W·x + theta"),
    (r"\mathbf{Wx}", "Wx"),
    (r"\mathrm{cell\_body\_sum}", "cell_body_sum"),
    (r"\hat{y} - \hat y_i + \bar{x}", "y_hat - y_hat_i + x_bar"),
    (r"\vec{x}^\top y", "x.T·y"),
    (r"\mathcal{L} = x", "L = x"),
    (r"\,w₀ x₁", "w₀·x₁"),
    (r"\varepsilon + \epsilon", "epsilon + epsilon"),
    (r"2\pi r", "2·pi·r"),
]

PRODUCTS = [
    (r"a \cdot b \times c", "a·b·c"),
    (r"a \odot b \circ c", "a*b*c"),
    (r"\alpha * x", "alpha*x"),
    (r"2\alpha", "2·alpha"),
    (r"\alpha(x + y)", "alpha·(x + y)"),
    (r"\,2(x + y)z", "2·(x + y)·z"),
    (r"\frac{1}{2}x", "(1/2)·x"),
    (r"x\frac{1}{2}", "x·(1/2)"),
    (r"\frac12x", "(1/2)·x"),
    (r"\dfrac{a}{b}\tfrac{c}{d}", "(a/b)·(c/d)"),
    (r"\frac{1}{1+e^{-x}}", "1/(1 + exp(-x))"),
    (r"-\frac{1}{N}[y + z]", "-(1/N)·(y + z)"),
    (r"a \div b", "a/b"),
    (r"3 \cdot 10^{-4} x", "3e-4·x"),
    (r"x \cdot 10^{-4}", "x·10^(-4)"),
    (r"2^{3} \cdot 10^{2}", "2^3·10^2"),
    (r"W\begin{bmatrix}1 \\ 2\end{bmatrix}", "W·[[1], [2]]"),
]

SCRIPTS = [
    (r"x^2\,", "x^2"),
    (r"x^23\,", "x^2·3"),
    (r"x^{n+1}\,", "x^(n + 1)"),
    (r"x_1^2 + x^2_1\,", "x_1^2 + x_1^2"),
    (r"x^{-1}\,", "reciprocal(x)"),
    (r"x^{\alpha}", "x^alpha"),
    (r"x^\alpha", "x^alpha"),
    (r"W^T x + W^\top x + W^{\top}x", "W.T·x + W.T·x + W.T·x"),
    (r"{x}^{2}\,", "x^2"),
    (r"-x^2\,", "-x^2"),
    (r"e^{x}\cdot e^{-x^2}", "exp(x)·exp(-x^2)"),
    (r"2^{2^{x}}\,", "2^2^x"),
    (r"\left(a+b\right)^2", "(a + b)^2"),
]

FUNCTIONS = [
    (r"\log x", "log(x)"),
    (r"\log x y", "log(x)·y"),
    (r"\log x^2 y", "log(x^2)·y"),
    (r"\log(x)^2", "log(x)^2"),
    (r"\log\left(x\right)^{2}", "log(x)^2"),
    (r"\sin^2 x + \cos^{2}(x)", "sin(x)^2 + cos(x)^2"),
    (r"\ln \frac{a}{b}", "ln(a/b)"),
    (r"\log \sin x^2", "log(sin(x^2))"),
    (r"\exp(-x)", "exp(-x)"),
    (r"\exp\{-x\}", "exp(-x)"),
    (r"\tanh{x}", "tanh(x)"),
    (r"\sqrt{x} + \sqrt x + \sqrt2", "sqrt(x) + sqrt(x) + sqrt(2)"),
    (r"\sqrt[3]{x} + \sqrt[4]{x}", "cbrt(x) + x^(1/4)"),
    (r"\log_2 x + \log_{10}(x)", "log2(x) + log10(x)"),
    (r"\max(0, x)", "max(0, x)"),
    (r"\max\left(0, W x\right) + \min\{a, b\}", "max(0, W·x) + min(a, b)"),
    (r"\sigma(z) + \sigma\left(z\right)", "sigma(z) + sigma(z)"),
    (r"\sigma z", "sigma·z"),
    (r"\operatorname{relu}(x) + \mathrm{softmax}(z)", "relu(x) + softmax(z)"),
    (r"\operatorname{sum}(x, \mathrm{axis}=0)", "sum(x, axis=0)"),
    (r"\frac{1}{1+exp(-\alpha)}", "1/(1 + exp(-alpha))"),
    (r"\arcsin x + \arctan(x)", "arcsin(x) + arctan(x)"),
    (r"\log |x|", "log(|x|)"),
]

BARS = [
    (r"\lvert x \rvert + |y|", "|x| + |y|"),
    (r"\|x\| + \lVert x \rVert + \left\| x \right\|", "||x|| + ||x|| + ||x||"),
    (r"\|x\|^2 + \|x\|_2^2 + \|x\|^2_2", "||x||^2 + ||x||^2 + ||x||^2"),
    (r"\|x\|_1 + \lVert x \rVert_{1}", "||x||_1 + ||x||_1"),
    (r"\left\| x - \left|y\right| \right\|", "norm(x - |y|)"),
    (r"\bigl| x - \lvert y \rvert \bigr|", "abs(x - |y|)"),
    (r"\|W x\|^2\alpha", "||W·x||^2·alpha"),
    (r"\alpha |x|", "alpha·|x|"),
]

STATEMENTS = [
    (r"$f = \alpha x$", "f = alpha·x"),
    (r"$$f(x) = \sigma\left(W x + b\right)$$", "f(x) = sigma(W·x + b)"),
    ("\\[\n  h = \\max(0,\n   W x)\n\\]", "h = max(0, W·x)"),
    (r"\(x^2\)", "x^2"),
    (r"$x_1$", "x_1"),
    ("$h = W x$\n$f = h^2$", "h = W·x\nf = h^2"),
    (r"\begin{align} h &= \max(0, W_1 x) \\ s &= W_2 h \end{align}", "h = max(0, W_1·x)\ns = W_2·h"),
    ("\\begin{align*}\nh &= W x \\\\\n  &= \\sigma(h)\n\\end{align*}", "h = W·x\nh = sigma(h)"),
    ("\\begin{equation}\n\\label{loss}\nL = \\|q\\|^2.\n\\end{equation}", "L = ||q||^2"),
    ("h = \\alpha x\nf = h^2", "h = alpha·x\nf = h^2"),
    (r"h = \alpha x; h^2", "h = alpha·x\nh^2"),
    (
        r"f(x, y) = \left(x + y\right) z \text{ where } z = x^2,\; w = 1",
        "def f(x, y):\n    z = x^2\n    w = 1\n    return (x + y)·z",
    ),
    ("\\alpha x % a comment\n# another\n", "alpha·x"),
    (r"\displaystyle \frac{a}{b} \quad \tag{1}", "a/b"),
    (r"\bigl( a + \Big[ b \Big] \bigr) \alpha", "(a + b)·alpha"),
    (r"\left[ a + b \right] c", "(a + b)·c"),
    (r"x\left[0\right] + x[1:3] + \alpha", "x[0] + x[1:3] + alpha"),
    (r"\left[1, 2\right] + \left[\alpha,\right]", "[1, 2] + [alpha]"),
    (r"\begin{bmatrix}0.1 & 0.5\\-0.3 & 0.8\end{bmatrix} x", "[[0.1, 0.5], [-0.3, 0.8]]·x"),
    (r"\begin{pmatrix}a & b\\ c & d\\ \end{pmatrix}", "[[a, b], [c, d]]"),
    (r"x > 0 \cdot y", "x > 0·y"),
    (r"x \le y + \alpha", "x <= y + alpha"),
    (r"x \ne \alpha", "x != alpha"),
]

SUMS = [
    (r"\sum_{i=1}^{3} w_i x_i + b", "w_1·x_1 + w_2·x_2 + w_3·x_3 + b"),
    (r"\sum_{i=1}^3 i x", "1·x + 2·x + 3·x"),
    (r"\sum_{i=1}^{2}\sum_{j=1}^{2} W_{ij} x_j", "W_11·x_1 + W_12·x_2 + (W_21·x_1 + W_22·x_2)"),
    (r"\frac{1}{2}\sum_{i=1}^{2} (y_i - t_i)^2", "(1/2)·((y_1 - t_1)^2 + (y_2 - t_2)^2)"),
    (r"\lambda \sum_{i=1}^{2} |w_i|", "lambda·(|w_1| + |w_2|)"),
    (r"\prod_{i=1}^{3} x_i", "x_1·x_2·x_3"),
    (r"\sum_{t=1}^{2} x_{t+1} x_t", "x_2·x_1 + x_3·x_2"),
    (r"\sum^{2}_{k=0} a_k x^k", "a_0·x^0 + a_1·x^1 + a_2·x^2"),
    (r"\sum_{i=9}^{10} W_{ii}", "W_99 + W_10_10"),
]

TABLE = NAMES + PRODUCTS + SCRIPTS + FUNCTIONS + BARS + STATEMENTS + SUMS


@pytest.mark.parametrize(("source", "canonical"), TABLE)
def test_reading(source, canonical):
    assert canonical_text(parse_program(source).program) == canonical


@pytest.mark.parametrize(("source", "canonical"), TABLE)
def test_what_is_shown_back_is_read_the_same(source, canonical):
    shown = parse(source).to_dict()["expression"]["latex"]
    wrapped = shown if "\\" in shown else f"${shown}$"
    assert parse(wrapped).to_dict()["expression"]["latex"] == shown


def test_the_sigmoid_of_a_page():
    inputs = {"w_0": 2, "x_0": -1, "w_1": -3, "x_1": -2, "w_2": -3}
    found = evaluate(r"$$f(w, x) = \frac{1}{1 + e^{-(w_0x_0 + w_1x_1 + w_2)}}$$".replace("f(w, x) = ", ""), inputs)
    assert found.value == pytest.approx(0.7310585786300049)
    assert found.gradients["w_0"] == pytest.approx(-0.19661193324148185)


def test_spans_point_into_the_source():
    source = r"\frac{1}{1 + e^{-\alpha x}}"
    answer = evaluate(source, {"alpha": 1, "x": 2}).to_dict()
    spans = {node["gate"] or node["name"]: source[slice(*node["span"])] for node in answer["nodes"]}
    assert spans["x"] == "x"
    assert spans["alpha"] == r"\alpha"
    assert spans["exp"] == r"e^{-\alpha x}"
    assert spans["multiply"] == r"-\alpha x"


def test_an_input_is_spelled_as_the_request_spells_it():
    assert parse(r"\theta_{0} x_1").to_dict()["inputs"][0]["name"] == "theta_0"
    assert list(evaluate(r"\theta x_{1}", {"θ": 1, "x1": 2}).gradients) == ["θ", "x1"]


@pytest.mark.parametrize("source", ["print('\\alpha')\nx", "x # \\alpha", "x + \\\n y", "'''\\theta'''\nx y"])
def test_a_backslash_in_a_string_or_a_comment_makes_no_latex(source):
    assert "x" in canonical_text(parse_program(source).program)
