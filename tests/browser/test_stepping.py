"""Forward and backward, step by step: a gradient is not shown before its step."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SLIDE_NUMBERS, caption, drawn, expect_numbers, number, sigmoid_ready

# keys from the start → the step reached
WAYS = [
    (["Home"], 0),
    (["Home", "ArrowRight"], 1),
    (["Home", *["ArrowRight"] * 3], 3),
    (["Home", "End"], 17),
    (["ArrowLeft"], 16),
    (["ArrowLeft", "ArrowLeft", "ArrowRight"], 16),
    (["Home", "ArrowLeft"], 0),
]
SEED = 9
CONSUMERS = {"w0": 0, "x0": 0, "w1": 1, "x1": 1, "w2": 3, 0: 2, 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7}


def gradient_step(which):
    """The step that completes a gradient: the seed for the output, else the backward step of the gate it feeds."""
    return SEED + 8 - CONSUMERS.get(which, 8)


def numbers_at(step):
    """What is to be seen after ``step`` steps of the 17: eight forward, the seed, eight backward."""
    shown = {}
    for which, (value, gradient) in SLIDE_NUMBERS.items():
        has_value = isinstance(which, str) or step > which
        shown[which] = (value if has_value else None, gradient if step >= gradient_step(which) else None)
    return shown


def dots_at(step):
    return sum(text is None for pair in numbers_at(step).values() for text in pair)


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/"))


def expect_step(page, step):
    expect(page.locator("#figure .place")).to_have_count(dots_at(step))
    expect_numbers(page, numbers_at(step))


def test_the_arrow_keys_home_and_end_move_through_the_steps(page):
    for keys, step in WAYS:
        page.keyboard.press("End")
        for key in keys:
            page.keyboard.press(key)
        expect(page.locator("#figure .place")).to_have_count(dots_at(step))


def test_before_a_gradients_step_a_dot_holds_its_place(page):
    page.get_by_role("button", name="Start").click()
    expect_step(page, 0)
    for step in range(1, 18):
        page.get_by_role("button", name="Step forward").click()
        expect(page.locator("#figure .place")).to_have_count(dots_at(step))
    expect_step(page, 17)


def test_the_backward_step_of_exp_is_told_with_its_numbers(page):
    page.get_by_role("button", name="Backward step 3 of 8: exp").click()
    expect_step(page, 12)
    expect(page.locator("#stepper .eyebrow").first).to_have_text("Backward · 3 of 8")
    expect(caption(page)).to_have_text(re.compile(r"^exp upstream −0\.53 × local e.*−1\.00.* = 0\.37 → −0\.20$"))
    expect(page.locator("#figure .gate.current")).to_have_text(re.compile("exp"))
    expect(page.locator("#inputs .num.g.waiting")).to_have_count(5)


def test_the_buttons_go_on_back_to_the_start_and_to_the_end(page):
    page.get_by_role("button", name="Start").click()
    expect(caption(page)).to_have_text(re.compile("The inputs are set"))
    expect(page.get_by_role("button", name="Step back")).to_be_disabled()
    page.get_by_role("button", name="Step forward").click()
    expect(page.locator("#stepper .eyebrow").first).to_have_text("Forward · 1 of 8")
    expect(caption(page)).to_have_text("∗ 2.00 ∗ −1.00 = −2.00")
    page.get_by_role("button", name="Step back").click()
    expect_step(page, 0)
    page.get_by_role("button", name="End").click()
    expect(page.get_by_role("button", name="Step forward")).to_be_disabled()
    expect_step(page, 17)


def test_the_tape_can_be_dragged(page):
    first = page.get_by_role("button", name="Forward step 2 of 8").bounding_box()
    last = page.get_by_role("button", name="Forward step 6 of 8").bounding_box()
    page.mouse.move(first["x"] + first["width"] / 2, first["y"] + first["height"] / 2)
    page.mouse.down()
    expect_step(page, 2)
    page.mouse.move(last["x"] + last["width"] / 2, last["y"] + last["height"] / 2, steps=8)
    page.mouse.up()
    expect_step(page, 6)


def test_space_plays_from_the_start_and_pauses(visit):
    page = sigmoid_ready(visit("/", before=lambda page: page.clock.install()))
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.clock.run_for(3 * 1200)
    expect(page.locator("#stepper .eyebrow").first).to_have_text("Forward · 3 of 8")
    page.keyboard.press("Space")
    page.clock.run_for(5 * 1200)
    expect(page.locator("#stepper .eyebrow").first).to_have_text("Forward · 3 of 8")
    expect_step(page, 3)


def test_playing_ends_when_everything_is_done(visit):
    page = sigmoid_ready(visit("/?step=15", before=lambda page: page.clock.install()))
    page.get_by_role("combobox", name="Speed").select_option("4×")
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(3 * 300)
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect_step(page, 17)


def test_numbers_land_where_they_stand_also_when_things_may_move(visit):
    page = sigmoid_ready(visit("/?step=11", reduced_motion="no-preference"))
    page.keyboard.press("ArrowRight")
    expect(number(page, 4, "gradient")).to_have_text("−0.20")
    expect(page.locator("#figure .traveller")).to_have_count(0)
    expect(drawn(page, 5)).to_have_class(re.compile("current"))


def test_a_circuit_of_another_program_is_not_played(visit):
    page = sigmoid_ready(visit("/?step=3", tolerated=("status of 422",)))
    page.get_by_role("button", name="Play").click()
    page.locator("#source textarea").fill("1/(1+exp(-x)")
    expect(page.locator("#figure")).to_have_class(re.compile(r"\bstale\b"))
    for name in ("Play", "Step back", "Step forward", "Start", "End"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_disabled()
    page.locator("#source textarea").blur()
    before = page.locator("#stepper .tape .dot.done").count()
    for key in (" ", "ArrowLeft", "Home"):
        page.keyboard.press(key)
    page.locator("#stepper .tape").click(position={"x": 40, "y": 20})
    assert page.locator("#stepper .tape .dot.done").count() == before
    expect(caption(page)).to_have_text("It can be stepped through again once the program is read.")
    page.locator("#source textarea").fill("1/(1+exp(-x))")
    expect(page.get_by_role("button", name="Play")).to_be_enabled()
