"""Draws the pictures of docs/images from the running page: ``python -m tests.browser.screenshots``."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from app.documents import document
from app.examples import address as examples_address
from app.examples import examples
from scripts.setup.console import Stop
from tests.browser.chromium import launch
from tests.browser.course import Course
from tests.browser.notes import notes
from tests.browser.reading import SIGMOID, SLIDE
from tests.browser.serving import ROOT, Server


def address(program: str, inputs: dict) -> str:
    """The address that opens ``program`` with its inputs."""
    return "/?" + urlencode({"expression": program, "inputs": json.dumps(inputs)})


def example_address(name: str) -> str:
    """The address that opens one of the built-in examples."""
    row = next(row for row in examples("en") if row["id"] == name)
    return examples_address(row)


FOLDER = ROOT / "docs" / "images"
STEP = "/?step=12&select=n12"
BRANCH = "/?expression=x*y+%2B+x&inputs=x:3,y:-4&select=branch:n0"
VECTORISED = "/?expression=%7C%7CW+x%7C%7C%5E2&inputs=W:((0.1,0.5),(-0.3,0.8)),x:(0.2,0.4)&digits=3&select=n2"
OPEN_BRACKET = "1/(1+exp(-(w0x0+w1x1+w2))"
DOUBTS = address("1/2x + ab", {"x": 2})
LATEX = address(r"$$\frac{1}{1+e^{-(w_0x_0+w_1x_1+w_2)}}$$", {"w_0": 2, "x_0": -1, "w_1": -3, "x_1": -2, "w_2": -3})
LAYERS = example_address("fc-layers")
DESCENT = example_address("sigmoid-circuit") + "&panel=descent"
CHECK = example_address("sigmoid-circuit") + "&panel=check"
TOO_LARGE = address("x^2 + 3y^2", {"x": 1, "y": -2}) + "&panel=descent&rate=0.5"
PENALISED = example_address("svm-l2") + "&panel=descent"
TEN_STEPS = {"pressed": "#descent .walk .btn >> nth=1", "shown": "#descent .losses:text-matches('10 steps|10걸음')"}
CHECKED = {"pressed": "#check .btn", "shown": "#check tbody tr"}
EMBEDDED = {"pressed": ".tools > [data-action=embed]", "shown": "#embedding h3:not(:empty)"}
FOLD = "/?select=n10"
FOLDED = address(SIGMOID, SLIDE) + "&fold=sigmoid&select=n9"
LOSS = example_address("softmax-code") + "&fold=all"
LARGE = address(
    "f(x)=x*sin(x)+1\ng(x)=" + "f(" * 10 + "x" + ")" * 10 + "\n" + "+".join(f"g(a{k})" for k in range(12)), {}
)
PROGRAM = """\
import numpy as np
scores = X.dot(W)
correct = scores[np.arange(2), y][:, None]
margins = np.maximum(0, scores - +* correct + 1)
loss = margins.sum() / 2
print(loss)
loss + reg * np.sun(W * W)"""
NOTES = "/notes"
ONE_FILE = "one-file.html"
OPEN_GATE = {"pressed": '#figure [data-id="n12"]', "shown": "#inspector .katex"}
FRAME = "/embed" + address(SIGMOID, SLIDE)[1:]
IN_FRAME = (640, 320)
DESKTOP, TABLET, PHONE = (1440, 900), (1024, 768), (390, 844)

# Resolves when fonts are there, the drawings of the cards in sight too, and what followed from that was painted.
# (The page's policy forbids what Playwright does to ask again and again, so the waiting is done here.)
READY = """async () => {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const inSight = (card) => card.getBoundingClientRect().top < innerHeight;
  const cards = [...document.querySelectorAll(".card")].filter(inSight);
  while (!cards.every((card) => card.querySelector(".thumb *"))) await painted();
  do {
    await document.fonts.ready;
    await painted();
  } while ([...document.fonts].some((face) => face.status === "loading"));
}"""


@dataclass(frozen=True)
class Picture:
    """The page at ``path``; ``typed`` goes into the program's box, ``pressed`` is pressed, which brings ``shown``.

    The ``path`` :data:`NOTES` is on a course's own site, :data:`ONE_FILE` on the disk. What stands at ``into`` is
    scrolled to the top.
    """

    name: str
    path: str
    size: tuple[int, int] = DESKTOP
    theme: str = "light"
    language: str = "en"
    typed: str = ""
    pressed: str = ""
    shown: str = "dialog[open] .tables"
    into: str = ""
    media: Literal["screen", "print"] = "screen"

    @property
    def file(self) -> str:
        width, height = self.size
        korean = "-korean" if self.language == "ko" else ""
        return f"{self.name}-{width}x{height}{korean}-{self.theme}.png"


PICTURES = [
    Picture("main", STEP),
    Picture("main", STEP, theme="dark"),
    Picture("main", STEP, PHONE),
    Picture("main", STEP, PHONE, theme="dark"),
    Picture("main", STEP, language="ko"),
    Picture("first-visit", "/"),
    Picture("branch", BRANCH),
    Picture("vectorised", VECTORISED),
    Picture("vectorised", VECTORISED, theme="dark", language="ko"),
    Picture("error", "/", typed=OPEN_BRACKET),
    Picture("several-errors", "/", typed=PROGRAM),
    Picture("doubts", DOUBTS),
    Picture("latex", LATEX),
    Picture("layers", LAYERS),
    Picture("fold", FOLD),
    Picture("fold", FOLD, TABLET, theme="dark", language="ko"),
    Picture("folded", FOLDED),
    Picture("folded", FOLDED, PHONE, theme="dark"),
    Picture("folded-loss", LOSS),
    Picture("inspector-plot", "/?select=n10", TABLET, theme="dark"),
    Picture("inspector-plot", "/?select=n10", PHONE, language="ko"),
    Picture("large", LARGE),
    Picture("large", LARGE, PHONE, theme="dark"),
    Picture("descent", DESCENT, **TEN_STEPS),
    Picture("descent", DESCENT, theme="dark", language="ko", **TEN_STEPS),
    Picture("descent-too-large", TOO_LARGE, **TEN_STEPS),
    Picture("descent", PENALISED, PHONE, **TEN_STEPS),
    Picture("check", CHECK, **CHECKED),
    Picture("notation", "/", pressed="#help"),
    Picture("examples", "/examples"),
    Picture("examples", "/examples", PHONE, theme="dark", language="ko"),
    Picture("tour-play", "/", pressed="#tries .tour .btn", shown="#stepper [data-tour]"),
    Picture("tour", "/", PHONE, language="ko"),
    Picture("share", "/", pressed=".share > button", shown="#share"),
    Picture("share", "/", PHONE, theme="dark", language="ko", pressed=".more > button", shown="#more"),
    Picture("embed-dialog", "/?step=9", **EMBEDDED),
    Picture("embed-dialog", "/?step=9", TABLET, theme="dark", language="ko", **EMBEDDED),
    Picture("course", NOTES),
    Picture("course", NOTES, PHONE, theme="dark"),
    Picture("embed", FRAME + "&step=8", IN_FRAME),
    Picture("embed", FRAME + "&step=8", IN_FRAME, theme="dark", language="ko"),
    Picture("embed-explore", FRAME + "&mode=explore", (900, 760), pressed=".gate >> nth=0", shown=".insp .katex"),
    Picture("one-file", ONE_FILE, **OPEN_GATE),
    Picture("one-file", ONE_FILE, PHONE, theme="dark", language="ko"),
    Picture("lesson", "/lesson"),
    Picture("lesson", "/lesson", theme="dark", language="ko"),
]


def wait_for_picture(page: Page, picture: Picture) -> None:
    """Wait for the circuit, the typeset formula and their fonts."""
    if picture.path.startswith("/?") or picture.path in ("/", ONE_FILE):
        page.locator("#figure .viewport .gate").first.wait_for()
        page.locator("#formula .katex").first.wait_for()
    if picture.path.startswith(FRAME):
        page.locator(".circuit .gate").first.wait_for()
    if "select=" in picture.path:
        page.locator("#inspector .katex").first.wait_for()
    for index in range(page.locator("chainrule-circuit").count()):
        circuit = page.frame_locator(f"chainrule-circuit >> nth={index} >> iframe")
        circuit.locator(".viewport .gate").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate(READY)


@contextmanager
def opened(browser: Browser, address: str, picture: Picture) -> Iterator[Page]:
    """The page of a picture, which is at ``address``, in a fresh context, as it is to be seen."""
    width, height = picture.size
    touch = {"is_mobile": True, "has_touch": True} if picture.size == PHONE else {}
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale="ko-KR" if picture.language == "ko" else "en-US",
        color_scheme=picture.theme,
        reduced_motion="reduce",
        **touch,
    )
    page = context.new_page()
    page.goto(address)
    wait_for_picture(page, picture)
    if picture.typed:
        page.locator("#source textarea").fill(picture.typed)
        page.locator("#problem .msg").first.wait_for()
    if picture.pressed:
        page.locator(picture.pressed).click()
        page.locator(picture.shown).first.wait_for()
    if picture.into:
        page.locator(picture.into).evaluate("(part) => part.scrollIntoView()")
    if picture.media == "print":
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media=picture.media)
    page.evaluate(READY)
    yield page
    context.close()


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Write the file of a picture, whose page is at ``address``."""
    with opened(browser, address, picture) as page:
        page.screenshot(path=FOLDER / picture.file, caret="hide", animations="disabled")


def put_file(folder: str, language: str) -> str:
    """The address of a new file on the disk that holds the lecture's circuit."""
    file = Path(folder) / ONE_FILE
    file.write_bytes(document(SIGMOID, SLIDE, lang=language).content)
    return file.as_uri()


def report(file: Path) -> None:
    """Say that a picture has been written."""
    print(f"{file.relative_to(ROOT)}  {file.stat().st_size / 1000:.0f} kB")


def run(main: Callable[[list[str]], None]) -> None:
    """Draw what the command's arguments name, or say what is missing for it."""
    try:
        main(sys.argv[1:])
    except Stop as missing:
        sys.exit(str(missing))


def main(names: list[str]) -> None:
    """Take all pictures, or those whose file begins with one of ``names``."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = [picture for picture in PICTURES if not names or picture.file.startswith(tuple(names))]
    with Server() as server, Course() as course, TemporaryDirectory() as folder, sync_playwright() as playwright:
        course.put(NOTES, **notes(server.address))
        browser = launch(playwright)
        for picture in wanted:
            if picture.path == ONE_FILE:
                place = put_file(folder, picture.language)
            else:
                place = (course if picture.path == NOTES else server).address + picture.path
            take(browser, place, picture)
            report(FOLDER / picture.file)
        browser.close()


if __name__ == "__main__":
    run(main)
