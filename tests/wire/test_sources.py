from __future__ import annotations

import pytest

from communique.wire.sources import name_and_rest

NAMES = [
    ("Government of Ruritania–Government of Ruritania–", "Government of Ruritania"),
    ("Government of Ruritania – Government of Ruritania –", "Government of Ruritania"),
    ("Strelsau State University –", "Strelsau State University"),
    ("Strelsau State University -", "Strelsau State University"),
    ("President of Ruritania – The Castle – English", "President of Ruritania – The Castle – English"),
    ("Republic of Corvanne – Foreign Affairs in French", "Republic of Corvanne – Foreign Affairs in French"),
    ("KDU, KSU,", "KDU, KSU,"),
    ("Strelsau Exchange - Strelsau Exchange -", "Strelsau Exchange"),
    ("Official website of the State –", "Official website of the State"),
]
FUSED = [
    (
        "Federal Foreign OfficeToday, 18 years ago, the border was opened. It is open still.",
        "Federal Foreign Office",
        "Today",
    ),
    (
        "Federal Foreign Office Today, 18 years ago, a gate was opened. It has stayed open.",
        "Federal Foreign Office",
        "Today",
    ),
    (
        "Republic of Corvanne in FrenchLa Corvannese Republic has issued the following statement:",
        "Republic of Corvanne in French",
        "La ",
    ),
    (
        "Republic of Corvanne in French The Corvannese Republic has issued the following statement:",
        "Republic of Corvanne in French",
        "The ",
    ),
]


@pytest.mark.parametrize(("line", "name"), NAMES)
def test_name_without_doubling_and_trailing_dash(line: str, name: str) -> None:
    (start, end), rest = name_and_rest(line, 0)
    assert (line[start:end], rest) == (name, len(line))


@pytest.mark.parametrize(("line", "name", "opening"), FUSED)
def test_body_that_runs_on_is_parted_from_the_name(line: str, name: str, opening: str) -> None:
    (start, end), rest = name_and_rest(line, 0)
    assert line[start:end] == name
    assert line[rest:].startswith(opening)
