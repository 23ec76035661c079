"""English and Korean, light and dark, without leaving the page."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reading import caption, drawn, expect_gates, expect_numbers, sigmoid_ready, type_program

TEXTS = Path(__file__).parents[2] / "static" / "texts"

# Names, formats and words that both languages write alike.
ALIKE = {
    "page.title",
    "inputs.matrix",
    *(f"gate.{name}" for name in ("relu", "leaky_relu", "elu", "selu", "gelu", "silu")),
    *(f"embedding.{name}" for name in ("iframe", "markdown", "myst", "quarto", "pictures")),
}

KOREAN = re.compile(r"[가-힣]")
PROSE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")  # two English words in a row

# Texts that are seen, but for programs, code, formulas and names, which are written alike in every language.
VISIBLE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const apart = "script, style, code, pre, kbd, textarea, .katex, .brand, .gate-symbol, a[lang]";
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() && parent.checkVisibility() && !parent.closest(apart)) texts.push(node.data.trim());
  }
  const labels = [...document.querySelectorAll("[aria-label]:not(a[lang])")].filter((e) => e.checkVisibility());
  return [...texts, ...labels.map((element) => element.getAttribute("aria-label"))];
}"""


def background(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


LIGHT, DARK = "rgb(251, 250, 247)", "rgb(20, 22, 26)"


def test_the_language_changes_without_leaving_the_page(visit):
    page = sigmoid_ready(visit("/?step=12&select=n12"))
    page.evaluate("window.stillHere = true")
    page.get_by_role("link", name="한국어").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.get_by_role("heading", name="역수 reciprocal")).to_be_visible()
    expect(page.locator("#stepper .eyebrow").first).to_have_text("역전파 · 8단계 중 3")
    expect(caption(page)).to_have_text(re.compile(r"^exp 상류 −0\.53 × 국소 e.*−1\.00.* = 0\.37 → −0\.20$"))
    expect(page.get_by_role("link", name="한국어")).to_have_attribute("aria-current", "true")
    expect(drawn(page, 5)).to_have_accessible_name("지수 함수: 값 0.37, 기울기 −0.53")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Reciprocal reciprocal")).to_be_visible()
    assert page.evaluate("window.stillHere")


def test_problems_change_their_language_too(visit):
    page = visit("/?expression=1%2B*2", tolerated=("status of 422",))
    expect(page.get_by_role("alert")).not_to_be_empty()
    assert not KOREAN.search(page.get_by_role("alert").inner_text())
    page.get_by_role("link", name="한국어").click()
    expect(page.get_by_role("alert")).to_have_text(KOREAN)


@pytest.mark.parametrize("path", ["/examples", "/gates", "/guide", "/lesson", "/api/v1/docs"])
def test_pages_of_prose_change_their_language_in_place(visit, path):
    page = visit(path)
    page.evaluate("window.stillHere = true")
    page.get_by_role("link", name="한국어").click()
    expect(page.locator("main p").first).to_have_text(KOREAN)
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    assert page.evaluate("window.stillHere")
    page.reload()
    expect(page.locator("main p").first).to_have_text(KOREAN)


def test_the_language_of_the_browser_is_the_first_choice_and_the_chosen_one_stays(visit):
    page = visit("/", locale="ko-KR")
    expect(page.get_by_role("heading", name="프로그램")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Program", exact=True)).to_be_visible()
    page.goto("/guide")
    expect(page.get_by_role("heading", level=1)).to_have_text("Guide")


def test_the_theme_follows_the_system_until_one_is_chosen(visit):
    page = sigmoid_ready(visit("/"))
    assert background(page) == LIGHT
    page.get_by_role("button", name="Theme: as the system has it").click()
    assert background(page) == DARK
    page.goto("/guide")
    assert background(page) == DARK
    page.get_by_role("button", name="Theme: dark").click()
    assert background(page) == LIGHT
    page.get_by_role("button", name="Theme: light").click()
    page.emulate_media(color_scheme="dark")
    assert background(page) == DARK


def test_a_theme_in_the_link_is_there_before_the_page_is_painted(visit):
    page = visit("/?theme=dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert background(page) == DARK


def sentences(language):
    texts = {}
    for file in TEXTS.glob(f"*{language}.json"):
        texts |= json.loads(file.read_text(encoding="utf-8"))
    return texts


def test_every_sentence_has_a_korean_one():
    english, korean = sentences("en"), sentences("ko")
    assert english.keys() == korean.keys()
    assert {key for key, text in english.items() if korean[key] == text} <= ALIKE
    spoken = {key for key, text in korean.items() if PROSE.search(text) and not KOREAN.search(text)}
    assert spoken == set()


PAGES = [
    "/",
    "/?select=n2",
    "/?select=n0",
    "/?expression=x*x&inputs=x:3&select=branch:n0",
    "/examples",
    "/gates",
    "/guide",
    "/api/v1/docs",
]


def english_sentences(page):
    if page.locator("#figure").count():
        expect(page.locator("#figure .number.gradient").first).to_be_visible()
    return [text for text in page.evaluate(VISIBLE) if PROSE.search(text) and not KOREAN.search(text)]


def test_a_korean_page_has_no_english_sentence(visit):
    page = visit("about:blank", locale="ko-KR")
    for path in PAGES:
        page.goto(path)
        assert english_sentences(page) == [], path
        page.goto(path + ("&" if "?" in path else "?") + "lang=en")
        assert len(english_sentences(page)) > 2, path


def test_a_notice_and_a_problem_are_korean_too(visit):
    page = visit("/?expression=1%2F2x", locale="ko-KR", tolerated=("status of 422",))
    expect(page.locator("#notices .dchip")).to_have_text(KOREAN)
    page.get_by_role("textbox", name="프로그램").fill("")
    expect(page.get_by_role("alert")).to_have_text(KOREAN)
    page.get_by_role("textbox", name="프로그램").fill("sigmod(x)")
    expect(page.get_by_role("alert")).to_have_text(KOREAN)


def test_numbers_stay_when_language_and_theme_change(visit):
    page = sigmoid_ready(visit("/"))
    type_program(page, "x*y + x")
    expect_gates(page, "∗", "+")
    page.get_by_role("textbox", name="x", exact=True).fill("3")
    page.get_by_role("textbox", name="y", exact=True).fill("-4")
    page.get_by_role("link", name="한국어").click()
    page.get_by_role("button", name=re.compile("^테마")).first.click()
    expect_numbers(page, {"x": ("3.00", "−3.00"), "y": ("−4.00", "3.00")})
