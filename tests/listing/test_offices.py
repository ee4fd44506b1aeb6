"""The offices of a person: the authority file's, else as printed, newest first."""

from __future__ import annotations

from communique.authority import Person, Post
from communique.listing.facet import Facet
from communique.listing.offices import offices


def facet() -> Facet:
    found = Facet("rudolf", "people/rudolf/")
    found.posts = {"Prince": ["2019-05-01", "2020-01-31"], "King": ["2020-02-01", "2022-06-30"]}
    return found


def test_printed_offices_stand_newest_first_with_the_days_they_were_printed() -> None:
    assert offices(facet(), None) == [("King", "2020-02-01", "2022-06-30"), ("Prince", "2019-05-01", "2020-01-31")]


def test_the_authority_file_wins() -> None:
    entry = Person(id="rudolf", name="Rudolf V", posts=[Post(office="King of Ruritania", from_="2020-02-01")])
    assert offices(facet(), entry) == [("King of Ruritania", "2020-02-01", "")]


def test_an_entry_without_posts_leaves_what_is_printed() -> None:
    assert len(offices(facet(), Person(id="rudolf", name="Rudolf V"))) == 2
