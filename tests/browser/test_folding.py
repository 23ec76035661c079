"""Folding four gates into a σ and back: by the brace, the key F, the button for all, and the address."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SLIDE_NUMBERS, expect_numbers, number, sigmoid_ready

OUTSIDE = {which: SLIDE_NUMBERS[which] for which in ("w0", "x0", "w1", "x1", "w2", 0, 1, 2, 3)}
SIGMOID_LINK = "/?expression=1/(1%2Bexp(-(w0x0%2Bw1x1%2Bw2)))&inputs=w0:2,x0:-1,w1:-3,x1:-2,w2:-3"


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/"))


def gates(page):
    return page.locator("#figure .gates > .gate")


def brace(page):
    return page.locator("#figure .fold")


def expect_folded(page):
    expect(gates(page)).to_have_count(5)
    expect(gates(page).last.locator(".symbol")).to_have_text("σ")
    expect(number(page, 4, "value")).to_have_text("0.73")
    expect_numbers(page, OUTSIDE)


def expect_written(page):
    expect(gates(page)).to_have_count(8)
    expect_numbers(page, SLIDE_NUMBERS)


def test_the_brace_says_what_folds_and_a_click_folds_it(page):
    expect(brace(page)).to_have_text("fold as sigmoid")
    expect(page.locator("#figure .foldbox")).to_have_count(0)
    brace(page).hover()
    expect(page.locator("#figure .foldbox")).to_have_count(1)
    brace(page).click()
    expect_folded(page)
    assert gates(page).last.locator(".rim").get_attribute("d")
    assert not gates(page).first.locator(".rim").get_attribute("d")
    expect(brace(page)).to_have_count(0)


def test_the_numbers_outside_stay_put_while_it_folds(page):
    page.emulate_media(reduced_motion="no-preference")
    brace(page).click()
    expect_folded(page)
    expect(page.locator("#figure .viewport > .gate")).to_have_count(0)  # the ghosts of the inner gates are gone
    page.locator("#figure .chip", has_text="as written").click()
    expect_written(page)


def test_the_key_f_folds_and_unfolds_the_gate_that_is_open(page):
    gates(page).nth(5).click()
    expect(page.locator("#inspector h2")).to_contain_text("Exponential")
    page.keyboard.press("f")
    expect_folded(page)
    expect(page.locator("#inspector h2")).to_contain_text("Sigmoid")
    page.keyboard.press("f")
    expect_written(page)
    expect(page.locator("#inspector h2")).to_contain_text("Reciprocal")


def test_the_inspector_folds_and_unfolds_also_a_part_of_a_single_gate(visit):
    page = visit("/?expression=max(0,x)*y&inputs=x:0.5,y:2")
    expect(brace(page)).to_have_count(0)
    gates(page).first.click()
    page.get_by_role("button", name="fold as ReLU").click()
    expect(page.locator("#inspector h2")).to_contain_text("ReLU")
    expect(page.locator("#inspector .definition")).to_have_text("max(0, z)")
    page.get_by_role("button", name="Unfold").click()
    expect(page.locator("#inspector h2")).to_contain_text("Maximum")


def test_a_composite_of_the_program_is_written_out(visit):
    page = visit("/?expression=tanh(x)*relu(y)&inputs=x:0.5,y:2")
    expect(gates(page)).to_have_count(3)
    gates(page).nth(0).click()
    page.keyboard.press("f")
    expect(gates(page)).to_have_count(11)
    expect(page).to_have_url(re.compile("unfold=tanh"))
    page.locator("#figure .chip", has_text="as written").click()
    expect(gates(page)).to_have_count(3)


def test_fold_all_and_the_link_that_keeps_it(page, visit):
    page.locator("#figure .chip", has_text="fold all").click()
    expect_folded(page)
    expect(page).to_have_url(re.compile("fold=all"))
    again = visit("/" + page.url.split("/", 3)[3])
    expect_folded(again)
    page.locator("#figure .chip", has_text="as written").click()
    expect_written(page)


def test_a_link_with_a_name_that_is_no_composite_opens_what_is_written(visit):
    page = visit(SIGMOID_LINK + "&fold=nonsense", tolerated=("status of 422",))
    expect_written(page)


def test_in_korean_and_on_a_phone(visit):
    page = visit(SIGMOID_LINK + "&lang=ko&select=n10", width=390, height=844)
    expect(brace(page)).to_have_text("시그모이드로 접기")
    expect(gates(page).nth(5)).to_be_in_viewport()  # the open gate is in sight, though the circuit is wider
    page.keyboard.press("F")
    expect(gates(page)).to_have_count(5)


def test_stepping_goes_on_in_the_folded_circuit(page):
    brace(page).click()
    expect_folded(page)
    page.keyboard.press("Home")
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#stepper")).to_contain_text("Backward · 1 of 5")
    expect(number(page, 3, "gradient")).to_have_text("0.20")
