"""The dialog that puts the circuit into another page: kinds, choices, snippets, files and the live preview."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import expect

from tests.browser.reading import SIGMOID, expect_gates, sigmoid_ready, type_program
from tests.browser.test_axe import violations
from tests.hostile import PAYLOADS

CLIPBOARD = ["clipboard-read", "clipboard-write"]
KINDS = ["Web component", "iframe", "Image by address", "Markdown", "Jupyter Book, MyST", "Quarto"]
KINDS += ["One HTML file", "TikZ for LaTeX", "DOT for Graphviz", "SVG · PNG"]
LOOKS = [("en", "light", "component"), ("ko", "dark", "tikz")]
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}

INSIDE = "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
FITS = "[document.documentElement, document.querySelector('.dmain')].every((it) => it.scrollWidth <= it.clientWidth)"
PASTED = """(text) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  const attributes = (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  const elements = [...page.querySelectorAll("head *, body *")];
  return [elements.map((element) => [element.tagName, attributes(element)]), page.body.textContent];
}"""
HOSTILE_TAGS = {
    "Web component": ["SCRIPT", "CHAINRULE-CIRCUIT"],
    "iframe": ["IFRAME"],
    "Image by address": ["IMG"],
    "Markdown": ["A", "IMG"],
}
NO_CLIPBOARD = "navigator.clipboard.writeText = undefined; document.execCommand = () => false;"


@pytest.fixture
def page(visit):
    return sigmoid_ready(visit("/", permissions=CLIPBOARD))


def embed_button(page):
    return page.locator(".tools > [data-action=embed]")


def dialog(page):
    return page.get_by_role("dialog")


def opened(page):
    embed_button(page).click()
    expect(dialog(page)).to_be_visible()
    return dialog(page)


def tab(page, name):
    return dialog(page).get_by_role("tab", name=name, exact=True)


def choice(page, group, name):
    return dialog(page).get_by_role("group", name=group).get_by_role("button", name=name, exact=True)


def snippet(page):
    return dialog(page).get_by_role("region", name="Snippet", exact=True)


def preview_frame(page):
    return dialog(page).locator(".framed iframe")


def test_keys_open_it_go_through_the_kinds_and_give_the_focus_back(page):
    embed_button(page).focus()
    page.keyboard.press("Enter")
    expect(dialog(page)).to_have_accessible_name("Put this circuit in a page")
    expect(dialog(page).get_by_role("tab")).to_have_text(KINDS)
    expect(tab(page, KINDS[0])).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(tab(page, "iframe")).to_be_focused()
    expect(tab(page, "iframe")).to_have_attribute("aria-selected", "true")
    expect(snippet(page)).to_contain_text("<iframe src=")
    page.keyboard.press("End")
    expect(tab(page, KINDS[-1])).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(tab(page, KINDS[0])).to_be_focused()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(INSIDE)
    tab(page, KINDS[0]).focus()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_have_count(0)
    expect(embed_button(page)).to_be_focused()


def test_the_snippet_and_the_preview_follow_the_choices(page):
    opened(page)
    expect(snippet(page)).to_contain_text(f'expression="{SIGMOID}"')
    expect(snippet(page)).to_contain_text('inputs="w0:2,x0:-1,w1:-3,x1:-2,w2:-3"')
    expect(snippet(page)).to_contain_text('mode="step" theme="auto" lang="en"')
    expect(preview_frame(page)).to_have_attribute("src", re.compile("mode=step"))
    choice(page, "Readers can", "explore").click()
    choice(page, "Fold", "sigmoid").click()
    choice(page, "Theme", "dark").click()
    expect(choice(page, "Fold", "sigmoid")).to_have_attribute("aria-pressed", "true")
    expect(choice(page, "Fold", "nothing")).to_have_attribute("aria-pressed", "false")
    expect(snippet(page)).to_contain_text('mode="explore" fold="sigmoid" theme="dark" lang="en"')
    address = re.compile("fold=sigmoid&theme=dark&lang=en&mode=explore")
    expect(preview_frame(page)).to_have_attribute("src", address)
    frame = dialog(page).frame_locator(".framed iframe")
    expect(frame.locator(".gate .symbol").last).to_have_text("σ")
    choice(page, "Fold", "nothing").click()
    expect(snippet(page)).to_contain_text('fold="none"')
    choice(page, "Fold", "to fit").click()
    expect(snippet(page)).not_to_contain_text("fold")
    history = page.evaluate("history.length")
    page.keyboard.press("Escape")
    assert page.evaluate("history.length") == history


def test_what_is_chosen_stays_and_what_is_shown_is_new(page):
    opened(page)
    tab(page, "Image by address").click()
    choice(page, "Theme", "light").click()
    page.keyboard.press("Escape")
    type_program(page, "x*y + x")
    expect_gates(page, "∗", "+")
    opened(page)
    expect(tab(page, "Image by address")).to_have_attribute("aria-selected", "true")
    expect(snippet(page)).to_contain_text("expression=x*y+%2B+x&amp;")
    expect(snippet(page)).to_contain_text("theme=light")
    expect(dialog(page).get_by_role("group", name="Fold")).to_have_count(0)
    expect(dialog(page).get_by_role("img", name=re.compile(r"^The circuit of x\*y \+ x"))).to_be_visible()


def pasted(page, text):
    """The elements that a browser makes of a text, each with its attributes; any text between them fails."""
    elements, rest = page.evaluate(PASTED, text)
    assert rest.strip() == ""
    return [(name, attributes) for name, attributes in elements if name != "P"]


def renderings(kind, text):
    """What reaches a browser: the text itself, or what a reader of Markdown makes of it."""
    markdown = MarkdownIt("commonmark", {"html": True})
    return [markdown.render(text)] if kind == "Markdown" else [text, markdown.render(text)]


def program_in(attributes):
    if "expression" in attributes:
        return attributes["expression"]
    return parse_qs(urlsplit(attributes["src"]).query)["expression"][0]


def test_hostile_words_are_nothing_but_text_wherever_they_are_pasted(page):
    program = "x*y # " + " ".join(words for words in PAYLOADS if words.isprintable())
    type_program(page, program)
    expect_gates(page, "∗")
    opened(page)
    expect(dialog(page).frame_locator(".framed iframe").locator(".gate .symbol")).to_have_text("∗")
    for kind, names in HOSTILE_TAGS.items():
        tab(page, kind).click()
        text = snippet(page).inner_text()
        assert not re.search(r"\{[{%]", text)  # what Liquid looks for
        for reaching in renderings(kind, text):
            elements = pasted(page, reaching)
            assert [name for name, _ in elements] == names
            assert program_in(elements[-1][1]) == program


def test_the_snippet_is_copied(page):
    opened(page)
    tab(page, "Markdown").click()
    dialog(page).get_by_role("button", name="Copy", exact=True).click()
    expect(dialog(page).get_by_role("button", name="Copied")).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()") == snippet(page).inner_text()


def test_where_nothing_may_be_copied_the_snippet_is_selected(visit):
    page = sigmoid_ready(visit("/", before=lambda fresh: fresh.add_init_script(NO_CLIPBOARD)))
    opened(page)
    dialog(page).get_by_role("button", name="Copy", exact=True).click()
    expect(dialog(page).get_by_role("alert")).to_contain_text("The snippet is selected")
    assert page.evaluate("String(getSelection())").strip() == snippet(page).inner_text().strip()


@pytest.mark.parametrize(
    ("kind", "form", "start"),
    [("TikZ for LaTeX", "TikZ", "% Circuit of"), ("DOT for Graphviz", "DOT", "digraph"), ("SVG · PNG", "SVG", "<svg")],
)
def test_files_are_saved_under_the_name_of_the_circuit(page, kind, form, start):
    opened(page)
    tab(page, kind).click()
    with page.expect_download() as download:
        dialog(page).get_by_role("button", name=f"Download {form}").click()
    assert re.fullmatch(r"chainrule-sigmoid\.(tex|dot|svg)", download.value.suggested_filename)
    assert start in download.value.path().read_text(encoding="utf-8")[:300]


def test_tikz_is_shown_as_it_is_written(page):
    opened(page)
    tab(page, "TikZ for LaTeX").click()
    expect(snippet(page)).to_contain_text(r"\begin{tikzpicture}")
    expect(snippet(page)).not_to_contain_text("documentclass")
    choice(page, "Written as", "document").click()
    expect(snippet(page)).to_contain_text(r"\documentclass")


def test_what_the_server_refuses_is_told(visit):
    page = sigmoid_ready(visit("/", tolerated=("status of 503",)))
    page.route("**/api/v1/render", lambda route: route.fulfill(status=503, headers={"Retry-After": "3"}))
    opened(page)
    tab(page, "SVG · PNG").click()
    dialog(page).get_by_role("button", name="Download PNG").click()
    expect(dialog(page).get_by_role("alert")).to_have_text("The server is busy. Try again in 3 s.")


def test_a_long_address_is_told_with_the_kinds_that_need_none(visit):
    numbers = ",".join("0.125" for _ in range(400))
    page = visit(f"/?expression=sum(x)&inputs=x:({numbers})")
    expect_gates(page, "Σ")
    opened(page)
    expect(dialog(page).get_by_text("some hosts cut addresses")).to_be_hidden()
    tab(page, "Markdown").click()
    expect(dialog(page).get_by_text("some hosts cut addresses")).to_be_visible()
    dialog(page).get_by_role("tabpanel").get_by_role("button", name="TikZ for LaTeX").click()
    expect(tab(page, "TikZ for LaTeX")).to_have_attribute("aria-selected", "true")


def test_of_a_program_that_cannot_be_read_the_last_circuit_is_taken(visit):
    page = sigmoid_ready(visit("/", tolerated=("status of 422",)))
    type_program(page, f"{SIGMOID} +")
    expect(page.locator("#problem .msg").first).to_be_visible()
    opened(page)
    expect(dialog(page).get_by_text("this is the last circuit that could be read")).to_be_visible()
    expect(snippet(page)).to_contain_text(f'expression="{SIGMOID}"')


@pytest.mark.parametrize(("language", "theme", "kind"), LOOKS)
def test_axe_finds_nothing(visit, language, theme, kind):
    page = sigmoid_ready(visit(f"/?lang={language}&theme={theme}"))
    opened(page)
    page.locator(f"#kind-{kind}").click()
    expect(dialog(page).locator(".framed > *")).to_be_visible()
    assert violations(page) == []


def test_on_a_phone_everything_fits_and_can_be_touched(visit):
    page = sigmoid_ready(visit("/", **PHONE))
    page.get_by_role("button", name="More").tap()
    page.locator(".more [data-action=embed]").tap()
    expect(dialog(page)).to_be_visible()
    buttons = [button.bounding_box() for button in dialog(page).get_by_role("button").all()]
    assert min(box["height"] for box in buttons) >= 44
    for kind in ("iframe", "Quarto", "SVG · PNG", "TikZ for LaTeX"):
        tab(page, kind).tap()
        assert page.evaluate(FITS)
    assert violations(page) == []
    dialog(page).get_by_role("button", name="Close").tap()
    expect(page.get_by_role("button", name="More")).to_be_focused()
