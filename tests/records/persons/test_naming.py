"""Names that are made of words which are dates elsewhere."""

from __future__ import annotations

import pytest

from communique.records.persons.naming import names_in


def found(line: str) -> list[str]:
    return [line[start:end] for start, end in names_in(line, 0, len(line))]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("said Lin Jun, a researcher at the yard", "Lin Jun"),
        ("said Prime Minister Fiona May, and left", "Fiona May"),
        ("said Jan Elphberg, head of the yard", "Jan Elphberg"),
        ("said Deputy Minister August Tarlen.", "August Tarlen"),
        ("said Tan April, a mayor", "Tan April"),
        ("Mrs May agreed", "May"),
        ("T. May agreed", "T. May"),
    ],
)
def test_a_month_word_may_be_part_of_a_name(line: str, name: str) -> None:
    assert name in found(line)


@pytest.mark.parametrize(
    "line",
    [
        "In May Boris Lugosin came",
        "on 5 May Boris Lugosin came",
        "Since June Boris Lugosin rests",
        "Boris Lugosin May 5 came",
        "Boris Lugosin came on Teacher’s Day",
        "On Friday June Boris Lugosin came",
    ],
)
def test_a_month_beside_a_number_or_a_word_of_time_is_no_name(line: str) -> None:
    assert found(line) == ["Boris Lugosin"]


def test_a_wish_opens_with_no_name() -> None:
    assert "May Ruritania" not in found("May Ruritania live long")


def test_one_word_behind_after_is_no_person() -> None:
    assert found("He was named after Petrov here.") == []
