"""Old addresses in a browser: they lead to the new one and to the same place on it, with script and without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.archives import add, archive, made, wire
from tests.browser.conftest import BASE, serving

pytestmark = pytest.mark.browser

NEW = "releases/2021-05-01-weir/"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of a wire that was called `old-weir`."""
    folder = archive(tmp_path_factory.mktemp("moved") / "archive", {"2021-05-01-weir": wire("Weir")})
    add(folder, "2021-05-01-weir", "was: [old-weir]\n", ".yml")
    www = folder.parent / "www"
    made(folder, output=www / BASE.strip("/"))
    with serving(www) as base:
        yield base


def place(page: Page, base: str) -> str:
    """Return the anchor of the last paragraph of the release."""
    page.goto(base + NEW)
    return str(page.locator("main p[id^=c]").last.get_attribute("id"))


def test_an_old_address_leads_to_the_same_paragraph(page: Page, moved: str) -> None:
    anchor = place(page, moved)
    page.goto(f"{moved}releases/old-weir/?mark=weir#{anchor}")
    page.wait_for_url(f"{moved}{NEW}?mark=weir#{anchor}")
    expect(page.locator(f"#{anchor} .tools")).to_be_visible()


def test_a_place_within_a_paragraph_leads_to_the_paragraph(page: Page, moved: str) -> None:
    anchor = place(page, moved)
    page.goto(f"{moved}releases/old-weir/#c{int(anchor[1:]) + 1}")
    expect(page.locator(f"#{anchor} .tools")).to_be_visible()


@pytest.mark.parametrize(
    "end", ["?//evil.example/#//evil.example/", "?javascript:alert(1)#javascript:alert(1)", "#@evil"]
)
def test_no_ending_of_an_old_address_leads_elsewhere(page: Page, moved: str, end: str) -> None:
    page.goto(f"{moved}releases/old-weir/{end}")
    page.wait_for_url(f"{moved}{NEW}{end}")
    expect(page.locator("h1")).to_have_text("Weir")


def test_the_way_back_does_not_lead_on_again(page: Page, moved: str) -> None:
    page.goto(f"{moved}dates/")
    page.goto(f"{moved}releases/old-weir/")
    page.wait_for_url(moved + NEW)
    page.go_back()
    expect(page).to_have_url(f"{moved}dates/")


def test_without_script_an_old_address_leads_on_too(new_page: Callable[..., Page], moved: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{moved}releases/old-weir/")
    page.wait_for_url(moved + NEW)
    expect(page.locator("h1")).to_have_text("Weir")


def test_an_old_address_leads_on_from_disk(page: Page, tmp_path: Path) -> None:
    folder = archive(tmp_path / "archive", {"2021-05-01-weir": wire("Weir")})
    add(folder, "2021-05-01-weir", "was: [old-weir]\n", ".yml")
    made(folder, offline=True)
    page.goto(f"file://{folder}/site/releases/old-weir/index.html#c0")
    page.wait_for_url(f"file://{folder}/site/{NEW}index.html#c0")
