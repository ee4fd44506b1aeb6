"""The limits of listings: 20 newest, all of 50, 500 in a bucket; order by date and id; the undated apart."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from communique.listing.calendar import buckets, newest, years
from tests.archives import archive, files, made, wire


def days(count: int, start: str = "2021-01-01", each: int = 1) -> list[str]:
    """Return sorted days, each of them so many times."""
    first = datetime.date.fromisoformat(start)
    return [(first + datetime.timedelta(days=n // each)).isoformat() for n in range(count)]


@pytest.mark.parametrize(("count", "shown", "whole"), [(0, 0, True), (50, 50, True), (51, 20, False), (500, 20, False)])
def test_a_facet_shows_all_of_50_or_the_20_newest(count: int, shown: int, whole: bool) -> None:
    places, complete = newest(days(count))
    assert (len(places), complete) == (shown, whole)
    assert list(places) == sorted(places, reverse=True)


def test_undated_rows_are_never_the_newest_but_stand_last_where_all_are_shown() -> None:
    assert list(newest(["", "", "2021-01-01"])[0]) == [2, 1, 0]
    assert len(newest([""] * 60)[0]) == 0
    assert list(newest([""] * 60 + days(5))[0]) == [64, 63, 62, 61, 60]


def test_a_year_of_500_is_whole_one_of_501_is_split() -> None:
    (year,) = buckets(days(500, each=2))
    assert (year.period, year.stop, year.parts) == ("2021", 500, [])
    year, *months = buckets(days(501, each=2))
    assert [part for part, _ in year.parts] == [month.period for month in months]
    assert sum(count for _, count in year.parts) == 501
    assert months[0].period == "2021-01"


def test_a_month_of_501_is_split_into_days() -> None:
    found = {bucket.period: bucket for bucket in buckets(days(501, each=30))}
    assert found["2021-01"].parts[0] == ("2021-01-01", 30)
    assert found["2021-01-17"].stop - found["2021-01-17"].start == 21


def test_every_row_lies_in_one_bucket() -> None:
    dates = [""] * 3 + days(1200, "2019-12-20", each=3)
    leaves = [range(b.start, b.stop) for b in buckets(dates) if not b.parts]
    assert sorted(place for leaf in leaves for place in leaf) == list(range(len(dates)))


def test_years_name_their_newest_row_the_unknown_last() -> None:
    assert years(["", "2019-05-01", "2020-01-01", "2020-02-01"]) == [("2020", 2, 3), ("2019", 1, 1), ("unknown", 1, 0)]


def test_the_buckets_of_a_site_follow_from_each_facets_own_releases(tmp_path: Path) -> None:
    wires = {
        f"2020-{n % 12 + 1:02d}-01-{n:03d}": wire(f"Title {n}", "Ruritania" if n < 51 else "Sylvania")
        for n in range(101)
    }
    folder = archive(tmp_path / "archive", wires)
    made(folder)
    site = files(folder / "site")
    assert "regions/ruritania/2020/index.html" in site
    assert "regions/sylvania/2020/index.html" not in site
    assert site["regions/sylvania/index.html"].count(b"<li id=") == 50
    assert site["regions/ruritania/index.html"].count(b"<li id=") == 20
    assert site["dates/2020/index.html"].count(b"<li id=") == 101
    assert "people/rudolf-elphberg/2020/index.html" in site


def test_people_are_quoted_with_at_most_three_passages_of_300_characters_a_release(tmp_path: Path) -> None:
    turns = "".join(
        f"Antonia Flavia: {'Words and words. ' * 40}{n}\n\nRudolf Elphberg: Yes, number {n}.\n\n" for n in range(5)
    )
    folder = archive(
        tmp_path / "archive", {"2020-01-01-talk": wire("A talk", speaker="Antonia Flavia", words="Hello.", end=turns)}
    )
    made(folder)
    record = json.loads((folder / "site/releases/2020-01-01-talk/record.json").read_bytes())
    assert len(record["turns"]) > 6
    page = (folder / "site/people/antonia-flavia/index.html").read_text()
    quoted = [part.split("</p>")[0] for part in page.split('<p dir="auto">')[1:]]
    assert len(quoted) == 3
    assert all('href="../../releases/2020-01-01-talk/#c' in words for words in quoted)
    assert max(len(words.rpartition(">")[2]) for words in quoted) <= 300
