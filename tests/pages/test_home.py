"""The home page: who spoke last, the newest releases and documents; whole with one release and with none."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest

from tests.archives import archive, made, signing, wire


def home(folder: Path) -> str:
    made(folder)
    text = (folder / "site" / "index.html").read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(text)
    return text


def heard(text: str) -> list[str]:
    return re.findall(r'<figcaption><a href="people/[^"]*" dir="auto">([^<]*)', text)


def test_a_home_of_one_release_shows_its_words_and_counts_it_in_the_singular(tmp_path: Path) -> None:
    text = home(
        archive(
            tmp_path,
            {"2021-04-29-ferry": wire("The ferry sails", words="Esteemed colleagues, the ferry sails at nine.")},
        )
    )
    assert heard(text) == ["Rudolf Elphberg"]
    assert re.search(r'<a href="releases/2021-04-29-ferry/#c\d+">Esteemed colleagues, the ferry sails at nine\.', text)
    assert "<dt>release</dt>" in text
    assert "<dt>region</dt>" in text


def test_the_last_three_voices_stand_newest_first(tmp_path: Path) -> None:
    names = ["Anna Rudolf", "Otto Hentzau", "Flavia Strelsau", "Fritz Tarlenheim"]
    wires = {f"2021-04-0{n}-visit": wire(f"Visit number {n}", speaker=name) for n, name in enumerate(names, 1)}
    assert heard(home(archive(tmp_path, wires))) == names[:0:-1]


def test_words_without_a_date_are_never_the_last(tmp_path: Path) -> None:
    text = home(archive(tmp_path, {"letter": wire("A letter")}))
    assert heard(text) == []
    assert "no dated release yet" in text


def test_the_newest_documents_are_listed_with_their_status(tmp_path: Path) -> None:
    text = home(archive(tmp_path, {"2021-04-29-signing": signing("Documents were signed")}))
    assert re.findall(r'<span class="status">(\w+)</span>', text) == ["signed", "signed"]
    assert 'href="documents/"' in text


@pytest.mark.parametrize("path", ["documents/index.html", "people/index.html", "dates/index.html"])
def test_an_empty_archive_says_so(tmp_path: Path, path: str) -> None:
    assert heard(home(archive(tmp_path))) == []
    html5lib.HTMLParser(strict=True).parse((tmp_path / "site" / path).read_text(encoding="utf-8"))
