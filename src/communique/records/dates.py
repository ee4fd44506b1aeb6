"""A date as printed → ISO: month names in English and Russian, `03/26/2025` month first, `26.03.2025` day first."""

from __future__ import annotations

import datetime

from communique.patterns import lazy_regex

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan янв",
            "feb фев",
            "mar мар",
            "apr апр",
            "may мая май",
            "jun июн",
            "jul июл",
            "aug авг",
            "sep сен",
            "oct окт",
            "nov ноя",
            "dec дек",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMBERS = lazy_regex(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})")
_NAMED = lazy_regex(
    r"(?:(?P<day>\d{1,2})\D{0,6}? )?(?P<month>[^\W\d_]{3,12})\.?(?: ?(?P<after>\d{1,2})\D{0,4})? ?(?P<year>\d{4})"
)


def iso(printed: str) -> str | None:
    """Return a whole printed date as `YYYY-MM-DD`, or None where it is none or there is no such day.

    Samples: `July 04, 2018`, `4 July 2018`, `Dec. 16, 2025`, `03/26/2025`, `26.03.2025`, `2023-01-20`, `2 июля 2021`.
    """
    numbers = _NUMBERS.search(printed)
    if numbers:
        first, mark, second, third = numbers.groups()
        return _of_numbers(int(first), mark, int(second), int(third), year_first=len(first) == 4)
    for match in _NAMED.finditer(printed[:200]):
        month = _MONTHS.get(match["month"][:3].lower())
        day = match["day"] or match["after"]
        if month and day:
            return _valid(int(match["year"]), month, int(day))
    return None


def _of_numbers(first: int, mark: str, second: int, third: int, *, year_first: bool) -> str | None:
    if year_first:
        return _valid(first, second, third)
    day_first = mark != "/" or first > 12  # 26/03/2025 can only be read one way
    day, month = (first, second) if day_first else (second, first)
    return _valid(third, month, day)


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
