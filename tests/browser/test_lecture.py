"""The lecture from its first row to its last: each is opened from the examples, and its numbers are on the page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SLIDE_NUMBERS, entries, expect_numbers

OUTSIDE = {which: numbers for which, numbers in SLIDE_NUMBERS.items() if which not in (4, 5, 6, 7)}
FOLDED = OUTSIDE | {4: ("0.73", "1.00")}
SLOPE = "(1−σ(1.00))⋅σ(1.00)=0.20"


def inspector(*texts):
    """The inspector holds each of these, run together as its cells are."""

    def check(page):
        for text in texts:
            expect(page.locator("#inspector")).to_contain_text(text)

    return check


def arrays(**expected):
    """The entries of small arrays on their wires: ``W_value``, ``gate0_gradient``."""

    def check(page):
        for key, texts in expected.items():
            which, role = key.rsplit("_", 1)
            place = int(which.removeprefix("gate")) if which.startswith("gate") else which
            expect(entries(page, place, role)).to_have_text(texts.split())

    return check


def plotted(point, slope):
    """The plot of a function and its derivative has the current point on both."""

    def check(page):
        plot = page.locator("#inspector svg.plot")
        for text in (point, slope):
            expect(plot.get_by_text(text, exact=True).first).to_be_visible()

    return check


def unfolds(page):
    """The closed form with its numbers; unfolded, the numbers outside are the same."""
    expect(page.locator("#inspector .katex-html").first).to_contain_text(SLOPE)
    expect(page.locator("#inspector")).to_contain_text("1.00upstream×0.20local=0.20gradient sent back")
    page.locator("#figure .figtools").get_by_role("button", name="as written").click()
    expect(page.locator("#figure .gate")).to_have_count(8)
    expect_numbers(page, SLIDE_NUMBERS)


def descends(page):
    losses = page.locator("#descent .losses")
    for loss in ("1.56", "0.39", "0.10"):
        page.locator("#descent").get_by_role("button", name="One step", exact=True).click()
        expect(losses).to_contain_text(f"now {loss}")


def agrees(page):
    page.locator("#check").get_by_role("button", name="Check all gradients").click()
    text = re.compile(r"^All 5 gradients agree; largest relative error \de−(1\d|[6-9])\.$")
    expect(page.locator("#check").get_by_role("status")).to_have_text(text)


def runs_as_pasted(page):
    expect(page.locator("#figure .gate")).to_have_count(14)
    expect(page.get_by_role("alert")).to_be_empty()


# row of the notes, title of its card, numbers on the wires, what else there is to see
ROWS = [
    ("graph", "One gate", "x 3.00 −4.00, y −4.00 3.00, 0 −12.00 1.00",
     inspector("x1.00upstream×−4.00local=−4.00gradient sent back", "y1.00×3.00=3.00")),
    ("simple", "Plus and times", "x −2.00 −4.00, y 5.00 −4.00, z −4.00 3.00, 0 3.00 −4.00, 1 −12.00 1.00", None),
    ("chain rule", "Chain rule", "x −2.00 −2.00, y 5.00 −2.00, z −4.00 1.50, 0 3.00 −2.00, 1 −12.00 0.50", None),
    ("sigmoid circuit", "Sigmoid circuit", SLIDE_NUMBERS, None),
    ("sigmoid gate", "Sigmoid gate", FOLDED, unfolds),
    ("patterns", "Distribute, route, switch",
     "x 3.00 −8.00, y −4.00 6.00, z 2.00 2.00, w −1.00 0.00, 3 −20.00 1.00", None),
    ("branches", "A value used twice", "x 3.00 −3.00, y −4.00 3.00",
     inspector("1.00 × −4.00−4.00", "1.00 × 1.001.00", "sum−3.00")),
    ("branches", "x times x", "x 3.00 6.00", inspector("1.00 × 3.003.00", "sum6.00")),
    ("Jacobian", "A Jacobian too large to build", "x 4096 4096", inspector("4,096 × 4,096", "Diagonal")),
    ("Jacobian", "A minibatch of 100", "X 100×4096 100×4096", inspector("409,600 × 409,600", "Diagonal")),
    ("vectorised", "Vectorised", "1 0.116 1.000", arrays(
        W_value="0.1 0.5 −0.3 0.8", W_gradient="0.088 0.176 0.104 0.208", x_gradient="−0.112 0.636",
        gate0_value="0.22 0.26", gate0_gradient="0.44 0.52")),
    ("forward and backward", "A gate as code", "x −1.00 0.37",
     inspector("def forward(xp, x):", "return xp.exp(x)", "return upstream * output")),
    ("linear score", "Linear score", "W1 10×3072 10×3072, x 3072×1 3072×1, 0 10×1 10×1", None),
    ("2-layer net", "Two layers", "W2 10×100 10×100, W1 100×3072 100×3072, 0 100×1 100×1", None),
    ("3-layer net", "Three layers", "W3 10×50 10×50, W2 50×100 50×100, 2 50×1 50×1", None),
    ("neuron", "A neuron in code", "bias −3.00 0.20, 2 1.00 0.20, 6 0.73 1.00",
     arrays(weights_gradient="−0.20 −0.39", inputs_gradient="0.39 −0.59")),
    ("activations", "Sigmoid", "x 0.00 0.25, 0 0.50 1.00", plotted("0.50", "0.25")),
    ("activations", "tanh", "x 0.50 0.79, 0 0.46 1.00", plotted("0.46", "0.79")),
    ("activations", "ReLU", "x 2.00 1.00, 0 2.00 1.00", plotted("2.00", "1.00")),
    ("activations", "Leaky ReLU", "x −2.00 0.10, 0 −0.20 1.00", plotted("−0.20", "0.10")),
    ("activations", "Maxout", "b1 0.50 1.00, b2 −1.00 0.00, 6 0.50 1.00", plotted("0.50", "1.00")),
    ("activations", "ELU", "x −1.00 0.37, 0 −0.63 1.00", plotted("−0.63", "0.37")),
    ("FC layers", "Layers in code", "W1 4×3 4×3, W2 4×4 4×4, W3 1×4 1×4, 0 4×1 4×1", runs_as_pasted),
    ("scores", "SVM loss of one image", "s2 5.10 1.00, s1 3.20 −1.00, s3 −1.70 0.00, 6 2.90 1.00", None),
    ("scores", "Scores and SVM loss", "0 5.27 1.00", None),
    ("scores", "SVM loss in code", "7 5.27 1.00", arrays(gate6_value="2.9 0.0 12.9")),
    ("regularisation", "Loss with L2 penalty", "5 4.95 1.00",
     arrays(W_gradient="−0.76 −0.60 1.62 1.40 −0.14 −0.20", gate0_value="3.2 5.1 −1.7")),
    ("regularisation", "Loss with L1 penalty", "5 3.90 1.00", arrays(W_gradient="−0.9 −0.9 1.1 1.1 −0.1 −0.1")),
    ("gradient descent", "Gradient descent", "w −1.00 −10.00, b 0.50 −5.00, 3 6.25 1.00", descends),
    ("numerical gradient", "Numerical gradient", SLIDE_NUMBERS, agrees),
]  # fmt: skip


def wires(numbers):
    """``"x 3.00 −4.00, 0 −12.00 1.00"`` as ``expect_numbers`` takes it."""
    rows = [part.split() for part in numbers.split(",")]
    return {int(which) if which.isdigit() else which: (value, gradient) for which, value, gradient in rows}


@pytest.fixture(scope="module")
def page(visit_once):
    return visit_once("about:blank")


@pytest.mark.parametrize(
    ("title", "numbers", "also"), [row[1:] for row in ROWS], ids=[f"{row}: {title}" for row, title, *_ in ROWS]
)
def test_a_row_of_the_lecture_opens_from_the_examples_with_its_numbers(page, title, numbers, also):
    page.goto("/examples")
    page.locator(".card").filter(has=page.get_by_role("heading", name=title, exact=True)).click()
    expect(page.locator("#figure .gate").first).to_be_visible()
    expect_numbers(page, wires(numbers) if isinstance(numbers, str) else numbers)
    if also:
        also(page)
