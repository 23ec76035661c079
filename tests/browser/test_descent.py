"""Gradient descent on the page: parameters, rate, steps, undo, the loss's course, rates that are too large."""

import math
import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SLIDE, expect_gates, expect_numbers, number, rounded, sigmoid_ready, type_program
from tests.browser.screenshots import address
from tests.browser.test_axe import violations

BOWL = address("x^2", {"x": 2}) + "&panel=descent"
PENALISED = address(
    "svm_loss(W X, y) + lam * sum(W*W)",
    {"W": [[1.2, 2], [3.1, 2], [-0.7, -1]], "X": [1, 1], "y": 0, "lam": 0.1},
)
PROGRAM = """\
shifted = s - s.max(axis=1, keepdims=True)
p = np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)
loss = -np.log(p[np.arange(3), y]).mean()"""
SCORES = {"s": [[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]], "y": [0, 1, 2]}

FIRST_STEP = [
    "w0 ← 2.00 − 0.10 × (−0.20) = 2.02",
    "w1 ← −3.00 − 0.10 × (−0.39) = −2.96",
    "w2 ← −3.00 − 0.10 × 0.20 = −3.02",
]
QUARTER_STEP = ["w0 ← 2.00 − 0.25 × (−0.20) = 2.05", "x0 ← −1.00 − 0.25 × 0.39 = −1.10"]


def descended(count, rate=0.1):
    """The slide's circuit after so many steps of its weights, computed by hand."""
    w0, x0, w1, x1, w2 = SLIDE.values()
    for _ in range(count):
        output = 1 / (1 + math.exp(-(w0 * x0 + w1 * x1 + w2)))
        slope = output * (1 - output)
        w0, w1, w2 = w0 - rate * slope * x0, w1 - rate * slope * x1, w2 - rate * slope
    return {"w0": w0, "w1": w1, "w2": w2, "loss": 1 / (1 + math.exp(-(w0 * x0 + w1 * x1 + w2)))}


def button(page, name):
    return page.locator("#descent").get_by_role("button", name=name, exact=True)


def losses(page):
    return page.locator("#descent .losses")


def expect_losses(page, start, now, count):
    steps = "1 step" if count == 1 else f"{count} steps"
    expect(losses(page)).to_have_text(f"loss at the start {start} · now {now} · {steps}")


def updates(page):
    return page.locator("#descent .updates li")


def expect_descended(page, count):
    numbers = descended(count)
    expect_losses(page, "0.73", rounded(numbers["loss"]), count)
    for name in ("w0", "w1", "w2"):
        expect(number(page, name, "value")).to_have_text(rounded(numbers[name]))


@pytest.fixture
def page(visit):
    page = sigmoid_ready(visit("/"))
    page.get_by_role("button", name="Descent").click()
    expect(button(page, "One step")).to_be_enabled()
    return page


def test_steps_with_mouse_and_keyboard_undo_and_back_to_the_start(page):
    boxes = page.locator("#descent").get_by_role("checkbox")
    assert [box.is_checked() for box in boxes.all()] == [True, False, True, False, True]
    expect(updates(page)).to_have_text(FIRST_STEP)
    button(page, "One step").click()
    expect_descended(page, 1)
    expect(updates(page)).to_have_text(FIRST_STEP)
    expect_numbers(page, {"w0": ("2.02", "−0.21"), "x0": ("−1.00", "0.42"), 7: ("0.71", "1.00")})
    button(page, "10 steps").focus()
    page.keyboard.press("Enter")
    expect_descended(page, 11)
    button(page, "Undo a step").focus()
    page.keyboard.press("Space")
    expect_descended(page, 10)
    expect(button(page, "Undo a step")).to_be_focused()
    button(page, "Back to the start").click()
    expect_losses(page, "0.73", "0.73", 0)
    expect_numbers(page, {"w0": ("2.00", "−0.20"), 7: ("0.73", "1.00")})
    page.keyboard.press("Space")  # nothing left to do: neither a step of the descent nor one of the circuit
    expect(button(page, "Back to the start")).to_be_focused()
    expect_numbers(page, {7: ("0.73", "1.00")})


def test_a_run_is_paused_by_the_button_that_started_it_and_ends_with_a_change_by_hand(page):
    button(page, "100 steps").click()
    button(page, "Pause").click()
    expect(button(page, "100 steps")).to_be_enabled()
    taken = int(re.search(r"(\d+) steps?$", losses(page).inner_text())[1])
    assert 0 < taken < 100
    expect_descended(page, taken)
    page.get_by_role("button", name="Inputs").click()
    page.get_by_role("textbox", name="w0", exact=True).fill("1")
    page.get_by_role("button", name="Descent").click()
    expect(losses(page)).to_contain_text("0 steps")
    expect(button(page, "Undo a step")).to_be_disabled()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(updates(page)).to_have_count(0)  # the gradients are not there yet
    type_program(page, "x0^2")
    expect(page.locator("#descent").get_by_role("checkbox")).to_have_count(1)
    expect(losses(page)).to_have_text("loss at the start 1.00 · now 1.00 · 0 steps")


def test_only_chosen_parameters_move_at_the_chosen_rate_and_both_stand_in_the_link(page):
    descent = page.locator("#descent")
    rate = descent.get_by_role("textbox", name="Learning rate")
    for name in ("w1", "w2"):
        descent.get_by_role("checkbox", name=name).uncheck()
    descent.get_by_role("checkbox", name="x0").check()
    descent.get_by_role("slider", name="Learning rate, slider").press("ArrowRight")
    expect(rate).to_have_value("0.2")
    rate.fill("0.25")
    expect(updates(page)).to_have_text(QUARTER_STEP)
    expect(page).to_have_url(re.compile("panel=descent&parameters=w0,x0&rate=0.25"))
    page.reload()
    button(page, "One step").click()
    for name, value in {"w0": "2.05", "x0": "−1.10", "w1": "−3.00"}.items():
        expect(number(page, name, "value")).to_have_text(value)
    expect(updates(page)).to_have_text(QUARTER_STEP)
    rate.fill("-1")
    expect(rate).to_have_attribute("aria-invalid", "true")
    rate.press("Tab")
    expect(page.locator("#descent .refusal")).to_have_text("A learning rate is a number above 0. Nothing has changed.")
    expect(rate).to_have_value("0.25")
    for name in ("w0", "x0"):
        descent.get_by_role("checkbox", name=name).uncheck()
    expect(descent.get_by_text("Tick at least one parameter.")).to_be_visible()
    expect(button(page, "One step")).to_be_disabled()


def test_too_large_a_rate_diverges_and_a_click_leads_back(visit):
    page = visit(f"{BOWL}&rate=1.5")
    button(page, "10 steps").click()
    expect_losses(page, "4.00", "4.2e6", 10)
    warning = page.locator("#descent .warning")
    expect(warning).to_contain_text("This rate is too large: the loss grows.")
    assert violations(page) == []
    button(page, "Back to the start with rate 0.5").click()
    expect(warning.get_by_role("button")).to_be_hidden()
    button(page, "One step").click()
    expect_losses(page, "4.00", "0.00", 1)
    page.goto(address("exp(x^2)", {"x": 3}) + "&panel=descent")
    button(page, "100 steps").click()
    expect(warning).to_contain_text("the run has stopped")
    button(page, "Undo a step").click()
    expect_losses(page, "8103.08", "8103.08", 0)


def test_losses_of_every_kind_go_down_and_an_array_is_none_until_it_is_summed(visit):
    page = visit(address("W x", {"W": [[1, 2], [3, 4]], "x": [1, 1]}) + "&panel=descent")
    expect(page.locator("#descent")).to_contain_text("A loss must be one number")
    button(page, "Use sum(W x)").click()
    expect_gates(page, "@", "Σ")
    expect(updates(page)).to_have_text("W 2×2 step length: 0.10 × 2.00 = 0.20")
    button(page, "One step").click()
    expect_losses(page, "10.00", "9.60", 1)
    page.goto(f"{PENALISED}&panel=descent")
    button(page, "10 steps").click()
    expect_losses(page, "4.95", "1.35", 10)
    page.goto(address(PROGRAM, SCORES) + "&panel=descent&rate=1")
    button(page, "10 steps").click()
    expect(losses(page)).to_have_text(re.compile(r"^loss at the start 2\.\d\d · now 0\.\d\d · 10 steps$"))


def test_random_weights_become_numbers_and_very_large_ones_are_refused(visit):
    page = visit("/?expression=sum((W+x)^2)&inputs=W:normal(20x30),x:normal(30;1)&panel=descent&rate=0.001")
    button(page, "One step").click()
    expect(losses(page)).to_contain_text("1 step")
    expect(page).to_have_url(re.compile(r"#expression=.*W:\(\("))
    button(page, "Undo a step").click()
    expect(page).to_have_url(re.compile(r"W:normal\(20x30\)"))
    page.goto("/?expression=sum((W+x)^2)&inputs=W:normal(10x3072),x:normal(3072;1)&panel=descent")
    expect(page.locator("#descent .obstacle")).to_contain_text("hold 30 720 numbers; a step can move at most 10 000")


def test_on_a_phone_the_panels_stand_in_one_row_and_speak_korean(visit):
    page = visit(f"{PENALISED}&panel=descent&lang=ko", width=390, height=844, has_touch=True, is_mobile=True)
    expect(page.locator("#tabs button")).to_have_text(["게이트", "입력", "경사 하강", "검산"])
    page.locator("#descent").get_by_role("button", name="한 걸음").tap()
    expect(losses(page)).to_have_text(re.compile(r"^처음 손실 4.95 · 지금 \d\.\d\d · 1걸음$"))
    assert violations(page) == []
    for control in page.locator("#descent :is(button, label.pick):visible").all():
        assert control.bounding_box()["height"] >= 44
    page.locator("#tabs").get_by_role("button", name="게이트").tap()
    expect(page.locator("#descent")).to_be_hidden()
    expect(page.locator("#tries")).to_be_visible()
