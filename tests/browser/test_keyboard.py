"""With the keyboard alone: every control is reached in reading order, and one sees where one is."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SIGMOID, caption, drawn, expect_numbers, sigmoid_ready

ZONES = ["top", "program", "figure", "stepper", "inputs", "inspector"]

# The name of what has the focus, where it stands in the document, and in which zone.
FOCUS = """(zones) => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const name = element.getAttribute("aria-label") ?? element.textContent.trim();
  const zone = zones.find((zone) => element.closest(`#${zone}, .${zone}`)) ?? null;
  return { name, place: [...document.querySelectorAll("*")].indexOf(element), zone };
}"""

# Where what has the focus stands on the page, with room for a ring around it.
FRAME = """() => {
  const { x, y, width, height } = document.activeElement.getBoundingClientRect();
  return { x: Math.max(0, x - 9), y: Math.max(0, y - 9), width: width + 18, height: height + 18 };
}"""


@pytest.fixture
def page(visit):
    page = sigmoid_ready(visit("/?select=n12"))
    expect(page.locator("#formula .part")).to_be_visible()
    return page


def walk(page, key="Tab", most=80):
    """The stops on the way through the page, up to its end or to a number of them."""
    stops = []
    while len(stops) < most:
        page.keyboard.press(key)
        stop = page.evaluate(FOCUS, ZONES)
        if stop is None:
            break
        stops.append(stop)
    return stops


def test_tab_goes_through_the_page_in_reading_order(page):
    stops = walk(page)
    places = [stop["place"] for stop in stops]
    assert places == sorted(set(places))
    assert list(dict.fromkeys(stop["zone"] for stop in stops if stop["zone"])) == ZONES
    names = [stop["name"] for stop in stops if stop["zone"] != "program"]
    assert names[0] == "Skip to the circuit"
    assert all(names)
    assert "Reciprocal: value 0.73, gradient 1.00" in names  # the selected gate is the figure's only stop
    assert [walked["place"] for walked in walk(page, "Shift+Tab", len(stops))] == places[::-1]


def test_one_sees_what_has_the_focus(page):
    unseen = []
    page.keyboard.press("Tab")
    while (stop := page.evaluate(FOCUS, ZONES)) is not None:
        frame = page.evaluate(FRAME)
        focused = page.screenshot(clip=frame, caret="initial")
        page.evaluate("document.activeElement.blur()")
        if page.screenshot(clip=frame, caret="initial") == focused:
            unseen.append(stop["name"])
        page.keyboard.press("Tab")
    assert unseen == []


def test_the_skip_link_leads_to_the_circuit(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="constants in gates")).to_be_focused()


def test_the_whole_lesson_with_keys_alone(visit):
    page = sigmoid_ready(visit("/"))
    page.keyboard.press("Home")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#stepper .eyebrow").first).to_have_text("Backward · 3 of 8")
    page.keyboard.press("End")
    tab_to(page, "Reciprocal: value 0.73, gradient 1.00")
    page.keyboard.press("Shift+ArrowLeft")
    expect(drawn(page, 6)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Addition add")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#inspector")).to_be_hidden()
    tab_to(page, "w0")
    page.keyboard.type("3")
    expect_numbers(page, {0: ("−3.00", "0.25")})


def tab_to(page, name):
    """Presses Tab until the control called ``name`` has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS, ZONES)["name"] == name:
            return
    pytest.fail(f"Tab does not reach {name}.")


def test_keys_inside_fields_do_not_step(page):
    page.get_by_role("textbox", name="Program").fill(f"{SIGMOID} # a comment")
    for key in ("Home", "ArrowLeft", "End", "Space", "?"):
        page.keyboard.press(key)
    expect(caption(page)).to_have_text("Press Space to watch it from the start")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_question_mark_lists_the_keys(page):
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    expect(dialog.locator("dt")).not_to_have_count(0)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_the_tape_is_one_stop_and_its_dots_are_pressed_with_enter(page):
    tab_to(page, "Backward step 8 of 8: ∗")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#stepper .eyebrow").first).to_have_text("Backward · 7 of 8")
    expect(page.locator("#stepper .dot[tabindex='0']")).to_have_count(1)


def test_every_control_of_the_figure_has_a_name_and_a_state(page):
    controls = page.locator("#figure .viewport [data-id]")
    described = controls.evaluate_all("all => all.map((e) => [e.getAttribute('role'), e.ariaLabel, e.ariaPressed])")
    assert len(described) == 13
    assert all(role == "button" and re.search(r"value .*, gradient ", label) for role, label, _ in described)
    assert [pressed for *_, pressed in described].count("true") == 1
