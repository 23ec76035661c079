"""The page as a newcomer finds it: the sigmoid circuit of the lecture with every number."""

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SIGMOID, SLIDE_NUMBERS, caption, drawn, expect_gates, expect_numbers, node_id, number

MIDDLE = """(element) => {
  const box = (element.querySelector(".body") ?? element.querySelector(".target")).getBoundingClientRect();
  return { y: (box.top + box.bottom) / 2, right: box.right };
}"""


@pytest.fixture(scope="module")
def page(visit_once):
    """A page that the tests of this module only look at."""
    page = visit_once("/")
    expect_numbers(page, SLIDE_NUMBERS)
    return page


# How much has moved on the page, as Chromium reckons it: what the parts that moved take of the window, times how far.
SHIFT = """() => new Promise((resolve) => {
  let shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shift += value))).observe({
    type: "layout-shift",
    buffered: true,
  });
  setTimeout(() => resolve(shift), 200);
})"""


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_moves_when_the_circuit_comes(visit, width, height):
    page = visit("/", width=width, height=height, fresh=True)
    expect_numbers(page, SLIDE_NUMBERS)
    expect(page.locator("#formula .katex").first).to_be_visible()
    assert page.evaluate(SHIFT) < 0.001  # a subscript may come to stand lower with its font


def test_every_number_of_the_lecture_stands_on_its_wire(page):
    expect(page.locator("#figure .number")).to_have_count(26)
    expect(page.locator("#figure .place")).to_have_count(0)


def test_values_stand_above_their_wire_and_gradients_below(page):
    for which in SLIDE_NUMBERS:
        wire = drawn(page, which).evaluate(MIDDLE)
        value = number(page, which, "value").bounding_box()
        gradient = number(page, which, "gradient").bounding_box()
        assert value["y"] + value["height"] <= wire["y"] <= gradient["y"], which
        assert value["x"] + value["width"] / 2 == pytest.approx(gradient["x"] + gradient["width"] / 2, abs=0.6), which
        assert min(value["x"], gradient["x"]) > wire["right"] - 8, which


def test_values_and_gradients_differ_by_more_than_colour(page):
    weights = [
        number(page, "w0", role).evaluate("text => getComputedStyle(text).fontWeight") for role in ("value", "gradient")
    ]
    assert weights == ["400", "600"]
    expect(page.locator("#figure .legend")).to_have_text("▸ value, above the wire◂ gradient, below")


def test_the_chain_of_unary_gates_is_exactly_straight(page):
    heights = {round(drawn(page, gate).evaluate(MIDDLE)["y"], 3) for gate in range(3, 8)}
    assert len(heights) == 1


def test_gates_are_drawn_as_on_the_slide(page):
    labels = page.locator("#figure .gate .symbol").all_text_contents()
    assert sorted(labels) == sorted(["∗", "∗", "+", "+", "∗−1", "exp", "+1", "1/x"])
    assert page.locator("#figure .viewport .wire").count() == 13  # twelve edges and the output's free end


def test_the_whole_circuit_is_in_view(page):
    figure = page.locator("#figure").bounding_box()
    for text in page.locator("#figure .viewport text").all():
        box = text.bounding_box()
        if box is not None:
            assert box["x"] >= figure["x"]
            assert box["x"] + box["width"] <= figure["x"] + figure["width"]


def test_program_formula_inputs_and_caption_tell_the_same(page):
    expect(page.get_by_role("textbox", name="Program")).to_have_value(SIGMOID)
    formula = r"f = \frac{1}{1 + e^{-\left(w_{0} x_{0} + w_{1} x_{1} + w_{2}\right)}}"
    expect(page.locator("#formula annotation").first).to_have_text(formula)
    expect(page.locator("#formula math:visible")).to_have_count(1)
    for name in ("w0", "x0", "w1", "x1", "w2"):
        value, gradient = SLIDE_NUMBERS[name]
        expect(page.get_by_role("textbox", name=name, exact=True)).to_have_value(value)
        expect(page.locator(f"#gradient-of-{name}")).to_have_text(gradient)
    expect(caption(page)).to_have_text("Press Space to watch it from the start")


def test_there_is_something_to_try(visit):
    page = visit("/")
    page.get_by_role("link", name="(x + y) z").click()
    expect_gates(page, "+", "∗")
    expect_numbers(page, {"x": ("−2.00", "−4.00"), "y": ("5.00", "−4.00"), "z": ("−4.00", "3.00")})
    expect_numbers(page, {0: ("3.00", "−4.00"), 1: ("−12.00", "1.00")})


def test_names_and_gates_are_spoken_with_their_numbers(page):
    expect(drawn(page, "w0")).to_have_accessible_name("Input w0: value 2.00, gradient −0.20")
    expect(drawn(page, 5)).to_have_accessible_name("Exponential: value 0.37, gradient −0.53")
    assert node_id(page, 7) == "n12"
