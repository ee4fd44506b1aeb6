"""Chapters: what listings need of a month's releases, which can be packed and comes back the same."""

from __future__ import annotations

import msgspec

from communique.catalog.summary import Named, Signed, Summary
from communique.listing.chapter import Chapter, chapter
from communique.listing.naming import Resolver
from communique.listing.shelf import Shelf, changed
from communique.urls import Urls
from tests.catalog.test_store import summary


def made(**given: object) -> Summary:
    return msgspec.structs.replace(summary("2020-01-05-weir", "a.txt", "2020-01-05"), **given)


def of(*releases: Summary) -> Chapter:
    resolve = Resolver(Urls(), [], [], []).resolve
    return chapter([(one, number, resolve(one)) for number, one in enumerate(releases, 1)])


def test_it_comes_back_from_its_packed_form() -> None:
    one = made(
        region="Ruritania",
        country="RU",
        source="Ministry",
        speakers=[Named("Rudolf Elphberg", "King", 2, "ab")],
        participants=[Named("Flavia")],
        documents=[Signed("Treaty", "treaty", "signed", ["Ruritania"], "#c1", "have signed")],
        was=["old"],
        corrected=["/title"],
    )
    whole = of(one)
    packed = msgspec.msgpack.encode(whole)
    back = msgspec.msgpack.decode(packed, type=Chapter)
    assert msgspec.msgpack.encode(back) == packed


def test_a_person_with_several_voices_is_one_with_all_forms_offices_and_turns() -> None:
    found = of(
        made(
            speakers=[
                Named("R. Elphberg", "King", 2, "ab"),
                Named("Flavia", None, 1, "cd"),
                Named("R Elphberg", None, 1, "ef"),
            ],
            participants=[Named("R. Elphberg", "Regent")],
        ),
        made(id="2020-01-06-weir", date="2020-01-06", participants=[Named("R Elphberg", "King")]),
    )
    assert [voice.facet for voice in found.people] == ["r-elphberg", "flavia"]
    king = found.people[0]
    assert king.printed == {"R. Elphberg": 2, "R Elphberg": 2}
    assert king.posts == {"King": ["2020-01-05", "2020-01-06"], "Regent": ["2020-01-05", "2020-01-05"]}
    assert king.turns == 3
    assert (king.places, king.spoke) == ([0, 1], [([0, 2], "abef", 1), None])


def test_a_voice_without_a_page_is_no_person() -> None:
    assert of(made(speakers=[Named("Question", None, 1, "")])).people == []


def test_first_and_last_are_those_with_a_date_that_are_not_withdrawn() -> None:
    whole = of(made(id="a", withdrawn=""), made(id="b"), made(id="c"), made(id="d", withdrawn="2021-01-01"))
    assert (whole.first and whole.first.id, whole.last and whole.last.id) == ("b", "c")
    alone = of(made(id="e", date=None))
    assert (alone.first, alone.last) == (None, None)


def test_what_changed_is_told_by_section_and_month() -> None:
    one = of(made(region="Ruritania", source="Ministry", participants=[Named("Flavia")]))
    for pair in ((one, None), (None, one)):
        assert changed([pair], same_years=True) == ({"flavia"}, {"ruritania"}, {"ministry"}, {"2020-01"}, True)


def test_of_a_month_only_those_changed_of_whom_something_differs() -> None:
    """That another release stands before theirs is nothing of theirs."""
    theirs = [
        made(id="b", region="Ruritania", source="Ministry", speakers=[Named("Flavia", "Queen", 1, "ab")]),
        made(id="c", region="Sylvania", speakers=[Named("Rupert", None, 1, "cd")]),
    ]
    added = made(id="a", region="Ruritania", speakers=[Named("Rupert", None, 2, "ef")])
    found = changed([(of(*theirs), _numbered(of(added, *theirs)))], same_years=True)
    assert (found.people, found.regions, found.sources) == ({"rupert"}, {"ruritania"}, set())


def _numbered(one: Chapter) -> Chapter:
    """Return a chapter with the numbers that bodies have without its first release."""
    people = [
        msgspec.structs.replace(voice, spoke=[spoke and (*spoke[:2], spoke[2] - 1) for spoke in voice.spoke])
        for voice in one.people
    ]
    return msgspec.structs.replace(one, people=people)


def test_only_what_did_not_change_stands() -> None:
    shelf = Shelf(Urls(), [], [], [])
    chapters = [
        of(made(region="Ruritania")),
        of(made(date="2021-02-02", region="Sylvania", participants=[Named("Flavia")])),
        of(made(date=None)),
    ]
    for one in chapters:
        shelf.add(one)
    shelf.close(changed([(None, chapters[0])], same_years=True))
    assert {facet.id: facet.stands for facet in shelf.regions.facets.values()} == {"ruritania": False, "sylvania": True}
    assert shelf.people.facets["flavia"].stands
    assert {period: shelf.stands(period) for period in ("2020", "2020-01", "2020-02", "2021", "2021-02", "")} == {
        "2020": False,
        "2020-01": False,
        "2020-02": True,
        "2021": True,
        "2021-02": True,
        "": True,
    }
    shelf.close(changed([(chapters[2], None)], same_years=True))
    assert not shelf.stands("")
    assert shelf.stands("2020")
    shelf.close(changed([(None, chapters[0])], same_years=False))
    assert not shelf.stands("2021")
    assert shelf.stands("2021-02")
    shelf.close()
    assert not shelf.people.facets["flavia"].stands
    assert not shelf.stands("2021-02")


def test_chapters_add_up() -> None:
    """Releases give the same shelf whether they come in one chapter or in several."""
    releases = [
        made(id="a", date=None, dialect="B", region="Ruritania", speakers=[Named("Flavia", "Queen", 1, "ab")]),
        made(id="b", region="Ruritania", country="RU", participants=[Named("Flavia")], partial=True),
        made(id="c", date="2020-01-07", region="Sylvania", speakers=[Named("Flavia", "Queen", 2, "cd")]),
    ]
    whole, parts = Shelf(Urls(), [], [], []), Shelf(Urls(), [], [], [])
    whole.add(of(*releases))
    for one in releases:
        parts.add(of(one))
    queen, same = whole.people.facets["flavia"], parts.people.facets["flavia"]
    assert (queen.printed, queen.posts, queen.turns) == (same.printed, same.posts, same.turns)
    assert [item.id for item in queen.items] == [item.id for item in same.items] == ["a", "b", "c"]
    land, other = whole.regions.facets["ruritania"], parts.regions.facets["ruritania"]
    assert (land.people, land.countries, land.printed) == (other.people, other.countries, other.printed)
    assert (whole.dialects, whole.partials, whole.undated) == (parts.dialects, parts.partials, parts.undated)
