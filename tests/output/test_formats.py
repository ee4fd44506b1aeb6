"""Dates as they are printed: the same as Babel prints each of them, though it is asked once for a day of any year."""

from __future__ import annotations

import datetime

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from communique.output import formats

LOCALES = {"en": "en_001", "ru": "ru", "de": "de", "ar": "ar", "fa": "fa", "ja": "ja", "th": "th", "hu": "hu"}
"""Among them scripts with digits of their own, and the year first."""


@given(st.dates(), st.sampled_from(sorted(LOCALES)))
def test_a_date_is_printed_as_babel_prints_it(day: datetime.date, language: str) -> None:
    made, locale = formats.filters(language), Locale.parse(LOCALES[language])
    assert made["date"](day.isoformat()) == format_date(day, "long", locale=locale)
    assert made["day"](day.isoformat()) == format_date(day, "medium", locale=locale)


@pytest.mark.parametrize("iso", ["2021-02-29", "2021-13-01", "yesterday"])
def test_what_is_no_day_is_not_printed(iso: str) -> None:
    with pytest.raises(ValueError, match=r"day|month|format"):
        formats.filters("en")["date"](iso)
