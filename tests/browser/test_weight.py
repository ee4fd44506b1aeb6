"""What a page costs: bytes, requests, script."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ROOT
from tests.browser.kinds import KINDS, path

pytestmark = pytest.mark.browser

_SEED = ROOT / "content" / "wires" / "2021" / "2021-04-29-mishustin-mamin-kazan.txt"
_PAGE, _SCRIPT = 14_000, 6_000


def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def test_a_release_of_the_seeds_size_fits_one_round_trip_with_its_style(site: Path) -> None:
    wires = {file: file.stat().st_size for file in site.glob("releases/*/wire.txt")}
    size = _SEED.stat().st_size
    near = sorted(wires, key=lambda file: abs(wires[file] - size))[:5]
    heaviest = max(compressed(file.with_name("index.html")) for file in near)
    assert heaviest + compressed(site / "assets" / "site.css") <= _PAGE


def test_a_page_needs_one_blocking_request_little_script_and_no_other_host(page: Page, base: str, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for kind in KINDS:
        asked.clear()
        page.goto(base + path(site, kind).split("?")[0])
        assert [url for url in asked if not url.startswith(base)] == [], kind
        blocking = page.evaluate(
            "performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking').length"
        )
        assert blocking <= 1, kind
        inline = page.eval_on_selector_all(
            "script:not([src]):not([type$=json])", "all => all.map((one) => one.textContent).join('')"
        )
        loaded = [site / url.removeprefix(base).split("?")[0] for url in asked if url.endswith(".js")]
        script = sum(map(compressed, loaded)) + len(gzip.compress(inline.encode()))
        assert script <= _SCRIPT, (kind, script)
        assert len(asked) <= 4, (kind, asked)


def test_a_search_costs_little(page: Page, base: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}search/?q=agreement")
    page.wait_for_selector(".hits li")
    assert [url for url in asked if not url.startswith(base)] == []
    assert len(asked) <= 40
