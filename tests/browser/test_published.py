"""A published site, walked in a browser along every link: under a repository's path, and from disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from playwright.sync_api import Page

from tests import workflow
from tests.archives import add, archive, signing, wire
from tests.browser.conftest import BASE, serving

pytestmark = [pytest.mark.browser, pytest.mark.long]

_LINKS = "[...document.querySelectorAll('[href], [src], form[action]')].map((one) => one.href || one.src || one.action)"
_LOST = """() => [...document.querySelectorAll("a[href]")].map((link) => new URL(link.href)).filter((url) =>
    url.href.split("#")[0] === location.href.split("#")[0] && url.hash && !document.getElementById(url.hash.slice(1)))
    .map(String)"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return an archive with a page of every type."""
    wires = {
        "2021/2021-04-29-weir": wire("The weir was opened in Strelsau"),
        "2021/2021-05-02-bridge": wire("Bridges in Zenda", "Sylvania", "Antonia Flavia"),
        "2022/2022-01-10-signing": signing("Two documents on lighthouses and bees"),
        "2022/2022-02-10-letter": wire("A letter that was withdrawn"),
        "a-letter": wire("A letter of no known day"),
    }
    folder = archive(tmp_path / "archive", wires, site_yml="title: Archive of the weirs\n")
    add(folder, "2021/2021-04-29-weir", "was: [old-weir]\nurl: https://example.org/weir\n", ".yml")
    add(folder, "2022/2022-02-10-letter", "withdrawn: {reason: A private letter., date: 2022-06-01}\n", ".yml")
    (folder / "content" / "pages").mkdir()
    (folder / "content" / "pages" / "about.md").write_text("# About\n\nSee [the releases](../dates/).\n")
    return folder


def walk(page: Page, start: str) -> dict[str, list[str]]:
    """Follow every link within a site; return the address of each page that was opened → links that lead nowhere."""
    inside = start.rpartition("/")[0] + "/"
    found: dict[str, list[str]] = {}
    asked: set[str] = set()
    todo = [start]
    while todo:
        address = urldefrag(todo.pop()).url
        if address in asked or not address.startswith(inside):
            continue
        asked.add(address)
        if urlsplit(address).path.endswith(("/", ".html")):
            response = page.goto(address)
            assert response is not None, address
            assert response.ok, f"{address}: {response.status}"
            found[address] = page.evaluate(_LOST)
            links = page.evaluate(_LINKS)
            assert not [link for link in links if link.startswith(("http://127", "file:")) and inside not in link]
            todo += links
        elif address.startswith("http"):
            assert page.request.get(address).ok, address
        else:
            assert Path(urlsplit(address).path).is_file(), address
    return found


def test_the_workflows_site_holds_together_under_a_repositorys_path(small: Path, tmp_path: Path, page: Page) -> None:
    with serving(tmp_path / "www") as base:
        assert len(workflow.run_build(small, base.removesuffix("/"))) == 2
        workflow.upload(small / "site", tmp_path / "www" / BASE.strip("/"))
        found = walk(page, base)
        assert {lost for links in found.values() for lost in links} == set()
        walked = {address.removeprefix(base) for address in found}
        assert {"", "dates/", "people/", "documents/", "report/", "about/", "search/", "releases/a-letter/"} <= walked
        page.goto(base + "releases/old-weir/")
        page.wait_for_url("**/releases/2021-04-29-weir/")
        assert page.goto(base + "releases/2022-02-10-letter/").ok  # type: ignore[union-attr]
        page.goto(base + "404.html")
        page.click("main a")
        assert page.url.startswith(base + "dates/")


def test_the_same_site_opens_from_disk(small: Path, tmp_path: Path, page: Page) -> None:
    command = [
        Path(sys.executable).with_name("communique"),
        "build",
        small,
        "--offline",
        "--output",
        tmp_path / "stick",
    ]
    subprocess.run(command, check=True, capture_output=True)
    found = walk(page, (tmp_path / "stick" / "index.html").as_uri())
    assert {lost for links in found.values() for lost in links} == set()
    assert len(found) > 20
    assert page.goto((tmp_path / "stick" / "index.html").as_uri())
    assert page.locator("#theme").is_visible()  # the script ran
