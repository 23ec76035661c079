"""A circuit of many gates: only what is in view is drawn, from afar on a canvas; pointing and stepping go on."""

import pytest
from playwright.sync_api import expect

GATES = 1_203  # f is three gates, g thirty, h three hundred; four times h, and three sums
TEN = "{0}(" * 10 + "x" + ")" * 10
PROGRAM = f"f(x)=x*sin(x)+1\ng(x)={TEN.format('f')}\nh(x)={TEN.format('g')}\nh(a)+h(b)+h(c)+h(d)"


@pytest.fixture(scope="module")
def page(browser, server):
    page = browser.new_page(base_url=server.address, viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page.goto("/")
    page.locator("#source textarea").fill(PROGRAM)
    expect(page.locator("#figure .circuit > desc")).to_contain_text(f"Gates: {GATES}", timeout=60_000)
    yield page
    page.close()


def zoom_out(page, times):
    for _ in range(times):
        page.get_by_role("button", name="Zoom out").click()


def look_from_afar(page):
    page.get_by_role("button", name="Fit").click()
    zoom_out(page, 9)
    expect(painted(page)).to_be_visible()


def painted(page):
    return page.locator("#figure canvas.painted")


def points_at_a_gate(page, place):
    page.mouse.move(*place)
    page.wait_for_timeout(40)
    return page.locator("#figure .gates > .gate.hovered").count() == 1


def test_at_reading_size_only_what_is_in_view_is_drawn(page):
    expect(painted(page)).to_be_hidden()
    drawn = page.locator("#figure .gates > .gate")
    assert 0 < drawn.count() < 150
    expect(page.locator("#figure .number").first).to_be_visible()


def test_dragging_an_input_rewrites_numbers_and_no_path(page):
    value = page.locator("#figure .number.value .figures").first
    before = value.text_content()
    page.evaluate(WATCH_WRITING)
    slider = page.get_by_role("slider", name="a, slider")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.5, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, y, steps=5)
    page.mouse.up()
    expect(value).not_to_have_text(before)
    assert page.evaluate("window.written.texts") > 0
    assert page.evaluate("window.written.paths") == 0
    page.evaluate("window.scrollTo(0, 0)")


def test_the_part_that_is_panned_to_is_drawn(page):
    first = page.locator("#figure .gates > .gate").first.get_attribute("data-id")
    box = page.locator("#figure .circuit").bounding_box()
    y = box["y"] + box["height"] - 20
    for _ in range(3):
        page.mouse.move(box["x"] + 1200, y)
        page.mouse.down()
        page.mouse.move(box["x"] + 100, y, steps=4)
        page.mouse.up()
    expect(page.locator("#figure .gates > .gate").first).not_to_have_attribute("data-id", first)
    expect(page.locator("#figure .overview .window")).to_be_visible()


def test_stepping_brings_the_gate_into_view(page):
    page.locator("#figure").click(position={"x": 5, "y": 5})
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#figure .gate.current")).to_be_visible()
    page.keyboard.press("End")


def test_from_afar_the_circuit_is_painted_and_a_lens_shows_what_is_pointed_at(page):
    look_from_afar(page)
    expect(page.locator("#figure .gates > .gate")).to_have_count(0)
    assert page.evaluate(COLOURS) > 1
    place = next(place for place in page.evaluate(PLACES) if points_at_a_gate(page, place))
    expect(page.locator("#figure .lens .value")).not_to_be_empty()
    page.mouse.click(*place)
    expect(page.locator("#inspector h2")).to_be_visible()


def test_looking_at_a_painted_circuit_does_not_paint_it_again(page):
    look_from_afar(page)
    page.evaluate(COUNT_STROKES)
    lens = page.locator("#figure .lens")
    looked_at = set()
    for place in page.evaluate(PLACES):
        if points_at_a_gate(page, place):
            looked_at.add(tuple(lens.all_text_contents()))
    assert len(looked_at) > 1
    assert page.evaluate("window.strokes") == 0


# Counts the paths and texts of the figure that are written.
WATCH_WRITING = """() => {
  window.written = { paths: 0, texts: 0 };
  new MutationObserver((changes) => {
    for (const { type, attributeName } of changes) {
      if (type === "characterData") window.written.texts += 1;
      else if (attributeName === "d") window.written.paths += 1;
    }
  }).observe(document.querySelector("#figure"), { subtree: true, characterData: true, attributeFilter: ["d"] });
}"""

# Counts the strokes that are painted on a canvas from now on.
COUNT_STROKES = """() => {
  window.strokes = 0;
  const { stroke } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.stroke = function counted(...path) {
    window.strokes += 1;
    return stroke.apply(this, path);
  };
}"""

# The number of different colours on the canvas.
COLOURS = """() => {
  const canvas = document.querySelector("canvas.painted");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
}"""

# The uppermost painted pixels of some columns, as places on the screen: wires, and here and there a gate.
PLACES = """() => {
  const canvas = document.querySelector("canvas.painted");
  const frame = canvas.getBoundingClientRect();
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const ratio = width / frame.width;
  const places = [];
  for (let x = Math.round(width / 4); places.length < 60 && x < width; x += 2) {
    const y = [...Array(height).keys()].find((row) => data[4 * (row * width + x) + 3] > 0);
    if (y !== undefined) places.push([frame.left + x / ratio, frame.top + y / ratio + 1]);
  }
  return places;
}"""
