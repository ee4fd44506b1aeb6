"""Which periods a listing is cut into, and what stands beside them."""

from __future__ import annotations

from communique.listing import calendar

DATES = ["", *["2019-05-01"] * 2, "2021-03-02", "2021-03-30", "2021-07-01"]


def test_a_years_neighbours_are_years_and_the_unknown_has_none() -> None:
    found = [
        (before, bucket.period, after) for before, bucket, after in calendar.neighbours(list(calendar.buckets(DATES)))
    ]
    assert found == [("", "unknown", ""), ("", "2019", "2021"), ("2019", "2021", "")]


def test_a_months_neighbours_are_of_its_year() -> None:
    full = sorted([f"2020-{month:02}-05" for month in (1, 2, 4) for _ in range(200)] + ["2019-12-31", "2021-01-01"])
    beside = {
        bucket.period: (before, after) for before, bucket, after in calendar.neighbours(list(calendar.buckets(full)))
    }
    assert beside["2020-01"] == ("", "2020-02")
    assert beside["2020-02"] == ("2020-01", "2020-04")
    assert beside["2020-04"] == ("2020-02", "")
    assert beside["2020"] == ("2019", "2021")


def test_the_days_of_a_year_are_counted_with_the_place_of_their_newest_row() -> None:
    year = next(bucket for bucket in calendar.buckets(DATES) if bucket.period == "2019")
    assert list(calendar.days(DATES, year)) == [("2019-05-01", 2, 2)]
