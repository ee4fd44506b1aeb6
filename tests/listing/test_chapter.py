"""Chapters: what listings need of a month's releases, which can be packed and comes back the same."""

from __future__ import annotations

import msgspec

from communique.catalog.summary import Named, Signed, Summary
from communique.listing.chapter import Chapter, Shelved, chapter
from communique.listing.naming import Resolver
from communique.listing.shelf import Shelf, named
from communique.urls import Urls
from tests.catalog.test_store import summary


def made(**given: object) -> Summary:
    return msgspec.structs.replace(summary("2020-01-05-weir", "a.txt", "2020-01-05"), **given)


def shelved(**given: object) -> Shelved:
    one = made(**given)
    return chapter([(one, 1, Resolver(Urls(), [], [], []).resolve(one))]).releases[0]


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
    whole = chapter([(one, 7, Resolver(Urls(), [], [], []).resolve(one))])
    packed = msgspec.msgpack.encode(whole)
    back = msgspec.msgpack.decode(packed, type=Chapter)
    assert msgspec.msgpack.encode(back) == packed


def test_a_person_with_several_voices_is_one_with_all_forms_and_turns() -> None:
    found = shelved(
        speakers=[
            Named("R. Elphberg", "King", 2, "ab"),
            Named("Flavia", None, 1, "cd"),
            Named("R Elphberg", None, 1, "ef"),
        ],
        participants=[Named("R. Elphberg", "Regent")],
    )
    assert [met.facet for met in found.people] == ["r-elphberg", "flavia"]
    king = found.people[0]
    assert king.forms == [("R. Elphberg", "King"), ("R Elphberg", None), ("R. Elphberg", "Regent")]
    assert king.turns == 3
    assert king.spoke == ([0, 2], "abef", 1)


def test_a_voice_without_a_page_is_no_person() -> None:
    assert shelved(speakers=[Named("Question", None, 1, "")]).people == []


def test_first_and_last_are_those_with_a_date_that_are_not_withdrawn() -> None:
    resolve = Resolver(Urls(), [], [], []).resolve
    listed = [
        made(id="a", withdrawn=""),
        made(id="b"),
        made(id="c"),
        made(id="d", withdrawn="2021-01-01"),
    ]
    whole = chapter([(one, 1, resolve(one)) for one in listed])
    assert (whole.first and whole.first.id, whole.last and whole.last.id) == ("b", "c")
    undated = made(id="e", date=None)
    alone = chapter([(undated, 1, resolve(undated))])
    assert (alone.first, alone.last) == (None, None)


def test_facets_of_chapters_are_named_by_section() -> None:
    one = made(region="Ruritania", source="Ministry", participants=[Named("Flavia")])
    found = named([chapter([(one, 1, Resolver(Urls(), [], [], []).resolve(one))])])
    assert (found.people, found.regions, found.sources) == ({"flavia"}, {"ruritania"}, {"ministry"})


def test_only_what_did_not_change_stands() -> None:
    shelf = Shelf(Urls(), [], [], [])
    listed = [made(id="a", region="Ruritania"), made(id="b", region="Sylvania", participants=[Named("Flavia")])]
    resolve = Resolver(Urls(), [], [], []).resolve
    chapters = [chapter([(one, 1, resolve(one))]) for one in listed]
    for one in chapters:
        shelf.add(one)
    shelf.close(named(chapters[:1]))
    assert {facet.id: facet.stands for facet in shelf.regions.facets.values()} == {"ruritania": False, "sylvania": True}
    assert shelf.people.facets["flavia"].stands
    shelf.close()
    assert not shelf.people.facets["flavia"].stands
