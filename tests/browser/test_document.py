"""A circuit as one HTML file, opened from disk without a network: it steps, opens gates, folds, asks for nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app.documents import document
from engine.evaluation import closeups, views
from tests.browser.reading import (
    SIGMOID,
    SLIDE,
    SLIDE_NUMBERS,
    caption,
    drawn,
    entries,
    expect_gates,
    expect_numbers,
    number,
    sigmoid_ready,
)
from tests.browser.watching import Watch

WRITTEN = ["∗", "∗", "+", "+", "∗−1", "exp", "+1", "1/x"]
FOLDED = ["∗", "∗", "+", "+", "σ"]
HOSTILE = '"><img src=x onerror="window.ran = 1"></title></script><script>window.ran = 1</script><!-- {{7*7}} ]]>'
MATRICES = ("||W x||^2", {"W": [[0.1, 0.5], [-0.3, 0.8]], "x": [0.2, 0.4]})


class Files:
    """Opens files from disk, each in a context without a network, and counts what is asked for."""

    def __init__(self, browser, folder):
        self._browser, self._folder, self._opened = browser, folder, []

    def __call__(self, content, *, width=1440, height=900, **options):
        path = self._folder / f"{len(self._opened)}.html"
        path.write_bytes(content)
        usual = {"locale": "en-US", "reduced_motion": "reduce", "color_scheme": "light", "offline": True}
        context = self._browser.new_context(viewport={"width": width, "height": height}, **usual | options)
        asked = []
        context.on("request", lambda request: request.url.startswith("data:") or asked.append(request.url))
        self._opened.append((context, Watch(context, "http://nowhere"), asked, path.as_uri()))
        page = context.new_page()
        page.goto(path.as_uri())
        return page

    def end(self):
        for context, watch, asked, address in self._opened:
            watch.check()
            context.close()
            assert set(asked) == {address}


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory):
    files = Files(browser, tmp_path_factory.mktemp("files"))
    yield files
    files.end()


@pytest.fixture(scope="module")
def only_page(opened):
    return opened(document(SIGMOID, SLIDE).content)


@pytest.fixture
def page(only_page):
    """The lecture's circuit, as it was written and at rest."""
    only_page.reload()
    return sigmoid_ready(only_page)


def tool(page, name):
    return page.get_by_role("button", name=name, exact=True)


def test_it_shows_every_number_and_the_program_as_it_was_read(page):
    expect_numbers(page, SLIDE_NUMBERS)
    expect(page.locator("#source")).to_have_text(SIGMOID)
    expect(page.locator("#formula .katex").first).to_be_visible()
    expect(page.locator("#inputs tbody tr").first).to_have_text("w02.00−0.20")
    expect(page.locator("#inputs input")).to_have_count(0)
    assert page.title() == f"{SIGMOID} · Chainrule"


def test_it_steps_by_keys_by_buttons_and_on_the_tape(page):
    page.keyboard.press("Home")
    expect_numbers(page, {"w0": ("2.00", None), 0: (None, None)})
    expect(page.locator("#inputs tbody td.waiting")).to_have_count(5)
    page.keyboard.press("ArrowRight")
    expect_numbers(page, {0: ("−2.00", None)})
    expect(caption(page)).to_contain_text("−2.00")
    expect(page.locator("#source mark.lit")).to_have_text("w0x0")
    page.get_by_role("button", name="Step forward").click()
    expect_numbers(page, {1: ("6.00", None)})
    page.locator('.tape [data-step="12"]').press("Enter")
    expect_numbers(page, {5: ("0.37", "−0.53"), 4: ("−1.00", "−0.20"), 3: ("1.00", None)})
    page.keyboard.press("End")
    expect_numbers(page, SLIDE_NUMBERS)


def test_looking_at_a_gate_lights_its_part_of_the_program(page):
    drawn(page, 5).hover()
    expect(page.locator("#source mark.lit")).to_have_text("exp(-(w0x0+w1x1+w2))")
    expect(caption(page)).to_contain_text("exp")
    page.mouse.move(5, 5)
    expect(page.locator("#source mark.lit")).to_have_count(0)


def test_inside_a_gate_are_its_plot_its_rule_and_its_code(page):
    expect(page.locator("#hint")).to_be_visible()
    drawn(page, 5).click()
    panel = page.locator("#inspector")
    expect(panel.locator(".iplot .plot:not(.sample) .fn")).to_have_count(1)
    assert len(panel.locator(".iplot .plot:not(.sample) .fn").get_attribute("d")) > 500
    expect(panel.locator(".eq .katex").first).to_be_visible()
    expect(panel.locator(".code")).to_contain_text("xp.exp(x)")
    expect(page.locator("#hint")).to_be_hidden()
    panel.get_by_role("button", name="Full precision").click()
    expect(panel.locator(".chain")).to_contain_text("0.367 879 441")
    panel.get_by_role("button", name="Rounded").click()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_it_folds_and_unfolds_by_label_by_key_by_tool_and_from_within(page):
    page.locator(".fold .target").click()
    expect_gates(page, *FOLDED)
    expect(number(page, 4, "value")).to_have_text("0.73")
    drawn(page, 4).click()
    expect(page.locator("#inspector .definition")).to_be_visible()
    page.locator("#inspector").get_by_role("button", name="Unfold").click()
    expect_gates(page, *WRITTEN)
    page.keyboard.press("f")
    expect_gates(page, *FOLDED)
    tool(page, "as written").click()
    expect_gates(page, *WRITTEN)
    expect_numbers(page, SLIDE_NUMBERS)


def test_constants_become_nodes_and_go_back(page):
    tool(page, "constants in gates").click()
    expect(page.locator("#figure .name.constant")).to_have_text(["1"])
    tool(page, "constants as nodes").click()
    expect_gates(page, *WRITTEN)


def test_everything_is_reached_by_keys(page):
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.circuit [data-id]')"):
            break
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#inspector h2")).to_contain_text("Add")


def test_the_tape_is_there_again_after_a_hidden_frame_had_no_width(page):
    tape = page.locator(".tape")
    for size, width in ((1024, "374"), (1, "0"), (1024, "374")):
        page.set_viewport_size({"width": size, "height": size})
        expect(tape).to_have_attribute("width", width)
    page.set_viewport_size({"width": 1440, "height": 900})


def test_matrices_have_their_jacobian_in_numbers_and_inputs_their_shape(opened):
    page = opened(document(*MATRICES, digits=3).content)
    expect(entries(page, 0, "value")).to_have_text(["0.22", "0.26"])
    expect(page.locator("#inputs tbody tr").first).to_have_text("W2×22×2")
    drawn(page, 0).click()
    expect(page.locator("#inspector .jacobian .jcell").first).to_have_text("0.200")


def test_without_scripts_the_picture_is_there(opened):
    page = opened(document(SIGMOID, SLIDE).content, java_script_enabled=False)
    expect(page.locator("#figure svg")).to_be_visible()
    expect(page.locator("#figure svg")).to_contain_text("0.73")
    expect(page.locator("#source")).to_have_text(SIGMOID)
    expect(page.locator("#stepper")).to_be_hidden()
    expect(page.get_by_text("runs no script here")).to_be_visible()
    expect(page.locator("#panels")).to_be_hidden()


def test_hostile_texts_are_shown_and_do_nothing(opened):
    program = f"x # {HOSTILE} \u202e\n"
    page = opened(document(program, {"x": 1}, title=HOSTILE).content)
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    expect(page.locator("#source")).to_contain_text(HOSTILE)
    expect(number(page, "x", "value")).to_have_text("1.00")
    assert page.evaluate("window.ran") is None
    assert page.locator("img").count() == 0
    assert "\u202e" not in page.locator("body").inner_text()


def test_what_was_not_computed_is_not_offered_and_leaves_no_gap(opened, monkeypatch):
    monkeypatch.setattr(views, "MOST_ANSWERS", 1)
    monkeypatch.setattr(closeups, "MOST_BYTES", 0)
    page = opened(document(SIGMOID, SLIDE).content)
    expect_gates(page, *WRITTEN)
    expect(page.locator(".fold")).to_have_count(0)
    expect(tool(page, "fold all")).to_be_hidden()
    expect(tool(page, "constants in gates")).to_be_hidden()
    drawn(page, 5).click()
    expect(page.locator("#inspector .code")).to_be_visible()
    expect(page.locator("#inspector .iplot")).to_have_count(0)
    expect(page.locator("#inspector").get_by_role("button", name="sigmoid")).to_have_count(0)
    page.keyboard.press("f")
    expect_gates(page, *WRITTEN)


def violations(page):
    drawn(page, 7).click()
    expect(page.locator("#inspector .code")).to_be_visible()
    found = Axe().run(page).response["violations"]
    return [(rule["id"], node["html"][:120]) for rule in found for node in rule["nodes"]]


def test_axe_finds_nothing(page):
    assert violations(page) == []


def test_it_opens_at_the_step_that_was_asked_for_in_its_language_and_theme(opened):
    page = opened(document(SIGMOID, SLIDE, step=9, lang="ko", theme="dark", title="시그모이드").content)
    expect(caption(page)).to_be_visible()
    expect_numbers(page, {7: ("0.73", "1.00"), 6: ("1.37", None)})
    expect(page.get_by_role("heading", name="시그모이드")).to_be_visible()
    expect(page.locator("#program-title")).to_have_text("프로그램")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 22, 26)"
    assert violations(page) == []


def test_on_a_phone_nothing_but_the_figure_goes_sideways(opened):
    page = opened(document(SIGMOID, SLIDE).content, width=390, height=844, has_touch=True, is_mobile=True)
    drawn(sigmoid_ready(page), "w0").tap()
    expect(page.locator("#inspector .ivalue").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    heights = page.locator("#stepper button, #inspector button").evaluate_all(
        "buttons => buttons.map((button) => button.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_the_share_menu_saves_it_and_it_opens(visit, opened):
    page = sigmoid_ready(visit("/"))
    page.get_by_role("button", name="Share", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as one HTML file").click()
    assert download.value.suggested_filename == "chainrule-sigmoid.html"
    expect_numbers(sigmoid_ready(opened(download.value.path().read_bytes())), SLIDE_NUMBERS)
