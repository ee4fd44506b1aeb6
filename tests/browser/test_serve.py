"""`communique serve` in a browser: a change comes to the screen, and so does what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.archives import archive, wire
from tests.cli.serving import served

pytestmark = pytest.mark.browser


def test_a_change_comes_to_the_screen_with_its_problems(page: Page, tmp_path: Path) -> None:
    """Within the pages' policy: the fixture `page` fails on what it refuses."""
    folder = archive(tmp_path / "a", {"2021-05-01-weir": wire("Weir")}, site_yml="base_url: https://example.org/a/\n")
    file = folder / "content" / "wires" / "2021-05-01-weir.txt"
    with served(folder) as server:
        page.goto(server.address + "releases/2021-05-01-weir/")
        expect(page.locator("main")).to_contain_text("Thank you")
        expect(page.locator("#communique-serve")).to_have_count(0)
        file.write_text(file.read_text().replace("Thank you", "Be thanked"))
        expect(page.locator("main")).to_contain_text("Be thanked")
        file.with_suffix(".yml").write_text("titel: Dam\n")
        expect(page.locator("#communique-serve summary")).to_have_text("1 warning")
        expect(page.locator("#communique-serve li")).to_contain_text("Did you mean 'title'?")
        file.with_suffix(".yml").write_text("title: Dam\n")
        expect(page.locator("h1")).to_have_text("Dam")
        expect(page.locator("#communique-serve")).to_have_count(0)


def test_the_search_page_says_that_it_is_behind_and_then_finds_the_change(page: Page, tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", {"2021-05-01-weir": wire("Weir")}, site_yml="base_url: https://example.org/a/\n")
    file = folder / "content" / "wires" / "2021-05-01-weir.txt"
    with served(folder, search=True) as server:
        page.goto(server.address + "search/?q=dandelion")
        expect(page.locator("main [role=status]").first).not_to_be_empty()
        expect(page.locator(".hits li")).to_have_count(0)
        file.write_text(file.read_text().replace("Thank you", "Dandelions for you"))
        expect(page.locator("#communique-serve summary")).to_contain_text(
            "The search does not know the last change yet"
        )
        expect(page.locator(".hits li").first).to_contain_text("Dandelion", timeout=60_000)
        expect(page.locator("#communique-serve")).to_have_count(0)
