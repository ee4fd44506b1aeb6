"""Parties as printed."""

import pytest

from communique.records.signing.parties import after, between, listed, signers
from tests.growth import LINEAR, growth

BETWEEN = [
    (
        "Memorandum between the Customs Service (Ruritania) and the Customs Service of Sylvania on data",
        "Customs Service (Ruritania)|Customs Service of Sylvania",
    ),
    (
        "Memorandum between the Ministry of Mail of Ruritania and the Ministry of Youth, Mail and Sport of Sylvania",
        "Ministry of Mail of Ruritania|Ministry of Youth, Mail and Sport of Sylvania",
    ),
    (
        "Memorandum between the Ministry of Youth, Mail and Sport of Sylvania and the Ministry of Mail of Ruritania",
        "Ministry of Youth, Mail and Sport of Sylvania|Ministry of Mail of Ruritania",
    ),
    ("agreement between the cities of Strelsau and Zenda on twinning", "Strelsau|Zenda"),
    ("memorandum between\nthe Zenda Bank and\nthe Zenda Mint", "Zenda Bank|Zenda Mint"),
    (
        "Agreement between the Government of Sylvania and the Government of Ruritania on lakes",
        "Government of Sylvania|Government of Ruritania",
    ),
    (
        "Memorandum between the Ministry of Trade and Industry of Sylvania and the Bank of Ruritania",
        "Ministry of Trade and Industry of Sylvania|Bank of Ruritania",
    ),
    ("Treaty between Ruritania, Sylvania and Freedonia concerning water", "Ruritania|Sylvania|Freedonia"),
    ("program of cooperation between the governments of our countries for 2031-2035", ""),
    ("agreement between the two governments", ""),
    ("plan of lectures", ""),
    ("Memorandum between the Agency for Dykes and the Committee on Trade", "Agency for Dykes|Committee on Trade"),
    (
        "Memorandum between the Academy of Zenda and the Institute of Lakes for cooperation in tides",
        "Academy of Zenda|Institute of Lakes",
    ),
    (
        "Agreement between the University of Zenda named after Rudolf Elphberg and Bell Toys Co., Ltd. on kites",
        "University of Zenda named after Rudolf Elphberg|Bell Toys Co., Ltd.",
    ),
    (
        "Plan of work between the Inspection Service under the Government of Sylvania and the city of Zenda",
        "Inspection Service under the Government of Sylvania|city of Zenda",
    ),
]

SIGNERS = [
    ("Ruritania and the Republic of Sylvania ", "Ruritania|Republic of Sylvania"),
    ("The defence ministers of Ruritania and Sylvania ", "Ruritania|Sylvania"),
    (
        "President of the Republic of Sylvania Bela Orlok, President of Ruritania Rudolf Tarlen ",
        "Republic of Sylvania|Ruritania",
    ),
    (
        "F. Tarlen, Rector of Strelsau University, and Bela Orlok, Rector of the Zenda Academy “Oak” of A. Bell, ",
        "Strelsau University|Zenda Academy “Oak” of A. Bell",
    ),
    ("At the forum Strelsau University and the city of Zenda ", "Strelsau University|city of Zenda"),
    (
        "On the sidelines of the fair, the Ministry for the Development of the Upper Lake and JSC Zenda Coal ",
        "Ministry for the Development of the Upper Lake|JSC Zenda Coal",
    ),
    ("ZTU and LLC Northern Wind ", "ZTU|LLC Northern Wind"),
    ("The President of Ruritania and the Prime Minister of Sylvania ", "Ruritania|Sylvania"),
    ("The President of the Republic and the Prime Minister ", ""),
    ("the Zenda Territory ", "Zenda Territory"),
    (
        "Rector of ZTU Bela Orlok and Rector of the Zenda National Technical University Flavia Tarlen ",
        "ZTU|Zenda National Technical University",
    ),
    (
        "Rector of the Zenda University of Water Transport and Dykes Bela Orlok and Mayor of Hentzau Fritz Tarlen ",
        "Zenda University of Water Transport and Dykes|Hentzau",
    ),
    ("ZTU Rector Bela Orlok and General Director of Tarlen Space Rudolf Bell ", "ZTU|Tarlen Space"),
    ("Minister of Trade of the Grand Duchy of Zenda Bela Orlok ", "Grand Duchy of Zenda"),
    ("Sylvania’s Minister of Energy and Mines Bela Orlok ", "Sylvania"),
    ("Today, at the fair, Ruritania and Sylvania, Freedonia and Zenda ", "Ruritania|Sylvania|Freedonia|Zenda"),
    ("Today the ministries and Ruritania, Sylvania and Freedonia ", ""),
    ("Vice-Rector Flavia Tarlen ", ""),
    ("Vice-Rector for Digital Matters Flavia Tarlen ", ""),
    ("Head of Department Flavia Tarlen ", ""),
    ("Fritz Tarlen and Bela Orlok ", ""),
    ("Minister of Transport Flavia Tarlen and her Sylvanian colleague ", ""),
    ("We ", ""),
]


@pytest.mark.parametrize(("title", "wanted"), BETWEEN)
def test_between(title: str, wanted: str) -> None:
    assert "|".join(title[a:b] for a, b in between(title, 0, len(title))) == wanted


@pytest.mark.parametrize(("words", "wanted"), SIGNERS)
def test_signers(words: str, wanted: str) -> None:
    assert "|".join(words[a:b] for a, b in signers(words, 0, len(words))) == wanted


def test_behind_a_passive_verb() -> None:
    words = " by the rectors of Strelsau University and the Zenda Academy today"
    assert [words[a:b] for a, b in after(words, 0, len(words))] == ["Strelsau University", "Zenda Academy"]


def test_a_person_with_whom_one_signs_stands_for_the_state_or_body() -> None:
    words = "Sylvania’s Minister of Energy and Mines Bela Orlok"
    assert [words[a:b] for a, b in listed(words, 0, len(words))] == ["Sylvania"]
    assert listed("his colleague Bela Orlok", 0, 24) == []


def test_an_agency_for_something_signs_behind_a_passive_verb() -> None:
    words = " by the State Agency for Fishery and the Ministry of Lakes of the Republic of Sylvania."
    assert [words[a:b] for a, b in after(words, 0, len(words))] == [
        "State Agency for Fishery",
        "Ministry of Lakes of the Republic of Sylvania",
    ]


@pytest.mark.parametrize("part", ["Rector of A ", "A ", "A of the ", "Rector ", "“A” ", "A, ", "Co., ", "Bank for A "])
def test_long_names_are_read_in_linear_time(part: str) -> None:
    def read(size: int) -> None:
        words = part * (size // len(part))
        signers(words, 0, len(words))

    assert growth(read, 4_000) < LINEAR
