"""Dates as wires print them: on a line of their own, behind a place, before a text. Values are room 2's."""

from __future__ import annotations

import re

from communique.patterns import lazy_regex
from communique.text import Span

_MONTH = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:{_MONTH} ?{_DAY},? ?\d{{4}}|{_DAY}(?: of)? {_MONTH},? ?\d{{4}}|"
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})(?!\d)"
)
"""A whole date: `July 04, 2018`, `4 July 2018`, `03/26/2025`, `26.03.2025`, `2023-01-20`."""

_YEAR_WORD = r"(?: ?(?:года\b|г\.))?"
"""Behind the year in Russian: `4 июля 2018 года`."""

_DAY_OF_YEAR = rf"(?:{_MONTH} ?{_DAY}|{_DAY} {_MONTH})(?!\d)"
_TIME = r"\d{1,2} ?[:.-] ?\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?"
_ZONE = r"(?: ?\(?(?:MSK|GMT|UTC|CET|CEST|EST|Moscow time|local time|[A-Z][a-z]+ time)\)?)?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
_BETWEEN = r" ?(?:,|at|[-–—|])? ?"

_HALF = r"(?: ?\((?:[AaPp]\.?[Mm]\.?|[A-Z]{2,4})\))?"
"""Half of the day, or a zone: `Tuesday, May 14, 2024 (AM)`."""
_POSTED = r"(?:(?:Posted|Published|Updated|Date|Дата|Опубликовано)(?: on)? ?:? ?)?"
_OWN_LINE = lazy_regex(rf"{_POSTED}{_WEEKDAY}(?P<date>{DATE}){_YEAR_WORD}(?:{_BETWEEN}{_TIME}{_ZONE})?{_HALF}\.?$")
_CLOCK_LINE = lazy_regex(rf"{_TIME}{_ZONE}$")
_PLACE = r"[^\W\d_][^.!?:;\d]{1,58}?"
_PLACE_FIRST = lazy_regex(rf"{_PLACE}(?:, ?| [-–—] )(?P<date>{DATE}){_YEAR_WORD}(?:{_BETWEEN}{_TIME}{_ZONE})?\.?$")
_DATE_FIRST = lazy_regex(rf"{_WEEKDAY}(?P<date>{DATE}){_YEAR_WORD}(?:{_BETWEEN}{_TIME}{_ZONE})? ?[,–—-] ?{_PLACE}$")
_WHEN = rf"(?:(?P<date>{DATE}){_YEAR_WORD}|{_DAY_OF_YEAR})"
_CAPITALS = r"[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ .-]{1,40}?"
_AGENCY = r"(?:[(/][^()/]{2,40}[)/])"
_DASH = r" ?(?:--|[-–—])\s?"
_BEFORE_TEXT = (
    lazy_regex(
        rf"(?P<dateline>[A-ZÀ-ÞА-ЯЁ][^.!?:;()/\d]{{1,40}}?, ?{_WHEN}(?:,? ?{_AGENCY})?)"
        rf"{_DASH}"
    ),
    lazy_regex(rf"(?P<dateline>{_CAPITALS}\. ?{_WHEN}(?:,? ?{_AGENCY}))\.?{_DASH}"),
    lazy_regex(
        rf"(?P<dateline>{_CAPITALS}[,.] ?{_WHEN}[.,]? ?{_AGENCY})"
        r"\.? (?=[A-ZÀ-ÞА-ЯЁ“«\"])"
    ),
    lazy_regex(rf"(?P<dateline>{_CAPITALS}, ?(?P<date>{DATE}){_YEAR_WORD})\. (?=[A-ZÀ-ÞА-ЯЁ“«\"])"),
    lazy_regex(rf"(?P<dateline>{_CAPITALS} \([A-ZА-ЯЁ][^()/]{{1,30}}\))(?P<date>){_DASH}"),
)
"""Datelines before a text, each way agencies put them: `BEIJING, Feb. 11 (Xinhua) —`, `MOSCOW. Oct 30 (Interfax) -`,
`MOSCOW, March 12. /TASS/.`, `STRELSAU, June 5, 2025.`, `STRELSAU (Rurapress) -`."""
_AGENCY_LINE = lazy_regex(
    rf"[A-ZÀ-ÞА-ЯЁ][^.!?:;()/\d]{{1,40}}?, ?{_DAY_OF_YEAR},? ?"
    r"(?:[A-ZА-ЯЁ][A-ZА-ЯЁ-]{2,14}(?: [A-ZА-ЯЁ]{2,12})?|[(/][^()/\d]{2,40}[)/])\.?$"
)
_LONGEST_LINE = 100
_YEAR = lazy_regex(r"\d{4}")
_SPEECH = lazy_regex(
    r"\b(?:[Rr]emarks|[Ss]peech|[Aa]ddress|[Ii]nterview|[Bb]riefing|[Aa]nswers?|[Ss]tatements?|[Cc]omments?|[Mm]essage)\b"
)
"""Words of a title that a place and a date may end: `Foreign Minister’s remarks, Strelsau, May 27, 2019`."""


holds_digit = re.compile(r"\d").search
"""Whether a text holds a digit; every date does."""


def own_line(text: str) -> Span | None:
    """Return the span of the date in a line that holds nothing but a date and perhaps a time.

    `03/26/2025`, `01/28/2025 14:47`, `January 8, 2026, 3:27 PM`, `27 March 2023`.
    """
    match = _OWN_LINE.match(text) if len(text) <= _LONGEST_LINE and _YEAR.search(text) else None
    return match.span("date") if match else None


def is_clock(text: str) -> bool:
    """Return whether a line holds nothing but a time, such as the `15:41` below a date."""
    return len(text) <= 24 and _CLOCK_LINE.match(text) is not None


def place_line(text: str) -> Span | None:
    """Return the span of the date in a line that is a place dateline.

    `Abuja presidential Palace, July 03, 2018`, `July 2, 2021, The Kremlin, Moscow`, `May 8, 2021 - 18:10 - The
    Kremlin`.
    """
    if len(text) > _LONGEST_LINE or not _YEAR.search(text):
        return None
    match = _PLACE_FIRST.match(text) or _DATE_FIRST.match(text)
    if not match or _SPEECH.search(text):
        return None
    place = text.replace(match["date"], "").split()
    return match.span("date") if len(place) <= 8 and sum([word[0].islower() for word in place]) <= 2 else None


def agency_line(text: str) -> bool:
    """Return whether a line is an agency's dateline without a year and nothing else: `Strelsau, May 23, RURAPRESS`."""
    return len(text) <= _LONGEST_LINE and text[0].isupper() and _AGENCY_LINE.match(text) is not None


def before_text(text: str) -> tuple[Span, Span | None, int] | None:
    """Return the dateline that opens a paragraph, its date if it has a year, and where the text begins.

    `BEIJING, Feb. 11 (Xinhua) — …`, `Moscow, December 19 /Xinhua/ – …`, `RUSSIA, March 27 - …`.
    """
    if not text[:1].isupper() or not (holds_digit(text, 0, 80) or "(" in text[:40]):
        return None
    match = next((found for pattern in _BEFORE_TEXT if (found := pattern.match(text[:160]))), None)
    if not match:
        return None
    return match.span("dateline"), match.span("date") if match["date"] else None, match.end()
