"""For everyone: screen readers, 200 % zoom, very wide screens, colours of the system, touch; and a light first view."""

import gzip
import re

from playwright.sync_api import expect

from tests.browser.reading import sigmoid_ready

FIRST_VIEW = 80 * 1024  # bytes of script before the first circuit, gzipped; KaTeX comes after
GATE = "/?step=12&select=n12"
CUT = "all => all.filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1).map((one) => one.className)"
CIRCUIT = """\
- group "Circuit of 1/(1+exp(-(w0x0+w1x1+w2)))":
  - 'button "Input w0: value 2.00, gradient −0.20"': w0
  - 'button "Input x0: value −1.00, gradient 0.39"': x0
  - 'button "Input w1: value −3.00, gradient −0.39"': w1
  - 'button "Input x1: value −2.00, gradient −0.59"': x1
  - 'button "Input w2: value −3.00, gradient 0.20"': w2
  - 'button "Multiplication: value −2.00, gradient 0.20"': ∗
  - 'button "Multiplication: value 6.00, gradient 0.20"': ∗
  - 'button "Addition: value 4.00, gradient 0.20"': +
  - 'button "Addition: value 1.00, gradient 0.20"': +
  - 'button "Negation: value −1.00, gradient −0.20"': ∗−1
  - 'button "Exponential: value 0.37, gradient −0.53"': exp
  - 'button "Addition: value 1.37, gradient −0.53"': "+1"
  - 'button "Reciprocal: value 0.73, gradient 1.00"': 1/x
  - button "fold as sigmoid\""""


def test_a_screen_reader_reads_the_circuit_in_order_and_nothing_twice(visit):
    page = sigmoid_ready(visit("/"))
    circuit = page.get_by_role("group", name=re.compile("^Circuit of"))
    assert circuit.aria_snapshot() == CIRCUIT
    wires = page.get_by_role("button", name="Exponential").get_attribute("aria-description")
    assert wires == "from Negation; to Addition"
    expect(page.locator("#stepper [aria-live]")).to_have_text("")  # the same words stand in the caption


def test_at_200_percent_nothing_is_cut_off(visit):
    page = sigmoid_ready(visit(GATE, width=720, height=450))
    expect(page.locator("#inspector h2")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 720
    cut = page.locator("#inspector :is(h2, p, .eq, .chain), .caption, .top").evaluate_all(CUT)
    assert cut == []
    assert page.locator("#inspector .imath").bounding_box()["width"] > 300


def test_on_a_very_wide_screen_everything_is_larger_and_the_pointer_still_meets_it(visit):
    page = sigmoid_ready(visit(GATE, width=3840, height=2160))
    expect(page.locator("#formula .lights .lit")).to_have_count(1)
    program = page.locator(".program").bounding_box()
    stepper = page.locator("#stepper").bounding_box()
    assert (stepper["width"], stepper["x"]) == (2000, 920)
    assert program["width"] == 3840
    dot = page.get_by_role("button", name="Forward step 7 of 8").bounding_box()
    page.mouse.click(dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2)
    expect(page.locator("#stepper .eyebrow").first).to_have_text("Forward · 7 of 8")
    lit, bar = page.locator("#formula .lights .lit"), page.locator("#formula .frac-line").first
    bar.hover()
    expect(page.locator("#stepper .eyebrow").first).to_contain_text("Reciprocal")
    assert abs(lit.bounding_box()["width"] - bar.bounding_box()["width"]) < 12


def test_with_colours_of_the_system_what_is_chosen_is_underlined(visit):
    page = sigmoid_ready(visit(GATE, forced_colors="active"))
    chosen = page.locator(".tabs [aria-pressed=true], .inspector .seg2 [aria-pressed=true]")
    expect(page.locator(".inspector .seg2")).to_be_visible()
    lines = chosen.evaluate_all("all => all.map((one) => getComputedStyle(one).textDecorationLine)")
    assert lines == ["underline", "underline"]


def touch(session, kind, *places):
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in places]})


def test_two_fingers_zoom_the_figure_and_one_moves_it(visit):
    page = sigmoid_ready(visit("/", width=390, height=844, has_touch=True, is_mobile=True))
    viewport = page.locator("#figure .viewport")
    session = page.context.new_cdp_session(page)
    touch(session, "touchStart", (150, 330), (250, 330))
    for by in (20, 40, 60):
        touch(session, "touchMove", (150 - by, 330), (250 + by, 330))
    touch(session, "touchEnd")
    expect(viewport).to_have_attribute("transform", re.compile(r"scale\(2\.\d+\)|scale\(1\.[5-9]\d*\)"))
    zoomed = viewport.get_attribute("transform")
    touch(session, "touchStart", (300, 330))
    for by in (30, 60, 90):
        touch(session, "touchMove", (300 - by, 330))
    touch(session, "touchEnd")
    expect(viewport).not_to_have_attribute("transform", zoomed)


def test_the_script_of_the_first_view_is_small(visit):
    loaded = []
    page = visit("about:blank", fresh=True)
    page.on("response", lambda response: loaded.append(response) if ".js" in response.url else None)
    page.goto("/")
    sigmoid_ready(page)
    sizes = {response.url: len(gzip.compress(response.body())) for response in loaded if "katex" not in response.url}
    assert len(sizes) > 2
    assert sum(sizes.values()) <= FIRST_VIEW, sizes
