"""Whose account a release is."""

from __future__ import annotations

import pytest

from communique.pages.issuer import issuer


@pytest.mark.parametrize(
    "source",
    [
        "Government of Ruritania",
        "Ministry of Roads of Sylvania",
        "President of Freedonia – Castle",
        "People's Republic of Sylvania in Freedonian",
        "Strelsau City Hall",
        "Правительство Руритании",
    ],
)
def test_a_government_is_told_by_its_words(source: str) -> None:
    assert issuer(source) == "government"


@pytest.mark.parametrize(
    "source",
    ["Strelsau State University", "Strelsau Exchange", "RVU SVU", "National Assembly of the Republic of Sylvania"],
)
def test_any_other_source_is_a_body(source: str) -> None:
    assert issuer(source) == "body"


def test_without_a_source_nothing_is_said_of_the_issuer() -> None:
    assert not issuer(None)
    assert not issuer("")
