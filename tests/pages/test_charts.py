"""Pictures: named, escaped, and none where they would say nothing."""

from __future__ import annotations

from xml.etree import ElementTree

from communique.pages import charts


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


def test_a_bar_is_solid_and_hollow_as_its_numbers_say() -> None:
    shown = charts.bars(
        [("plan", 4), ("treaty", 2), ("contract", 1)],
        title="By kind and status",
        unit="Documents",
        label="Kind",
        hollow={"plan": 1, "contract": 1},
        legend=["signed", "to be signed"],
    )
    figure = ElementTree.fromstring(str(shown))
    assert [th.text for th in figure.iter("th")][:3] == ["Kind", "signed", "to be signed"]
    assert [td.text for td in figure.iter("td") if td.get("class") == "num"] == ["3", "1", "2", "0", "0", "1"]
    assert [path.get("class") for path in figure.iter("path")] == ["bar", "bar hollow", "bar", "bar hollow"]


def test_few_years_make_no_sparkline() -> None:
    assert str(charts.sparkline([("2020", 1), ("2021", 3), ("unknown", 9)])) == ""
