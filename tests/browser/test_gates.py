"""Looking at gates: hover and focus tell the chain rule, selecting opens the inspector with the code that ran."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import caption, drawn, expect_numbers, number, sigmoid_ready

PATTERNS = "/?expression=2*(x*y+%2B+max(z,w))&inputs=x:3,y:-4,z:2,w:-1"
BRANCHES = "/?expression=x*y+%2B+x&inputs=x:3,y:-4"

EXP = re.compile(r"^exp upstream −0\.53 × local e.*−1\.00.* = 0\.37 → −0\.20$")


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/"))


def chains(page):
    """The rows of upstream × local = gradient in the inspector."""
    return page.locator("#inspector .chain")


def test_hovering_a_gate_tells_its_rule_with_the_numbers(page):
    drawn(page, 5).hover()
    expect(caption(page)).to_have_text(EXP)
    expect(page.locator("#stepper .eyebrow annotation")).to_have_text("e^{x}")
    expect(page.locator("#source mark.lit")).to_have_text("exp(-(w0x0+w1x1+w2))")
    drawn(page, 0).hover()
    expect(caption(page)).to_have_text("∗ w0: 0.197 × −1.00 → −0.20 x0: 0.197 × 2.00 → 0.39")
    page.mouse.move(5, 5)
    expect(caption(page)).to_have_text("Press Space to watch it from the start")


def test_the_focus_of_the_keyboard_tells_the_same(page):
    page.get_by_role("button", name="Zoom in").focus()
    page.keyboard.press("Tab")
    expect(drawn(page, 7)).to_be_focused()
    for gate in (6, 5):
        page.keyboard.press("ArrowUp")
        expect(drawn(page, gate)).to_be_focused()
    expect(caption(page)).to_have_text(EXP)
    expect(page.locator("#source mark.lit")).to_have_text("exp(-(w0x0+w1x1+w2))")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Exponential exp")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#inspector")).to_be_hidden()


def test_a_selected_gate_shows_upstream_times_local_and_the_code_that_ran(page):
    drawn(page, 7).click()
    expect(page.get_by_role("heading", name="Reciprocal reciprocal")).to_be_visible()
    expect(chains(page)).to_have_count(1)
    expect(chains(page).locator("b")).to_have_text(["1.00", "−0.53", "−0.53"])
    expect(page.locator("#inspector .eq annotation").first).to_have_text(
        re.compile(r"= -\\frac\{1\}\{.*1\.37.*= -0\.53$")
    )
    code = page.get_by_role("region", name="The code that ran")
    expect(code).to_contain_text("return 1 / x")
    expect(code).to_contain_text(re.compile(r"def backward\(.*upstream", re.DOTALL))
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("#inspector")).to_be_hidden()
    expect(drawn(page, 7)).to_be_focused()


def test_full_precision_shows_every_digit(page):
    drawn(page, 7).click()
    page.get_by_role("button", name="Full precision").click()
    expect(chains(page).locator("b").last).to_have_text("−0.534 446 645 388 523".replace(" ", " "))
    expect(page.locator("#gradient-of-x0")).to_have_text("0.39")  # there is room for every digit only in the inspector
    page.get_by_role("button", name="Rounded").click()
    expect(chains(page).locator("b").last).to_have_text("−0.53")


def test_a_gate_is_opened_before_its_backward_step(visit):
    page = sigmoid_ready(visit("/?step=8&select=n12"))
    expect(page.locator("#inspector")).to_contain_text("Its gradient arrives later in the backward pass.")
    expect(chains(page)).to_have_count(0)
    page.keyboard.press("End")
    expect(chains(page).locator("b")).to_have_text(["1.00", "−0.53", "−0.53"])


def test_an_input_is_opened_too(page):
    drawn(page, "x0").click()
    expect(page.get_by_role("heading", name="Input x0")).to_be_visible()
    expect(page.locator("#inspector .ivalue b")).to_have_text(["−1.00", "0.39"])
    expect(page.locator("#inspector")).to_contain_text("Raise it by 0.01 and the output changes by about 0.0039")


def test_the_patterns_are_named_on_their_gates(visit):
    page = visit(PATTERNS)
    expect_numbers(
        page, {"x": ("3.00", "−8.00"), "y": ("−4.00", "6.00"), "z": ("2.00", "2.00"), "w": ("−1.00", "0.00")}
    )
    expect_numbers(page, {3: ("−20.00", "1.00")})
    names = {0: ("switches", "switcher"), 1: ("routes", "router"), 2: ("distributes", "distributor")}
    for gate, (verb, noun) in names.items():
        drawn(page, gate).hover()
        expect(drawn(page, gate).locator(".badge")).to_have_text(verb)
        drawn(page, gate).click()
        expect(page.locator("#inspector .pattern")).to_have_text(noun)
    drawn(page, 1).click()
    expect(page.locator("#inspector")).to_contain_text("the larger input, z, takes all of it")
    expect(page.locator("#figure .wire.lost")).not_to_have_count(0)


def test_a_branch_shows_its_sum_term_by_term(visit):
    page = visit(BRANCHES)
    expect_numbers(page, {"x": ("3.00", "−3.00"), "y": ("−4.00", "3.00")})
    edges = page.locator('#figure .number.gradient[data-number^="e"] .figures')
    assert sorted(edges.all_text_contents()) == ["1.00", "−4.00"]
    branch = page.get_by_role("button", name=re.compile("^Branch of x, used 2 times"))
    branch.hover()
    expect(page.locator("#figure .sums .terms")).to_have_text("= −4.00 + 1.00")
    expect(caption(page)).to_contain_text("−4.00 + 1.00 = −3.00")
    branch.click()
    expect(page.get_by_role("heading", name="Branch of x")).to_be_visible()
    expect(page.locator("#inspector tbody .num")).to_have_text(["−4.00", "1.00", "−3.00"])


def test_a_wires_own_gradient_comes_with_its_gates_step(visit):
    page = visit(BRANCHES + "&step=4")
    edges = page.locator('#figure .number.gradient[data-number^="e"] .figures')
    expect(edges).to_have_text(["1.00"])
    expect(number(page, "x", "gradient")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(edges).to_have_count(2)
    expect_numbers(page, {"x": ("3.00", "−3.00")})


def test_a_matrix_product_shows_both_ways_and_its_jacobian(visit):
    page = visit("/?expression=%7C%7CW+x%7C%7C%5E2&inputs=W:((0.1,0.5),(-0.3,0.8)),x:(0.2,0.4)&digits=3&select=n2")
    inspector = page.locator("#inspector")
    expect(page.get_by_role("heading", name="Matrix product matmul")).to_be_visible()
    forward, backward = inspector.locator(".imath").first, inspector.locator(".imath").last
    expect(forward.locator(".mat > *")).to_have_text(["0.1", "0.5", "−0.3", "0.8", "0.2", "0.4", "0.22", "0.26"])
    expect(backward.locator(".mat > *")).to_have_text(
        ["0.44", "0.52", "0.2", "0.4", "0.088", "0.176", "0.104", "0.208"]
    )
    expect(inspector).to_contain_text("Jacobian ∂q/∂W · 2 × 4")
