"""The figure's view: zoom, pan, fit, constants as nodes; nothing but the figure scrolls sideways."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import expect_numbers, gate_ids, number, sigmoid_ready

LONG = "/?expression=" + "%2B".join(f"a{k}b{k}" for k in range(12))
PAGES = ["/", "/?step=12&select=n12", "/examples", "/gates", "/guide", "/lesson", "/api/v1/docs"]


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/"))


def transform(page):
    """Scale and place of the circuit in the figure."""
    text = page.locator("#figure .viewport").get_attribute("transform")
    return [float(part) for part in re.findall(r"-?[\d.]+(?:e-?\d+)?", text)]


def scale(page):
    return transform(page)[-1]


def drag(page, dx, dy):
    """Moves the empty lower right of the figure."""
    box = page.locator("#figure .circuit").bounding_box()
    x, y = box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.85
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx, y + dy, steps=5)
    page.mouse.up()


def test_zoom_by_buttons_and_keys_and_back_by_fit(page):
    fitted = transform(page)
    page.get_by_role("button", name="Zoom in").click()
    assert scale(page) == pytest.approx(fitted[-1] * 1.25)
    page.get_by_role("button", name="Zoom out").click()
    page.get_by_role("button", name="Zoom out").click()
    assert scale(page) == pytest.approx(fitted[-1] / 1.25)
    page.get_by_role("button", name="Fit").click()
    assert transform(page) == pytest.approx(fitted)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # from Fit over Zoom in into the circuit
    page.keyboard.press("+")
    assert scale(page) == pytest.approx(fitted[-1] * 1.25)
    page.keyboard.press("0")
    assert transform(page) == pytest.approx(fitted)


def test_the_wheel_zooms_only_with_ctrl(page):
    fitted = page.locator("#figure .viewport").get_attribute("transform")
    page.locator("#figure .circuit").hover(position={"x": 300, "y": 30})
    page.mouse.wheel(0, -100)
    expect(page.locator("#figure .viewport")).to_have_attribute("transform", fitted)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    expect(page.locator("#figure .viewport")).not_to_have_attribute("transform", fitted)


def test_dragging_pans_and_selects_nothing(page):
    page.get_by_role("button", name="Zoom in").click()
    before = transform(page)
    drag(page, -80, -10)
    after = transform(page)
    assert after[0] == pytest.approx(before[0] - 80, abs=1)
    assert after[-1] == before[-1]
    expect(page.locator("#inspector")).to_be_hidden()


def test_new_numbers_and_steps_leave_a_chosen_view_alone(page):
    page.get_by_role("button", name="Zoom in").click()
    chosen = scale(page)
    page.get_by_role("textbox", name="w0", exact=True).fill("3")
    expect(number(page, 0, "value")).to_have_text("−3.00")
    assert scale(page) == chosen


def test_constants_stand_in_gates_or_as_nodes(page):
    button = page.get_by_role("button", name=re.compile("^constants"))
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_text("constants as nodes")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#figure .name.constant")).to_have_text(["1"])
    assert len(gate_ids(page)) == 8
    expect_numbers(page, {7: ("0.73", "1.00")})
    button.click()
    expect(page.locator("#figure .name.constant")).to_have_count(0)


def test_a_circuit_too_long_to_be_read_whole_is_panned_with_an_overview(visit):
    page = visit(LONG)
    gate_ids(page)
    expect(page.locator("#figure .overview")).to_be_visible()
    assert scale(page) >= 11 / 13 - 1e-9
    before = transform(page)
    page.keyboard.press("Home")
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    current = page.locator("#figure .gate.current")
    expect(current).to_have_count(1)
    expect(current).to_be_in_viewport(ratio=1)
    drag(page, -60, 0)
    assert transform(page) != before


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_page_scrolls_sideways(visit, language):
    page = visit("about:blank")
    for path in PAGES:
        page.goto(path + ("&" if "?" in path else "?") + f"lang={language}")
        if page.locator("#figure").count():
            sigmoid_ready(page)
        for width in (1440, 1024, 768, 390):
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (path, width)


def test_the_caption_has_room_at_every_width(visit):
    page = sigmoid_ready(visit("/?step=12"))
    for width in (1440, 1024, 961, 960, 768, 641, 640, 390):
        page.set_viewport_size({"width": width, "height": 844})
        lines = page.locator("#stepper .say").first.bounding_box()
        assert lines["height"] <= 2 * 24, width


def test_on_a_phone_one_panel_shows_at_a_time_and_the_figure_pans(visit):
    page = sigmoid_ready(visit("/", width=390, height=844, has_touch=True, is_mobile=True))
    expect(page.locator("#figure .overview")).to_be_visible()
    assert scale(page) == 1
    expect(page.locator("#tries")).to_be_visible()  # on a first visit the tour is in front
    expect(page.locator("#inputs")).to_be_hidden()
    page.get_by_role("button", name="Inputs", exact=True).click()
    expect(page.locator("#inputs")).to_be_visible()
    expect(page.locator("#tries")).to_be_hidden()
    page.get_by_role("button", name="Gate", exact=True).click()
    expect(page.locator("#inputs")).to_be_hidden()
    expect(page.locator("#tries")).to_be_visible()
    page.get_by_role("button", name="Backward step 3 of 8").tap()
    expect(page.locator("#figure .gate.current")).to_be_in_viewport(ratio=1)
    page.locator("#figure .gate.current").tap()
    expect(page.get_by_role("heading", name="Exponential exp")).to_be_visible()


def test_touch_targets_are_large_enough(visit):
    page = sigmoid_ready(visit("/?select=n12", width=390, height=844, has_touch=True, is_mobile=True))
    small = page.locator("main button:visible, header.top button:visible").evaluate_all(
        "all => all.map((e) => [e.ariaLabel ?? e.textContent, e.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < 36 || box.width < 24).map(([name]) => name)"
    )
    assert small == []
