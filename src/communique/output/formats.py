"""Dates, numbers and names in the interface's language, by CLDR. Babel is loaded where the first of them is printed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_WORLD = {"en": "en_001"}
"""English that is of no one country prints the day before the month, as CLDR's English of the world does."""

_ORDER = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural categories in the order of a catalogue's forms."""


def filters(language: str) -> dict[str, Callable[..., str]]:
    """Return the template filters of a language: date, day, period, number, territory, language_name.

    `date` prints an ISO date in full ("29 April 2021"), `day` in brief ("29 Apr 2021"), `period` an ISO year, month or
    day ("2021", "April 2021"), `month` the month of a period alone ("April"), `number` an integer with its separators,
    `territory` an ISO 3166 code and `language_name` an ISO 639 code by name (the code itself where CLDR has none).
    """

    @lru_cache(maxsize=50_000)
    def date(iso: str) -> str:
        return _formatted(language, iso, "long")

    @lru_cache(maxsize=50_000)
    def day(iso: str) -> str:
        return _formatted(language, iso, "medium")

    @lru_cache(maxsize=50_000)
    def period(iso: str) -> str:
        if len(iso) == 7:
            return _skeleton(language, iso, "yMMMM")
        return date(iso) if len(iso) == 10 else iso

    @lru_cache(maxsize=5_000)
    def month(iso: str) -> str:
        names: dict[int, str] = _locale(language).months["stand-alone"]["abbreviated"]
        return names[int(iso[5:7])]

    @lru_cache(maxsize=5_000)
    def number(value: int) -> str:
        return str(value) if -1000 < value < 1000 else _grouped(language, value)

    @lru_cache(maxsize=500)
    def territory(code: str) -> str:
        name: str = _locale(language).territories.get(code, code)
        return name

    @lru_cache(maxsize=500)
    def language_name(code: str) -> str:
        name: str = _locale(language).languages.get(code, code)
        return name

    found = (date, day, period, month, number, territory, language_name)
    return {function.__name__: function for function in found}


def load(language: str) -> None:
    """Load Babel and the words of a language, which the first date of a page asks for."""
    _formatted(language, f"{_LEAP}-01-01", "long")


def plural_form(language: str) -> Callable[[int], int]:
    """Return the function that chooses among the plural forms of a language's messages."""

    @lru_cache(maxsize=5_000)
    def chosen(count: int) -> int:
        rule = _locale(language).plural_form
        tags = [tag for tag in _ORDER if tag in rule.tags or tag == "other"]
        return tags.index(rule(count))

    return chosen


@lru_cache(maxsize=4)
def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_WORLD.get(language, language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_WORLD["en"])


def _formatted(language: str, iso: str, width: str) -> str:
    made = datetime.date.fromisoformat(iso)
    apart = _around_year(language, iso[4:], width) if made.year >= _EARLY else None
    return f"{apart[0]}{made.year}{apart[1]}" if apart else _whole(language, made, width)


_EARLY = 1000
_LEAP = 2000


@lru_cache(maxsize=2_000)
def _around_year(language: str, rest: str, width: str) -> tuple[str, str] | None:
    """Return what stands before and after the year in a date of any year, so that Babel is asked once for a day.

    None where the year is not printed as its digits, once.
    """
    parts = _whole(language, datetime.date.fromisoformat(f"{_LEAP}{rest}"), width).split(str(_LEAP))
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _whole(language: str, day: datetime.date, width: str) -> str:
    from babel.dates import format_date

    return format_date(day, width, locale=_locale(language))


def _skeleton(language: str, iso: str, skeleton: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, datetime.date.fromisoformat(f"{iso}-01"), locale=_locale(language))


def _grouped(language: str, value: int) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(language))
