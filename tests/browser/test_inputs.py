"""Changing an input by typing, by keys, with the slider, by dragging: numbers follow at once."""

import math
import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SLIDE, entries, expect_numbers, number, rounded, sigmoid_ready

WEIGHTS = ["0.1", "0.5", "−0.3", "0.8"]
VECTORISED = "/?expression=%7C%7CW+x%7C%7C%5E2&inputs=W:((0.1,0.5),(-0.3,0.8)),x:(0.2,0.4)&digits=3"


def sigmoid_numbers(**changed):
    """The numbers of the lecture's circuit for other inputs, computed by hand."""
    w0, x0, w1, x1, w2 = (SLIDE | changed).values()
    output = 1 / (1 + math.exp(-(w0 * x0 + w1 * x1 + w2)))
    slope = output * (1 - output)
    return {
        "w0": (rounded(w0), rounded(slope * x0)),
        "x0": (rounded(x0), rounded(slope * w0)),
        "w2": (rounded(w2), rounded(slope)),
        0: (rounded(w0 * x0), rounded(slope)),
        7: (rounded(output), "1.00"),
    }


def field(page, name):
    return page.get_by_role("textbox", name=name, exact=True)


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/"))


def test_a_typed_number_is_taken_at_once(page):
    field(page, "w0").fill("3")
    expect_numbers(page, sigmoid_numbers(w0=3))
    field(page, "w0").fill("−0.5")
    field(page, "w0").press("Enter")
    expect(field(page, "w0")).to_have_value("−0.50")
    expect_numbers(page, sigmoid_numbers(w0=-0.5))


def test_what_is_no_number_changes_nothing_and_is_marked(page):
    field(page, "w0").fill("two")
    expect(field(page, "w0")).to_have_attribute("aria-invalid", "true")
    field(page, "w0").press("Escape")
    expect(field(page, "w0")).to_have_value("2.00")
    expect_numbers(page, sigmoid_numbers())


def test_arrow_keys_nudge_a_number(page):
    field(page, "w2").press("ArrowUp")
    expect_numbers(page, sigmoid_numbers(w2=-2.9))
    field(page, "w2").press("Shift+ArrowUp")
    expect_numbers(page, sigmoid_numbers(w2=-1.9))
    field(page, "w2").press("Alt+ArrowDown")
    expect_numbers(page, sigmoid_numbers(w2=-1.91))


def test_the_slider_moves_a_number_with_keys_and_pointer(page):
    slider = page.get_by_role("slider", name="x0, slider")
    slider.press("ArrowRight")
    expect_numbers(page, sigmoid_numbers(x0=-0.9))
    slider.click()  # its middle is 0
    expect(field(page, "x0")).to_have_value(re.compile(r"^−?0\.0\d$"))
    x0 = float(field(page, "x0").get_attribute("title"))
    assert abs(x0) < 0.1
    expect(number(page, 7, "value")).to_have_text(sigmoid_numbers(x0=x0)[7][0])


def test_a_number_is_dragged_sideways(page):
    box = field(page, "w0").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y, steps=6)
    page.mouse.up()
    expect_numbers(page, sigmoid_numbers(w0=2.6))


def test_changes_keep_the_step(visit):
    page = sigmoid_ready(visit("/?step=12"))
    field(page, "w0").fill("3")
    numbers = sigmoid_numbers(w0=3)
    expect_numbers(page, {0: (numbers[0][0], None), 7: numbers[7]})


def test_the_vectorised_example_shows_the_numbers_of_the_lecture(visit):
    page = visit(VECTORISED)
    expect(entries(page, "W", "value")).to_have_text(WEIGHTS)
    expect(entries(page, "W", "gradient")).to_have_text(["0.088", "0.176", "0.104", "0.208"])
    expect(entries(page, "x", "gradient")).to_have_text(["−0.112", "0.636"])
    expect(entries(page, 0, "value")).to_have_text(["0.22", "0.26"])
    expect(entries(page, 0, "gradient")).to_have_text(["0.44", "0.52"])
    expect_numbers(page, {1: ("0.116", "1.000")})
    expect(page.locator("#figure .number.shape")).to_have_text(["2×2", "2", "2"])
    gradients = page.get_by_role("group", name="gradient of W").locator("span")
    expect(gradients).to_have_text(["0.088", "0.176", "0.104", "0.208"])


def test_entries_of_a_matrix_are_changed_one_by_one(visit):
    page = visit(VECTORISED)
    field(page, "W[0, 1]").fill("1.5")
    expect(entries(page, 0, "value")).to_have_text(["0.62", "0.26"])
    field(page, "x[0]").press("ArrowDown")
    expect(entries(page, 0, "value")).to_have_text(["0.61", "0.29"])
    expect_numbers(page, {1: (f"{0.61**2 + 0.29**2:.3f}", "1.000")})


def test_a_matrix_is_pasted_into_any_entry(visit):
    page = visit(VECTORISED)
    paste = """(field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", text);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }"""
    field(page, "W[0, 0]").evaluate(paste, "1\t0\n0\t1\n")
    expect(entries(page, 0, "value")).to_have_text(["0.2", "0.4"])
    expect_numbers(page, {1: ("0.200", "1.000")})


def test_large_arrays_are_drawn_at_random_and_change_their_shape(visit):
    page = visit("/?expression=W1+x&inputs=W1:normal(10x3072),x:normal(3072x1;1)")
    expect_numbers(page, {"W1": ("10×3072", "10×3072"), "x": ("3072×1", "3072×1"), 0: ("10×1", "10×1")})
    page.get_by_role("textbox", name="W1: shape").fill("4, 3072")
    page.get_by_role("textbox", name="W1: shape").press("Enter")
    expect_numbers(page, {"W1": ("4×3072", "4×3072"), 0: ("4×1", "4×1")})
    expect(page.get_by_text(re.compile("^mean .*, norm "))).not_to_have_count(0)


def test_an_input_that_the_output_does_not_need_has_no_gradient(visit):
    page = visit("/?expression=u+%3D+2y%3B+x+%2B+1&inputs=y:3,x:1")
    expect_numbers(page, {0: ("2.00", "1.00")})
    expect(page.locator("#gradient-of-y")).to_have_text("none")
    field(page, "y").press("ArrowUp")
    expect(field(page, "y")).to_have_value("4.00")  # as for an index or a label, it stays whole


@pytest.mark.parametrize("leave", ["Enter", "Tab"])
def test_a_wrong_number_is_told_and_the_old_one_stays(visit, leave):
    page = sigmoid_ready(visit("/"))
    field = page.get_by_role("textbox", name="w0")
    field.fill("two")
    field.press(leave)
    expect(page.locator("#inputs .refusal")).to_have_text("“two” is not a number. w0 stays 2.00.")
    expect(field).to_have_value("2.00")
    field.fill("3")
    expect(page.locator("#inputs .refusal")).to_be_empty()


def test_escape_takes_a_wrong_number_back_without_a_word(visit):
    page = sigmoid_ready(visit("/"))
    field = page.get_by_role("textbox", name="w0")
    field.fill("two")
    field.press("Escape")
    expect(field).to_have_value("2.00")
    expect(page.locator("#inputs .refusal")).to_be_empty()


def test_a_wrong_shape_and_a_wrong_paste_are_told(visit):
    page = visit("/?expression=sum(X)&inputs=X:normal(10x20)")
    shape = page.get_by_role("textbox", name="X: shape")
    shape.fill("10 by x")
    shape.press("Tab")
    expect(page.locator("#inputs .refusal")).to_contain_text("a shape is")
    page.get_by_text("Paste a matrix").click()
    page.get_by_role("textbox", name="X: paste a matrix").fill("1 2\n3")
    page.get_by_role("textbox", name="X: paste a matrix").press("Tab")
    expect(page.locator("#inputs .refusal")).to_contain_text("nothing has changed")


def test_of_many_rows_those_out_of_sight_follow_when_the_numbers_rest(visit):
    names = [f"b{i}" for i in range(40)]
    page = visit(f"/?expression=a({'%2B'.join(names)})&inputs=a:2,{','.join(f'{name}:1' for name in names)}")
    gradients = page.locator("#inputs output.g")
    expect(gradients).to_have_text(["40.00"] + ["2.00"] * 40)
    expect(gradients.last).not_to_be_in_viewport()
    field(page, "a").fill("3")
    expect(gradients.nth(1)).to_have_text("3.00")
    expect(gradients).to_have_text(["40.00"] + ["3.00"] * 40)
    field(page, "a").fill("4")
    gradients.last.scroll_into_view_if_needed()
    expect(gradients.last).to_have_text("4.00")
