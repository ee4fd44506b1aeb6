from __future__ import annotations

import pytest

from communique.wire.datelines import agency_line, before_text, is_clock, own_line, place_line

OWN = [
    "Posted on July 04, 2018",
    "Published 3 March 2025",
    "03/26/2025",
    "01/28/2025 14:47",
    "January 8, 2026, 3:27 PM",
    "27 March 2023",
    "8 января 2026",
    "Friday, July 2, 2021",
    "Date: Tuesday, May 14, 2024 (AM)",
    "May 14, 2024 (CET)",
]
PLACES = [
    "Okunde presidential Palace, July 03, 2018",
    "July 2, 2021, The Castle, Strelsau",
    "May 8, 2021 - 18:10 - The Castle, Strelsau",
    "Strelsau, 30 July 2020",
    "Стрелсау, Замок, 14 июня 2022 года",
    "СТРЕЛСАУ, 27 мая 2024 г.",
    "STRELSAU, 12 MAY 2023",
]
OPENINGS = [
    ("STRELSAU, Feb. 11 (Minxun) — The quay", "STRELSAU, Feb. 11 (Minxun)"),
    ("Strelsau, December 19 /Minxun/ – The quay", "Strelsau, December 19 /Minxun/"),
    ("RURITANIA, January 20 - The quay", "RURITANIA, January 20"),
    ("Port Ansel, 3 March 2025 — The quay", "Port Ansel, 3 March 2025"),
    ("STRELSAU. Oct 30 (Rurafax) - The quay", "STRELSAU. Oct 30 (Rurafax)"),
    ("STRELSAU, March 12. /RASS/. The quay", "STRELSAU, March 12. /RASS/"),
    ("STRELSAU, 21 October, /Rurinform/ – The quay", "STRELSAU, 21 October, /Rurinform/"),
    ("STRELSAU, June 5, 2025. The quay", "STRELSAU, June 5, 2025"),
    ("STRELSAU (Rurapress) - The quay", "STRELSAU (Rurapress)"),
    ("STRELSAU, 12 MAY 2023 – The quay", "STRELSAU, 12 MAY 2023"),
]
AGENCIES = [
    "Strelsau, May 23, RURAPRESS",
    "STRELSAU, Feb. 11 (Minxun)",
    "Port Ansel, 3 March /RNA/",
    "Zenda, May 3, R-TASS",
]
TITLES = ["Speech by Minister F. Tarlen, Strelsau, May 27, 2019", "Tarlen’s remarks to the press, Zenda, May 27, 2019"]
PROSE = [
    "Strelsau, May 23",
    "Strelsau, May 23, RURAPRESS, and so on",
    "Strelsau, May 23, a day of rest",
    "The quay was opened on July 2, 2021.",
    "Minutes of the Council of May 31, 2024.",
    "In Strelsau, on 3 March, the quay was opened – at last.",
    "RIA (Rurapress) has moved.",
    "The Harbour Board (Strelsau) – the owner of the quay – was heard.",
    "UN. In May 2023 the quay was opened.",
    "2025",
    "12:30",
]


@pytest.mark.parametrize("line", OWN)
def test_date_alone_on_its_line(line: str) -> None:
    span = own_line(line)
    assert span
    assert line[slice(*span)].strip() in line


@pytest.mark.parametrize("line", PLACES)
def test_place_dateline(line: str) -> None:
    span = place_line(line)
    assert span
    assert line[slice(*span)][-4:].isdigit()


@pytest.mark.parametrize(("line", "dateline"), OPENINGS)
def test_dateline_before_a_text(line: str, dateline: str) -> None:
    found = before_text(line)
    assert found
    (start, end), _, rest = found
    assert (line[start:end], line[rest:]) == (dateline, "The quay")


@pytest.mark.parametrize("line", PROSE)
def test_dates_inside_prose_are_none(line: str) -> None:
    assert (own_line(line), place_line(line), before_text(line), agency_line(line)) == (None, None, None, False)


@pytest.mark.parametrize("line", AGENCIES)
def test_agency_dateline_on_a_line_of_its_own(line: str) -> None:
    assert agency_line(line)


@pytest.mark.parametrize("line", TITLES)
def test_title_that_ends_in_place_and_date_is_no_dateline(line: str) -> None:
    assert place_line(line) is None


def test_clock_line() -> None:
    assert is_clock("15:41")
    assert is_clock("3:27 PM")
    assert not is_clock("15 ferries")
