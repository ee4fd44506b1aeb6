"""Pictures: accessible, escaped, and none where they would say nothing."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from communique.pages import charts

WORDS = {"title": "Releases a year", "unit": "Releases", "label": "Year"}
YEARS = [("unknown", "dates/unknown/", 9), ("2021", "dates/2021/", 3), ("2020", "", 1), ("2018", "dates/2018/", 7)]


def timeline(years: list[tuple[str, str, int]]) -> str:
    return str(charts.timeline(years, table="As a table", axis="Number of releases", root="../", **WORDS))


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
    assert str(charts.sparkline([(year, count) for year, _, count in years])) == ""


def test_bars_are_sorted_by_number_and_named() -> None:
    shown = charts.bars(
        [("plan", 1), ("treaty", 5), ("other", 0), ("programme", 2)],
        title="Documents by kind",
        unit="Documents",
        label="Kind",
        names={"treaty": "<treaty>"},
    )
    figure = ElementTree.fromstring(str(shown))
    assert [th.text for th in figure.iter("th")][2:] == ["<treaty>", "programme", "plan"]


def test_many_bars_end_in_one_for_all_others() -> None:
    counts = [(f"Region {n:02}", 40 - n) for n in range(20)]
    shown = str(charts.bars(counts, title="By region", unit="Releases", label="Region", others="all others"))
    figure = ElementTree.fromstring(shown)
    assert [th.text for th in figure.iter("th")][-1] == "all others"
    assert len(list(figure.iter("tr"))) == 14


def test_a_sparkline_is_decoration() -> None:
    svg = ElementTree.fromstring(str(charts.sparkline([("2018", 1), ("2019", 3), ("2021", 2)])))
    assert svg.get("aria-hidden") == "true"
    assert svg.get("width") == "19"


@pytest.mark.parametrize(("value", "top"), [(1, 2), (2, 2), (3, 4), (7, 8), (9, 10), (11, 20), (99, 100), (101, 200)])
def test_scales_end_at_a_round_number(value: int, top: int) -> None:
    assert charts._ceiling(value) == top
