"""The tour of a first visit: three steps that point at the figure, cover nothing, and can be put away for good."""

import pytest
from playwright.sync_api import expect

from tests.browser.geometry import overlapping_texts
from tests.browser.reading import SIGMOID, drawn, number, sigmoid_ready, type_program
from tests.browser.test_axe import violations

TITLES = ["Every wire carries two numbers.", "Press play.", "Open a gate."]
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })"


def tour(page):
    return page.get_by_role("region", name="A short tour")


def button(page, name):
    return tour(page).get_by_role("button", name=name)


def expect_step(page, step):
    expect(tour(page)).to_contain_text(f"{step} of 3")
    expect(tour(page).get_by_role("heading")).to_have_text(TITLES[step - 1])


def frame(page):
    """The box of the numbered frame in the circuit, without its disc."""
    return page.locator("#figure .tourframe rect").bounding_box()


def surrounds(box, inner):
    return (
        box["x"] <= inner["x"]
        and box["y"] <= inner["y"]
        and inner["x"] + inner["width"] <= box["x"] + box["width"]
        and inner["y"] + inner["height"] <= box["y"] + box["height"]
    )


@pytest.fixture
def page(visit):
    page = sigmoid_ready(visit("/"))
    expect_step(page, 1)
    return page


def test_three_steps_point_at_two_numbers_at_play_and_at_a_gate(page):
    assert all(surrounds(frame(page), number(page, 3, role).bounding_box()) for role in ("value", "gradient"))
    assert overlapping_texts(page) == []
    assert violations(page) == []
    button(page, "Next").click()
    expect_step(page, 2)
    expect(page.locator("#figure .tourframe")).to_have_count(0)
    expect(page.get_by_role("button", name="Play", exact=True)).to_have_attribute("data-tour", "2")
    button(page, "Next").click()
    expect_step(page, 3)
    expect(page.locator("[data-tour]")).to_have_count(0)
    assert surrounds(frame(page), drawn(page, 5).locator(".body").bounding_box())
    assert overlapping_texts(page) == []
    button(page, "Done").click()
    expect(tour(page)).to_have_count(0)
    expect(page.locator("#figure .tourframe")).to_have_count(0)
    expect(page.get_by_role("heading", name="Open a gate to see its rule.")).to_be_visible()
    sigmoid_ready(page).reload()
    expect(page.get_by_role("heading", name="Open a gate to see its rule.")).to_be_visible()


def test_after_playing_the_third_step_comes_by_itself_and_opening_a_gate_ends_the_tour(page):
    button(page, "Next").click()
    page.get_by_role("button", name="Backward step 7 of 8").click()
    page.get_by_role("button", name="Play", exact=True).click()
    expect_step(page, 3)
    drawn(page, 5).click()
    expect(page.get_by_role("heading", name="Exponential exp")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Open a gate to see its rule.")).to_be_visible()


def test_an_opened_gate_takes_the_place_of_the_tour_until_it_is_closed(page):
    drawn(page, 5).click()
    expect(tour(page)).to_have_count(0)
    expect(page.locator("#figure .tourframe")).to_have_count(0)
    page.keyboard.press("Escape")
    expect_step(page, 1)
    expect(page.locator("#figure .tourframe")).to_have_count(1)


def test_it_can_be_put_away_for_good_from_its_first_step_with_the_keyboard(page):
    button(page, "Don’t show again").focus()
    page.keyboard.press("Enter")
    expect(tour(page)).to_have_count(0)
    expect(page.locator("#figure")).to_be_focused()
    assert page.context.cookies() == []
    page.reload()
    sigmoid_ready(page)
    expect(page.get_by_role("heading", name="Open a gate to see its rule.")).to_be_visible()
    expect(tour(page)).to_have_count(0)


def test_escape_puts_it_away_until_the_page_is_opened_again(page):
    page.get_by_role("textbox", name="Program").press("Escape")
    expect_step(page, 1)
    page.locator("body").press("Escape")
    expect(tour(page)).to_have_count(0)
    page.reload()
    expect_step(page, 1)


def test_without_storage_it_shows_again(visit):
    page = visit("/", before=lambda page: page.add_init_script(NO_STORAGE))
    button(page, "Don’t show again").click()
    expect(tour(page)).to_have_count(0)
    page.reload()
    expect_step(page, 1)


def test_an_address_with_a_program_and_another_program_show_no_tour(page):
    type_program(page, "x y")
    expect(tour(page)).to_have_count(0)
    page.goto(f"/?expression={SIGMOID}")
    expect(page.get_by_role("heading", name="Open a gate to see its rule.")).to_be_visible()
    expect(tour(page)).to_have_count(0)


def test_on_a_phone_in_korean_it_points_at_what_can_be_seen(visit):
    page = sigmoid_ready(visit("/?lang=ko&theme=dark", width=390, height=844, has_touch=True, is_mobile=True))
    guide = page.get_by_role("region", name="짧은 안내")
    expect(page.locator("#figure .tourframe")).to_be_in_viewport(ratio=1)
    for name in ("다음", "다시 보지 않기"):
        assert guide.get_by_role("button", name=name).bounding_box()["height"] >= 44
    guide.get_by_role("button", name="다음").tap()
    guide.get_by_role("button", name="다음").tap()
    expect(page.locator("#figure .tourframe")).to_be_in_viewport(ratio=1)
    assert violations(page) == []
