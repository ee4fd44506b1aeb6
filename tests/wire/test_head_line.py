from __future__ import annotations

import pytest

from communique.wire.head_line import head_line

REGIONAL = [
    ("MIL OSI Translation. Region: Ruritania –", "MIL OSI", "Ruritania"),
    ("Translation. Region: Ruritanian Federal", "", "Ruritanian Federal"),
    ("Translartion. Region: Ruritans Fedetion –", "", "Ruritans Fedetion"),
    ("Transaltion. Regoin: Ruritania –", "", "Ruritania"),
    ("Tranlation. Region : Ruritania", "", "Ruritania"),
    ("Translation: Region: Ruritania –", "", "Ruritania"),
    ("Translation, Region: Ruritania –", "", "Ruritania"),
    ("MIL Translation OSI. Region: Grauland / Graulande –", "MIL OSI", "Grauland / Graulande"),
    ("Translation MIL OSI. Region: Grauland / Grauland –", "MIL OSI", "Grauland / Grauland"),
    (
        "MIL-OSI Translation. Region: Corvanne and Corvannese Territories –",
        "MIL-OSI",
        "Corvanne and Corvannese Territories",
    ),
    ("MIL OSI Translation. Region: Ruritania-Sylva —", "MIL OSI", "Ruritania-Sylva"),
    ("MIL OSI Translation. Region: Ruritania - ", "MIL OSI", "Ruritania"),
    ("MIL OSI Перевод. Регион: Руританская Федерация –", "MIL OSI", "Руританская Федерация"),
]
GOVERNMENTAL = [
    "MIL OSI Translation. Government of the Republic of Corvanne statements from French to English",
    "MIL OSI Translation. Government of the Republic of Corvanne statments form French to English –",
    "MIL OSI Translation. Government of the Republic of Corvanne statements from French into English –",
    "MIL-OSI Translation: Government of the Republic of Corvanne statements from French to English –",
]
NONE = [
    "Translation of the treaty took three years.",
    "Region: Ruritania –",
    "Today the region: one quay, two ferries.",
    "The translation. Regional offices: three.",
    "Source: Translation Office",
    "MIL-OSI Translation: Press statement by the King of Ruritania and the President of Sylvania.",
    "MIL-OSI Translation: Joint statement by Ruritania, Sylvania and the Kingdom of Vestrheim.",
    "MIL-OSI Translation: Regions Minister opens a quay",
    "",
]


def words(line: str, *spans: tuple[int, int] | None) -> str:
    return " ".join(line[span[0] : span[1]] for span in spans if span)


@pytest.mark.parametrize(("line", "agency", "region"), REGIONAL)
def test_region_is_read_however_the_line_is_misspelt(line: str, agency: str, region: str) -> None:
    found = head_line(line.strip())
    assert found
    assert (words(line, *found.agency), words(line, found.region)) == (agency, region)


@pytest.mark.parametrize("line", GOVERNMENTAL)
def test_government_and_languages_are_read(line: str) -> None:
    found = head_line(line)
    assert found
    assert words(line, found.government) == "Government of the Republic of Corvanne"
    assert (words(line, found.translated_from), words(line, found.translated_to)) == ("French", "English")


def test_russian_form_names_government_and_languages() -> None:
    line = "MIL OSI Перевод. Заявления правительства Корванской Республики с французского на английский –"
    found = head_line(line)
    assert found
    assert words(line, found.government, found.translated_from) == "Корванской Республики французского"


@pytest.mark.parametrize(
    "posted", [" – Posted on July 04, 2018", " Posted on July 04, 2018", " – Published July 04, 2018 –"]
)
def test_posting_date_is_no_part_of_the_value(posted: str) -> None:
    line = "MIL OSI Translation. Region: Ruritania" + posted
    found = head_line(line)
    assert found
    assert (words(line, found.region), words(line, found.date)) == ("Ruritania", "July 04, 2018")
    assert found.rest >= len(line) - 1


def test_text_behind_the_dash_is_left_to_the_body() -> None:
    line = "MIL OSI Translation. Region: Ruritania – The King opened the quay."
    found = head_line(line)
    assert found
    assert line[found.rest :] == "The King opened the quay."


@pytest.mark.parametrize("line", NONE)
def test_other_lines_are_no_head_line(line: str) -> None:
    assert head_line(line) is None
