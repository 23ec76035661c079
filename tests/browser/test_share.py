"""Sharing: the menu with link, programs and pictures; and a program dropped on the page."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import SIGMOID, expect_gates, sigmoid_ready

NO_CLIPBOARD = (
    "navigator.clipboard.write = navigator.clipboard.writeText = undefined; document.execCommand = () => false;"
)
CLIPBOARD = ["clipboard-read", "clipboard-write"]
DROP = """({ name, bytes, text, over }) => {
  const dataTransfer = new DataTransfer();
  if (name) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
  else dataTransfer.setData("text/plain", text);
  const types = over ? ["dragenter", "dragover"] : ["dragenter", "dragover", "drop"];
  const fire = (type) => document.querySelector("#stepper").dispatchEvent(
    new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  return types.map(fire);
}"""


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/", permissions=CLIPBOARD, tolerated=("status of 422",)))


def menu(page):
    return page.get_by_role("button", name="Share", exact=True)


def item(page, name):
    return page.get_by_role("button", name=name, exact=True)


def drop(page, *, name=None, content=b"", text="", over=False):
    page.evaluate(DROP, {"name": name, "bytes": list(content), "text": text, "over": over})


def test_the_menu_is_led_by_keys_and_gives_the_focus_back(page):
    menu(page).focus()
    page.keyboard.press("ArrowDown")
    expect(item(page, "Copy link")).to_be_focused()
    expect(menu(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("End")
    expect(item(page, "Download as one HTML file")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(item(page, "Copy link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu(page)).to_be_focused()
    expect(item(page, "Copy link")).to_be_hidden()
    menu(page).click()
    page.locator("#stepper").click()
    expect(item(page, "Copy link")).to_be_hidden()


def test_a_program_for_a_library_is_copied(page):
    for name, imported in {"NumPy": "numpy", "PyTorch": "torch", "JAX": "jax"}.items():
        menu(page).click()
        item(page, f"Copy as {name}").click()
        expect(page.get_by_text(f"Program for {name} copied.")).to_be_visible()
        expect(item(page, f"Copy as {name}")).to_be_hidden()
        program = page.evaluate("navigator.clipboard.readText()")
        assert f"import {imported}" in program
        assert re.search(r"\bw0\W+(torch\.tensor\()?2\.0", program)
        assert re.search(r"\bx0\W+(torch\.tensor\()?-1\.0", program)


def test_where_nothing_may_be_copied_the_program_becomes_a_file(visit):
    page = visit("/", before=lambda page: page.add_init_script(NO_CLIPBOARD))
    menu(sigmoid_ready(page)).click()
    with page.expect_download() as download:
        item(page, "Copy as NumPy").click()
    assert download.value.suggested_filename == "chainrule-sigmoid.py"
    expect(page.get_by_text("the program was saved as chainrule-sigmoid.py")).to_be_visible()


def test_a_picture_looks_as_the_page_does_and_is_named_after_the_program(visit):
    page = sigmoid_ready(visit("/?lang=ko&theme=dark"))
    page.get_by_role("button", name="공유").click()
    with page.expect_download() as download:
        item(page, "SVG 내려받기").click()
    assert download.value.suggested_filename == "chainrule-sigmoid.svg"
    picture = download.value.path().read_text(encoding="utf-8")
    assert picture.startswith("<svg")
    assert "#14161A" in picture  # the paper of the dark theme
    expect(page.get_by_text("chainrule-sigmoid.svg")).to_be_visible()


def test_what_the_server_refuses_is_told_in_the_menu(page):
    problem = {"code": "unsupported", "detail": "No PNG here.", "hint": "Ask for svg instead.", "span": None}
    refusal = {"status": 422, "body": json.dumps(problem), "content_type": "application/problem+json"}
    page.route("**/api/v1/render", lambda route: route.fulfill(**refusal))
    menu(page).click()
    item(page, "Download PNG").click()
    expect(page.get_by_role("alert").filter(has_text="No PNG here. Ask for svg instead.")).to_be_visible()
    page.keyboard.press("Escape")
    menu(page).click()
    expect(page.get_by_text("No PNG here.")).to_be_hidden()


def test_on_a_phone_the_items_stand_in_the_menu_of_the_bar(visit):
    page = sigmoid_ready(visit("/", width=390, height=844, has_touch=True, is_mobile=True))
    expect(menu(page)).to_be_hidden()
    page.get_by_role("button", name="More").tap()
    items = page.locator(".more .item")
    expect(items.filter(has_text="Embed")).to_be_visible()
    assert min(box["height"] for box in [one.bounding_box() for one in items.all()]) >= 44
    item(page, "Copy link").tap()
    expect(page.locator("#toast")).to_contain_text("ink")
    expect(item(page, "Copy link")).to_be_hidden()


def test_a_dropped_file_opens_and_back_brings_the_program_before(page):
    expect(page.get_by_text("Drop to open this program")).to_be_hidden()
    drop(page, name="neuron.py", content=b"", over=True)
    expect(page.get_by_text("Drop to open this program")).to_be_visible()
    drop(page, name="neuron.py", content=b"q = x y\r\nq + 1\r\n")
    expect(page.get_by_role("textbox", name="Program")).to_have_value("q = x y\nq + 1")
    expect_gates(page, "∗", "+1")
    expect(page.get_by_text("Opened.")).to_be_visible()
    expect(page).to_have_url(re.compile(r"expression=q"))
    page.go_back()
    expect(page.get_by_role("textbox", name="Program")).to_have_value(SIGMOID)


def test_a_dropped_text_opens(page):
    drop(page, text=r"\frac{x}{y}")
    expect_gates(page, "/")
    expect(page.locator("#drop")).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("photo.png", b"\x89PNG\x00\xff\xfe", "Not opened: this is no text."),
        ("long.txt", b"x + " * 12_500 + b"x", "Not opened: a program has at most 50000 characters."),
        ("empty.txt", b" \n", "Not opened: there is no text in it."),
    ],
)
def test_what_is_no_program_is_refused_with_words(page, name, content, words):
    drop(page, name=name, content=content)
    expect(page.locator("#toast")).to_contain_text(words)
    expect(page.get_by_role("textbox", name="Program")).to_have_value(SIGMOID)
