"""What release pages and years say of other releases, and what that costs when a release is added."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.archives import add, archive, made, signing, wire

STEMS = ("2020-01-05-mill", "2020-03-01-bridge", "2021-02-03-dyke", "2021-02-03-ferry", "letter")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    found = archive(
        tmp_path,
        {stem: wire(f"The {stem[-6:]}", words=f"Esteemed colleagues, these are words about {stem}.") for stem in STEMS},
    )
    made(found)
    return found


def page(small: Path, stem: str) -> str:
    return (small / "site" / "releases" / stem / "index.html").read_text()


def neighbours(small: Path, stem: str) -> list[str]:
    return re.findall(r'href="\.\./\.\./releases/([^"]*)/" rel="(prev|next)"', page(small, stem))


def test_a_release_names_its_neighbours_by_date(small: Path) -> None:
    assert neighbours(small, STEMS[0]) == [(STEMS[1], "next")]
    assert neighbours(small, STEMS[2]) == [(STEMS[1], "prev"), (STEMS[3], "next")]
    assert neighbours(small, STEMS[3]) == [(STEMS[2], "prev")]
    assert neighbours(small, "letter") == []


def test_a_speaker_is_linked_to_the_row_of_the_release_in_their_list(small: Path) -> None:
    assert f'href="../../people/rudolf-elphberg/#r-{STEMS[2]}"' in page(small, STEMS[2])
    assert f'id="r-{STEMS[2]}"' in (small / "site" / "people" / "rudolf-elphberg" / "index.html").read_text()


def test_a_year_is_a_calendar_whose_days_lead_to_their_rows(small: Path) -> None:
    year = (small / "site" / "dates" / "2021" / "index.html").read_text()
    assert f'href="../../dates/2021/#r-{STEMS[3]}" aria-label="3 February 2021: 2 releases">3</a>' in year
    assert year.count("</i>") == 364


def test_an_added_release_writes_its_own_pages_and_its_neighbours(small: Path) -> None:
    add(small, "2020-06-01-tunnel", signing("The tunnel"))
    people, documents = 1, 2
    assert made(small).written <= 40 + 4 * people + 2 * documents
    assert neighbours(small, STEMS[1]) == [(STEMS[0], "prev"), ("2020-06-01-tunnel", "next")]
    before = {file: file.read_bytes() for file in (small / "site").rglob("*") if file.is_file()}
    made(small, clean=True)
    assert before == {file: file.read_bytes() for file in (small / "site").rglob("*") if file.is_file()}


def test_every_page_describes_itself(small: Path) -> None:
    for file in (small / "site").rglob("*.html"):
        text = file.read_text()
        assert 'http-equiv="refresh"' in text or re.search(r'<meta name="description" content="[^"]{8,}">', text), file
