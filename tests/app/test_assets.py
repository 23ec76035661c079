"""The page's files are found in a checkout and in an installed wheel, and their addresses carry a version."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import assets


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    assets.asset_versions.cache_clear()
    yield
    assets.asset_versions.cache_clear()


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that a wheel carries, with one built file."""
    dist = tmp_path / "static" / "dist"
    dist.mkdir(parents=True)
    (dist / "manifest.json").write_text(json.dumps({"main.js": "0123456789ab"}))
    monkeypatch.setattr(assets, "_INSTALLED", tmp_path)
    return tmp_path


def test_a_checkout_has_them_at_its_top() -> None:
    root = Path(__file__).parents[2]
    assert assets.static_folder() == root / "static"
    assert assets.templates_folder() == root / "templates"


def test_a_wheel_has_them_beside_the_code(installed: Path) -> None:
    assert assets.static_folder() == installed / "static"
    assert assets.templates_folder() == installed / "templates"


def test_an_address_carries_the_version(installed: Path) -> None:
    assert assets.asset_address("main.js") == "/static/dist/main.js?v=0123456789ab"
    assert assets.asset_address("other.js") == "/static/dist/other.js"


def test_without_a_build_addresses_are_plain(installed: Path) -> None:
    (installed / "static" / "dist" / "manifest.json").unlink()
    assert assets.asset_address("main.js") == "/static/dist/main.js"


def test_the_chunks_of_the_first_view_are_known_where_there_is_a_build(installed: Path) -> None:
    assert assets.first_chunks() == []
    first = installed / "static" / "dist" / "first"
    first.mkdir()
    for entry, chunk in (("main", "a"), ("embed-page", "b")):
        (first / f"{entry}.json").write_text(json.dumps([f"chunks/{chunk}.js"]))
    assert assets.first_chunks() == ["/static/dist/chunks/a.js"]
    assert assets.first_chunks("embed-page") == ["/static/dist/chunks/b.js"]
