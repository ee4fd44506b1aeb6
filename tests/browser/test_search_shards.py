"""Many shards find what one index finds, and only those that are asked for are loaded."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from communique.output import search
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser

_TIME = re.compile(r'<time datetime="([\d-]+)"[^>]*data-pagefind-sort')


def entry(file: Path) -> search.Entry:
    text = file.read_text(encoding="utf-8")
    date = _TIME.search(text)
    name = file.parent.name
    return search.Entry(name, f"releases/{name}/", date[1] if date else None, text)


@pytest.fixture(scope="module")
def sharded(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the same site with an index of shards of at most six releases."""
    folder = tmp_path_factory.mktemp("sharded")
    copy = folder / "www" / "repo"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("pagefind"))
    entries = [entry(file) for file in copy.glob("releases/*/index.html") if "data-pagefind-body" in file.read_text()]
    report = search.publish(copy, entries, work=folder, language="en", limit=6)
    assert report.problems == []
    assert report.shards >= 8
    with serving(folder / "www") as address:
        yield address


def results(page: Page, address: str) -> dict[str, Any]:
    """Return all that the search page shows for an address: how many, every link with its words, facets with counts."""
    page.goto(address)
    expect(page.locator("#said")).to_contain_text(re.compile("found"))
    while page.locator("#more").is_visible():
        before = page.locator(".hits > li").count()
        page.click("#more")
        page.wait_for_function("before => document.querySelectorAll('.hits > li').length > before", arg=before)
    links = page.eval_on_selector_all(".hits a", "all => all.map(a => [a.href.split('/repo/')[1], a.innerText])")
    return {
        "links": [tuple(link) for link in links],
        "facets": page.locator("#facets [data-facet]:not([hidden]) label").all_inner_texts(),
        "said": page.inner_text("#said"),
    }


QUERIES = {
    "a common word": "q=the",
    "a word that few shards hold": "q=agreement",
    "several words": "q=harbour+agreement",
    "a word that is only begun": "q=agreem",
    "a phrase": "q=%22cooperation+agreement%22",
    "a word that no release holds": "q=agreement+xyzzy",
    "facets": "q=the&kind=memorandum&kind=programme",
    "years": "q=talks&from=2021&to=2024",
    "a facet alone": "kind=memorandum",
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_shards_give_the_results_passages_and_facets_of_one_index(
    page: Page, base: str, sharded: str, query: str
) -> None:
    query = query if "from=" in query else f"{query}&from=all"
    one, many = (results(page, f"{address}search/?{query}") for address in (base, sharded))
    assert bool(one["links"]) == ("xyzzy" not in query)
    assert sorted(many["links"]) == sorted(one["links"])
    assert (many["facets"], many["said"]) == (one["facets"], one["said"])


def test_newest_first_has_the_order_of_one_index(page: Page, base: str, sharded: str) -> None:
    one, many = (
        results(page, f"{address}search/?q=agreement&order=new&from=all")["links"] for address in (base, sharded)
    )
    assert len(one) > 10
    assert many == one


def test_search_opens_with_the_newest_two_years_and_offers_the_earlier_ones(page: Page, sharded: str) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.update(re.findall(r"/pagefind/([\w-]+)/", request.url)))
    page.goto(f"{sharded}search/?q=the")
    expect(page.locator("#said")).to_contain_text("found.")
    newest = page.locator("select[name=from] option").nth(1).inner_text()[:4]
    assert {name[:4] for name in asked} <= {newest, str(int(newest) - 1)}
    assert page.input_value("select[name=from]") == str(int(newest) - 1)
    page.click("#earlier")
    expect(page.locator("#said")).to_contain_text("the whole archive")
    assert "unknown" in asked
    assert page.locator("#earlier").is_hidden()


def test_a_range_of_years_loads_only_its_shards(page: Page, sharded: str) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.update(re.findall(r"/pagefind/([\w-]+)/", request.url)))
    page.goto(f"{sharded}search/?q=the&from=2020&to=2021")
    expect(page.locator("#said")).to_contain_text("Searched: 2020 to 2021.")
    assert {name[:4] for name in asked} == {"2020", "2021"}
