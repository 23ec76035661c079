"""Looking inside a gate: its plot while inputs move, rows and columns of a product, the Jacobian as a picture."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import drawn, sigmoid_ready

VECTORISED = "/?expression=%7C%7CW+x%7C%7C%5E2&inputs=W:((0.1,0.5),(-0.3,0.8)),x:(0.2,0.4)&digits=3&select=n2"
SOFTMAX = "/?expression=softmax(x)&inputs=x:(1,2,3)&select=n1"

LECTURE = "/?expression=sum(max(0,x))&inputs=x:normal(100x4096)&select=n1"
RECIPROCAL = "/?select=n12"


def plot(page):
    return page.locator("#inspector .iplot svg[role=img]")


def mark(page):
    """The centre of the round mark, in the plot's own pixels."""
    circle = plot(page).locator("circle.pv")
    return float(circle.get_attribute("cx")), float(circle.get_attribute("cy"))


def count_curves(page):
    """A list that grows with each request for a curve."""
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/curve") else None)
    return asked


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit(RECIPROCAL))


def test_a_plot_shows_function_and_derivative_with_the_point_on_both(page):
    expect(plot(page)).to_have_attribute(
        "aria-label",
        "Reciprocal along x from −6 to 6, with its derivative. At 1.37 the value is 0.73 and the derivative −0.53.",
    )
    expect(plot(page).locator("text.v")).to_have_text("0.73")
    expect(plot(page).locator("text.g")).to_have_text("−0.53")
    for curve in ("path.fn", "path.dfn"):
        path = plot(page).locator(curve).get_attribute("d")
        assert path.count("M") == 2, "a pole is a gap"
    assert plot(page).locator("path.tan").count() == plot(page).locator("rect.pg").count() == 1


def test_the_point_follows_an_input_along_the_same_curve(page):
    expect(plot(page).locator("circle")).to_have_count(1)
    asked = count_curves(page)
    before, path = mark(page), plot(page).locator("path.fn").get_attribute("d")
    code = page.locator("#inspector .code").element_handle()
    slider = page.get_by_role("slider").first
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    expect(plot(page).locator("text.v")).not_to_have_text("0.73")
    assert mark(page) != before
    assert plot(page).locator("path.fn").get_attribute("d") == path
    assert asked == []
    assert code.evaluate("code => code.isConnected"), "what does not change stays as it is"


def test_the_curve_is_fetched_again_when_the_operand_leaves_it(visit):
    page = visit("/?expression=exp(x)&inputs=x:1&select=n1")
    expect(plot(page)).to_have_attribute("aria-label", re.compile("from −6 to 6"))
    page.locator("#inputs input[type=text], #inputs .scrub").first.fill("10")
    page.keyboard.press("Enter")
    expect(plot(page)).to_have_attribute("aria-label", re.compile("from −12 to 12.* At 10.00"))
    expect(plot(page).locator("circle.pv")).to_have_count(1)


def test_each_operand_has_a_tab_and_the_other_is_held(page):
    drawn(page, 0).click()
    tabs = page.locator("#inspector .iplot").get_by_role("button")
    expect(tabs).to_have_count(2)
    expect(page.locator("#inspector .iplot")).to_contain_text("Held: x0 = −1.00")
    expect(plot(page)).to_have_attribute("aria-label", re.compile("along w0 .* the derivative −1.00"))
    page.get_by_role("button", name="by x0").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="by x0")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="by x0")).to_be_focused()
    expect(page.locator("#inspector .iplot")).to_contain_text("Held: w0 = 2.00")
    expect(plot(page)).to_have_attribute("aria-label", re.compile("along x0 .* the derivative 2.00"))


def test_jumps_are_gaps_and_what_is_not_finite_has_no_point(visit):
    page = visit("/?expression=max(0,x)&inputs=x:2&select=n1")
    expect(plot(page).locator("path.fn")).to_have_attribute("d", re.compile("^M[^M]*$"))
    expect(plot(page).locator("path.dfn")).to_have_attribute("d", re.compile("^M[^M]*M[^M]*$"))
    page.goto("/?expression=log(x)&inputs=x:0&select=n1")
    expect(page.get_by_role("heading", name="Logarithm")).to_be_visible()
    expect(plot(page).locator("path.fn")).to_have_count(1)
    expect(plot(page).locator("circle, rect.pg, path.tan")).to_have_count(0)


def lit(page, part):
    return page.locator(f"#inspector .imath:nth-child({part}) .lit")


def test_a_result_lights_its_row_and_column_and_is_written_out(visit):
    page = visit(VECTORISED)
    sums = page.locator("#inspector .imath .entrysum")
    expect(sums).to_have_text(["0.22 = 0.1·0.2 + 0.5·0.4", "0.088 = 0.44·0.2"])
    page.get_by_role("button", name="Row 2, column 1: 0.26").hover()
    expect(sums.first).to_have_text("0.26 = (−0.3)·0.2 + 0.8·0.4")
    expect(lit(page, 1)).to_have_text(["−0.3", "0.8", "0.2", "0.4", "0.26"])
    page.get_by_role("button", name="Row 1, column 1: 0.088").focus()
    page.keyboard.press("ArrowRight")
    expect(sums.last).to_have_text("0.176 = 0.44·0.4")
    expect(lit(page, 2)).to_have_text(["0.44", "0.4", "0.176"])


def test_backward_and_the_jacobian_go_by_operand(visit):
    page = visit(VECTORISED)
    column = page.locator("#inspector .ijac")
    expect(column.get_by_role("heading")).to_have_text("Jacobian ∂q/∂W · 2 × 4")
    expect(column.locator("button")).to_have_text(["0.200", "0.400", "0", "0", "0", "0", "0.200", "0.400"])
    page.get_by_role("button", name="by x").click()
    expect(column.get_by_role("heading")).to_have_text("Jacobian ∂q/∂x · 2 × 2")
    expect(column.locator("button")).to_have_text(["0.100", "0.500", "−0.300", "0.800"])
    expect(column.locator("button.negative")).to_have_text(["−0.300"])
    expect(page.locator("#inspector .imath .entrysum").last).to_have_text("−0.112 = 0.1·0.44 + (−0.3)·0.52")


def test_the_jacobians_entries_are_read_by_pointer_and_by_keys(visit):
    page = visit(SOFTMAX)
    cells = page.locator("#inspector .jacobian button")
    reading = page.locator("#inspector .ijac .entrysum")
    expect(cells).to_have_count(9)
    cells.nth(4).hover()
    expect(reading).to_have_text("∂q1/∂x1 = 0.18")
    cells.nth(4).focus()
    page.keyboard.press("ArrowRight")
    expect(cells.nth(5)).to_be_focused()
    expect(reading).to_have_text("∂q1/∂x2 = −0.16")
    assert page.evaluate("document.querySelectorAll('.jacobian [tabindex=\"0\"]').length") == 1
    tints = cells.evaluate_all("all => all.map((cell) => parseFloat(cell.style.getPropertyValue('--tint')))")
    assert max(tints) == 42, "ink stays legible on the strongest tint"


def test_a_larger_jacobian_is_fetched_and_shown_in_blocks(visit):
    page = visit("/?expression=softmax(x)&inputs=x:normal(40)&select=n1")
    cells = page.locator("#inspector .jacobian button")
    expect(cells).to_have_count(16 * 16)
    expect(page.locator("#inspector .ijac")).to_contain_text("Each cell is a block of 3 × 3 entries")
    cells.nth(17).hover()
    expect(page.locator("#inspector .ijac .entrysum")).to_contain_text("Outputs 2–4, inputs 2–4: largest")


def test_the_lectures_jacobian_is_told_and_never_built(visit):
    page = visit(LECTURE)
    column = page.locator("#inspector .ijac")
    expect(column.get_by_role("heading")).to_have_text("Jacobian ∂q/∂x · 409,600 × 409,600")
    expect(column).to_contain_text("Diagonal: each output depends on its own entry only")
    expect(column).to_contain_text("In full it would take 1.3 TB. It is never built")
    expect(column.get_by_role("img")).to_be_visible()


def formulas(page, part=".lines .line > .eq"):
    """The LaTeX that is typeset in the lines of a derivation."""
    expect(page.locator(f"#inspector {part} .katex").first).to_be_visible()
    found = page.locator(f"#inspector {part}").evaluate_all("all => all.map((one) => one.dataset.latex)")
    return [latex.removeprefix("\\displaystyle ") for latex in found]


def test_a_composite_shows_its_closed_form_its_derivation_and_its_definition(visit):
    page = visit("/?expression=sigmoid(q)&inputs=q:1&select=n1")
    expect(page.get_by_role("heading", name="Closed form")).to_be_visible()
    expect(page.get_by_role("heading", name="Derivation, step by step")).to_be_visible()
    assert formulas(page)[1:3] == [
        r"\frac{d \sigma}{d q} = \frac{e^{-q}}{(1 + e^{-q})^{2}}",
        r"{=}\;\frac{1 + e^{-q} - 1}{1 + e^{-q}}\, \frac{1}{1 + e^{-q}}",
    ]
    lines = page.get_by_role("listitem").filter(has=page.locator(".numbers"))
    expect(lines).to_have_count(4)
    expect(lines.last.locator(".numbers .katex-html")).to_have_text("=(1−0.7311)⋅0.7311=0.20")
    expect(lines.last).to_contain_text("The second factor is σ.")
    expect(page.locator("#inspector .definition")).to_have_text("1/(1+exp(-z))")
    page.get_by_role("textbox", name="q", exact=True).fill("-2")
    expect(lines.last.locator(".numbers .katex-html")).to_have_text("=(1−0.1192)⋅0.1192=0.10")
    page.goto("/?expression=softmax(s)&inputs=s:(1,2,3)&select=n1")
    assert formulas(page)[3] == r"{=}\;{p}_{i}\, ([i = j] - {p}_{j})"
    expect(page.locator("#inspector .numbers")).to_have_count(0)
    page.goto("/?expression=exp(x)&inputs=x:1&select=n1")
    expect(page.get_by_role("heading", name="Local gradient")).to_be_visible()
    expect(page.locator("#inspector .definition")).to_have_count(0)
    page.goto("/?expression=sigmoid(x)&inputs=x:1&select=n1&lang=ko")
    expect(lines.last).to_contain_text("둘째 인수는 σ입니다.")


@pytest.mark.parametrize("path", [RECIPROCAL, VECTORISED])
def test_nothing_of_it_is_wider_than_a_phone(visit, path):
    page = visit(f"{path}&lang=ko", width=390, height=844, has_touch=True, is_mobile=True)
    expect(page.locator("#inspector .icode")).to_be_attached()
    widths = page.locator("#inspector .icols > *").evaluate_all(
        "parts => parts.map((part) => part.getBoundingClientRect().right)"
    )
    assert max(widths) <= 390
    small = page.locator("#inspector button").evaluate_all(
        "all => all.filter((b) => b.getBoundingClientRect().height < 44).length"
    )
    assert small == 0
