from __future__ import annotations

import pytest

from communique.records.persons.office_match import is_rank, kin_office, same_office


@pytest.mark.parametrize(
    ("known", "said", "same"),
    [
        ("Deputy Prime Minister of Marovia", "Deputy Prime Minister", True),
        ("Prime Minister of Marovia", "minister", False),
        ("Chairman of the Government of Marovia", "Prime Minister", True),
        ("Mayor of Tarvograd", "head of the city", False),
    ],
)
def test_offices_are_one_by_their_printed_words(known: str, said: str, same: bool) -> None:
    assert same_office(known, said) is same


@pytest.mark.parametrize(
    ("known", "said", "kin"),
    [
        ("Mayor of Tarvograd", "head of the city", True),
        ("Governor of Varsk Region", "head of the region", True),
        ("Mayor of Tarvograd", "head of the region", False),
        ("Minister of Oil of India", "Indian minister", True),
        ("Minister of Oil of India", "Norwegian minister", False),
        ("Minister of Oil of India", "Indian", False),
        ("Deputy Prime Minister", "vice-premier", True),
        ("Minister of Foreign Affairs of Osmeria", "Foreign Minister", True),
        ("Minister of Defense", "Defence Minister", True),
        ("Rector of Varsk State University", "head of the university", True),
    ],
)
def test_offices_are_kin_under_other_words(known: str, said: str, kin: bool) -> None:
    assert kin_office(known, said) is kin


@pytest.mark.parametrize(
    ("office", "rank"),
    [
        ("General of the Army", True),
        ("Rear Admiral", True),
        ("lieutenant-colonel", True),
        ("General Director", False),
        ("Commander of the Fleet of Marovia", False),
    ],
)
def test_a_rank_is_no_office(office: str, rank: bool) -> None:
    assert is_rank(office) is rank
