"""Every page type: no violation that axe-core finds, no sideways scroll, readable without script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.kinds import KINDS, path

pytestmark = pytest.mark.browser

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OPTIONS = {"runOnly": {"type": "tag", "values": _RULES}, "resultTypes": ["violations"]}


def visit(page: Page, base: str, site: Path, kind: str) -> None:
    """Open a page of a type with everything on it unfolded."""
    page.goto(base + path(site, kind))
    if kind == "search":
        page.wait_for_selector(".hits li")
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=_OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 390),
        ("dark", 1440),
        pytest.param("light", 1440, marks=pytest.mark.long),
        pytest.param("dark", 390, marks=pytest.mark.long),
    ],
)
def test_axe_finds_nothing(new_page: Callable[..., Page], base: str, site: Path, scheme: str, width: int) -> None:
    page = new_page(width, 900, color_scheme=scheme, reduced_motion="reduce")
    found = {}
    for kind in KINDS:
        visit(page, base, site, kind)
        if wrong := violations(page):
            found[kind] = wrong
    assert found == {}


def test_no_page_scrolls_sideways(page: Page, base: str, site: Path) -> None:
    wide = []
    for kind in KINDS:
        visit(page, base, site, kind)
        for width in (320, 768, 1440, 2560):
            page.set_viewport_size({"width": width, "height": 800})
            if (taken := page.evaluate("document.documentElement.scrollWidth")) > width:
                wide.append((kind, width, taken))
    assert wide == []


def test_targets_are_large_enough_on_a_phone(new_page: Callable[..., Page], base: str, site: Path) -> None:
    """Controls are at least 24 px in both directions; links inside a sentence are exempt (WCAG 2.5.8)."""
    page = new_page(390, 844, has_touch=True, is_mobile=True)
    small = []
    for kind in KINDS:
        visit(page, base, site, kind)
        small += page.eval_on_selector_all(
            "button, select, summary, input, nav a",
            """(all, kind) => all.map((one) => [kind, one.outerHTML.slice(0, 90), one.closest("label") || one])
            .map(([kind, html, one]) => [kind, html, one.getBoundingClientRect()])
            .filter(([, , box]) => box.width && (box.height < 24 || box.width < 24))
            .map(([kind, html, box]) => [kind, html, Math.round(box.width), Math.round(box.height)])""",
            kind,
        )
    assert small == []


def test_without_script_every_page_is_whole(new_page: Callable[..., Page], base: str, site: Path) -> None:
    page = new_page(java_script_enabled=False)
    for kind in KINDS:
        page.goto(base + path(site, kind))
        assert page.locator("h1").count() == 1, kind
        assert len(page.inner_text("main")) > 40, kind
        assert not page.locator("#theme").is_visible(), kind
        assert page.locator("nav a").first.is_visible(), kind


def test_the_first_tab_leads_past_the_navigation(page: Page, base: str, site: Path) -> None:
    for kind in ("home", "dialogue", "documents"):
        page.goto(base + path(site, kind))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip", kind
        assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
        page.keyboard.press("Enter")
        page.wait_for_url("**/#main")
        page.keyboard.press("Tab")
        assert page.evaluate("Boolean(document.activeElement.closest('main'))"), kind


def test_the_mark_of_a_paragraph_shows_when_it_has_the_focus(page: Page, base: str, site: Path) -> None:
    page.goto(base + path(site, "dialogue"))
    mark = page.locator(".transcript p > a[href^='#c']").first
    assert mark.evaluate("mark => getComputedStyle(mark).opacity") == "0"
    page.locator(".skip").focus()
    while not mark.evaluate("mark => mark === document.activeElement"):
        page.keyboard.press("Tab")
    assert mark.evaluate("mark => getComputedStyle(mark).opacity") == "1"
    assert mark.evaluate("mark => getComputedStyle(mark).outlineStyle") != "none"
