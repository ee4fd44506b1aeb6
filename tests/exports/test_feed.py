"""Feeds as readers read them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest
from lxml import etree

from tests.archives import add, archive, made, wire
from tests.exports.conftest import BASE

HERE = Path(__file__).parent
ATOM = "{http://www.w3.org/2005/Atom}"


def read(file: Path) -> Any:
    feed = feedparser.parse(file.read_bytes())
    assert not feed.bozo, (file, feed.get("bozo_exception"))
    return feed


def feeds(site: Path) -> list[Path]:
    return [*site.rglob("feed.xml"), *(site / "feeds").glob("*.xml")]


def link(feed: Any, rel: str) -> str:
    return next((str(one["href"]) for one in feed.feed.links if one["rel"] == rel), "")


def outlines_of(site: Path) -> list[Any]:
    return list(etree.parse(site / "feeds" / "index.opml").iter("outline"))


def entries(file: Path) -> list[str]:
    return [str(entry.id) for entry in read(file).entries]


def test_every_feed_is_read_and_is_valid(site: Path) -> None:
    grammar = etree.RelaxNG(etree.parse(HERE / "schemas" / "atom.rng"))
    names = {file.relative_to(site).as_posix() for file in feeds(site)}
    assert names == {
        *(f"{section}/feed.xml" for section in ("regions/ruritania", "regions/sylvania", "people/rudolf", "documents")),
        *("feed.xml", "feeds/2020-01.xml", "feeds/2020-02.xml", "feeds/2021-12.xml", "feeds/2022-03.xml"),
        *("feeds/corrections.xml", "feeds/unknown.xml"),
    }
    for file in feeds(site):
        assert read(file).version == "atom10"
        grammar.assertValid(etree.parse(file))


def test_the_newest_are_those_that_came_last(site: Path) -> None:
    names = ["2020-01-05-lights", "2021-12-31-russian", "2020-02-29-signing", "2020-01-05-more-lights"]
    assert entries(site / "feed.xml") == [f"{BASE}releases/{name}/" for name in names]
    first = read(site / "feed.xml").entries[0]
    assert (first.updated, first.published) == ("2022-03-04T00:00:00Z", "2020-01-05T00:00:00Z")
    assert [one.href for one in first.links if one.rel == "via"] == ["https://example.org/original?a=1&b=2"]
    assert first.summary.startswith("Esteemed colleagues")
    assert read(site / "feed.xml").feed.updated == "2022-03-04T00:00:00Z"


def test_archived_feeds_hold_everything_and_form_a_chain(site: Path) -> None:
    seen, file = [], "feed.xml"
    while file := link(read(site / file), "prev-archive").removeprefix(BASE):
        assert link(read(site / file), "current") == f"{BASE}feed.xml"
        assert link(read(site / file), "self") == BASE + file
        assert b"<fh:archive/>" in (site / file).read_bytes()
        seen += entries(site / file)
    records = {file.parent.name for file in site.glob("releases/*/record.json")}
    assert sorted(seen) == sorted(f"{BASE}releases/{one}/" for one in records)


def test_a_person_of_the_authority_file_has_a_feed_that_its_page_names(site: Path) -> None:
    page = (site / "people" / "rudolf" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/atom+xml" href="feed.xml" title="Rudolf V">' in page
    other = (site / "people" / "antonia-flavia" / "index.html").read_text(encoding="utf-8")
    assert 'href="feed.xml"' not in other
    assert 'href="../../feed.xml" title="Rivers &amp; Co">' in other
    assert len(entries(site / "people" / "rudolf" / "feed.xml")) == 2


def test_documents_have_a_feed_with_their_status(site: Path) -> None:
    found = read(site / "documents" / "feed.xml").entries
    titles = {"Memorandum of understanding on lighthouses", "Agreement on cooperation in beekeeping"}
    assert {entry.title for entry in found} == titles
    assert len({entry.id for entry in found}) == 2
    assert {tag.term for tag in found[0].tags} >= {"signed"}


def test_corrections_tell_what_was_done(site: Path) -> None:
    found = [(entry.id.removeprefix(BASE), entry.summary) for entry in read(site / "feeds" / "corrections.xml").entries]
    assert found == [
        ("releases/2021-12-31-gone/#withdrawn", "Published by mistake"),
        ("releases/2021-12-31-russian/#replaces", "2020-01-05-lights"),
        ("releases/2021-12-31-russian/#corrected", "/title"),
    ]


def test_what_was_withdrawn_is_in_no_feed_but_that_of_corrections(site: Path) -> None:
    for file in feeds(site):
        assert (b"2021-12-31-gone" in file.read_bytes()) == (file.name == "corrections.xml")
    assert not any(b"Secret bridges" in file.read_bytes() for file in feeds(site))


def test_the_json_feed_is_one(site: Path) -> None:
    feed = json.loads((site / "feed.json").read_bytes())
    jsonschema.validate(feed, json.loads((HERE / "schemas" / "json-feed.json").read_bytes()))
    assert [item["id"] for item in feed["items"]] == entries(site / "feed.xml")
    assert feed["items"][0]["external_url"] == "https://example.org/original?a=1&b=2"
    for item in feed["items"]:
        assert (site / item["_communique"]["record"].removeprefix(BASE)).is_file()


def test_the_list_of_feeds_names_them_all(site: Path) -> None:
    outlines = [node.get("xmlUrl") for node in outlines_of(site)]
    listed = {str(url).removeprefix(BASE) for url in outlines if url}
    assert listed == {f.relative_to(site).as_posix() for f in feeds(site) if not re.search(r"feeds/[\du]", str(f))}
    pages = {str(node.get("htmlUrl", BASE)).removeprefix(BASE) for node in outlines_of(site)}
    assert all((site / page).is_dir() for page in pages)


def test_without_a_public_address_there_is_no_feed(tmp_path: Path) -> None:
    made(archive(tmp_path, {"2020-01-05-a": wire("Lighthouses were lit")}))
    assert not feeds(tmp_path / "site")
    assert not (tmp_path / "site" / "feed.json").exists()
    assert "atom+xml" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("count", [51, 60])
def test_a_feed_holds_fifty(tmp_path: Path, count: int) -> None:
    wires = {f"2020-01-{n % 28 + 1:02}-{n:02}": wire(f"Light {n} was lit") for n in range(count)}
    made(archive(tmp_path, wires, site_yml=f"base_url: {BASE}\n"))
    newest = sorted(wires, reverse=True)[:50]
    assert entries(tmp_path / "site" / "feed.xml") == [f"{BASE}releases/{name}/" for name in newest]
    assert len(entries(tmp_path / "site" / "feeds" / "2020-01.xml")) == count


def test_an_entry_keeps_its_id_and_time_when_the_archive_grows(tmp_path: Path) -> None:
    folder = archive(tmp_path, {"2020-01-05-a": wire("Lighthouses were lit")}, site_yml=f"base_url: {BASE}\n")
    made(folder)
    (before,) = read(tmp_path / "site" / "feed.xml").entries
    add(folder, "2019-01-05-b", wire("Bridges were opened"))
    made(folder)
    after = read(tmp_path / "site" / "feed.xml").entries[0]
    assert (before.id, before.updated) == (after.id, after.updated)
