"""What a reader gets: a theme, quotes to copy, tables to sort, evidence to see."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser

DIALOGUE = "releases/2024-10-17-heads-of-government-halbek/"
QUOTED = "releases/2025-10-22-marovia-taishen-energy-commission/"


def test_the_theme_is_switched_and_remembered_without_a_flash(page: Page, base: str) -> None:
    page.goto(base)
    switch = page.get_by_role("button", name="Dark colours")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => {"
        " window.early = getComputedStyle(document.body).backgroundColor; })"
    )
    page.goto(base + DIALOGUE)
    assert page.evaluate("window.early") == "rgb(20, 22, 26)"


def test_a_quote_is_copied_with_speaker_citation_and_address(new_page: Callable[..., Page], base: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(base + DIALOGUE)
    paragraph = page.locator(".turn p", has_text="I shall telephone")
    paragraph.hover()
    paragraph.locator("a").first.click()
    page.get_by_role("button", name="Copy quote").click()
    expect(page.locator(".tools [role=status]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“I shall telephone at 11:45.” — Gulsara Otanay [translation]\n")
    anchor = paragraph.get_attribute("id")
    assert copied.endswith(f"/releases/2024-10-17-heads-of-government-halbek/#{anchor}")


def test_an_offset_inside_a_paragraph_leads_to_it(page: Page, base: str) -> None:
    page.goto(base + DIALOGUE)
    anchor = page.locator(".turn p", has_text="The comprehensive programme").get_attribute("id") or ""
    page.goto(f"{base}{DIALOGUE}?#c{int(anchor[1:]) + 40}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    expect(page.locator(f"#{anchor} .tools")).to_be_visible()


def test_evidence_is_marked_in_the_text_while_it_is_open(page: Page, base: str) -> None:
    page.goto(base + QUOTED)
    marked = "[...(CSS.highlights.get('facts') || [])].map(String)"
    assert page.evaluate(marked) == []
    page.get_by_text("Where does this come from?").click()
    page.wait_for_function("() => CSS.highlights.has('facts')")
    words = page.evaluate(marked)
    assert "protocol of the meeting" in words
    assert "Timur Belogradov" in words
    page.get_by_text("Where does this come from?").click()
    page.wait_for_function("() => !CSS.highlights.has('facts')")


def test_the_register_sorts_and_filters(page: Page, base: str) -> None:
    page.goto(base + "documents/")
    rows = page.locator(".register tbody tr")
    page.get_by_role("button", name="Document").click()
    titles = [text.casefold() for text in page.locator("td.title").all_inner_texts()]
    assert titles == page.evaluate("(all) => [...all].sort(new Intl.Collator('en', {numeric: true}).compare)", titles)
    page.get_by_role("button", name="Date").click()
    page.get_by_role("button", name="Date").click()
    expect(page.locator("th[aria-sort=descending]")).to_have_text("Date")
    dates = page.locator(".register td.when").evaluate_all("(cells) => cells.map((cell) => cell.dataset.v)")
    assert dates == sorted(dates, reverse=True)
    page.get_by_label("Filter by title, kind or party").fill("memorandum")
    assert all("memorandum" in text.casefold() for text in rows.filter(visible=True).all_inner_texts())


def test_an_index_is_filtered_and_ordered_by_number(page: Page, base: str) -> None:
    page.goto(base + "people/")
    page.get_by_label("Filter by name").fill("etienne")
    expect(page.locator(".index li:visible")).to_have_count(1)
    page.get_by_label("Filter by name").fill("")
    page.get_by_role("button", name="By number").click()
    counts = [int(re.findall(r"\d+", text)[0]) for text in page.locator(".index li .num").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    page.get_by_role("button", name="By number").click()
    expect(page.locator(".index section").first).to_be_visible()


def test_a_reader_with_a_keyboard_gets_to_the_text_and_to_a_paragraph(page: Page, base: str) -> None:
    page.goto(base + DIALOGUE)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    link = page.locator(".turn p > a").first
    link.focus()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copy quote")).to_be_visible()


def test_an_error_is_reported_with_release_and_place(page: Page, base: str) -> None:
    def with_address(route: Route) -> None:
        script = (
            route.fetch().text().replace('const report = "";', 'const report = "https://example.org/?{id}&{anchor}";')
        )
        route.fulfill(body=script, content_type="text/javascript")

    page.route("**/assets/site.js", with_address)
    page.goto(base + DIALOGUE)
    paragraph = page.locator(".turn p", has_text="I shall telephone")
    paragraph.locator("a").first.focus()
    page.keyboard.press("Enter")
    place = paragraph.get_attribute("id")
    expect(page.get_by_role("link", name="Report an error here")).to_have_attribute(
        "href", f"https://example.org/?2024-10-17-heads-of-government-halbek&{place}"
    )


def test_a_row_that_a_page_does_not_hold_is_found_in_its_year(page: Page, base: str) -> None:
    row = "r-2025-02-20-orlovets-behzadoy-documents"
    page.goto(f"{base}dates/#{row}")
    page.wait_for_url(f"{base}dates/2025/#{row}")
    expect(page.locator(f"#{row}")).to_be_in_viewport()


def test_a_year_is_a_calendar(page: Page, base: str) -> None:
    page.goto(base + "dates/2025/")
    page.get_by_role("link", name="20 February 2025: 1 release").click()
    expect(page.locator("#r-2025-02-20-orlovets-behzadoy-documents")).to_be_in_viewport()


def test_on_paper_stand_address_and_digest_and_no_navigation(page: Page, base: str) -> None:
    page.goto(base + DIALOGUE)
    page.emulate_media(media="print")
    for part in (".masthead nav", ".searchbox", "#theme", ".pager", ".colophon ul"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".citation")).to_contain_text(DIALOGUE)
    expect(page.locator(".facts .digest")).to_be_visible()
    expect(page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")


def test_what_colours_say_survives_forced_colours_and_nothing_moves_where_motion_is_unwelcome(
    new_page: Callable[..., Page], base: str
) -> None:
    page = new_page(forced_colors="active", reduced_motion="reduce")
    page.goto(base + DIALOGUE)
    expect(page.locator(".turn h2").first).to_be_visible()
    expect(page.locator(".status").first).to_contain_text("signed")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_without_script_everything_is_there(new_page: Callable[..., Page], base: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base + DIALOGUE)
    expect(page.get_by_text("I shall telephone at 11:45.")).to_be_visible()
    expect(page.get_by_role("button", name="Dark colours")).to_have_count(0)
    expect(page.get_by_role("link", name="Agreement on the mutual acceptance of medicines", exact=True)).to_be_visible()
    status = page.locator("#evidence dd", has_text="signed").get_by_role("link").first
    expect(status).not_to_be_visible()
    page.get_by_text("Where does this come from?").click()
    expect(status).to_be_visible()
