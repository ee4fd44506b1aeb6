"""The sitemap: an index of parts by month; a part of too many is spread so that an added address changes one file."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from lxml import etree

from communique.exports import sitemap
from tests.exports.conftest import BASE

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HERE = Path(__file__).parent


def locations(data: bytes) -> list[str]:
    return [node.text or "" for node in ET.fromstring(data).iter(f"{SPACE}loc")]


def planned(base: str, pages: list[tuple[str, str]]) -> dict[str, bytes]:
    return {page.file: page.body for page in sitemap.plan(base, pages)}


def test_every_page_is_named_with_its_day_in_the_part_of_its_month() -> None:
    found = planned(
        "https://e.example/a&b/",
        [("releases/x/index.html", "2021-02-03"), ("index.html", ""), ("releases/y/index.html", "")],
    )
    assert found.keys() == {f"sitemap{part}.xml" for part in ("", "-2021-02", "-pages", "-unknown")} | {"robots.txt"}
    assert locations(found["sitemap-pages.xml"]) == ["https://e.example/a&b/"]
    assert locations(found["sitemap-2021-02.xml"]) == ["https://e.example/a&b/releases/x/"]
    assert found["sitemap-2021-02.xml"].count(b"<lastmod>2021-02-03</lastmod>") == 1
    assert found["sitemap.xml"].count(b"<lastmod>2021-02-03</lastmod>") == 1
    assert b"Sitemap: https://e.example/a&b/sitemap.xml" in found["robots.txt"]


def test_without_an_address_there_is_none() -> None:
    assert not list(sitemap.plan("", [("index.html", "")]))


def test_many_addresses_lie_in_shards_of_which_an_added_one_changes_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "_MOST", 50)
    many = [(f"releases/{n}/index.html", "2021-01-01") for n in range(200)]
    before = planned("https://e.example/", many)
    after = planned("https://e.example/", [*many, ("releases/new/index.html", "2021-01-01")])
    shards = [name for name in before if name.startswith("sitemap-")]
    assert len(locations(before["sitemap.xml"])) == len(shards)
    assert sum(len(locations(before[name])) for name in shards) == 200
    assert max(len(locations(before[name])) for name in shards) <= 50
    assert sum(before[name] != after[name] for name in before) == 1


def test_the_sitemap_of_a_site_is_valid_and_names_its_pages(site: Path) -> None:
    grammar = etree.RelaxNG(etree.parse(HERE / "schemas" / "sitemap.rng"))
    parts = locations((site / "sitemap.xml").read_bytes())
    named = []
    for file in [site / "sitemap.xml", *(site / part.removeprefix(BASE) for part in parts)]:
        grammar.assertValid(etree.parse(file))
        named += locations(file.read_bytes()) if file.name != "sitemap.xml" else []
    assert len(set(named)) == len(named)
    assert all((site / name.removeprefix(BASE) / "index.html").is_file() for name in named)
    assert {f"{BASE}data/", f"{BASE}data/2020/", f"{BASE}releases/undated/"} <= set(named)
    assert f"{BASE}releases/2021-12-31-gone/" not in named
