"""Parties as printed."""

import pytest

from communique.records.signing.parties import after, between, signers

BETWEEN = [
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
