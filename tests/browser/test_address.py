"""The whole state is in the link: reload, back and forward, a copied address."""

import re

from playwright.sync_api import expect

from tests.browser.reading import (
    SIGMOID,
    caption,
    entries,
    expect_gates,
    expect_numbers,
    node_id,
    number,
    sigmoid_ready,
    type_program,
)

STATE = "/?expression=(x+%2B+y)+z&inputs=x:-2,y:5,z:-4&digits=3&precision=full&constants=nodes&select=n2&step=4&lang=ko"


def query(page, part):
    """Waits until the address holds ``part``."""
    page.wait_for_url(lambda address: part in address)


def test_a_reload_brings_back_program_inputs_step_selection_and_language(visit):
    page = sigmoid_ready(visit("/"))
    type_program(page, "(x + y) z")
    expect_gates(page, "+", "∗")
    page.get_by_role("textbox", name="y", exact=True).fill("7")
    page.get_by_role("link", name="한국어").click()
    page.locator("#figure .gate").first.click()
    page.keyboard.press("ArrowLeft")
    shown = page.locator("#figure .number").all_text_contents()
    query(page, "step=4")
    page.reload()
    expect(page.get_by_role("textbox", name="프로그램")).to_have_value("(x + y) z")
    expect(page.get_by_role("textbox", name="y", exact=True)).to_have_value("7.00")
    expect(page.locator("#inspector h2")).to_have_text(re.compile("덧셈"))
    expect(page.locator("#figure .number")).to_have_count(len(shown))
    assert page.locator("#figure .number").all_text_contents() == shown


def test_an_address_opens_exactly_what_it_says(visit):
    page = visit(STATE)
    expect_numbers(page, {"x": ("−2.000", None), 0: ("3.000", "−4.000"), 1: ("−12.000", "1.000")})
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.get_by_role("button", name="전체 자릿수")).to_have_attribute("aria-pressed", "true")
    assert f"select={node_id(page, 0)}" in STATE


def test_an_address_that_cannot_be_read_opens_what_can(visit):
    page = visit(
        "/?expression=x+%2B+1&inputs=x:2,y:(1,),z&step=-4&digits=99&select=%3Cb%3E&lang=xx&theme=pink&nonsense=1"
    )
    expect_numbers(page, {0: ("3.00", "1.00")})


def test_a_selection_that_is_not_there_is_let_go(visit):
    page = visit("/?expression=x+%2B+1&inputs=x:2&select=n99&step=99")
    expect_numbers(page, {0: ("3.00", "1.00")})
    expect(page.locator("#inspector")).to_be_hidden()


def test_back_and_forward_exchange_programs(visit):
    page = sigmoid_ready(visit("/"))
    page.get_by_role("link", name="x*y + x").click()
    expect_gates(page, "∗", "+")
    query(page, "expression=x*y")
    page.get_by_role("link", name="||W x||^2").click()
    expect_gates(page, "@", "‖·‖²")
    expect(entries(page, "x", "gradient")).to_have_text(["−0.112", "0.636"])
    query(page, "digits=3")
    page.go_back()
    expect_gates(page, "∗", "+")
    expect_numbers(page, {"x": ("3.00", "−3.00")})
    page.go_back()
    expect(page.get_by_role("textbox", name="Program")).to_have_value(SIGMOID)
    expect_gates(page, "∗", "∗", "+", "+", "∗−1", "exp", "+1", "1/x")
    page.go_forward()
    expect_gates(page, "∗", "+")
    expect_numbers(page, {"x": ("3.00", "−3.00")})


def test_share_copies_a_link_that_opens_the_same(visit):
    page = sigmoid_ready(visit("/", permissions=["clipboard-read", "clipboard-write"]))
    page.get_by_role("textbox", name="w0", exact=True).fill("2.5")
    expect(number(page, 0, "value")).to_have_text("−2.50")
    page.get_by_role("button", name="Backward step 3 of 8").click()
    told = caption(page).text_content()
    page.get_by_role("button", name="Share").first.click()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Link copied. It opens exactly this.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    other = visit(link)
    expect(caption(other)).to_have_text(told)
    expect_numbers(other, {0: ("−2.50", None)})


def test_share_on_a_page_of_prose_copies_its_address(visit):
    page = visit("/guide", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Share").first.click()
    expect(page.get_by_text("Link copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_program_of_several_lines_survives_the_address(visit):
    lines = "f(x, y) = x y\nq = f(a, b)  # twice\nq + q"
    page = visit("/")
    type_program(page, lines)
    query(page, "expression=f(x")
    page.reload()
    expect(page.get_by_role("textbox", name="Program")).to_have_value(lines)
    expect_gates(page, "∗", "+")


def test_a_program_typed_before_the_first_answer_stands_in_the_address(visit):
    held = []

    def hold_the_first(route):
        if held:
            route.continue_()
        else:
            held.append(route)

    page = visit("/", before=lambda page: page.route("**/api/v1/parse", hold_the_first))
    type_program(page, "x y + 7")
    query(page, "expression=x")
    page.reload()
    expect(page.get_by_role("textbox", name="Program")).to_have_value("x y + 7")
