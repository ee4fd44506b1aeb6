"""The whole pipeline on small archives: what is published, what is refused, what a second build does."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from communique.audit.check import check
from communique.ingest.wires import read_wire
from communique.output import executors
from communique.problems import render
from communique.records.encode import json_line
from tests.archives import add, archive, clean, codes, files, made, signing, stamps, wire

BASE = "title: Archive of the river states\nbase_url: https://example.org/rivers/\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = archive(
        tmp_path / "archive",
        {
            "2021/2021-04-29-lighthouses": wire("Lighthouses were discussed in Strelsau"),
            "2021/2021-05-02-bridges": wire("Bridges were discussed in Zenda", "Sylvania", "Antonia Flavia"),
            "2022/2022-01-10-signing": signing("Two documents on lighthouses and bees"),
            "a-letter": wire("A letter of no known day"),
        },
        site_yml=BASE,
    )
    pages = folder / "content" / "pages"
    pages.mkdir()
    (pages / "about.md").write_text("# About these rivers\n\nSee <b>this</b> and [that](../method/).\n")
    (folder / "content" / "static" / "img").mkdir(parents=True)
    (folder / "content" / "static" / "CNAME").write_text("rivers.example\n")
    (folder / "content" / "static" / "img" / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return folder


def test_a_site_holds_what_the_archive_asks_for(small: Path) -> None:
    outcome = made(small)
    assert codes(outcome) == []
    site = files(small / "site")
    for file in (
        *("index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt", ".communique", "data/record.schema.json"),
        *("dates/index.html", "dates/2021/index.html", "dates/2022/index.html", "dates/unknown/index.html"),
        *("regions/index.html", "regions/ruritania/index.html", "regions/sylvania/index.html", "sources/index.html"),
        *("people/index.html", "people/rudolf-elphberg/index.html", "people/antonia-flavia/index.html"),
        *("documents/index.html", "documents/2022/index.html", "about/index.html", "report/index.html"),
        *("releases/a-letter/index.html", "releases/a-letter/record.json", "releases/a-letter/wire.txt"),
        *("CNAME", "img/a.svg", "assets/site.css"),
    ):
        assert file in site, file
    assert outcome.written == len(site) - 1  # the marker is no part of the plan
    assert outcome.counts["releases"] == 4


def test_record_and_wire_are_the_parsers_and_the_wires_own(small: Path) -> None:
    made(small)
    source = small / "content" / "wires" / "2022" / "2022-01-10-signing.txt"
    folder = small / "site" / "releases" / "2022-01-10-signing"
    assert (folder / "wire.txt").read_bytes() == source.read_bytes()
    assert (folder / "record.json").read_bytes() == json_line(read_wire(source)[0][0])


def test_a_second_build_writes_nothing(small: Path) -> None:
    made(small)
    before = stamps(small / "site")
    outcome = made(small)
    assert (outcome.written, outcome.removed, stamps(small / "site")) == (0, 0, before)


def test_two_jobs_and_one_give_the_same_bytes(tmp_path: Path) -> None:
    wires = {
        f"2020-01-{n % 28 + 1:02d}-{n:03d}": wire(f"Title {n}", speaker=f"Person {chr(65 + n % 20)}x")
        for n in range(160)
    }
    folder = archive(tmp_path / "archive", wires, site_yml=BASE)
    made(folder, jobs=2)
    assert files(folder / "site") == clean(folder, tmp_path / "clean")


def test_files_that_are_not_planned_are_removed_but_for_dotfiles_at_the_top(small: Path) -> None:
    made(small)
    site = small / "site"
    (site / ".git").mkdir()
    (site / ".git" / "config").write_text("x")
    (site / "stray.html").write_text("x")
    (site / "releases" / "a-letter" / "stray").mkdir()
    (site / "people" / ".~index.html").write_text("left by a build that was killed")
    assert made(small).removed == 3
    assert files(site).keys() == clean(small, small.parent / "clean").keys() | {".git/config"}


def test_a_published_file_that_is_missing_or_changed_is_written_again(small: Path) -> None:
    made(small)
    before = files(small / "site")
    (small / "site" / "releases" / "a-letter" / "wire.txt").unlink()
    (small / "site" / "index.html").write_text("defaced")
    assert made(small).written == 2
    assert files(small / "site") == before


def test_an_output_that_holds_other_things_is_refused(small: Path) -> None:
    (small / "site").mkdir()
    (small / "site" / "thesis.doc").write_text("x")
    outcome = made(small)
    assert codes(outcome) == ["not-ours"]
    assert files(small / "site") == {"thesis.doc": b"x"}
    assert "thesis.doc" in render(outcome.problems[0])


@pytest.mark.parametrize("output", [".", "content", "content/wires/site", ".."])
def test_an_output_that_would_swallow_the_archive_is_refused(small: Path, output: str) -> None:
    before = files(small / "content")
    assert codes(made(small, output=small / output)) == ["not-ours"]
    assert files(small / "content") == before


def test_a_folder_without_content_is_no_archive(tmp_path: Path) -> None:
    assert codes(made(tmp_path)) == ["no-content"]
    assert not list(tmp_path.iterdir())


def test_a_check_finds_the_same_problems_and_writes_nothing(small: Path) -> None:
    add(small, "binary", b"\x00\xff\xfe\x80")
    found = codes(check(small).outcome)
    assert not (small / "site").exists()
    assert not (small / ".cache").exists()
    assert found == codes(made(small)) == ["binary"]


def test_every_input_file_stands_in_one_row_of_the_report(small: Path) -> None:
    add(small, "empty", "")
    add(small, "binary", b"\x00\xff\xfe\x80")
    add(small, "2023/a-letter", wire("Another letter"))
    add(small, "a-letter", "note: x\n", ".yml")
    add(small, "lone", "note: x\n", ".yml")
    add(small, "picture", b"x", ".png")
    (small / "content" / "wires" / "folder.txt").mkdir()
    (small / "content" / "wires" / "dangling.txt").symlink_to("nowhere.txt")
    os.mkfifo(small / "content" / "wires" / "pipe.txt")
    outcome = made(small)
    report = json.loads((small / ".cache" / "report.json").read_text())
    rows = dict(report["account"][0])
    found = [f for f in (small / "content" / "wires").rglob("*") if f.is_symlink() or not f.is_dir()]
    assert sum(rows.values()) == len(found)
    assert rows["sidecars"] == 1
    assert rows["other files"] == 2
    assert codes(outcome) == [
        *(
            "binary",
            "duplicate-id",
            "empty-wire",
            "folder-like-a-wire",
            "lone-sidecar",
            "not-a-wire",
            "unreadable",
            "unreadable",
        )
    ]


def test_two_files_with_one_id_are_an_error_that_names_both(small: Path) -> None:
    add(small, "2023/a-letter", wire("Another letter"))
    problem = next(p for p in made(small).problems if p.code == "duplicate-id")
    assert problem.severity == "error"
    assert "content/wires/2023/a-letter.txt" in problem.message
    assert "content/wires/a-letter.txt" in problem.message
    assert b"Another letter" in (small / "site/releases/a-letter/index.html").read_bytes()  # the first by path


def test_odd_names_become_addresses_with_a_hint(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", {"Überfahrt nach Zenda!": wire("Crossing"), "…": wire("Nameless")})
    outcome = made(folder)
    assert codes(outcome) == ["odd-name", "odd-name"]
    names = sorted(path.name for path in (folder / "site" / "releases").iterdir())
    assert names[0] == "uberfahrt-nach-zenda"
    assert names[1].startswith("wire-")
    assert len(names[1]) == len("wire-") + 12


def test_wire_text_is_data_never_markup_template_or_path(tmp_path: Path) -> None:
    title = "<script>alert(1)</script> {{ 7*7 }} ../../etc/passwd"
    folder = archive(
        tmp_path / "a", {"evil": wire(title, "../../../etc", "{{ 7*7 }} <b>Nemo</b>", words="{% raw %}</main>")}
    )
    made(folder)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a"]
    for name, data in files(folder / "site").items():
        if name.endswith(".html"):
            assert b"<script>alert" not in data
            assert b"<b>Nemo" not in data
    page = (folder / "site" / "releases" / "evil" / "index.html").read_text()
    assert "{{ 7*7 }} ../../etc/passwd" in page


def test_a_template_error_names_file_and_line_and_other_pages_are_built(small: Path) -> None:
    (small / "templates").mkdir()
    (small / "templates" / "home.html").write_text(
        "{% extends 'base/home.html' %}\n{% block main %}\n{{ nonsense.x }}{% endblock %}"
    )
    outcome = made(small)
    problem = next(p for p in outcome.problems if p.code == "template-failed")
    assert problem.severity == "error"
    assert (problem.file, problem.line) == (str(small / "templates" / "home.html"), 3)
    assert "releases/a-letter/index.html" in files(small / "site")
    (small / "templates" / "home.html").unlink()
    assert codes(made(small, jobs=None)) == []
    assert files(small / "site") == clean(small, small.parent / "clean")


def test_a_template_that_does_not_compile_names_its_line(small: Path) -> None:
    (small / "templates").mkdir()
    (small / "templates" / "person.html").write_text("\n{% if %}")
    problem = next(p for p in made(small).problems if p.code == "template-failed")
    assert (problem.file, problem.line) == (str(small / "templates" / "person.html"), 2)


def test_a_template_changes_only_the_pages_that_use_it_and_their_checksums(small: Path) -> None:
    made(small)
    before = stamps(small / "site")
    (small / "templates").mkdir()
    (small / "templates" / "said.html").write_text("{% macro said(items, root) %}said{% endmacro %}")
    made(small)
    after = stamps(small / "site")
    changed = {file.split("/")[0] for file in after if before.get(file) != after[file]}
    assert changed == {"people", "sums", "SHA256SUMS"}


def test_withdrawn_releases_leave_a_tombstone_and_nothing_of_their_text(small: Path) -> None:
    made(small)
    add(small, "2021/2021-05-02-bridges", "withdrawn: {reason: Sent by mistake, date: 2021-06-01}\n", ".yml")
    made(small)
    site = files(small / "site")
    assert [f for f in site if f.startswith("releases/2021-05-02-bridges/")] == [
        "releases/2021-05-02-bridges/index.html"
    ]
    page = site["releases/2021-05-02-bridges/index.html"]
    assert b"Sent by mistake" in page
    assert b"noindex" in page
    assert not [name for name, data in site.items() if b"Zenda" in data or b"Antonia Flavia" in data]
    assert b"2021-05-02-bridges" not in site["sitemap.xml"]


def test_old_ids_lead_on_unless_they_are_taken(small: Path) -> None:
    add(small, "a-letter", "was: [the-letter, 2022-01-10-signing, ../../up]\n", ".yml")
    outcome = made(small)
    page = (small / "site" / "releases" / "the-letter" / "index.html").read_text()
    assert 'href="../../releases/a-letter/"' in page
    assert codes(outcome) == ["bad-old-id", "bad-old-id"]


def test_a_release_that_replaces_another_links_both(small: Path) -> None:
    add(small, "a-letter", "supersedes: 2022-01-10-signing\n", ".yml")
    made(small)
    site = files(small / "site")
    assert b"releases/2022-01-10-signing/" in site["releases/a-letter/index.html"]
    assert b"releases/a-letter/" in site["releases/2022-01-10-signing/index.html"]
    add(small, "a-letter", "supersedes: nothing-such\n", ".yml")
    assert codes(made(small)) == ["unknown-release"]


def test_offline_links_name_index_html(small: Path) -> None:
    made(small, offline=True)
    page = (small / "site" / "releases" / "a-letter" / "index.html").read_text()
    assert 'href="../../regions/ruritania/index.html"' in page


def test_without_a_public_address_nothing_absolute_is_written(small: Path) -> None:
    made(small, base_url="")
    site = files(small / "site")
    assert not {"feed.xml", "sitemap.xml", "robots.txt"} & site.keys()
    assert b"canonical" not in site["index.html"]


def test_the_feed_is_well_formed_whatever_a_wire_holds(small: Path) -> None:
    import xml.etree.ElementTree as ET

    add(small, "2024-01-01-odd", wire("A title \x01 with \x02 controls & <tags>", end="More \x0b and \x1f here.\n\n"))
    made(small)
    feed = ET.fromstring((small / "site" / "feed.xml").read_bytes())
    titles = [node.text for node in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert any("controls & <tags>" in (title or "") for title in titles)


def test_the_base_url_of_the_command_line_wins(small: Path) -> None:
    made(small, base_url="https://river.example/x")
    site = files(small / "site")
    assert b'href="https://river.example/x/releases/a-letter/"' in site["releases/a-letter/index.html"]
    assert b'"/x/assets/site.css"' in site["404.html"]


def test_static_files_never_stand_in_the_place_of_a_page(small: Path) -> None:
    (small / "content" / "static" / "index.html").write_text("mine")
    (small / "content" / "static" / "people").write_text("mine")
    outcome = made(small)
    assert codes(outcome) == ["static-in-the-way", "static-in-the-way"]
    assert files(small / "site")["index.html"] != b"mine"


def test_a_dotfile_of_the_archive_goes_when_it_goes(small: Path) -> None:
    dotfile = small / "content" / "static" / ".nojekyll"
    dotfile.write_text("")
    made(small)
    assert (small / "site" / ".nojekyll").exists()
    dotfile.unlink()
    made(small)
    assert not (small / "site" / ".nojekyll").exists()


def test_touched_wires_are_not_parsed_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from communique.records import assemble

    made(small)
    for file in (small / "content" / "wires").rglob("*.txt"):
        os.utime(file, (1, 1))
    monkeypatch.setattr(assemble, "read", lambda *_: pytest.fail("parsed"))
    assert made(small).written == 0


def test_an_edit_within_the_same_stamp_is_seen(small: Path) -> None:
    file = add(small, "a-letter", wire("A letter of no known day"))
    info = file.stat()
    made(small)
    file.write_text(wire("A letter of no known dax"))
    os.utime(file, ns=(info.st_atime_ns, info.st_mtime_ns))
    made(small)
    assert b"no known dax" in (small / "site" / "releases" / "a-letter" / "index.html").read_bytes()


def test_another_output_is_built_in_full_and_the_first_again(small: Path) -> None:
    made(small)
    first = files(small / "site")
    assert made(small, output=small / "other").written > 0
    assert files(small / "other") == first
    outcome = made(small)
    assert outcome.written == 0
    assert files(small / "site") == first


def test_the_parser_failing_costs_no_wire(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from communique.records import assemble

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(assemble, "read", fail)
    outcome = made(small)
    assert codes(outcome) == ["parser-failed"] * 4
    assert outcome.counts["releases"] == 4
    assert b"Zenda" in (small / "site" / "releases" / "2021-05-02-bridges" / "wire.txt").read_bytes()


def test_a_wire_that_changes_while_it_is_read_keeps_its_old_page(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(small)
    before = files(small / "site")
    file = add(small, "a-letter", wire("A letter that is being written"))
    from communique.ingest import shard

    ticks = iter(range(1000))
    monkeypatch.setattr(shard, "stamp", lambda _: str(next(ticks)).encode())
    outcome = made(small)
    assert "changing" in codes(outcome)
    assert files(small / "site")["releases/a-letter/index.html"] == before["releases/a-letter/index.html"]
    monkeypatch.undo()
    made(small)
    assert file.read_bytes() == files(small / "site")["releases/a-letter/wire.txt"]


def test_a_second_build_at_the_same_time_says_so(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from communique.catalog import lock

    monkeypatch.setattr(lock, "_PATIENCE", 0.1)
    (small / ".cache").mkdir()
    held = lock.Lock(small / ".cache" / "lock")
    assert held.take()
    assert codes(made(small)) == ["locked"]
    held.release()
    assert codes(made(small, jobs=None)) == []


def test_the_size_of_the_site_is_held_against_its_limit(small: Path) -> None:
    size = sum(made(small).bytes.values())
    for share, severity in ((1.5, None), (1.2, "warning"), (1.02, "error")):
        (small / "content" / "site.yml").write_text(f"{BASE}limits: {{site_bytes: {int(size * share)}}}\n")
        found = [p for p in made(small).problems if p.code == "site-size"]
        assert [p.severity for p in found] == ([severity] if severity else [])
        if found:
            assert "release" in found[0].message


def test_a_large_wire_is_published_whole(tmp_path: Path) -> None:
    text = "Words of no kind at all.\n\n" * 400_000
    folder = archive(tmp_path / "a", {"large": text})
    outcome = made(folder)
    assert codes(outcome) == ["unknown-wire"]
    assert (folder / "site" / "releases" / "large" / "wire.txt").read_text() == text


def test_several_releases_of_one_file_have_ids_in_order(tmp_path: Path) -> None:
    one, two = wire("First of two wires"), wire("Second of two wires", "Sylvania")
    folder = archive(tmp_path / "a", {"2021-01-01-two": f"{one}\n\n\n{two}"})
    made(folder)
    names = sorted(path.name for path in (folder / "site" / "releases").iterdir())
    assert names == ["2021-01-01-two", "2021-01-01-two.2"]
    parts = [(folder / "site" / "releases" / name / "wire.txt").read_text() for name in names]
    assert "".join(parts) == f"{one}\n\n\n{two}"


def test_what_somebody_left_in_another_output_is_removed_by_a_build_of_it(small: Path) -> None:
    one, other = small.parent / "one", small.parent / "other"
    for output in (one, other, one):
        made(small, output=output)
    (other / "people" / "stray.html").write_text("stray")
    made(small, output=other)
    assert not (other / "people" / "stray.html").exists()


def test_a_process_aside_makes_the_same_site(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "_threads", lambda: 1)
    used: list[object] = []
    aside = executors.Aside
    monkeypatch.setattr(executors, "Aside", lambda: used.append(1) or aside())
    made(small)
    add(small, "2021-05-05-new", wire("New", "Sylvania"))
    outcome = made(small, jobs=2)
    assert outcome.pages["release"] > 0
    next((small / "content" / "wires").rglob("*.txt")).unlink()
    made(small, jobs=2)
    assert len(used) == 2
    assert files(small / "site") == clean(small, small.parent / "clean")


def test_a_build_needs_no_system_that_tells_which_processors_it_may_use(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """macOS tells their number alone."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert codes(made(small, jobs=None)) == []
