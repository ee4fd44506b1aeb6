"""What script adds to the pages: theme, quotes, sorting, filters, evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import path

pytestmark = pytest.mark.browser


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_until_it_is_switched_and_is_remembered(
    new_page: Callable[..., Page], base: str, site: Path, scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(base)
    before = paper(page)
    expect(page.locator("#theme")).to_have_attribute("aria-pressed", str(scheme == "dark").lower())
    page.click("#theme")
    after = paper(page)
    assert after != before
    page.goto(base + path(site, "dialogue"), wait_until="commit")
    page.wait_for_selector("body", state="attached")
    assert paper(page) == after  # from the first frame on: no flash
    page.click("#theme")
    page.reload()
    assert paper(page) == before


def test_a_quote_is_copied_with_who_said_it_the_citation_and_the_address(
    new_page: Callable[..., Page], base: str, site: Path
) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(base + path(site, "dialogue"))
    block = page.locator(".turn p[id]").nth(1)
    words = block.evaluate("p => [...p.childNodes].filter(n => n.nodeName !== 'A').map(n => n.textContent).join('')")
    name = block.locator("xpath=ancestor::section").locator("h2").inner_text()
    block.locator("a[href^='#c']").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Copy quote").click()
    expect(page.locator(".tools [role=status]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert words.strip() in copied
    assert name.removeprefix("¶").split("\n")[0].strip().split(" ")[0] in copied
    assert page.locator(".citation").inner_text().strip().removesuffix(".") in copied
    assert copied.rstrip(".").endswith("#" + str(block.get_attribute("id")))


def titles(page: Page) -> list[str]:
    return page.locator("table.register tbody td.title").all_inner_texts()


def test_the_register_sorts_by_a_heading_and_back(page: Page, base: str) -> None:
    page.goto(f"{base}documents/")
    printed = titles(page)
    assert len(printed) > 5
    head = page.locator("table.register th").first
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    up = titles(page)
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert titles(page) == up[::-1]
    assert sorted(up) == sorted(printed)
    assert up[0].casefold()[0] <= up[-1].casefold()[0]


@pytest.mark.parametrize("address", ["people/", "documents/"])
def test_a_list_is_filtered_as_one_types(page: Page, base: str, address: str) -> None:
    page.goto(base + address)
    rows = page.locator("[data-filter] li:visible, [data-filter] tbody tr:visible")
    every = rows.count()
    word = "kalvenas" if address == "people/" else "memorandum"
    page.locator(".filter input").fill(word)
    expect(page.locator(".filter [role=status]")).to_contain_text(f"/ {every}")
    assert 0 < rows.count() < every
    assert all(word in text.lower() for text in rows.all_inner_texts())


def test_each_fact_is_marked_where_the_wire_says_it(page: Page, base: str, site: Path) -> None:
    """The evidence counts code points, script UTF-16: the marked words are those that the list quotes."""
    marked = 0
    for file in sorted(site.glob("releases/*/index.html"))[::6]:
        if "data-mark" not in file.read_text(encoding="utf-8"):
            continue
        page.goto(base + file.relative_to(site).as_posix())
        page.click("#evidence summary")
        page.wait_for_function("CSS.highlights.has('facts')")
        found = page.evaluate("[...CSS.highlights.get('facts')].map(String)")
        quoted = [text.strip("“”") for text in page.locator("#evidence [data-mark] a").all_inner_texts()]
        assert len(found) == len(quoted), file
        for words, words_quoted in zip(found, quoted, strict=True):
            assert " ".join(words.split()).startswith(" ".join(words_quoted.removesuffix("…").split())), file
        marked += len(found)
    assert marked > 10


def test_an_anchor_that_begins_nothing_leads_to_the_block_that_holds_it(page: Page, base: str, site: Path) -> None:
    page.goto(base + path(site, "dialogue"))
    block = page.locator(".turn p[id]").last
    at = int(str(block.get_attribute("id"))[1:]) + 3
    page.goto("about:blank")
    page.goto(f"{base}{path(site, 'dialogue')}#c{at}")
    expect(block).to_be_in_viewport()
