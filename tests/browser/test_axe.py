"""axe finds nothing, on any page, in both languages and both themes, also with an error showing."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

CIRCUITS = {
    "a step and a gate": "/?step=12&select=n12",
    "start": "/?step=0",
    "branch": "/?expression=x*y+%2B+x&inputs=x:3,y:-4&select=branch:n0",
    "matrices": "/?expression=%7C%7CW+x%7C%7C%5E2&inputs=W:((0.1,0.5),(-0.3,0.8)),x:(0.2,0.4)&select=n2",
    "large arrays": "/?expression=W1+x&inputs=W1:normal(10x3072),x:normal(3072x1;1)&select=n2",
    "doubts": "/?expression=1%2F2x+%2B+ab",
    "not finite": "/?expression=log(x)&inputs=x:0&select=n1",
}
PROSE = ["/examples?", "/gates?", "/guide?", "/lesson?", "/api/v1/docs?"]
LOOKS = [("en", "light"), ("ko", "dark")]


def violations(page, **options):
    """What axe, with these options, objects to, as lines that say what and where."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_nothing_is_found_on_the_page_of_the_circuit(visit, language, theme):
    page = visit("about:blank")
    found = {}
    for name, path in CIRCUITS.items():
        page.goto(f"{path}&lang={language}&theme={theme}")
        expect(page.locator("#figure .number.value").first).to_be_visible()
        found[name] = violations(page)
    assert found == {name: [] for name in CIRCUITS}


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_nothing_is_found_on_pages_of_prose(visit, language, theme):
    page = visit("about:blank")
    found = {}
    for path in PROSE:
        page.goto(f"{path}lang={language}&theme={theme}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        found[path] = violations(page)
    assert found == {path: [] for path in PROSE}


@pytest.mark.parametrize(("language", "theme"), [*LOOKS, ("en", "dark"), ("ko", "light")])
def test_nothing_is_found_while_an_error_shows(visit, language, theme):
    page = visit(f"/?lang={language}&theme={theme}", tolerated=("status of 422",))
    expect(page.locator("#figure .number.value").first).to_be_visible()
    page.locator("#source textarea").fill("1/(1+exp(-x)")
    expect(page.get_by_role("alert").get_by_role("button").first).to_be_visible()
    assert violations(page) == []


def test_nothing_is_found_on_a_phone_with_its_menu_open(visit):
    page = visit("/?select=n12", width=390, height=844, has_touch=True, is_mobile=True)
    expect(page.locator("#figure .number.value").first).to_be_visible()
    page.get_by_role("button", name="More").click()
    assert violations(page) == []
