"""Checking all gradients with central differences on the page."""

import re

from playwright.sync_api import expect

from tests.browser.reading import sigmoid_ready
from tests.browser.screenshots import address
from tests.browser.test_axe import violations

PENALISED = address(
    "svm_loss(W X, y) + lam * sum(W*W)",
    {"W": [[1.2, 2], [3.1, 2], [-0.7, -1]], "X": [1, 1], "y": 0, "lam": 0.1},
)
KINK = address("max(0, x) w", {"x": 0, "w": 2})
TOO_LARGE = "/?expression=sum(W+x)&inputs=W:normal(10x3072),x:normal(3072;1)&panel=check"


def conclusion(page):
    return page.locator("#check").get_by_role("status")


def rows(page):
    return page.locator("#check tbody tr")


def cells(page, name):
    row = rows(page).filter(has=page.locator("th", has_text=name)).first
    return [text.strip() for text in row.locator("td").all_inner_texts()]


def checked(page):
    page.locator("#check").get_by_role("button", name="Check all gradients").click()
    return page


def test_all_gradients_of_the_slide_agree_until_something_changes(visit):
    page = sigmoid_ready(visit("/"))
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#check")).to_contain_text("Each input is moved by a tiny h")
    checked(page)
    expect(conclusion(page)).to_have_text(re.compile(r"^All 5 gradients agree; largest relative error \de−1\d\.$"))
    expect(rows(page)).to_have_count(5)
    assert cells(page, "w0")[:2] == ["−0.19661", "−0.19661"]
    assert cells(page, "x1")[:2] == ["−0.58984", "−0.58984"]
    assert "agrees" in cells(page, "w0")[3]
    page.get_by_role("button", name="Inputs").click()
    page.get_by_role("textbox", name="w0", exact=True).press("ArrowUp")
    page.get_by_role("button", name="Check").click()
    expect(rows(page)).to_have_count(0)
    page.locator("#check button").focus()
    page.keyboard.press("Enter")
    expect(rows(page)).to_have_count(5)
    page.get_by_role("textbox", name="Program").fill("x0^2")
    expect(rows(page)).to_have_count(0)
    expect(conclusion(page)).to_be_empty()


def test_arrays_show_their_worst_entry_kinks_are_explained_and_too_much_is_refused(visit):
    page = checked(visit(f"{PENALISED}&panel=check", tolerated=("status of 413", "status of 422")))
    expect(conclusion(page)).to_contain_text("All 3 gradients agree")  # a label has none
    expect(page.locator("#check tbody th small").first).to_have_text(re.compile(r"^\[\d, \d\]$"))
    assert cells(page, "lam")[:2] == ["20.54000", "20.54000"]
    page.goto(f"{KINK}&panel=check")
    checked(page)
    expect(conclusion(page)).to_have_text("1 of 2 gradients agree; at a kink: 1.")
    assert cells(page, "x")[:2] == ["0.00000", "1.00000"]
    assert "at a kink: no error" in cells(page, "x")[3]
    expect(page.locator("#check")).to_contain_text("Neither is wrong")
    page.goto(TOO_LARGE)
    checked(page)
    expect(conclusion(page)).to_contain_text("at most 1000 numbers")


def test_a_check_on_a_phone_in_korean(visit):
    page = visit("/?panel=check&lang=ko&theme=dark", width=390, height=844, has_touch=True, is_mobile=True)
    page.locator("#check").get_by_role("button", name="모든 기울기 검산").tap()
    expect(conclusion(page)).to_contain_text("기울기 5개가 모두 일치합니다. 최대 상대 오차")
    assert violations(page) == []
