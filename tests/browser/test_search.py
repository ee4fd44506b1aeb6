"""Search as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

WORD = "agreement"
PHRASE = '"cooperation agreement"'


def given(page: Page) -> dict[str, list[str]]:
    """Return the query of the page's address."""
    return parse_qs(urlsplit(page.url).query)


def found(page: Page) -> int:
    """Return how many releases the page says were found, once it says so."""
    expect(page.locator("#said")).to_contain_text("found.")
    return int(re.findall(r"\d+", page.inner_text("#said"))[0])


def search(page: Page, base: str, query: str) -> int:
    page.goto(f"{base}search/")
    page.fill("#find input", query)
    page.press("#find input", "Enter")
    return found(page)


def test_the_box_of_every_page_leads_to_the_results(page: Page, base: str) -> None:
    page.goto(base)
    page.fill(".searchbox input", WORD)
    page.press(".searchbox input", "Enter")
    page.wait_for_url("**/search/?q=*")
    assert given(page) == {"q": [WORD]}
    assert found(page) > 5
    assert page.input_value("#find input") == WORD


def test_a_phrase_is_found_and_its_result_lands_on_the_marked_turn(page: Page, base: str) -> None:
    assert search(page, base, PHRASE) < search(page, base, WORD)
    search(page, base, PHRASE)
    passage = page.locator(".passages a").first
    assert passage.locator("mark").all_inner_texts() == ["cooperation", "agreement"]
    passage.click()
    page.wait_for_selector(".transcript mark")
    anchor = urlsplit(page.url).fragment
    assert re.fullmatch(r"c\d+", anchor)
    target = page.locator(f"[id={anchor}]")
    expect(target).to_be_in_viewport()
    assert {"cooperation", "agreement"} <= {word.lower() for word in target.locator("mark").all_inner_texts()}


@pytest.mark.parametrize("marks", ["“”", "„“", "«»"])
def test_a_phrase_may_stand_in_the_marks_of_any_keyboard(page: Page, base: str, marks: str) -> None:
    assert search(page, base, marks[0] + PHRASE.strip('"') + marks[1]) == search(page, base, PHRASE)


def test_a_result_says_who_said_it_when_and_where(page: Page, base: str) -> None:
    search(page, base, "friends")
    spoken = page.locator(".passages a:has(b)").first
    name = spoken.locator("b").inner_text()
    hit = page.locator(".hits > li", has=spoken).first
    assert hit.locator(".meta span").count() >= 1
    assert hit.locator("time, .when").count() == 1
    assert not spoken.inner_text().replace(name, "", 1).strip().startswith(name)
    spoken.click()
    anchor = urlsplit(page.url).fragment
    turn = page.locator(".turn", has=page.locator(f"[id={anchor}]"))
    assert name in turn.locator("h2").inner_text()


def test_facets_narrow_the_results_and_the_address_keeps_them(page: Page, base: str) -> None:
    every = search(page, base, WORD)
    box = page.locator("[data-facet=region] input").first
    region = box.get_attribute("value")
    promised = int(page.locator("[data-facet=region] label small").first.inner_text())
    box.check()
    expect(page.locator("#said")).to_contain_text(f"{promised} release")
    assert promised < every
    assert given(page) == {"q": [WORD], "region": [region]}
    page.reload()
    assert found(page) == promised
    assert page.locator(f'[data-facet=region] input[value="{region}"]').is_checked()
    page.go_back()
    expect(page.locator("#said")).to_contain_text(f"{every} release")
    assert given(page) == {"q": [WORD]}


def test_values_of_one_facet_add_up(page: Page, base: str) -> None:
    search(page, base, WORD)
    counts = [int(text) for text in page.locator("[data-facet=region] label small").all_inner_texts()[:2]]
    for n in range(2):
        page.locator("[data-facet=region] input").nth(n).check()
        expect(page.locator("[data-facet=region] input:checked")).to_have_count(n + 1)
    expect(page.locator("#said")).to_contain_text(f"{sum(counts)} release")


def test_newest_first_is_by_date_with_undated_last(page: Page, base: str) -> None:
    total = search(page, base, "the")
    page.check("input[name=order][value=new]")
    page.wait_for_url("**order=new*")
    while page.locator("#more").is_visible():
        before = page.locator(".hits > li").count()
        page.click("#more")
        page.wait_for_function("before => document.querySelectorAll('.hits > li').length > before", arg=before)
    dates = page.eval_on_selector_all(
        ".hits > li", "rows => rows.map(row => row.querySelector('time')?.dateTime || '')"
    )
    assert len(dates) == total
    assert dates == sorted(dates, reverse=True)
    assert dates[0] > "2020"


def test_a_facet_alone_lists_its_releases(page: Page, base: str) -> None:
    page.goto(f"{base}search/?kind=memorandum")
    assert found(page) >= 1
    assert page.locator("[data-facet=kind] input:checked").count() == 1
    assert page.locator(".hits h2 a").count() >= 1


def test_a_range_of_years_is_kept_to(page: Page, base: str) -> None:
    search(page, base, "the")
    page.select_option("select[name=from]", "2021")
    page.wait_for_url("**from=2021*")
    page.select_option("select[name=to]", "2022")
    page.wait_for_url("**to=2022*")
    expect(page.locator("#said")).to_contain_text("Searched: 2021 to 2022.")
    years = {date[:4] for date in page.eval_on_selector_all(".hits time", "all => all.map(time => time.dateTime)")}
    assert years <= {"2021", "2022"}
    assert page.locator(".hits .when").count() == 0


def test_search_needs_no_mouse(page: Page, base: str) -> None:
    page.goto(f"{base}about/")
    page.keyboard.press("/")
    page.keyboard.type(WORD)
    page.keyboard.press("Enter")
    found(page)
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hits a").first).to_be_focused()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hits a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#find input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/releases/**")


def test_typing_is_enough_and_nothing_is_loaded_before(page: Page, base: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}search/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "pagefind" in url or "search.js" in url]
    page.keyboard.type(WORD)
    assert found(page) > 5
    assert [url for url in asked if "pagefind.js" in url]
    assert len(asked) < 60


def test_nothing_found_is_said(page: Page, base: str) -> None:
    page.goto(f"{base}search/?q=xyzzyplugh")
    expect(page.locator("#said")).to_contain_text("Nothing found")
    assert page.locator("#said").get_attribute("role") == "status"


def test_without_script_the_indexes_are_offered(new_page: Callable[..., Page], base: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{base}search/?q={WORD}")
    assert "script" in page.inner_text("main")
    assert not page.locator("#find").is_visible()
    page.click("#browse a >> nth=1")
    assert page.title()


def test_a_site_without_an_index_says_so(page: Page, base: str) -> None:
    page.route("**/pagefind/**", lambda route: route.fulfill(status=404))
    page.goto(f"{base}search/?q={WORD}")
    expect(page.locator("#browse")).to_contain_text("no search index")
    assert page.locator("#browse a").count() > 3


def test_a_site_opened_from_disk_says_that_it_cannot_be_searched(page: Page, site: Path) -> None:
    page.goto(f"{(site / 'search' / 'index.html').as_uri()}?q={WORD}")
    expect(page.locator("#browse")).to_contain_text("opened from disk")


def test_the_way_back_leads_to_where_the_reader_was(page: Page, base: str) -> None:
    search(page, base, "the")
    page.click("#more")
    expect(page.locator(".hits > li")).to_have_count(20)
    link = page.locator(".hits > li").nth(14).locator("h2 a")
    address = link.get_attribute("href")
    link.click()
    page.wait_for_url("**/releases/**")
    page.go_back()
    expect(page.locator(".hits > li")).to_have_count(20)
    expect(page.locator(f'.hits h2 a[href="{address}"]')).to_be_in_viewport()
