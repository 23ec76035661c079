"""<chainrule-circuit> on the page of a course, which is another site."""

import gzip
import json
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SIGMOID
from tests.browser.test_axe import violations

EXPRESSION, INPUTS = "(x + y) z", "x:-2,y:5,z:-4"
CIRCUIT = "chainrule-circuit"

# A frame that keeps what it is told in `heard`, and says what `say(type, {…})` is given.
SILENT = """<!doctype html><html lang="en"><title>Frame</title><button>Next</button><script>
  const heard = [];
  const say = (type, more) => parent.postMessage({ source: "chainrule", type, ...more }, "*");
  const query = Object.fromEntries(new URLSearchParams(location.search));
  addEventListener("message", ({ source, data }) => source === parent && heard.push(data));
</script>"""
READY = f"""{SILENT}<script>
  say("ready", {{ state: {{ expression: query.expression, step: Number(query.step ?? 0), value: 7 }} }});
</script>"""
RECORD = """
  window.told = [];
  for (const type of ["ready", "change", "step"]) {
    document.addEventListener(type, ({ target, detail }) => told.push([type, target.id, detail.step]));
  }"""


# Counts in `listening` who listens to messages of the page's window.
LISTENING = """
  window.listening = 0;
  for (const [name, change] of [["addEventListener", 1], ["removeEventListener", -1]]) {
    const original = window[name];
    window[name] = function (type, ...more) {
      if (this === window && type === "message") listening += change;
      return original.call(this, type, ...more);
    };
  }"""


def record(page):
    page.add_init_script(RECORD)


def circuit(inside="", **attributes):
    given = {"expression": EXPRESSION, "inputs": INPUTS, **attributes}
    written = " ".join(f'{name}="{text}"' for name, text in given.items())
    return f"<{CIRCUIT} {written}>{inside}</{CIRCUIT}>"


@pytest.fixture
def open_course(visit_course, course, server):
    """Opens a page of the course with the component's module; ``frame`` stands in for the frames of the server."""
    count = iter(range(1000))

    def open_page(body, *, frame=None, tolerated=(), before=None, **page):
        def prepare(opened):
            if frame is not None:
                answer = {"body": frame, "content_type": "text/html"}
                opened.route(f"{server.address}/embed?**", lambda route: route.fulfill(**answer))
            if before:
                before(opened)

        module = f'<script type="module" src="{server.address}/embed.js"></script>'
        address = course.put(f"/component/{next(count)}", body, head=module + page.pop("head", ""), **page)
        return visit_course(address, before=prepare, tolerated=tolerated)

    return open_page


def box(page, index=0):
    """The parts of one of the circuits, in its shadow."""
    return page.locator(f"{CIRCUIT} .box").nth(index)


def inner(page, index=0):
    """The frame of one of the circuits, once it is shown."""
    expect(box(page, index)).to_have_class("box shown")
    return box(page, index).locator("iframe").element_handle().content_frame()


def test_attributes_become_the_address_of_the_frame_and_what_changes_is_told_to_it_once(open_course):
    page = open_course(circuit(mode="view", step="3", theme="dark", digits="x", onload="alert(1)"), frame=READY)
    frame = inner(page)
    query = frame.evaluate("query")
    assert json.loads(query.pop("inputs")) == {"x": -2, "y": 5, "z": -4}
    assert query.items() >= {"expression": EXPRESSION, "step": "3", "theme": "dark"}.items()
    assert "digits" not in query
    assert "onload" not in query
    page.evaluate(
        """async () => {
          const circuit = document.querySelector("chainrule-circuit");
          circuit.setAttribute("expression", "a b");
          circuit.inputs = { a: 1, b: 2 };
          circuit.setState({ step: 1, nonsense: 3 });
          circuit.theme = "dark";
          await Promise.resolve();
          circuit.theme = null;
        }"""
    )
    frame.wait_for_function("heard.length === 2")
    told = {"expression": "a b", "inputs": '{"a":1,"b":2}', "step": "1", "theme": "dark"}
    said = {"source": "chainrule", "type": "set"}
    assert frame.evaluate("heard") == [{**said, "state": told}, {**said, "state": {"theme": None}}]


def test_events_carry_the_state_and_getstate_has_it_at_once(open_course):
    page = open_course(circuit(id="one") + circuit(id="two"), frame=SILENT, before=record)
    expect(box(page, 1)).to_have_class("box waiting")
    before = page.evaluate("one.getState()")
    assert before["inputs"] == {"x": -2, "y": 5, "z": -4}
    frames = [box(page, index).locator("iframe").element_handle().content_frame() for index in (0, 1)]
    for frame in frames:
        frame.wait_for_function("() => window.say || document.readyState === 'complete'")
    frames[1].evaluate("say('ready', { state: { step: 0, value: -12 } })")
    expect(box(page, 1)).to_have_class("box shown")
    frames[1].evaluate("say('step', { state: { step: 1 } })")
    frames[0].evaluate("say('change', { state: { inputs: { x: 1 } } })")
    page.wait_for_function("told.length === 3")
    assert page.evaluate("told") == [["ready", "two", 0], ["step", "two", 1], ["change", "one", None]]
    assert page.evaluate("[two.getState().step, two.getState().value, one.getState().inputs.x]") == [1, -12, 1]
    assert page.evaluate("(one.getState().inputs.x = 5, one.getState().inputs.x)") == 1


def test_navigation_that_exchanges_the_body_leaves_nothing_behind(open_course):
    page = open_course(circuit() + circuit(), frame=READY, before=lambda page: page.add_init_script(LISTENING))
    inner(page, 1)
    for _ in range(3):
        page.evaluate("(body) => { document.body.innerHTML = body; }", circuit())
        inner(page)
        assert (page.evaluate("listening"), len(page.frames)) == (1, 2)
    page.evaluate(
        "async (address) => { await import(address); }",
        page.locator("script[type=module]").get_attribute("src") + "?again",
    )
    page.evaluate("() => { document.body.innerHTML = ''; }")
    assert (page.evaluate("listening"), len(page.frames)) == (0, 1)


def test_what_others_say_is_not_heard(open_course):
    page = open_course(
        circuit() + "<iframe id=other srcdoc='<p>Other'></iframe>",
        frame=READY,
        before=record,
    )
    inner(page)
    forged = "{ source: 'chainrule', type: 'step', state: { step: 5 } }"
    page.evaluate(f"postMessage({forged}, '*')")
    other = page.locator("#other").element_handle().content_frame()
    other.evaluate(f"parent.postMessage({forged}, '*')")
    frame = inner(page)
    for wrong in (
        "null",
        "'step'",
        "{}",
        "{ source: 'chainrule' }",
        "{ source: 'chainrule', type: 'step', state: null }",
    ):
        frame.evaluate(f"parent.postMessage({wrong}, '*')")
    frame.evaluate(
        "say('height', { height: 'high' }); say('height', { height: -1 }); say('change', { state: { value: 1 } })"
    )
    page.wait_for_function("told.at(-1)[0] === 'change'")
    assert page.evaluate("told.map(([type, , step]) => [type, step])") == [["ready", 0], ["step", 0], ["change", 0]]
    assert page.locator(CIRCUIT).bounding_box()["height"] == 320


def test_the_height_follows_the_frame_unless_the_page_gives_it_and_the_keyboard_goes_in(open_course):
    circuits = circuit() + circuit(height="200", width="50%") + circuit(height="high", width="-3")
    page = open_course(f"<a href='#'>Before</a>{circuits}", frame=READY)
    for index in range(3):
        assert page.locator(CIRCUIT).nth(index).bounding_box()["height"] == (320, 200, 320)[index]
        inner(page, index).evaluate("say('height', { height: 412 })")
    expect(page.locator(CIRCUIT).nth(2)).to_have_css("height", "412px")
    sizes = [page.locator(CIRCUIT).nth(index).bounding_box() for index in range(3)]
    assert [size["height"] for size in sizes] == [412, 200, 412]
    assert [round(size["width"] / sizes[0]["width"], 2) for size in sizes] == [1, 0.5, 1]
    focused = "document.activeElement.localName"
    page.get_by_role("link").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == CIRCUIT
    assert inner(page).evaluate("document.activeElement.textContent") == "Next"
    page.get_by_role("link").focus()
    page.evaluate("document.querySelector('chainrule-circuit').focus()")
    assert page.evaluate(focused) == CIRCUIT


DRAWING = "<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%22900%22 height=%22500%22/>"
IMAGE = f"<img alt='The circuit' src='data:image/svg+xml,{DRAWING}'>"


def test_until_the_frame_is_ready_and_when_it_never_is_the_page_s_own_words_stand_there(open_course):
    far = f"<div style='height: 9000px'></div>{circuit()}"
    circuits = circuit(IMAGE) + circuit() + circuit(lang="ko") + far
    page = open_course(circuits, frame=SILENT, before=lambda page: page.clock.install())
    for index, text in ((1, EXPRESSION), (2, EXPRESSION)):
        expect(page.locator(CIRCUIT).nth(index).locator(".note")).to_have_text(text)
    image = page.get_by_role("img", name="The circuit")
    expect(image).to_be_visible()
    assert image.bounding_box()["height"] <= 320
    page.clock.run_for(10_000)
    expect(box(page, 0)).to_have_class("box away")
    expect(image).to_be_visible()
    expect(page.locator(CIRCUIT).nth(1).locator(".note")).to_have_text(
        f"The server of this circuit does not answer. The program: {EXPRESSION}"
    )
    expect(page.locator(CIRCUIT).nth(2).locator(".note")).to_have_text(
        f"이 회로의 서버가 응답하지 않습니다. 프로그램: {EXPRESSION}"
    )
    assert [page.locator(CIRCUIT).nth(index).bounding_box()["height"] for index in range(3)] == [500, 320, 320]
    expect(box(page, 3)).to_have_class("box waiting")  # for somebody to see it
    assert box(page, 3).locator("iframe").get_attribute("loading") == "lazy"
    frame = box(page, 0).locator("iframe").element_handle().content_frame()
    frame.evaluate("say('ready', { state: {} })")
    expect(image).to_be_hidden()
    expect(box(page, 0).locator("iframe")).to_be_visible()


def test_without_the_module_the_page_s_own_words_stand_there(visit_course, course):
    page = visit_course(course.put("/component/no-module", circuit("<p>The circuit of (x + y) z</p>")))
    expect(page.get_by_text("The circuit of (x + y) z")).to_be_visible()


def live(page, index=0):
    """What a reader sees in the frame of one of the circuits."""
    return page.frame_locator(f"{CIRCUIT} >> nth={index} >> iframe")


def expect_told(page, *expected):
    """Waits for the kinds of the latest events, each with its element and the step of its state."""
    for _ in range(200):
        if page.evaluate("(count) => told.slice(-count)", len(expected)) == list(expected):
            return
        page.wait_for_timeout(50)
    assert page.evaluate("told") == list(expected)


def test_two_circuits_live_on_a_page_that_allows_nothing_else(open_course, server):
    policy = f"default-src 'none'; script-src {server.address}; frame-src {server.address}; img-src data:"
    circuits = circuit(id="one") + circuit(id="two", expression=SIGMOID, inputs="", step="3")
    page = open_course(f"<main><h1>Course</h1>{circuits}</main>", before=record, Content_Security_Policy=policy)
    for index, gates in ((0, 2), (1, 8)):
        expect(live(page, index).locator(".gates > .gate")).to_have_count(gates)
        expect(box(page, index)).to_have_class("box shown")
    assert page.evaluate("[one.getState().value, one.getState().step, two.getState().step]") == [-12, None, 3]
    live(page, 1).get_by_role("button", name="Step forward").click()
    expect_told(page, ["step", "two", 4])
    live(page, 1).get_by_role("button", name="Step forward").focus()
    page.keyboard.press("ArrowRight")
    expect_told(page, ["step", "two", 5])
    page.evaluate("one.setState({ inputs: { z: 2 } })")
    expect_told(page, ["change", "one", None])
    assert page.evaluate("one.getState().value") == 6
    page.evaluate("one.expression = 'x y z'")
    expect(live(page, 0).locator(".gate .symbol")).to_have_text(["∗", "∗"])
    assert page.evaluate("[one.getState().expression, two.getState().step]") == ["x y z", 5]
    assert violations(page, iframes=False) == []  # those of the server are looked at by themselves


def test_a_live_circuit_that_moves_goes_on_where_it_was(open_course):
    page = open_course(f"{circuit(step='0')}<div id=new></div>", before=record)
    live(page).get_by_role("button", name="Step forward").click()
    page.evaluate("document.querySelector('chainrule-circuit').setState({ inputs: { z: 2 } })")
    expect_told(page, ["step", "", 1], ["change", "", 1])
    page.evaluate("document.querySelector('#new').append(document.querySelector('chainrule-circuit'))")
    expect_told(page, ["ready", "", 1])
    expect(live(page).locator(".gates > .gate")).to_have_count(2)
    state = page.evaluate("document.querySelector('#new chainrule-circuit').getState()")
    assert (state["inputs"], state["value"]) == ({"x": -2, "y": 5, "z": 2}, 6)


def test_a_live_circuit_works_on_a_page_in_a_sandbox(open_course, course, server):
    module = f'<script type="module" src="{server.address}/embed.js"></script>'
    inside = course.put("/component/inside", circuit(step="0"), head=module)
    page = open_course(
        f'<iframe title="Page" sandbox="allow-scripts" width="800" height="600" src="{inside}"></iframe>'
    )
    sandboxed = page.frame_locator("body > iframe")
    frame = sandboxed.frame_locator(f"{CIRCUIT} iframe")
    frame.get_by_role("button", name="Step forward").click()
    sandboxed.locator(CIRCUIT).evaluate("(circuit) => circuit.setState({ expression: 'x y' })")
    expect(frame.locator(".gates > .gate")).to_have_count(1)


def test_a_program_that_is_too_long_for_an_address_is_told_to_the_frame(open_course):
    page = open_course(circuit(expression=f"x*y + x # {'long ' * 1500}", inputs="x:3,y:-4", mode="view"), before=record)
    expect(live(page).locator(".gates > .gate")).to_have_count(2)
    expect_told(page, ["change", "", None])
    assert page.evaluate("document.querySelector('chainrule-circuit').getState().value") == -9
    assert len(page.frames) == 2


def test_a_program_with_mistakes_is_told_in_its_place_and_hostile_texts_stay_texts(open_course):
    payload = "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&lt;/script&gt;&lt;script&gt;alert(2)&lt;/script&gt;"
    hostile = circuit(expression=f"x*y # {payload}", title=payload, inputs=payload, height=payload)
    page = open_course(circuit(expression="1/(1+exp(-x)") + hostile, tolerated=("status of 422",))
    expect(box(page)).to_have_class("box shown")
    expect(live(page).locator("text", has_text="A bracket is still open")).to_be_visible()
    page.evaluate("document.querySelector('chainrule-circuit').expression = '1/(1+exp(-x))'")
    expect(live(page).locator(".gates > .gate")).to_have_count(4)
    expect(live(page, 1).locator(".gates > .gate")).to_have_count(1)
    assert page.locator("img").count() == live(page, 1).locator("img").count() == 0


def test_the_module_is_small(server):
    with urlopen(f"{server.address}/embed.js") as response:
        size = len(gzip.compress(response.read()))
    assert size < 4_096
