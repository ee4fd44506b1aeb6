"""The sitemap: one file while it may be, else shards that an added address leaves where they are."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from communique.exports import sitemap

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(data: bytes) -> list[str]:
    return [node.text or "" for node in ET.fromstring(data).iter(f"{SPACE}loc")]


def test_every_page_is_named_with_its_day() -> None:
    pages = {
        p.file: p.body
        for p in sitemap.plan("https://e.example/a&b/", [("x/index.html", "2021-02-03"), ("index.html", "")])
    }
    assert locations(pages["sitemap.xml"]) == ["https://e.example/a&b/", "https://e.example/a&b/x/"]
    assert pages["sitemap.xml"].count(b"<lastmod>2021-02-03</lastmod>") == 1
    assert b"Sitemap: https://e.example/a&b/sitemap.xml" in pages["robots.txt"]


def test_without_an_address_there_is_none() -> None:
    assert not list(sitemap.plan("", [("index.html", "")]))


def test_many_addresses_lie_in_shards_of_which_an_added_one_changes_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "_MOST", 50)
    many = [(f"releases/{n}/index.html", "2021-01-01") for n in range(200)]
    before = {p.file: p.body for p in sitemap.plan("https://e.example/", many)}
    after = {p.file: p.body for p in sitemap.plan("https://e.example/", [*many, ("releases/new/index.html", "")])}
    shards = [name for name in before if name.startswith("sitemap-")]
    assert len(locations(before["sitemap.xml"])) == len(shards)
    assert sum(len(locations(before[name])) for name in shards) == 200
    assert max(len(locations(before[name])) for name in shards) <= 50
    assert sum(before[name] != after[name] for name in before) == 1
