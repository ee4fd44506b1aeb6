"""What is found in the folder of a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.audit.links import Walked, walk

BASE = "https://example.org/r/"


def site(folder: Path, **pages: str) -> Walked:
    """Make a site of pages by name, `a__b` for `a/b/`, and walk it."""
    for name, html in {"index": "", **pages}.items():
        path = "index.html" if name == "index" else f"{name.replace('__', '/')}/index.html"
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
    return walk(folder, BASE)


def said(walked: Walked) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in walked.problems]


@pytest.mark.parametrize(
    "href",
    ["../b/", "../b/index.html", "../b", "../b/#x", "./", "", "#y", "../", "../b/?q=1#x", "/r/b/", "../b/#x&amp;z"],
)
def test_links_that_lead_somewhere_are_silent(tmp_path: Path, href: str) -> None:
    target = '<p id="x"></p><p id="x&amp;z"></p>'
    assert said(site(tmp_path, a=f'<a href="{href}">a</a><p id="y"></p>', b=target)) == []


@pytest.mark.parametrize("href", ["../c/", "b/", "../../b/", "/b/", "../b/x.html", "../b/\x00/"])
def test_links_that_lead_nowhere_are_said(tmp_path: Path, href: str) -> None:
    assert said(site(tmp_path, a=f'<a href="{href}">a</a>', b="")) == [("broken-link", "a/index.html")]


@pytest.mark.parametrize("href", ["../b/#z", "#z", "../b/#"])
def test_anchors_that_are_not_there_are_said(tmp_path: Path, href: str) -> None:
    broken = [("broken-anchor", "a/index.html")] if href[-1] == "z" else []
    assert said(site(tmp_path, a=f'<a href="{href}">a</a>', b='<p id="x"></p>')) == broken


@pytest.mark.parametrize(("page", "target"), [("about", "releases/b"), ("releases__a", "about"), ("x", "releases/b")])
def test_anchors_are_known_whichever_page_is_read_first(tmp_path: Path, page: str, target: str) -> None:
    links = "".join(f'<a href="{"../" * (page.count("__") + 1)}{target}/#{anchor}">' for anchor in ("x", "z"))
    pages = {target.replace("/", "__"): '<p id="x"></p>', page: links}
    (problem,) = site(tmp_path, **pages).problems
    assert (problem.file, "#z'" in problem.message) == (f"{page.replace('__', '/')}/index.html", True)


def test_the_first_page_by_name_stands_for_all_that_link_wrongly(tmp_path: Path) -> None:
    there = '<a href="../c/"><a href="../b/#z"><a href="https://x.example/">'
    walked = site(tmp_path, releases__a=there.replace("../", "../../"), about=there, b=there)
    assert said(walked) == [("broken-link", "about/index.html"), ("broken-anchor", "about/index.html")]
    assert all("This page, and 2 more links" in problem.message for problem in walked.problems)
    assert walked.outside == {"https://x.example/": "about/index.html"}


def test_anchors_are_the_same_however_they_are_written(tmp_path: Path) -> None:
    ways = '<a href="../b/#a&amp;b"><a href="../b/#a%26b"><a href="../b/#a&#38;b">'
    assert said(site(tmp_path, a=ways, b='<p id="a&#x26;b">', c=ways.replace("../b/", ""))) == [
        ("broken-anchor", "c/index.html")
    ]


def test_one_lost_page_is_said_once(tmp_path: Path) -> None:
    link = '<a href="../c/">c</a><img src="../c/">'
    (problem,) = site(tmp_path, a=link, b=link).problems
    assert "This page, and 1 more links to 'c/index.html'" in problem.message


def test_the_same_words_mean_another_page_elsewhere(tmp_path: Path) -> None:
    walked = site(tmp_path, a='<a href="../b/">', b="", x__a='<a href="../b/">')
    assert said(walked) == [("broken-link", "x/a/index.html")]


def test_releases_that_a_persons_page_finds_by_script_are_let_be(tmp_path: Path) -> None:
    assert said(site(tmp_path, a='<a href="../people/x/#r-1">', people__x="")) == []


def test_addresses_outside_are_listed_and_the_sites_own_are_not(tmp_path: Path) -> None:
    walked = site(tmp_path, a=f'<a href="{BASE}b/"><a href="https://x.example/?a=1&amp;b"><a href="mailto:x@y.z">')
    assert walked.outside == {"https://x.example/?a=1&b": "a/index.html"}


def test_what_a_host_would_drop_is_said(tmp_path: Path) -> None:
    site(tmp_path)
    for name in (".communique", ".gitignore", ".nojekyll", ".well-known"):
        (tmp_path / name).write_text("")
    (tmp_path / "link").symlink_to("index.html")
    assert said(walk(tmp_path)) == [("hidden-file", ".well-known"), ("link-in-site", "link")]


def test_bytes_are_counted_by_what_stands_at_the_top(tmp_path: Path) -> None:
    walked = site(tmp_path, index="12345", a__b="123", a__c="12")
    assert (walked.sizes, walked.files) == ({"index.html": 5, "a": 5}, 3)
