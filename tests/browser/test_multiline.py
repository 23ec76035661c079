"""Programs of many lines: several errors at once, statements that are skipped, scrolling, and the keys of the box."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import expect_gates, number, sigmoid_ready, type_program

REFUSED = ("status of 422",)
WRONG = "a = 1 +* 2\nb = sin x\nc = sigmod(b)\nd = 2 +\ne = (a+b] y"
NETWORK = """\
import numpy as np
N, D, H, C = 3, 4, 5, 3
X = np.random.randn(N, D)
y = np.array([0, 2, 1])
W1 = 0.5 * np.random.randn(D, H)
b1 = np.zeros(H)
W2 = 0.5 * np.random.randn(H, C)
b2 = np.zeros(C)
reg = 0.1

def layer(x, W, b):
    \"\"\"One affine layer.\"\"\"
    return x.dot(W) + b

hidden = np.maximum(0, layer(X, W1, b1))
scores = layer(hidden, W2, b2)
scores -= scores.max(axis=1, keepdims=True)
probs = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
print(probs)
data_loss = -np.log(probs[np.arange(N), y]).mean()
loss = data_loss + reg * (np.sum(W1 * W1) + np.sum(W2 * W2))"""

# The box, how many of its marks can be seen, and how far its layers lie from the text area
BOX = """() => {
  const [box, area] = [document.querySelector("#source"), document.querySelector("#source textarea")];
  const [frame, place] = [box.getBoundingClientRect(), area.getBoundingClientRect()];
  const marks = [...box.querySelectorAll("mark")].map((mark) => mark.getBoundingClientRect());
  const seen = marks.filter(({top, bottom}) => bottom > frame.top && top < frame.bottom);
  return {
    height: frame.height, scrolls: box.scrollHeight > box.clientHeight, top: box.scrollTop, seen: seen.length,
    inner: area.scrollTop,
    layers: [...box.querySelectorAll("pre")].map((pre) => pre.getBoundingClientRect().top - place.top),
  };
}"""


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/", tolerated=REFUSED))


def box(page):
    return page.get_by_role("textbox", name="Program")


def test_every_wrong_statement_is_underlined_and_told_three_at_first(page):
    type_program(page, WRONG)
    messages = page.locator("#problem .msg")
    expect(messages).to_have_count(3)
    assert page.locator("#source mark.bad").all_inner_texts()[:3] == ["*", "sin x", "sigmod"]
    expect(page.locator("#source mark.missing")).to_have_count(1)
    page.get_by_role("button", name="2 more").click()
    expect(messages).to_have_count(5)


def test_each_error_is_mended_by_its_own_click(page):
    type_program(page, WRONG)
    page.get_by_role("button", name="Use sin(x)").click()
    expect(box(page)).to_have_value(WRONG.replace("sin x", "sin(x)"))
    page.get_by_role("button", name="Use sigmoid").click()
    expect(box(page)).to_have_value(WRONG.replace("sin x", "sin(x)").replace("sigmod", "sigmoid"))
    expect(page.locator("#problem .msg")).to_have_count(3)


def test_the_place_of_an_error_is_shown_in_a_long_program(page):
    type_program(page, NETWORK.replace("np.log(", "np.logg(").replace("reg = 0.1", "reg = 0.1 +* 2"))
    page.get_by_role("button", name="line 20, column 17").click()
    expect(box(page)).to_be_focused()
    assert box(page).evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)") == "logg"
    state = page.evaluate(BOX)
    assert state["top"] > 0
    assert state["seen"] >= 1
    assert page.evaluate("scrollY") == 0


def test_a_long_program_scrolls_inside_its_box_with_all_its_layers(page):
    type_program(page, NETWORK)
    expect(page.locator("#notices")).to_contain_text("print(probs)")
    expect(page.locator("#source mark.skipped")).to_have_text(['"""One affine layer."""', "print(probs)"])
    before = page.evaluate(BOX)
    assert before["scrolls"]
    assert before["height"] <= 8 * 26 + 8
    page.locator("#source").evaluate("box => { box.scrollTop = 200 }")
    after = page.evaluate(BOX)
    assert after["top"] == 200
    assert before["layers"] == after["layers"] == [0, 0]
    assert after["inner"] == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_skipped_statements_raise_no_doubt(page):
    type_program(page, "z = 2*x\nprint(z)\nz + 1")
    expect(page.locator("#notices .remark")).to_contain_text("print(z)")
    expect(page.locator("#notices .dchip")).to_have_count(0)
    expect(page.locator("#source mark.skipped")).to_have_text("print(z)")


def test_what_is_stepped_through_is_lit_where_the_box_can_show_it(page):
    type_program(page, NETWORK)
    expect(page.locator("#notices")).to_contain_text("print(probs)")
    box(page).blur()
    page.keyboard.press("Home")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#source mark.lit").first).to_be_in_viewport()


def test_enter_keeps_the_indentation_and_backspace_takes_it_away(page):
    box(page).fill("")
    box(page).press_sequentially("def f(x):\ny = 2*x\nreturn y\nf(a)")
    expect(box(page)).to_have_value("def f(x):\n    y = 2*x\n    return y\nf(a)")
    expect_gates(page, "∗2")
    box(page).fill("def f(x):")
    box(page).press("Enter")
    box(page).press("Backspace")
    expect(box(page)).to_have_value("def f(x):\n")
    box(page).press("Control+z")
    expect(box(page)).to_have_value("def f(x):\n    ")


def test_tab_leaves_the_box(page):
    box(page).focus()
    page.keyboard.press("Tab")
    expect(box(page)).not_to_be_focused()
    expect(box(page)).not_to_have_value(re.compile("\t"))


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_a_long_formula_scrolls_in_its_own_place(visit, width):
    page = sigmoid_ready(visit("/", width=width, height=844, tolerated=REFUSED))
    type_program(page, "loss = " + " + ".join(f"alpha{i}*beta{i}" for i in range(30)) + "\nloss + 1")
    expect(page.locator("#formula annotation").first).to_contain_text("aligned")
    formula = page.locator("#formula")
    expect(formula).to_have_attribute("tabindex", "0")
    assert formula.evaluate("element => element.scrollWidth > element.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_doubts_are_three_chips_and_the_rest_on_demand(page):
    type_program(page, "1/2x + ab + cd + -x^2 + x(y+1)")
    chips = page.locator("#notices .dchip")
    expect(chips).to_have_count(3)
    expect(page.locator("#source mark.doubt")).to_have_count(5)
    page.get_by_role("button", name="2 more").click()
    expect(chips).to_have_count(5)
    expect(chips.nth(3).get_by_role("button")).to_be_focused()


@pytest.mark.parametrize(
    ("program", "code", "changed"),
    [
        ("-x^2 + 1", "use (-x)^2", "(-x)^2 + 1"),
        ("ab + 1", "use a b", "a b + 1"),
        ("1/2x + 1", "use 1/(2x)", "1/(2x) + 1"),
    ],
)
def test_a_chip_lights_its_place_and_takes_the_other_reading(page, program, code, changed):
    type_program(page, program)
    chip = page.locator("#notices .dchip")
    chip.hover()
    expect(page.locator("#source mark.lit.doubt")).to_have_count(1)
    chip.get_by_role("button", name=code).click()
    expect(box(page)).to_have_value(changed)
    expect(page.locator("#source mark.lit.doubt")).to_have_count(0)


def test_an_entry_by_entry_product_of_a_matrix_and_a_vector_offers_the_matrix_product(visit):
    page = visit("/?expression=W*x&inputs=W:((1,2),(3,4)),x:(1,1)")
    page.get_by_role("button", name="use W @ x").click()
    expect_gates(page, "@")


def test_a_constant_and_a_shadowed_input_are_told(page):
    type_program(page, "e + x")
    expect(page.locator("#notices .dchip")).to_contain_text("Euler")
    expect(page.locator("#source mark.doubt")).to_have_text("e")
    type_program(page, "x = 2x\nx + 1")
    expect(page.locator("#notices .dchip")).to_contain_text("assignment")


def test_a_remark_on_a_number_that_is_not_finite_names_no_node(visit):
    page = visit("/?expression=-log(x)&inputs=x:0")
    expect(page.locator("#notices .remark.al")).to_have_text(re.compile(r"^log gives −∞"))
    expect(number(page, 0, "value")).to_have_text("−∞")


def test_latex_is_pasted_dollar_signs_and_all(page):
    type_program(page, r"$$\frac{1}{1+e^{-(w_0x_0+w_1x_1+w_2)}}$$")
    expect_gates(page, "∗", "∗", "+", "+", "∗−1", "exp", "+1", "1/x")
    expect(page.get_by_role("alert")).to_be_empty()
