"""A circuit in a frame on the page of another site: in sandboxes, without scripts, by keys, by messages."""

import gzip
import json
from html import escape
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.reading import SIGMOID, SLIDE
from tests.browser.serving import ROOT
from tests.browser.visiting import Tabs, Visits

INPUTS = ",".join(f"{name}:{value}" for name, value in SLIDE.items())
MOST = 45_000  # bytes of script, compressed, until a circuit can be touched

# Keeps in `heard` what frames say.
LISTEN = """<script>
  const heard = [];
  addEventListener("message", ({ data }) => heard.push(data));
</script>"""
SHIFTS = """
  window.shifts = [];
  const keep = (list) => shifts.push(...list.getEntries());
  new PerformanceObserver(keep).observe({ type: "layout-shift", buffered: true });
"""
PINK = "<style>body { margin: 0; background: pink; } iframe { border: 0; display: block; }</style>"


def address(server, program=SIGMOID, **fields):
    given = {} if program != SIGMOID or "inputs" in fields else {"inputs": INPUTS}
    return f"{server.address}/embed?" + urlencode({"expression": program, **given, **fields})


def iframe(source, *attributes, width=640, height=320):
    more = " ".join([f'width="{width}"', f'height="{height}"', *attributes])
    return f'<iframe title="Circuit" src="{escape(source)}" {more}></iframe>'


@pytest.fixture(scope="module")
def tabs(browser, server, course):
    waiting = Tabs(browser, server.address, course.address)
    yield waiting
    waiting.close()


@pytest.fixture
def visit_site(tabs):
    """As ``visit``, for pages of the course too."""
    visits = Visits(tabs)
    yield visits
    visits.end()


@pytest.fixture
def framed(visit_site, course, server):
    """Opens a page of the course with a frame, and gives the page and what is in the frame."""
    count = iter(range(1000))

    def open_page(*attributes, program=SIGMOID, size=(640, 320), visit=(), **fields):
        frame = iframe(address(server, program, **fields), *attributes, width=size[0], height=size[1])
        page = visit_site(course.put(f"/embed/{next(count)}", LISTEN + PINK + frame), **dict(visit))
        return page, page.frame_locator("iframe")

    return open_page


def alive(frame):
    """Waits until the circuit can be touched."""
    expect(frame.locator(".circuit .gate").first).to_be_visible()
    return frame


def said(page, kind):
    """What the frame has said of a kind so far."""
    return page.evaluate("(kind) => heard.filter(({ source, type }) => source === 'chainrule' && type === kind)", kind)


def wait_until_said(page, kind, count=1):
    page.wait_for_function(
        "([kind, count]) => heard.filter(({ type }) => type === kind).length >= count", arg=[kind, count]
    )
    return said(page, kind)[-1]


def tell(page, **message):
    page.evaluate("(message) => frames[0].postMessage(message, '*')", {"source": "chainrule", **message})


def caption(frame):
    return frame.locator(".say").first


@pytest.mark.parametrize("sandbox", [(), ('sandbox="allow-scripts"',)])
def test_it_lives_in_every_frame_that_lets_scripts_run(framed, sandbox):
    page, frame = framed(*sandbox, step=1)
    alive(frame)
    expect(caption(frame)).to_contain_text("−2.00")
    frame.get_by_role("button", name="Step forward").click()
    expect(caption(frame)).to_contain_text("6.00")
    assert wait_until_said(page, "step")["state"]["step"] == 2
    assert wait_until_said(page, "ready")["state"]["value"] == pytest.approx(0.7310585786)


def test_without_scripts_it_is_a_picture(browser, course, server):
    context = browser.new_context()
    page, remarks = context.new_page(), []
    page.on("console", lambda message: remarks.append(message.text))
    page.goto(course.put("/embed/still", LISTEN + PINK + iframe(address(server), 'sandbox=""')))
    frame = page.frame_locator("iframe")
    expect(frame.locator("svg[role=img]:visible")).to_have_count(1)
    expect(frame.get_by_text("0.73").locator("visible=true")).to_be_visible()
    expect(frame.get_by_role("link", name="Chainrule")).to_be_visible()
    assert page.evaluate("heard") == []
    assert not [text for text in remarks if "allow-scripts" not in text]
    context.close()


def test_it_lives_in_a_frame_within_a_frame(visit_site, course, server):
    inner = course.put("/embed/inner", PINK + iframe(address(server)))
    page = visit_site(course.put("/embed/outer", LISTEN + PINK + iframe(inner, 'sandbox="allow-scripts"')))
    frame = alive(page.frame_locator("iframe").frame_locator("iframe"))
    frame.get_by_role("button", name="Start").click()
    expect(caption(frame)).to_have_text("The inputs are set.")
    assert page.evaluate("heard") == []  # only the page right around it is told


def test_in_a_narrow_frame_it_is_folded_at_once_and_nothing_moves(framed):
    page, frame = framed(visit={"before": lambda page: page.add_init_script(SHIFTS)})
    expect(alive(frame).locator(".gate .symbol")).to_have_text(["∗", "∗", "+", "+", "σ"])
    assert wait_until_said(page, "ready")["state"]["fold"] == "all"
    assert [one.evaluate("shifts") for one in page.frames] == [[], []]
    _, wide = framed(size=(1100, 380))
    expect(alive(wide).locator(".gate .symbol")).to_have_count(8)


def test_the_first_picture_asks_for_nothing_but_its_files(framed, server):
    asked = []
    page, frame = framed(visit={"before": lambda page: page.on("request", lambda request: asked.append(request.url))})
    alive(frame)
    wait_until_said(page, "ready")
    assert not [url for url in asked if "/api/" in url]


def test_keys_step_while_the_focus_is_in_the_frame(framed):
    page, frame = framed()
    alive(frame).locator(".circuit").click(position={"x": 300, "y": 12})
    page.keyboard.press("Home")
    expect(caption(frame)).to_have_text("The inputs are set.")
    page.keyboard.press("ArrowRight")
    expect(caption(frame)).to_contain_text("−2.00")
    page.keyboard.press("End")
    expect(caption(frame)).to_contain_text("to watch it from the start")
    assert wait_until_said(page, "step", 3)["state"]["step"] is None
    frame.locator(".gate").last.hover()
    page.keyboard.press("f")
    expect(frame.locator(".gate .symbol")).to_have_count(8)
    assert wait_until_said(page, "change")["state"]["unfold"] == ["sigmoid"]


def test_a_gate_that_is_tapped_explains_itself(framed):
    _, frame = framed(visit={"has_touch": True, "is_mobile": True, "width": 390, "height": 500}, size=(390, 420))
    alive(frame).locator(".gate").nth(1).tap()
    expect(caption(frame)).to_contain_text("0.197")
    for button in frame.locator(".player button").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 44


def test_it_says_how_high_it_would_be(framed):
    page, frame = framed(size=(640, 200))
    alive(frame)
    assert 300 < wait_until_said(page, "height")["height"] < 420
    sizes = page.evaluate("heard.filter(({ subject }) => subject === 'lti.frameResize').map(({ height }) => height)")
    assert sizes == [message["height"] for message in said(page, "height")]


def test_the_page_around_it_can_ask_and_wish(framed):
    page, frame = framed(program="x*y", inputs="x:3,y:-4")
    alive(frame)
    wait_until_said(page, "ready")
    tell(page, type="set", state={"inputs": {"x": 5, "z": 1}, "digits": 1, "theme": "dark"})
    page.wait_for_function("heard.some(({ type, state }) => type === 'change' && state.value === -20)")
    expect(frame.locator(".number.value .figures").last).to_have_text("−20.0")
    expect(frame.locator("html[data-theme=dark]")).to_have_count(1)
    tell(page, type="set", state={"expression": "(x + y) z", "inputs": "x:-2,y:5,z:-4", "step": 1})
    expect(frame.locator(".gate .symbol")).to_have_text(["+", "∗"])
    tell(page, type="get")
    state = wait_until_said(page, "state")["state"]
    assert state["inputs"] == {"x": -2, "y": 5, "z": -4}
    assert (state["expression"], state["step"], state["value"]) == ("(x + y) z", 1, -12)
    tell(page, type="set", state={"step": None})
    page.wait_for_function("heard.at(-1).state.step === null")


def test_another_language_or_mode_comes_with_the_page_anew(framed):
    page, frame = framed(program="x*y", inputs="x:3,y:-4")
    wait_until_said(page, "ready")
    tell(page, type="set", state={"lang": "ko", "mode": "explore"})
    assert wait_until_said(page, "ready", 2)["state"]["mode"] == "explore"
    expect(frame.get_by_role("slider", name="x")).to_be_visible()
    expect(frame.locator("html[lang=ko]")).to_have_count(1)


def test_a_forged_or_broken_message_changes_nothing(framed):
    page, frame = framed(program="x*y", inputs="x:3,y:-4")
    alive(frame)
    wait_until_said(page, "ready")
    wrong = {
        "inputs": "(((",
        "digits": 99,
        "step": "soon",
        "theme": "pink",
        "lang": "xx",
        "mode": "edit",
        "fold": {"a": [1]},
    }
    for state in (wrong, None, 7, "x", [], {"inputs": {"x": "3"}}, {"__proto__": {"digits": 3}, "constructor": 1}):
        tell(page, type="set", state=state)
    for message in (
        None,
        1,
        "set",
        {"source": "chainrule"},
        {"source": "chainrule", "type": "constructor"},
        {"type": "set"},
    ):
        page.evaluate("(message) => frames[0].postMessage(message, '*')", message)
    forged = {"source": "chainrule", "type": "set", "state": {"inputs": {"x": 9}}}
    page.evaluate(
        """(message) => new Promise((done) => {
          const stranger = document.body.appendChild(document.createElement("iframe"));
          const script = stranger.contentDocument.createElement("script");
          script.textContent = `parent.frames[0].postMessage(${JSON.stringify(message)}, "*")`;
          stranger.contentDocument.body.append(script);
          setTimeout(done, 100);
        })""",
        forged,
    )
    tell(page, type="get")
    state = wait_until_said(page, "state")["state"]
    assert (state["inputs"], state["digits"], state["lang"]) == ({"x": 3, "y": -4}, 2, "en")
    assert said(page, "change") == []


def test_a_program_that_breaks_is_told_above_the_circuit(framed):
    page, frame = framed(program="x*y", inputs="x:3,y:-4", visit={"tolerated": ("status of 422",)})
    wait_until_said(page, "ready")
    tell(page, type="set", state={"expression": "x*("})
    expect(frame.get_by_role("alert")).to_contain_text("A bracket is still open")
    tell(page, type="set", state={"expression": "x+y"})
    expect(frame.get_by_role("alert")).to_be_empty()
    expect(frame.locator(".gate .symbol")).to_have_text(["+"])


def test_what_cannot_be_drawn_is_told_in_the_frame(framed):
    _, frame = framed(program="1/(1+", visit={"tolerated": ("status of 422",)})
    expect(frame.locator("svg[role=img]")).to_contain_text("A bracket is still open")


def test_exploring_brings_inputs_that_move_and_the_inspector(framed):
    page, frame = framed(mode="explore", size=(1000, 900))
    alive(frame).get_by_role("slider", name="w0").press("ArrowRight")
    assert wait_until_said(page, "change")["state"]["inputs"]["w0"] == pytest.approx(2.1)
    line, player = caption(frame).bounding_box(), frame.locator(".player").bounding_box()
    assert line["y"] + line["height"] / 2 == pytest.approx(player["y"] + player["height"] / 2, abs=2)
    hint = frame.get_by_role("heading", name="Open a gate to see its rule.")
    expect(hint).to_be_visible()
    frame.locator(".gate").first.click()
    expect(frame.get_by_role("heading", name="Multiplication")).to_be_visible()
    expect(hint).to_be_hidden()
    expect(frame.locator(".icode code")).to_contain_text("def backward")


def test_in_a_narrow_frame_the_inspector_comes_below_the_inputs(framed):
    _, frame = framed(mode="explore", size=(390, 800))
    expect(alive(frame).get_by_role("heading", name="Open a gate to see its rule.")).to_be_visible()
    frame.locator(".gate").first.click()
    expect(frame.get_by_role("heading", name="Multiplication")).to_be_visible()


def test_inputs_can_be_left_as_they_are(framed):
    _, frame = framed(mode="explore", size=(1000, 900), readonly="1")
    alive(frame).locator(".gate").first.click()
    expect(frame.get_by_role("heading", name="Multiplication")).to_be_visible()
    expect(frame.get_by_role("slider")).to_have_count(0)


def test_looking_alone_has_no_footer(framed):
    _, frame = framed(mode="view")
    alive(frame)
    expect(frame.locator("footer")).to_have_count(0)


def test_the_link_opens_what_is_shown(framed, server):
    page, frame = framed(program="x*y", inputs="x:3,y:-4")
    alive(frame).get_by_role("button", name="Start").click()
    with page.context.expect_page() as opened:
        frame.get_by_role("link", name="Chainrule").click()
    assert opened.value.url.startswith(f"{server.address}/?expression=x*y&inputs=x:3,y:-4")
    expect(opened.value.locator("#stepper .say").first).to_have_text("The inputs are set.")
    opened.value.close()


@pytest.mark.parametrize(("lang", "theme", "mode"), [("en", "light", "step"), ("ko", "dark", "explore")])
def test_axe_finds_nothing(visit_site, server, lang, theme, mode):
    page = visit_site(address(server, lang=lang, theme=theme, mode=mode, step=8), width=640, height=480)
    alive(page)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], node["html"][:120]) for rule in found for node in rule["nodes"]] == []


def test_the_script_stays_small():
    folder = ROOT / "static" / "dist"
    names = ["embed-page.js", *json.loads((folder / "first" / "embed-page.json").read_text())]
    sizes = {name: len(gzip.compress((folder / name).read_bytes(), 9)) for name in names}
    assert sum(sizes.values()) <= MOST, sizes
