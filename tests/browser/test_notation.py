"""The notation beside the program: a panel of short tables whose examples go into the box."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import expect_gates, sigmoid_ready
from tests.browser.test_axe import violations

OPEN = re.compile("^Notation")
# Texts that are cut, and whatever sticks out of the dialog
CUT = """dialog => {
  const frame = dialog.getBoundingClientRect();
  const inside = [...dialog.querySelectorAll(".tables :is(h3, p, li, code, td)")];
  const isCut = (element) => element.scrollWidth > element.clientWidth + 1;
  const isInline = (element) => getComputedStyle(element).display === "inline";
  const isOutside = (element) => element.getBoundingClientRect().right > frame.right + 1;
  const out = (element) => isOutside(element) || (isCut(element) && !isInline(element));
  return inside.filter(out).map((element) => element.textContent.slice(0, 40));
}"""


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/"))


def dialog(page):
    return page.get_by_role("dialog")


def opened(page):
    page.locator("#help").click()
    expect(dialog(page).get_by_role("heading", level=3).first).to_be_visible()
    return page


def test_the_panel_opens_beside_the_program_and_closes_with_escape(page):
    button = page.get_by_role("button", name=OPEN)
    button.focus()
    page.keyboard.press("Enter")
    expect(dialog(page).get_by_role("table").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_have_count(0)
    expect(button).to_be_focused()


def test_an_example_goes_into_the_box(page):
    opened(page)
    dialog(page).get_by_role("link", name="q = x + y f = q z").first.click()
    expect(dialog(page)).to_have_count(0)
    box = page.get_by_role("textbox", name="Program")
    expect(box).to_have_value("q = x + y\nf = q z")
    expect(box).to_be_focused()
    expect_gates(page, "+", "∗")


def test_going_back_brings_the_program_back(page):
    opened(page)
    dialog(page).get_by_role("link", name="2^-x", exact=True).click()
    expect_gates(page, "∗−1", "2^x")
    expect(page).to_have_url(re.compile(r"2%5E-x"))
    page.go_back()
    sigmoid_ready(page)


def test_the_keyboard_stays_in_the_panel_and_reaches_its_sections(page):
    opened(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))"
        )
    link = dialog(page).get_by_role("link", name="LaTeX", exact=True)
    link.focus()
    page.keyboard.press("Enter")
    expect(dialog(page).get_by_role("heading", name="LaTeX")).to_be_in_viewport()
    expect(link).to_have_attribute("aria-current", "true")
    assert "#" not in page.url


def test_the_panel_speaks_the_language_of_the_page(page):
    opened(page)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="한국어").click()
    page.get_by_role("button", name=re.compile("^표기법")).click()
    expect(dialog(page).get_by_role("heading", name="표기법")).to_be_visible()
    expect(dialog(page).get_by_role("heading", level=3).first).to_have_text("문장")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_in_the_panel_is_cut(visit, width, height, language):
    page = opened(sigmoid_ready(visit(f"/?lang={language}", width=width, height=height)))
    assert dialog(page).evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ko", "dark")])
def test_axe_finds_nothing_in_the_panel(visit, language, theme):
    page = opened(sigmoid_ready(visit(f"/?lang={language}&theme={theme}")))
    assert violations(page) == []


def test_an_example_of_the_guide_opens_its_circuit(visit):
    page = visit("/guide")
    page.get_by_role("link", name="||W x||^2", exact=True).click()
    expect_gates(page, "@", re.compile("‖"))


def test_when_the_panel_cannot_be_had_the_guide_is_opened(visit):
    page = sigmoid_ready(visit("/", tolerated=("net::ERR_FAILED",)))
    page.route(
        "**/guide?lang=en", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    page.locator("#help").click()
    expect(page).to_have_url(re.compile("/guide"))
    expect(page.get_by_role("heading", name="Notation")).to_be_visible()
