"""Contact sheets: every point of the lesson in three sizes and both themes, one picture each in docs/images/points.

``python -m tests.browser.contact_sheets`` draws all, or those whose name begins with an argument. The light half is in
English, the dark one in Korean.
"""

import base64

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import launch
from tests.browser.reading import SIGMOID, SLIDE
from tests.browser.screenshots import (
    CHECK,
    CHECKED,
    DESCENT,
    DESKTOP,
    DOUBTS,
    FOLDED,
    FOLDER,
    PHONE,
    STEP,
    TABLET,
    TEN_STEPS,
    VECTORISED,
    Picture,
    address,
    opened,
    report,
    run,
)
from tests.browser.serving import Server

LARGE_SCREEN = (3840, 2160)
PAPER = (1032, 1000)  # as wide as A4, landscape, without its margins
HEIGHT = 420  # pixels of each picture in a sheet
MENU = {"pressed": ".share > button", "shown": "#share"}
PHONE_MENU = {"pressed": ".more > button", "shown": "#more"}
LOOKS = (("light", "en"), ("dark", "ko"))


def everywhere(path: str, *sizes: tuple[int, int], on_a_phone: dict | None = None, **how: str) -> list[Picture]:
    """A state in three sizes, or in the given ones, and in both themes."""
    ways = {PHONE: on_a_phone or how}
    return [
        Picture("point", path, size, theme, language, **ways.get(size, how))
        for theme, language in LOOKS
        for size in sizes or (DESKTOP, TABLET, PHONE)
    ]


SHEETS = {
    "01-stepping": everywhere(STEP),
    "02-inside-a-gate": everywhere("/?select=n10", into="#inspector"),
    "02-derivation": everywhere(FOLDED, into="#inspector .composite"),
    "02-arrays": everywhere(VECTORISED, into="#inspector"),
    "03-text-and-circuit": everywhere(DOUBTS),
    "04-dragging": everywhere(address(SIGMOID, SLIDE), into="#panels"),
    "05-folding": everywhere(FOLDED),
    "06-descent": everywhere(DESCENT, into="#panels", **TEN_STEPS),
    "07-check": everywhere(CHECK, into="#panels", **CHECKED),
    "08-examples": everywhere("/examples"),
    "09-sharing": everywhere("/", on_a_phone=PHONE_MENU, **MENU),
    "10-large-screen": everywhere(STEP, LARGE_SCREEN),
    "10-print": everywhere(FOLDED, PAPER, media="print"),
}
PAGE = """<!doctype html><style>
  body {{ margin: 0; padding: 16px; background: #8c8c8c; width: max-content; }}
  div {{ display: flex; gap: 16px; }} div + div {{ margin-top: 16px; }} img {{ height: {height}px; display: block; }}
</style>{rows}"""


def _row(browser: Browser, origin: str, pictures: list[Picture]) -> str:
    """The pictures side by side, as HTML that holds them."""
    images = []
    for picture in pictures:
        with opened(browser, origin + picture.path, picture) as page:
            taken = page.screenshot(caret="hide", animations="disabled")
        images.append(f'<img src="data:image/png;base64,{base64.b64encode(taken).decode()}">')
    return f"<div>{''.join(images)}</div>"


def draw(browser: Browser, origin: str, name: str) -> None:
    """Write one sheet."""
    pictures = SHEETS[name]
    rows = [_row(browser, origin, [one for one in pictures if one.theme == theme]) for theme, _ in LOOKS]
    page = browser.new_page(viewport={"width": 400, "height": 300})
    page.set_content(PAGE.format(height=HEIGHT, rows="".join(rows)), wait_until="load")
    file = FOLDER / "points" / f"{name}.jpg"
    page.locator("body").screenshot(path=file, type="jpeg", quality=80)
    page.close()
    report(file)


def main(names: list[str]) -> None:
    """Draw all sheets, or those whose name begins with one of ``names``."""
    (FOLDER / "points").mkdir(parents=True, exist_ok=True)
    with Server() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        for name in SHEETS:
            if not names or name.startswith(tuple(names)):
                draw(browser, server.address, name)
        browser.close()


if __name__ == "__main__":
    run(main)
