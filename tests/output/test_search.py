"""The search index of a site: what is indexed, published, removed, and what happens where Pagefind fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.output import search
from communique.output.search import Entry, Report

DATES = ("2019-03-04", "2020-01-02", "2020-07-08", "2021-04-29", None)


def page(site: Path, name: str, words: str, date: str | None) -> Entry:
    file = site / "releases" / name / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<!doctype html><html lang="en"><body><p data-pagefind-filter="region">Sylvania</p>'
        f'<p data-pagefind-filter="year:{date[:4] if date else "unknown"}" data-pagefind-sort="date:{date or 0}">'
        f"<h1 data-pagefind-body>Release {name}</h1>"
        f'<div data-pagefind-body><p id="c9"><a href="#c9">¶</a>{words}</p></div>'
    )
    return Entry(name, f"releases/{name}/", date, words)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "site"


def pages(site: Path) -> list[Entry]:
    return [page(site, f"r{n}", f"the harbour of Strelsau number{n}", date) for n, date in enumerate(DATES)]


def publish(site: Path, entries: list[Entry], limit: int = 2) -> Report:
    return search.publish(site, iter(entries), work=site.parent / "work", language="en", limit=limit)


def files(site: Path) -> dict[str, bytes]:
    folder = site / search.PREFIX
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def shards(site: Path) -> list[str]:
    return [shard["name"] for shard in json.loads((site / "pagefind" / "shards.json").read_bytes())["shards"]]


def test_each_shard_has_its_index_and_the_interface_is_published_once(site: Path) -> None:
    report = publish(site, pages(site))
    assert report.problems == []
    assert report.indexed == shards(site) == ["2021", "2020", "2019", "unknown"]
    names = files(site)
    assert {name for name in names if "/" not in name} == {
        *("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "pagefind.en_none.pf_meta", "wasm.en.pagefind"),
        "shards.json",
    }
    assert sum(name.startswith("2020/fragment/") for name in names) == 2
    assert not [name for name in names if name.endswith((".js", ".css")) and "/" in name]
    assert list((site.parent / "work").iterdir()) == [site.parent / "work" / "search.json"]


def test_a_second_build_writes_nothing(site: Path) -> None:
    entries = pages(site)
    publish(site, entries)
    report = publish(site, entries[::-1])
    assert (report.indexed, report.written, report.removed, report.shards) == ([], 0, 0, 4)


def test_only_the_shard_of_a_changed_release_is_indexed_again_and_equals_a_clean_build(site: Path) -> None:
    entries = pages(site)
    publish(site, entries)
    entries[1] = page(site, "r1", "the castle of Zenda", DATES[1])
    report = publish(site, [*entries, page(site, "r9", "a new year", "2022-01-01")])
    assert report.indexed == ["2022", "2020"]
    edited = files(site)
    search.remove(site)
    (site.parent / "work" / "search.json").unlink()
    publish(site, [*entries, page(site, "r9", "a new year", "2022-01-01")])
    assert files(site) == edited


def test_what_is_no_more_is_removed(site: Path) -> None:
    entries = pages(site)
    publish(site, entries)
    (site / "pagefind" / "2020" / "stray").write_text("not ours")
    assert publish(site, entries[:-1]).indexed == ["2020"]
    assert shards(site) == ["2021", "2020", "2019"]
    assert not {name for name in files(site) if name.startswith("unknown/") or "stray" in name}
    publish(site, entries, limit=10)
    assert {name.split("/")[0] for name in files(site) if "/" in name} == {"all"}


def test_a_file_that_somebody_removed_comes_back(site: Path) -> None:
    entries = pages(site)
    publish(site, entries)
    before = files(site)
    (site / "pagefind" / "2021" / "pagefind-entry.json").unlink()
    (site / "pagefind" / "pagefind.js").unlink()
    publish(site, entries)
    assert files(site) == before


def test_another_output_is_indexed_in_full(site: Path) -> None:
    publish(site, pages(site))
    other = site.parent / "other"
    assert len(publish(other, pages(other)).indexed) == 4
    assert files(other) == files(site)


@pytest.mark.parametrize("program", ["/nowhere/pagefind", "/bin/false"])
def test_without_a_working_pagefind_the_site_is_built_and_a_warning_says_what_to_do(
    site: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    entries = pages(site)
    publish(site, entries)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
    (problem,) = publish(site, entries).problems
    assert (problem.code, problem.severity) == ("search-failed", "warning")
    assert "--no-search" in problem.hint
    assert files(site) == {}
    monkeypatch.delenv("PAGEFIND_BINARY_PATH")
    assert len(publish(site, entries).indexed) == 4


def test_an_index_that_is_not_understood_is_a_warning_of_its_shard(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> str:
        raise ValueError(f"kind 7 in {len(folder.name)}")

    monkeypatch.setattr(search, "settle", refuse)
    report = publish(site, pages(site))
    assert len(report.problems) == 4
    assert shards(site) == []


def test_a_release_whose_page_is_missing_is_left_out(site: Path) -> None:
    entries = pages(site)
    (site / "releases" / "r0" / "index.html").unlink()
    assert publish(site, entries).problems == []
    assert shards(site) == ["2021", "2020", "unknown"]


def test_an_archive_without_releases_has_an_empty_list(site: Path) -> None:
    site.mkdir()
    assert publish(site, []).problems == []
    assert shards(site) == []


def test_a_memory_that_is_unreadable_counts_as_empty(site: Path) -> None:
    entries = pages(site)
    publish(site, entries)
    (site.parent / "work" / "search.json").write_text("{")
    report = publish(site, entries)
    assert (len(report.indexed), report.written) == (4, 0)


def test_a_site_without_search_keeps_nothing_of_it(site: Path) -> None:
    publish(site, pages(site))
    assert search.remove(site) > 10
    assert files(site) == {}
    assert search.remove(site) == 0
