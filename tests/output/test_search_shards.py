"""Which releases are indexed together."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from communique.output.search_shards import Entry, shards


def entry(name: str, date: str | None, digest: str = "d") -> Entry:
    return Entry(name, f"releases/{name}/", date, digest)


def days(*dates: str | None) -> list[Entry]:
    return [entry(f"{date}-{n}", date) for n, date in enumerate(dates)]


def names(entries: list[Entry], limit: int) -> list[str]:
    return [shard.name for shard in shards(entries, limit)]


def test_a_small_archive_is_one_shard() -> None:
    (shard,) = shards(days("2019-01-02", None, "2021-04-29"), limit=3)
    assert shard.name == "all"
    assert shard.span == ("2019-01-02", "2021-04-29")


def test_an_empty_archive_has_none() -> None:
    assert shards([], limit=3) == []


def test_a_large_one_is_split_by_years_newest_first_undated_last() -> None:
    found = days("2019-01-02", "2021-04-29", "2021-05-01", None, "2020-02-02")
    assert names(found, limit=2) == ["2021", "2020", "2019", "unknown"]


def test_a_year_that_outgrows_the_limit_is_split_by_quarters_months_and_days() -> None:
    found = days(
        *["2021-02-01"] * 2, *["2021-04-29"] * 2, *["2021-04-30"] * 2, "2021-05-03", "2021-06-30", "2020-01-01"
    )
    assert names(found, limit=2) == ["2021-06", "2021-05", "2021-04-30", "2021-04-29", "2021-q1", "2020"]


def test_what_no_date_tells_apart_is_split_by_id() -> None:
    found = days(*[None] * 40)
    parts = shards(found, limit=15)
    assert [part.name for part in parts] == ["unknown-1", "unknown-2", "unknown-3", "unknown-4"]
    assert all(part.span == ("", "") for part in parts)


@given(st.lists(st.one_of(st.none(), st.dates().map(str)), max_size=60), st.integers(1, 20), st.randoms())
def test_every_release_lies_in_one_shard_whatever_the_order(
    dates: list[str | None], limit: int, random: Random
) -> None:
    found = days(*dates)
    wanted = shards(found, limit)
    random.shuffle(found)
    assert shards(found, limit) == wanted
    assert sorted(one.id for shard in wanted for one in shard.entries) == sorted(one.id for one in found)
    assert len({shard.name for shard in wanted}) == len(wanted)


def test_one_more_release_changes_the_key_of_its_own_shard_only() -> None:
    found = days("2019-01-02", "2021-04-29", "2020-02-02", None)
    before = {shard.name: shard.key for shard in shards(found, limit=2)}
    after = {shard.name: shard.key for shard in shards([*found, entry("new", "2020-06-06")], limit=2)}
    assert {name for name in after if after[name] != before[name]} == {"2020"}


def test_a_changed_page_changes_the_key() -> None:
    assert shards([entry("a", None, "1")])[0].key != shards([entry("a", None, "2")])[0].key


def test_a_date_that_is_no_day_counts_as_unknown() -> None:
    assert names([entry("a", "2021"), entry("b", "2021-04-29")], limit=1) == ["2021", "unknown"]
