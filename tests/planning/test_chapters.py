"""Months of releases: what is the same as it was planned last is not planned again, and nothing stale stands."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from communique.listing.naming import Resolver
from communique.pages import person
from tests.archives import add, archive, clean, files, made, wire


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    wires = {
        f"2020-{month:02}-{day:02}-weir": wire(f"Weir {month} {day}", speaker=f"Person A{'bcdef'[month]}")
        for month in (1, 2, 3)
        for day in (5, 15)
    }
    made(archive(tmp_path / "archive", wires))
    return tmp_path / "archive"


@pytest.fixture
def resolved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Releases that were read to be planned."""
    seen: list[str] = []
    resolve = Resolver.resolve
    monkeypatch.setattr(Resolver, "resolve", lambda self, one: seen.append(one.id) or resolve(self, one))
    return seen


def same_as_clean(folder: Path) -> bool:
    return files(folder / "site") == clean(folder, folder.parent / "clean")


def catalog(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / ".cache" / "catalog.sqlite") as opened:
        opened.execute(statement)
    opened.close()


def test_only_the_month_of_an_added_release_is_read_again(folder: Path, resolved: list[str]) -> None:
    add(folder, "2020-02-10-new", wire("New"))
    made(folder)
    assert resolved == ["2020-02-05-weir", "2020-02-10-new", "2020-02-15-weir"]
    assert same_as_clean(folder)


def test_a_release_at_the_end_of_a_month_is_named_by_the_first_of_the_next(folder: Path, resolved: list[str]) -> None:
    add(folder, "2020-02-20-new", wire("New"))
    made(folder)
    assert {release[:7] for release in resolved} == {"2020-02", "2020-03"}
    assert "2020-02-20-new" in (folder / "site/releases/2020-03-05-weir/index.html").read_text()
    assert same_as_clean(folder)


def test_a_month_that_is_gone_is_forgotten_with_what_it_said_of_people(folder: Path) -> None:
    for day in ("05", "15"):
        (folder / f"content/wires/2020-02-{day}-weir.txt").unlink()
    made(folder)
    assert not (folder / "site/people/person-ad").exists()
    assert same_as_clean(folder)


def test_only_people_of_whom_something_changed_are_planned_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[str] = []
    context = person.Context
    monkeypatch.setattr(person, "Context", lambda **given: planned.append(given["ref"].id) or context(**given))
    add(folder, "2020-02-10-new", wire("New", speaker="Person Zz"))
    made(folder)
    assert planned == ["person-zz"]


def test_a_region_names_people_as_they_are_called_now_though_nothing_else_of_it_changed(tmp_path: Path) -> None:
    folder = archive(
        tmp_path / "archive",
        {
            "2020-01-01-one": wire("One", "Sylvania", speaker="José Ángel"),
            "2020-02-01-two": wire("Two", speaker="Rudolf Elphberg"),
        },
    )
    made(folder)
    for day in (2, 3):  # elsewhere the same person is printed in another form, and more often
        add(folder, f"2020-02-0{day}-more", wire(f"More {day}", speaker="Jose Angel"))
    made(folder)
    assert "Jose Angel" in (folder / "site/regions/sylvania/index.html").read_text()
    assert same_as_clean(folder)


def test_a_page_that_somebody_spoilt_in_another_month_is_made_again(folder: Path) -> None:
    (folder / "site/releases/2020-03-05-weir/index.html").write_text("spoilt")
    (folder / "site/people/person-ae/index.html").unlink()
    add(folder, "2020-01-10-new", wire("New"))
    made(folder)
    assert same_as_clean(folder)


def test_a_person_of_the_authority_file_is_known_in_every_month(folder: Path) -> None:
    (folder / "content/people.yml").write_text("- {id: one, name: One Person, aliases: [Person Ac, Person Ad]}\n")
    made(folder)
    assert same_as_clean(folder)


def test_what_was_not_published_to_the_end_does_not_stand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (folder / "content/wires/2020-02-15-weir.txt").read_text()
    add(folder, "2020-02-15-weir", before.replace("Weir 2 15", "Another title"))
    with monkeypatch.context() as broken:
        broken.setattr(person, "Context", _fail)
        broken.setattr("communique.output.publish._COMMIT", 1)
        with pytest.raises(RuntimeError):
            made(folder)
    add(folder, "2020-02-15-weir", before)
    made(folder)
    assert same_as_clean(folder)


def _fail(**_: object) -> None:
    raise RuntimeError


def test_a_chapter_that_is_damaged_is_made_again(folder: Path) -> None:
    catalog(folder, "UPDATE chapter SET packed = substr(packed, 1, length(packed) - 1) WHERE month = '2020-03'")
    add(folder, "2020-01-10-new", wire("New"))
    made(folder)
    assert same_as_clean(folder)


def test_a_page_that_the_catalog_lost_is_made_again(folder: Path) -> None:
    catalog(folder, "DELETE FROM page WHERE file = 'releases/2020-03-05-weir/index.html'")
    add(folder, "2020-01-10-new", wire("New"))
    made(folder)
    assert same_as_clean(folder)


def test_a_body_has_a_number_that_no_other_had(folder: Path) -> None:
    """Else a month in which the newest wire was replaced would look the same."""
    last = folder / "content/wires/2020-03-15-weir.txt"
    text = last.read_text()
    last.unlink()
    made(folder)
    add(folder, "2020-03-15-weir", text.replace("Weir 3 15", "Weir 3 16"))
    made(folder)
    assert same_as_clean(folder)


def test_a_year_that_comes_between_others_is_named_by_both(folder: Path) -> None:
    add(folder, "2017-01-10-old", wire("Old"))
    made(folder)
    add(folder, "2018-01-10-new", wire("New"))
    made(folder)
    assert "/2018/" in (folder / "site/dates/2020/index.html").read_text()
    assert "/2018/" in (folder / "site/dates/2017/index.html").read_text()
    assert same_as_clean(folder)
    (folder / "content/wires/2018-01-10-new.txt").unlink()
    made(folder)
    assert "/2018/" not in (folder / "site/dates/2017/index.html").read_text()
    assert same_as_clean(folder)


def test_a_year_of_which_the_only_release_loses_its_id_to_another_wire_is_named_no_longer(folder: Path) -> None:
    add(folder, "2017-01-10-old", wire("Old"))
    add(folder, "b/2018-01-10-twice", wire("Twice"))
    made(folder)
    add(folder, "a/2018-01-10-twice", wire("Twice"))
    add(folder, "a/2018-01-10-twice", "date: 2020-01-10\n", ".yml")
    made(folder)
    assert same_as_clean(folder)
