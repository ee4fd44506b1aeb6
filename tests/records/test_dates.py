from __future__ import annotations

import pytest

from communique.records.dates import iso

PRINTED = [
    ("July 04, 2018", "2018-07-04"),
    ("July 4th, 2018", "2018-07-04"),
    ("4 July 2018", "2018-07-04"),
    ("Dec. 16, 2025", "2025-12-16"),
    ("Sept. 2, 2025", "2025-09-02"),
    ("January 8, 2026", "2026-01-08"),
    ("03/26/2025", "2025-03-26"),
    ("26/03/2025", "2025-03-26"),
    ("26.03.2025", "2025-03-26"),
    ("08.01.2026", "2026-01-08"),
    ("2023-01-20", "2023-01-20"),
    ("2 июля 2021", "2021-07-02"),
    ("8 мая 2021", "2021-05-08"),
]


@pytest.mark.parametrize(("printed", "value"), PRINTED)
def test_printed_date(printed: str, value: str) -> None:
    assert iso(printed) == value


@pytest.mark.parametrize("printed", ["", "July 2018", "31 February 2021", "13/13/2021", "Feb. 11", "99999", "0/0/0000"])
def test_no_whole_date(printed: str) -> None:
    assert iso(printed) is None
