"""Measures the drawn circuit: where its texts stand, how large they are, and at which height its nodes."""

from playwright.sync_api import Page

LEAST_SIZE = 11  # pixels on the screen
TOUCH = 1.0  # pixels that two boxes may share: a box is a little larger than the ink in it

# Rows of [text, left, top, right, bottom, size on the screen], for every text that is seen. A text's box reaches from
# the ascent of its font to its descent; digits and most letters fill 0.2 to 0.8 of that.
TEXTS = """() => {
  const figure = document.querySelector("#figure .circuit");
  const seen = [...figure.querySelectorAll(".viewport text")].filter((text) => text.checkVisibility());
  return seen.filter((text) => text.textContent.trim()).map((text) => {
    const { left, top, right, bottom, height } = text.getBoundingClientRect();
    const parts = [text, ...text.querySelectorAll("tspan")].filter((part) => part.checkVisibility());
    const size = Math.min(...parts.map((part) => parseFloat(getComputedStyle(part).fontSize)));
    const scale = text.getScreenCTM().a;
    const label = `${text.closest("[data-number],[data-id]")?.dataset.number ?? ""} ${text.textContent}`;
    return [label, left, top + 0.2 * height, right, bottom - 0.2 * height, size * scale];
  }).filter(([, left, , right]) => right > left);
}"""

# The height of each node in circuit pixels, by id: gates by their body, inputs by the frame around their name.
HEIGHTS = """() => Object.fromEntries(
  [...document.querySelectorAll("#figure .viewport :is(.gate, .name[data-id])")].map((element) => {
    const { y, height } = (element.querySelector(".body") ?? element.querySelector(".target")).getBBox();
    return [element.dataset.id, y + height / 2];
  })
)"""


def overlapping_texts(page: Page) -> list[tuple[str, str]]:
    """Pairs of texts of the figure that share more than a hair."""
    texts = page.evaluate(TEXTS)
    assert texts, "There is no text in the figure."
    pairs = ((one, other) for i, one in enumerate(texts) for other in texts[i + 1 :])
    return [(one[0], other[0]) for one, other in pairs if _overlap(one, other)]


def _overlap(one: list, other: list) -> bool:
    _, left, top, right, bottom, _ = one
    _, other_left, other_top, other_right, other_bottom, _ = other
    wide = min(right, other_right) - max(left, other_left)
    high = min(bottom, other_bottom) - max(top, other_top)
    return wide > TOUCH and high > TOUCH


def small_texts(page: Page) -> list[tuple[str, float]]:
    """Texts of the figure that are smaller than eleven pixels, with their size."""
    sizes = ((text[0], text[5]) for text in page.evaluate(TEXTS))
    return [(label, size) for label, size in sizes if size < LEAST_SIZE - 0.01]


def bent_spines(page: Page, answer: dict) -> list[str]:
    """Gates of one operand that do not stand exactly as high as that operand, although it feeds nothing else."""
    heights = page.evaluate(HEIGHTS)
    sources = [edge["source"] for edge in answer["edges"]]
    lone = [edge for edge in answer["edges"] if _is_alone(edge, answer) and sources.count(edge["source"]) == 1]
    return [edge["target"] for edge in lone if abs(heights[edge["source"]] - heights[edge["target"]]) > 1e-6]


def _is_alone(edge: dict, answer: dict) -> bool:
    """Whether a wire is the only one that feeds its gate."""
    return [other["target"] for other in answer["edges"]].count(edge["target"]) == 1
