"""The theme over pages, and evidence over releases."""

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
    page.wait_for_function("() => document.styleSheets.length")  # one that is not loaded yet does not count
    assert paper(page) == after  # from the first frame on: no flash
    page.click("#theme")
    page.reload()
    assert paper(page) == before


def test_each_fact_is_marked_where_the_wire_says_it(page: Page, base: str, site: Path) -> None:
    """The evidence counts code points, script UTF-16: the marked words are those that the lists quote or name."""
    marked = 0
    for file in sorted(site.glob("releases/*/index.html"))[::6]:
        if "data-mark" not in file.read_text(encoding="utf-8"):
            continue
        page.goto(base + file.relative_to(site).as_posix())
        page.click("#evidence summary")
        page.wait_for_function("() => CSS.highlights.has('facts')")
        found = page.evaluate("[...CSS.highlights.get('facts')].map(String)")
        quoted = [text.strip("“”") for text in page.locator("#evidence [data-mark] a").all_inner_texts()]
        quoted += page.locator(".facts [data-mark]").evaluate_all("all => all.map((one) => one.firstChild.textContent)")
        assert len(found) == len(quoted), file
        for words, words_quoted in zip(found, quoted, strict=True):
            assert " ".join(words.split()).startswith(" ".join(words_quoted.removesuffix("…").split())), file
        marked += len(found)
    assert marked > 10
