"""The Content-Security-Policy of every page holds while it is used, and lets nothing foreign in."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS, path

pytestmark = pytest.mark.browser

_TRIES = """() => new Promise((answer) => {
    const seen = [];
    document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
    const add = (tag, properties) => document.body.append(Object.assign(document.createElement(tag), properties));
    add("script", { textContent: "window.hostile = 1" });
    add("script", { src: "https://hostile.example/x.js" });
    add("img", { src: "https://hostile.example/x.png" });
    add("iframe", { src: "https://hostile.example/" });
    add("p", { innerHTML: "<img src='none.png' onerror='window.hostile = 2'>" });
    fetch("https://hostile.example/").catch(() => {});
    const end = Date.now() + 5000;
    const done = () => new Set(seen).size > 4 || Date.now() > end;
    const ask = () => (done() ? answer([...seen, window.hostile]) : setTimeout(ask, 50));
    setTimeout(ask, 50);
})"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_does_what_it_does_within_its_policy(page: Page, base: str, site: Path, kind: str) -> None:
    """The fixture `page` fails on whatever a policy refuses."""
    page.goto(base + path(site, kind))
    page.wait_for_load_state("networkidle")
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    if page.locator("#theme").is_visible():
        page.click("#theme")
    if kind == "search":
        page.wait_for_selector(".hits li")


def test_a_policy_lets_no_foreign_script_picture_frame_or_request_in(page: Page, base: str, refused: list[str]) -> None:
    page.goto(base)
    *directives, hostile = page.evaluate(_TRIES)
    assert hostile is None
    assert {"script-src-elem", "script-src-attr", "img-src", "frame-src", "connect-src"} <= set(directives)
    assert refused
    refused.clear()
