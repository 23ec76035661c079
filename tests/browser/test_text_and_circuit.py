"""Text, formula and circuit are one: whichever is looked at, its place lights in the other two."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SIGMOID, caption, drawn, expect_gates, gate_ids, sigmoid_ready, type_program
from tests.browser.screenshots import VECTORISED, address, example_address

HOVERED = re.compile(r"\bhovered\b")
SUM = '[data-span="11-20"]'  # w0x0 + w1x1 of the sigmoid circuit

# The parts of the formula that have a light behind them, as letters.
LIT_PARTS = """() => {
  const lights = [...document.querySelectorAll("#formula .lights .lit")].map((light) => light.getBoundingClientRect());
  const center = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
  const holds = (box, [x, y]) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  const letters = document.createTreeWalker(document.querySelector("#formula .katex-html"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const under = lights.map(() => "");
  while (letters.nextNode()) {
    range.selectNode(letters.currentNode);
    const at = center(range.getBoundingClientRect());
    lights.forEach((box, i) => { if (holds(box, at)) under[i] += letters.currentNode.data; });
  }
  return under.map((text) => text.replace(/[\\u200b\\s]/g, ""));
}"""


@pytest.fixture(scope="module")
def opened(visit_once):
    return ready(sigmoid_ready(visit_once("/")))


@pytest.fixture
def page(opened):
    """The sigmoid circuit at rest, nothing pointed at; one page for all tests, for loading it takes longest."""
    page = opened
    type_program(page, SIGMOID)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("End")
    away(page)
    expect_gates(page, "∗", "∗", "+", "+", "∗−1", "exp", "+1", "1/x")
    expect(page.locator('#formula [data-span="21-23"]')).to_be_attached()
    return page


def ready(page):
    expect(page.locator("#formula [data-span]").first).to_be_attached()
    return page


def text_lit(page):
    """The parts of the program that are lit."""
    return page.locator("#source mark.lit")


def formula_lit(page, *parts):
    """Waits for as many lights, and says whether these letters stand in them."""
    expect(page.locator("#formula .lights .lit")).to_have_count(len(parts))
    assert page.evaluate(LIT_PARTS) == list(parts)


def away(page):
    page.mouse.move(4, 4)


def middle(page, selector):
    """The middle of what is drawn in the formula."""
    box = page.locator(f"#formula {selector}").first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def point(page, selector):
    """Moves the pointer to a part of the formula, as a hand does: KaTeX's own boxes lie over one another."""
    page.mouse.move(*middle(page, selector), steps=2)


def caret(page, start, end=None):
    """Puts the caret, or a selection, into the program's box."""
    box = page.get_by_role("textbox", name="Program")
    box.focus()
    box.evaluate("(box, [start, end]) => box.setSelectionRange(start, end)", [start, start if end is None else end])


def expect_lit_gate(page, which):
    expect(page.locator("#figure .viewport .hovered")).to_have_count(1)
    expect(drawn(page, which)).to_have_class(HOVERED)


def test_a_gate_lights_its_part_of_the_formula_and_of_the_text(page):
    drawn(page, 2).hover()
    expect(text_lit(page)).to_have_text("w0x0+w1x1")
    formula_lit(page, "w0x0+w1x1")
    drawn(page, 5).hover()
    formula_lit(page, "e−(w0x0+w1x1+w2)")
    away(page)
    formula_lit(page)


def test_a_step_lights_its_part_of_the_formula(page):
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(text_lit(page)).to_have_text("w0x0")
    formula_lit(page, "w0x0")


def test_a_part_of_the_formula_lights_its_gate_and_opens_it(page):
    point(page, f"{SUM} .mbin")
    expect_lit_gate(page, 2)
    expect(text_lit(page)).to_have_text("w0x0+w1x1")
    formula_lit(page, "w0x0+w1x1")
    expect(caption(page)).to_contain_text("passes to both inputs")
    point(page, ".frac-line")
    expect_lit_gate(page, 7)
    page.mouse.click(*middle(page, '[data-span="13-15"]'))
    expect(page.locator("#inspector")).to_contain_text("x0")
    page.mouse.click(*middle(page, f"{SUM} .mbin"))
    expect(drawn(page, 2)).to_have_attribute("aria-pressed", "true")
    away(page)
    expect(page.locator("#figure .viewport .hovered")).to_have_count(0)


def test_the_number_in_a_gate_belongs_to_the_gate(page):
    point(page, '[data-span="3-4"]')
    expect_lit_gate(page, 6)
    page.get_by_role("button", name="constants in gates").click()
    expect(page.locator("#figure .gate .symbol").nth(6)).to_have_text("+")
    point(page, '[data-span="3-4"]')
    expect(text_lit(page)).to_have_text("1")
    page.get_by_role("button", name="constants as nodes").click()


def test_the_formula_is_walked_through_with_keys(page):
    part = page.locator("#formula .part")
    part.focus()
    expect(part).to_have_accessible_name(f"{SIGMOID}, Reciprocal: value 0.73, gradient 1.00")
    expect(part).to_have_accessible_description("Arrow keys go from part to part, Enter opens its gate.")
    expect_lit_gate(page, 7)
    page.keyboard.press("ArrowRight")
    expect(part).to_have_accessible_name(re.compile("^1\\+exp.*, Addition: value 1.37"))
    expect_lit_gate(page, 6)
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    expect(part).to_have_accessible_name("w0x0, Multiplication: value −2.00, gradient 0.20")
    formula_lit(page, "w0x0")
    page.keyboard.press("ArrowUp")
    expect(text_lit(page)).to_have_text("w0x0+w1x1")
    page.keyboard.press("End")
    expect(part).to_have_accessible_name(re.compile("^Input w2"))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator("#inspector")).to_contain_text("x1")
    assert part.evaluate("part => part === document.activeElement")
    page.keyboard.press("Tab")
    expect(page.locator("#figure .viewport .hovered")).to_have_count(0)


def test_the_caret_lights_the_gate_in_whose_part_it_stands(page):
    said = caption(page).text_content()
    caret(page, 4)
    expect_lit_gate(page, 6)
    formula_lit(page, "1+e−(w0x0+w1x1+w2)")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect_lit_gate(page, 5)
    caret(page, 11, 20)
    expect_lit_gate(page, 2)
    assert caption(page).text_content() == said
    assert page.get_by_role("textbox", name="Program").evaluate("box => box === document.activeElement")
    page.keyboard.press("Escape")
    expect(page.locator("#figure .viewport .hovered")).to_have_count(0)
    formula_lit(page)


def test_typing_goes_on_while_gates_are_lit(page):
    caret(page, len(SIGMOID))
    page.keyboard.type(" + w0")
    expect(page.get_by_role("textbox", name="Program")).to_have_value(SIGMOID + " + w0")
    expect(page.locator("#figure .gate .symbol").last).to_have_text("+")
    expect(drawn(page, "w0")).to_have_class(HOVERED)
    formula_lit(page, "w0", "w0")
    expect(text_lit(page)).to_have_count(0)  # nothing flickers under what is typed
    page.keyboard.type("x0")
    expect(page.get_by_role("textbox", name="Program")).to_have_value(SIGMOID + " + w0x0")
    expect(drawn(page, "x0")).to_have_class(HOVERED)
    assert page.locator("#source textarea").evaluate("box => box.selectionStart") == len(SIGMOID) + 7


def test_the_pointer_comes_before_the_caret_and_gives_way_to_it_again(page):
    caret(page, 12)
    drawn(page, 2).hover()
    expect_lit_gate(page, 2)
    away(page)
    expect(drawn(page, "w0")).to_have_class(HOVERED)


def test_an_input_lights_every_place_of_its_name(page):
    type_program(page, "x^2 + b x / x")
    expect(page.locator("#figure .gate .symbol")).to_have_text(["x²", "∗", "/", "+"])
    ready(page)
    drawn(page, "x").hover()
    expect(text_lit(page)).to_have_text(["x", "x", "x"])
    formula_lit(page, "x", "x", "x")
    point(page, '[data-span="12-13"]')
    expect(drawn(page, "x")).to_have_class(HOVERED)


def test_matrices(visit):
    page = ready(visit(VECTORISED.partition("&digits")[0]))
    drawn(page, 0).hover()
    formula_lit(page, "Wx")
    expect(text_lit(page)).to_have_text("W x")
    point(page, ".mopen")
    expect_lit_gate(page, 1)
    caret(page, 3)
    away(page)
    expect(drawn(page, "W")).to_have_class(HOVERED)


def test_layers_in_code(visit):
    page = ready(visit(example_address("fc-layers")))
    gates = gate_ids(page)
    first_layer = page.locator(f'#figure .viewport [data-id="{gates[5]}"]')
    first_layer.hover()
    expect(text_lit(page)).to_have_text(["1.0/(1.0 + np.exp(-x))", "h1"])
    point(page, '[data-span="234-236"]')
    expect(drawn(page, "W2")).to_have_class(HOVERED)
    point(page, '[data-span="238-240"]')
    expect(first_layer).to_have_class(HOVERED)
    away(page)
    caret(page, 316)
    expect(page.locator(f'#figure .viewport [data-id="{gates[11]}"]')).to_have_class(HOVERED)


def test_korean_in_the_text(visit):
    source = "# 𝑎 가중치\nx*y + x"
    page = ready(visit(address(source, {"x": 3, "y": -4}), locale="ko-KR"))
    drawn(page, 0).hover()
    expect(text_lit(page)).to_have_text("x*y")
    formula_lit(page, "xy")
    point(page, ".mbin")
    expect_lit_gate(page, 1)
    page.locator("#formula .part").focus()
    expect(page.locator("#formula .part")).to_have_accessible_name(re.compile("^x\\*y \\+ x, 덧셈: "))


def test_a_tap_opens_the_gate_of_a_part(visit):
    page = ready(sigmoid_ready(visit("/", width=390, height=844, has_touch=True, is_mobile=True)))
    page.touchscreen.tap(*middle(page, f"{SUM} .mbin"))
    expect(drawn(page, 2)).to_have_attribute("aria-pressed", "true")


def test_a_long_program_has_no_parts(visit):
    page = visit(address(" + ".join(["x"] * 101), {"x": 1}))
    expect(page.locator("#formula .katex").first).to_be_visible()
    expect(page.locator("#formula [data-span]")).to_have_count(0)
    expect(page.locator("#formula .part")).to_be_hidden()
