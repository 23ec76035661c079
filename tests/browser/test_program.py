"""Typing a program: what is read, what cannot be, and which of two answers wins."""

import math
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.reading import (
    SIGMOID,
    SLIDE_NUMBERS,
    expect_gates,
    expect_numbers,
    gate_ids,
    number,
    rounded,
    sigmoid_ready,
    type_program,
)

REFUSED = ("status of 422",)

# text, the underlined part, a part of the message or of its hint
UNREADABLE = [
    ("1+*2", "*", "*"),
    ("sigmod(x)", "sigmod", "sigmod"),
    ("import os", "import os", "os"),
    ("x ? y", "?", "?"),
]

ALIGNED = """() => {
  const all = [...document.querySelectorAll("#source pre, #source textarea")];
  const look = (element) => {
    const { font, letterSpacing, padding, whiteSpace } = getComputedStyle(element);
    const { left, top, width } = element.getBoundingClientRect();
    return JSON.stringify([font, letterSpacing, padding, whiteSpace, left, top, width]);
  };
  return all.map(look);
}"""


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/", tolerated=REFUSED))


def test_another_program_gets_its_circuit_its_inputs_and_its_numbers(page):
    type_program(page, "2*(x*y + max(z,w))")
    expect_gates(page, "∗", "max", "+", "∗2")
    expect(page.locator("#inputs .scalar")).to_have_count(4)
    given = {name: page.get_by_role("slider", name=f"{name}, slider").input_value() for name in "xyzw"}
    x, y, z, w = (float(given[name]) for name in "xyzw")
    expect(number(page, 3, "value")).to_have_text(rounded(2 * (x * y + max(z, w))))
    expect(number(page, "x", "gradient")).to_have_text(rounded(2 * y))
    expect(number(page, "z", "gradient")).to_have_text(rounded(2 * (z > w)))
    expect(page.locator("#formula annotation").first).to_have_text(re.compile(r"^f = 2"))


def test_inputs_keep_their_numbers_while_the_program_grows(page):
    type_program(page, "tanh(w0x0+w1x1+w2)")
    expect(page.locator("#figure .gate .symbol").last).to_have_text("tanh")
    expect_numbers(page, {"w1": ("−3.00", rounded(-2 * (1 - math.tanh(1) ** 2)))})


def test_an_open_bracket_is_underlined_told_and_closed_by_one_click(page):
    type_program(page, SIGMOID[:-1])
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("A bracket is still open")
    expect(page.locator("#source mark.bad").first).to_have_text("(")
    left_of_it = page.locator("#source pre").first.evaluate("pre => pre.firstChild.textContent")
    assert left_of_it == "1/"
    expect(page.locator("#figure")).to_have_class(re.compile(r"\bstale\b"))
    expect(page.get_by_text("Last circuit that could be read")).to_be_visible()
    expect(number(page, 7, "value")).to_have_text("0.73")
    page.get_by_role("button", name="Add )").click()
    expect(page.get_by_role("textbox", name="Program")).to_have_value(SIGMOID)
    expect(page.locator("#figure")).not_to_have_class(re.compile(r"\bstale\b"))
    expect(alert).to_be_empty()
    expect_numbers(page, {7: SLIDE_NUMBERS[7]})


def test_each_unreadable_program_says_what_and_where(page):
    for text, underlined, part in UNREADABLE:
        type_program(page, text)
        expect(page.get_by_role("alert")).to_contain_text(part)
        expect(page.locator("#source mark.bad").first).to_have_text(underlined)
        expect(page.get_by_role("textbox", name="Program")).to_have_attribute("aria-invalid", "true")
    behind, area, veil = page.evaluate(ALIGNED)
    assert behind == area == veil  # so that the line is under the signs that one sees


def test_a_name_that_is_no_function_is_mended_by_one_click(page):
    type_program(page, "sigmod(x)")
    page.get_by_role("alert").get_by_role("button", name=re.compile("sigmoid")).click()
    expect_gates(page, "σ")
    expect(page.get_by_role("alert")).to_be_empty()


def test_shapes_that_do_not_fit_are_told_with_both_shapes(visit):
    page = visit("/?expression=W+x&inputs=W:((1,2),(3,4)),x:(1,2,3)", tolerated=REFUSED)
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"2.*2.*3", re.DOTALL))
    page.get_by_role("button", name="Use inputs that fit").click()
    expect(page.get_by_role("alert")).to_be_empty()
    assert len(gate_ids(page)) == 1


def test_an_empty_box_offers_four_programs(page):
    type_program(page, "")
    expect(page.get_by_role("alert")).to_contain_text("Type an expression")
    expect(page.locator("#figure")).to_have_class(re.compile(r"\bstale\b"))
    page.get_by_role("link", name="x*y + x").click()
    expect_gates(page, "∗", "+")
    expect_numbers(page, {"x": ("3.00", "−3.00")})
    expect(page.get_by_role("alert")).to_be_empty()


def test_a_doubtful_reading_is_confirmed_or_exchanged_by_one_click(page):
    type_program(page, "1/2x")
    chip = page.locator("#notices .dchip")
    expect(chip).to_have_count(1)
    expect(page.locator("#source mark.doubt")).to_have_count(1)
    chip.get_by_role("button").click()
    expect(page.get_by_role("textbox", name="Program")).to_have_value("1/(2x)")
    expect(chip).to_have_count(0)


def test_numbers_that_are_not_finite_are_shown_and_marked_where_they_start(visit):
    page = visit("/?expression=-log(x)&inputs=x:0")
    expect_numbers(page, {0: ("−∞", "−1.00"), 1: ("∞", "1.00")})
    expect(page.locator("#figure .gate .nonfinite:not([display=none])")).to_have_count(1)
    expect(number(page, 0, "value").locator("..")).to_have_class(re.compile("alert"))
    expect(page.locator("#notices .remark").first).to_be_visible()


def test_the_last_of_two_quick_edits_wins(page):
    first_came = []

    def hold_back_the_first(route):
        if '"first + 1"' in route.request.post_data:
            first_came.append(route)
        else:
            route.continue_()

    page.route("**/api/v1/*", hold_back_the_first)
    type_program(page, "first + 1")
    with page.expect_request(lambda request: '"first + 1"' in (request.post_data or "")):
        pass
    type_program(page, "second + 2")
    expect_gates(page, "+2")
    for route in first_came:
        route.continue_()
    page.unroute_all(behavior="wait")
    expect_gates(page, "+2")
    expect(page.locator("#figure .name")).to_have_text(["second"])


def test_without_the_server_the_page_says_so_and_goes_on_when_it_is_back(visit):
    page = sigmoid_ready(visit("/", tolerated=("net::ERR_INTERNET_DISCONNECTED",)))
    page.context.set_offline(True)
    type_program(page, "u + 1")
    expect(page.get_by_role("alert")).to_contain_text("The server cannot be reached")
    expect(number(page, 7, "value")).to_have_text("0.73")
    page.context.set_offline(False)
    expect_gates(page, "+1")
    expect(page.get_by_role("alert")).to_be_empty()


def test_a_busy_server_is_asked_again(visit):
    page = sigmoid_ready(visit("/", tolerated=("status of 503",)))
    answers = iter([{"status": 503, "headers": {"Retry-After": "1"}, "body": ""}])

    def busy_once(route):
        answer = next(answers, None)
        route.fulfill(**answer) if answer else route.continue_()

    page.route("**/api/v1/parse", busy_once)
    type_program(page, "u + 1")
    expect_gates(page, "+1")


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\\href{javascript:alert(1)}{x}"]
)
def test_markup_is_inert_typed_or_in_a_link(visit, text):
    page = visit(f"/?expression={quote(text)}", tolerated=REFUSED, fresh=True)
    page.on("dialog", lambda dialog: pytest.fail(f"The page ran {text}"))
    expect(page.get_by_role("textbox", name="Program")).to_have_value(text)
    expect(page.get_by_role("alert")).not_to_be_empty()
    type_program(page, "x + 1")
    expect_gates(page, "+1")
    type_program(page, text)
    expect(page.get_by_role("alert")).not_to_be_empty()
    assert page.locator("main script, main img, main a[href^=javascript]").count() == 0
