"""On paper: white, no bars, the whole figure with its marks, all inputs, the open inspector, the address."""

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SIGMOID, sigmoid_ready

PAPER = {"width": 1032, "height": 702}  # A4, landscape, without its margins, in CSS pixels
LONG = "/?expression=" + "%2B".join(f"a{k}b{k}" for k in range(12))
WITHIN = """(all) => all.map((one) => one.getBoundingClientRect())
  .every(({ left, right }) => left >= -1 && right <= innerWidth + 1)"""


def on_paper(page):
    """Shows a page as it is printed."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    return page


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/?panel=descent&select=n12&step=12&theme=dark", **PAPER))


def test_a_page_has_everything_of_the_lesson_and_nothing_of_the_window(page):
    expect(page.locator("#inspector h2")).to_contain_text("Reciprocal")
    on_paper(page)
    for gone in (
        ".top",
        ".transport",
        ".tabs",
        ".figtools",
        ".sl >> nth=0",
        "#source textarea",
        ".inspector .seg2 >> nth=0",
    ):
        expect(page.locator(gone)).to_be_hidden()
    expect(page.locator("#source pre").first).to_be_visible()
    expect(page.locator("#source pre").first).to_have_text(SIGMOID)
    expect(page.locator("#formula")).to_be_visible()
    expect(page.locator("#stepper .say")).to_be_visible()
    for name in ("w0", "x0", "w1", "x1", "w2"):
        expect(page.get_by_role("textbox", name=name, exact=True)).to_be_visible()
    expect(page.locator("#inspector")).to_be_visible()
    expect(page.locator("#address")).to_have_text(page.url)


def test_it_is_white_and_the_marks_stand_before_the_numbers(page):
    on_paper(page)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    mark = page.locator("#figure .number.value .mark").first
    style = mark.evaluate("mark => { const { display, fill } = getComputedStyle(mark); return [display, fill]; }")
    assert style == ["inline", "rgb(12, 119, 92)"]


def test_a_circuit_that_reaches_beyond_the_window_is_printed_whole(visit):
    page = visit(LONG, width=700, height=702)
    names = page.locator("#figure .names .name")
    numbers = page.locator("#figure .numbers text")
    expect(names).to_have_count(24)
    assert not numbers.evaluate_all(WITHIN)
    on_paper(page)
    assert numbers.evaluate_all(WITHIN)
    assert names.evaluate_all(WITHIN)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#figure .circuit").get_attribute("viewBox") is None


def test_nothing_is_wider_than_the_page(page):
    on_paper(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
