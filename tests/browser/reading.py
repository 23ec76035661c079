"""What a reader sees of the circuit: names, numbers, and where they stand."""

from playwright.sync_api import Locator, Page, expect

SIGMOID = "1/(1+exp(-(w0x0+w1x1+w2)))"
SLIDE = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}

# name or place among the gates in forward order → value, gradient, as the lecture rounds them
SLIDE_NUMBERS = {
    "w0": ("2.00", "−0.20"),
    "x0": ("−1.00", "0.39"),
    "w1": ("−3.00", "−0.39"),
    "x1": ("−2.00", "−0.59"),
    "w2": ("−3.00", "0.20"),
    0: ("−2.00", "0.20"),
    1: ("6.00", "0.20"),
    2: ("4.00", "0.20"),
    3: ("1.00", "0.20"),
    4: ("−1.00", "−0.20"),
    5: ("0.37", "−0.53"),
    6: ("1.37", "−0.53"),
    7: ("0.73", "1.00"),
}


def rounded(number: float) -> str:
    """A number with two decimals, as the page prints it."""
    return f"{number:.2f}".replace("-", "−")


def gate_ids(page: Page) -> list[str]:
    """The ids of the gates in forward order."""
    expect(page.locator("#figure .gates > .gate").first).to_be_visible()
    ids = page.locator("#figure .gates > .gate").evaluate_all("gates => gates.map((gate) => gate.dataset.id)")
    return sorted(ids, key=lambda name: int(name[1:]))


def node_id(page: Page, which: str | int) -> str:
    """The id of the input called ``which``, or of the gate at that place in forward order."""
    if isinstance(which, int):
        return gate_ids(page)[which]
    name = page.locator("#figure .name[data-id]").filter(has_text=which).first
    expect(name).to_have_text(which)
    return name.get_attribute("data-id")


def drawn(page: Page, which: str | int) -> Locator:
    """The gate or the name in the figure."""
    return page.locator(f'#figure .viewport [data-id="{node_id(page, which)}"]')


def number(page: Page, which: str | int, role: str) -> Locator:
    """The ``"value"`` or ``"gradient"`` of a scalar on its wire."""
    return page.locator(f'#figure text[data-number="{node_id(page, which)}-{role}"] .figures')


def entries(page: Page, which: str | int, role: str) -> Locator:
    """The entries of a small array on its wire, row by row."""
    return page.locator(f'#figure .matrix[data-number="{node_id(page, which)}-{role}"] text')


def expect_numbers(page: Page, numbers: dict) -> None:
    """Values and gradients on the wires; ``None`` where a dot holds the number's place."""
    for which, (value, gradient) in numbers.items():
        for role, text in (("value", value), ("gradient", gradient)):
            if text is None:
                expect(number(page, which, role)).to_have_count(0)
            else:
                expect(number(page, which, role)).to_have_text(text)


def expect_gates(page: Page, *labels: str) -> None:
    """Waits for the circuit whose gates are drawn so; until then, names and ids are those of the circuit before."""
    expect(page.locator("#figure .gate .symbol")).to_have_text(list(labels))


def sigmoid_ready(page: Page) -> Page:
    """Waits for the lecture's circuit, at whatever step."""
    expect(number(page, "w0", "value")).to_have_text("2.00")
    return page


def caption(page: Page) -> Locator:
    """The sentence under the figure."""
    return page.locator("#stepper .say").first


def type_program(page: Page, text: str) -> None:
    """Exchanges the text in the program's box as a reader does."""
    page.get_by_role("textbox", name="Program").fill(text)
