"""Pages hold what HTML and XML allow, whatever a wire holds."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.output import printing
from tests.archives import archive, made, wire

ODD = "a\x01b\x07c\x0bd\x1fe\x7ff\x80g\x85h\x9fi\ufdd0j\ufffek\uffffl"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = wire(f"Title {ODD}", speaker="Rudolf Elphberg", words=f"Words {ODD} and «more» of them.")
    folder = archive(tmp_path_factory.mktemp("odd"), {"2020-01-01-odd": text})
    made(folder)
    return folder / "site"


def test_every_page_parses_without_error(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 8
    for page in pages:
        html5lib.HTMLParser(strict=True).parse(page.read_bytes())


def test_the_words_between_odd_characters_are_printed(site: Path) -> None:
    page = (site / "releases" / "2020-01-01-odd" / "index.html").read_text()
    assert "abc" in page
    assert "«more»" in page


def test_the_wires_own_text_and_record_keep_them(site: Path) -> None:
    folder = site / "releases" / "2020-01-01-odd"
    assert ODD in (folder / "wire.txt").read_bytes().decode()
    assert "\\u0001" in (folder / "record.json").read_text()


@given(st.text(st.sampled_from([*ODD, "«", "\xa0", "\xff", "я", "\ufffd", "\ufe0f", "\ufdcf", "\ufdf0", "😀"])))
def test_what_stands_for_no_character_is_left_out_and_nothing_else(text: str) -> None:
    allowed = "".join(c for c in text if c in "abcdefghijkl«\xa0\xffя\ufffd\ufe0f\ufdcf\ufdf0😀")
    assert printing.cleaned(text.encode()).decode() == allowed
