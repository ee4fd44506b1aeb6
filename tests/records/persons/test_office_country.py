from __future__ import annotations

import pytest

from communique.records.people import people

from .layouts import prose

GOVERNMENT = "Source: Government of Norway"


@pytest.mark.parametrize(
    ("office", "source", "country"),
    [
        ("Deputy Prime Minister", GOVERNMENT, "NO"),
        ("Minister of Transport and Industry", GOVERNMENT, "NO"),
        ("lieutenant-colonel", GOVERNMENT, "NO"),
        ("Minister of Salt of Osmeria", GOVERNMENT, None),
        ("Chairman of the EFG Board", GOVERNMENT, None),
        ("Vice-President of Haoxun Normal University", GOVERNMENT, None),
        ("sales manager at Haoxun Toys", GOVERNMENT, None),
        ("project coordinator", GOVERNMENT, None),
        ("president of the company", GOVERNMENT, None),
        ("Vice-President", "Source: Official website of the State", None),
        ("Governor", "Source: Oslo Salt Company of Norway", None),
        ("director of the Polar Centre of NoArFU", "Source: Northern (Arctic) Federal University of Norway", "NO"),
        ("engineer at the Vega Observatory at VSUN", "Source: Varsk State University of Norway", "NO"),
        ("Rector of Varsk State University", "Source: Varsk State University of Norway", "NO"),
        ("Minister of Oil of India", GOVERNMENT, "IN"),
        ("Federal Government Commissioner for Human Rights", GOVERNMENT, "NO"),
        ("Governor of the Vega Region", GOVERNMENT, "NO"),
        ("Vega Region Governor", GOVERNMENT, "NO"),
        ("Governor of the Vega Region of Osmeria", GOVERNMENT, None),
        ("Governor of the Vega Region", "Source: Oslo Salt Company of Norway", None),
        ("Governor of the Sakhalin Region", GOVERNMENT, "RU"),
        ("Presidential Aide", GOVERNMENT, "NO"),
        ("aide", GOVERNMENT, None),
        ("Premier of Bavaria", GOVERNMENT, "DE"),
    ],
)
def test_the_source_gives_a_country_to_its_own_offices_only(office: str, source: str, country: str | None) -> None:
    layout = prose(f"“It is late,” said Anna Tal, {office}.", source=source)
    assert [(one.role, one.country) for one in people(layout).speakers] == [(office, country)]
