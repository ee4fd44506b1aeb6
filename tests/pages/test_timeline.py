"""Columns a year: named, described, told in numbers, to scale."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from communique.pages.timeline import ceiling
from communique.pages.timeline import timeline as drawn

WORDS = {"title": "Releases a year", "unit": "Releases", "label": "Year"}
YEARS = [("unknown", "dates/unknown/", 9), ("2021", "dates/2021/", 3), ("2020", "", 1), ("2018", "dates/2018/", 7)]


def timeline(years: list[tuple[str, str, int]]) -> str:
    return str(drawn(years, table="As a table", axis="Number of releases", root="../", **WORDS))


def test_a_timeline_is_named_described_and_told_in_numbers() -> None:
    figure = ElementTree.fromstring(timeline(YEARS))
    svg = figure.find("svg")
    assert svg is not None
    assert svg.get("role") == "img"
    assert svg.findtext("title") == "Releases a year"
    assert svg.findtext("desc") == "Number of releases"
    cells = [cell.text or "" for cell in figure.iter("td")]
    assert cells == ["7", "1", "3"]
    assert [link.get("href") for link in figure.iter("a")] == ["../dates/2018/", "../dates/2021/"]


def test_a_year_without_releases_keeps_its_place() -> None:
    svg = ElementTree.fromstring(timeline(YEARS)).find("svg")
    assert svg is not None
    labels = [text.text for text in svg.iter("text")]
    assert labels == ["0", "4", "8", "2018", "2019", "2020", "2021"]
    assert len([path for path in svg.iter("path") if path.get("class") == "bar"]) == 3


def test_many_years_are_named_every_few() -> None:
    svg = ElementTree.fromstring(timeline([(str(year), "", 1) for year in range(1990, 2026)])).find("svg")
    assert svg is not None
    assert len([text for text in svg.iter("text") if (text.text or "").startswith(("19", "20"))]) <= 12


@pytest.mark.parametrize("years", [[], YEARS[:1], YEARS[:3]])
def test_few_values_make_no_picture(years: list[tuple[str, str, int]]) -> None:
    assert timeline(years) == ""


def test_a_part_of_a_year_is_hollow_and_told_apart_in_numbers() -> None:
    shown = drawn(
        YEARS, table="As a table", hollow={"2021": 1, "unknown": 9}, legend=["signed", "to be signed"], **WORDS
    )
    figure = ElementTree.fromstring(str(shown))
    assert [span.text for span in figure.iter("span")] == ["signed", "to be signed"]
    assert [td.text for td in figure.iter("td")] == ["7", "0", "1", "0", "2", "1"]
    classes = [path.get("class") for path in figure.iter("path")]
    assert classes.count("bar") == 3
    assert classes.count("bar hollow") == 1


def test_a_year_that_is_hollow_as_a_whole_has_no_solid_part() -> None:
    shown = drawn(YEARS, table="As a table", hollow={"2020": 1}, legend=["signed", "to be signed"], **WORDS)
    classes = [path.get("class") for path in ElementTree.fromstring(str(shown)).iter("path")]
    assert (classes.count("bar"), classes.count("bar hollow")) == (2, 1)


@pytest.mark.parametrize(
    ("value", "top"), [(1, 2), (2, 2), (3, 4), (7, 8), (9, 10), (11, 20), (22, 30), (41, 50), (99, 100), (101, 200)]
)
def test_scales_end_at_a_round_number(value: int, top: int) -> None:
    assert ceiling(value) == top
