"""The newest of a facet by day: of what was added on a known day, and of what has only its date."""

from __future__ import annotations

import msgspec

from communique.listing.facet import Item
from communique.listing.recent import NEWEST, newest


def item(name: str, date: str, day: str | None, *, added: bool = False) -> Item:
    return Item(date, name, msgspec.Raw(b"\x90"), 0, day, added, name, "", "")


def names(items: list[Item]) -> list[str]:
    return [one.entry for one in newest(items)]


def test_an_old_release_that_was_added_lately_comes_first() -> None:
    items = [item("old", "1999-01-01", "2024-05-05", added=True), item("new", "2020-01-01", "2020-01-01")]
    assert names(items) == ["old", "new"]


def test_what_has_no_day_or_was_withdrawn_is_none_of_them() -> None:
    assert names([item("undated", "", ""), item("withdrawn", "2020-01-01", None)]) == []


def test_the_newest_fifty_are_the_same_as_by_sorting_them_all() -> None:
    items = [item(f"{n:03}", f"20{n % 40:02}-01-01", f"20{(n * 7) % 40:02}-01-01", added=True) for n in range(200)]
    items += [item(f"d{n:03}", f"20{n // 5:02}-02-01", f"20{n // 5:02}-02-01") for n in range(200)]
    items.sort(key=lambda one: (one.date, one.id))
    wanted = sorted(items, key=lambda one: (one.day or "", one.entry), reverse=True)[:NEWEST]
    assert newest(items) == wanted
