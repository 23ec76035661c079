"""The examples: each one opens with its numbers, reads well in both languages, and is drawn as the design asks."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.geometry import bent_spines, overlapping_texts, small_texts
from tests.browser.reading import SLIDE_NUMBERS, expect_numbers, sigmoid_ready

EXAMPLES = json.loads((Path(__file__).parents[2] / "app" / "examples.json").read_text(encoding="utf-8"))["examples"]


@pytest.fixture(scope="module")
def addresses(visit_once):
    """Where the card of each example leads, by the example's id."""
    page = visit_once("/examples")
    expect(page.locator(".card .thumb .b").first).to_be_visible()
    cards = page.locator(".card").evaluate_all("all => all.map((card) => [card.dataset.example, card.href])")
    return {json.loads(example)["id"]: href for example, href in cards}


def seen_texts(answer):
    """How many values and gradients stand on the wires: none may be missing when all steps are done."""
    return 2 * len(answer["nodes"]) + sum(edge["numbers"] is not None for edge in answer["layout"]["edges"])


def expect_drawn(page, answer):
    expect(page.locator("#figure .gate")).to_have_count(len(answer["order"]["forward"]))
    numbers = page.locator("#figure :is(.number:not(.shape), .matrix)")
    expect(numbers).to_have_count(seen_texts(answer))
    expect(page.get_by_role("alert")).to_be_empty()
    assert overlapping_texts(page) == []
    assert small_texts(page) == []
    assert bent_spines(page, answer) == []


@pytest.fixture(scope="module")
def page(visit_once):
    """One page for all examples, which keeps scripts and fonts."""
    return visit_once("about:blank")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_an_example_opens_and_is_drawn_without_fault_in_both_languages(page, addresses, example):
    with page.expect_response("**/api/v1/evaluate") as evaluated:
        page.goto(f"{addresses[example['id']]}&lang=en")
    answer = evaluated.value.json()
    assert answer["expression"]["source"] == example["expression"]
    expect_drawn(page, answer)
    with page.expect_response("**/api/v1/evaluate"):
        page.get_by_role("link", name="한국어").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect_drawn(page, answer)


def test_every_example_has_a_card_with_its_drawing(visit):
    page = visit("/examples", height=6000)
    cards = page.locator(".card")
    expect(cards).to_have_count(len(EXAMPLES))
    expect(cards.filter(has=page.locator(".thumb .b"))).to_have_count(len(EXAMPLES))
    expect(cards.locator("h3")).to_have_text([example["title"]["en"] for example in EXAMPLES])


def test_a_card_leads_to_its_circuit_and_back(visit):
    page = visit("/examples")
    page.get_by_role("heading", name="Sigmoid circuit").click()
    expect_numbers(sigmoid_ready(page), SLIDE_NUMBERS)
    page.go_back()
    expect(page.get_by_role("heading", name="Examples from the lecture")).to_be_visible()


LONG = [
    "/?constants=nodes",
    "/?digits=6",
    "/?expression=exp(x)&inputs=x:20",
    "/?expression=a%2Fb*c&inputs=a:-123456,b:-0.0001",
]


@pytest.mark.parametrize("path", LONG)
def test_long_numbers_and_constants_find_room(page, path):
    with page.expect_response("**/api/v1/evaluate") as evaluated:
        page.goto(f"{path}&lang=en")
    expect_drawn(page, evaluated.value.json())


@pytest.mark.parametrize("width", [1024, 768])
def test_the_sigmoid_circuit_can_be_read_on_smaller_screens(visit, width):
    page = sigmoid_ready(visit("/?select=n12", width=width, height=768))
    assert overlapping_texts(page) == []
    assert small_texts(page) == []


def test_the_gates_page_shows_rules_and_code(visit):
    page = visit("/gates")
    expect(page.locator(".gate-entry .rule .katex").first).to_be_visible()
    rules, typeset = page.locator(".gate-entry [data-rule]"), page.locator(".gate-entry [data-rule] > .katex")
    expect(typeset).to_have_count(rules.count())
    assert page.locator(".katex-error, .rule.plain").count() == 0
    entry = page.locator("#exp")
    entry.get_by_text("The code that runs").click()
    expect(entry.locator("pre")).to_have_text(re.compile(r"def forward\(.*def backward\(", re.DOTALL))
