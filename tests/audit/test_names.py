"""Names that may be one: what is alike, what is not, and blocks that do what they say when pasted."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.audit.check import check
from communique.audit.names import Suggestion, block
from communique.authority import Alias
from communique.authority import people as read
from tests.archives import archive, wire


def found(folder: Path, names: list[str], **content: str) -> list[Suggestion]:
    wires = {f"{n:02d}": wire(f"Title {n}", speaker=name) for n, name in enumerate(names)}
    return [one for one in check(archive(folder, wires, **content)).suggestions if one.section == "people"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rudolf Elphberg", "R. Elphberg"),
        ("Rudolf Elphberg", "Rudolf Alexander Elphberg"),
        ("Rudolf Elphberg", "Rudolph Elphberg"),
        ("Rudolf Elphberg", "Rudolf Elphburg"),
        ("Rudolf Elphberg", "Elphberg Rudolf"),
        ("Sergei Ivanov", "Sergey Ivanov"),
    ],
)
def test_names_that_look_alike_are_one_suggestion(tmp_path: Path, one: str, other: str) -> None:
    (only,) = found(tmp_path, [one, one, other])
    assert {*only.names, *only.like} == {one, other}
    assert only.entry["aliases"] == list(only.names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rudolf Elphberg", "Robert Elphberg"),
        ("Rudolf Elphberg", "A. Elphberg"),
        ("Rudolf Elphberg", "Rudolf Rassendyll"),
        ("Anna Hentzau", "Hanna Zenda"),
        ("Li Wei", "Li Wen"),
    ],
)
def test_others_are_none(tmp_path: Path, one: str, other: str) -> None:
    assert found(tmp_path, [one, other]) == []


def test_a_name_that_is_like_an_entry_goes_to_its_aliases(tmp_path: Path) -> None:
    entry = "- {id: rudolf, name: Rudolf Elphberg, aliases: [Rudolf V]}\n"
    (only,) = found(tmp_path, ["R. Elphberg", "Rudolf Elphberg"], people_yml=entry)
    assert only.known
    assert only.entry == {"id": "rudolf", "name": "Rudolf Elphberg", "aliases": ["Rudolf V", "R. Elphberg"]}


def test_aliases_of_certain_days_keep_their_days(tmp_path: Path) -> None:
    alias = "{name: King of Ruritania, from: 1894-01-01}"
    names = ["R. Elphberg", "Rudolf Elphberg", "King of Ruritania"]
    entry = f"- {{id: rudolf, name: Rudolf Elphberg, aliases: [{alias}]}}\n"
    (only,) = found(tmp_path, names, people_yml=entry)
    assert only.entry["aliases"] == [{"name": "King of Ruritania", "from": "1894-01-01"}, "R. Elphberg"]
    entries, problems = read(block(only), "people.yml")
    assert (entries[0].aliases[0], problems) == (Alias(name="King of Ruritania", from_="1894-01-01"), [])


def test_a_name_that_two_people_could_have_is_not_decided(tmp_path: Path) -> None:
    (only,) = found(tmp_path, ["Anna Hentzau", "Albert Hentzau", "A. Hentzau"])
    assert (only.names, only.like, only.entry) == (("A. Hentzau",), ("Albert Hentzau", "Anna Hentzau"), {})
    assert block(only) == "# 'A. Hentzau' may be Albert Hentzau or Anna Hentzau\n"


def test_three_forms_of_one_name_are_one_entry(tmp_path: Path) -> None:
    names = ["Rudolf Elphberg", "Rudolf Elphberg", "Rudolf Alexander Elphberg", "R. Elphberg"]
    (only,) = found(tmp_path, names)
    assert only.like == ("Rudolf Elphberg",)
    assert set(only.names) == set(names) - {"Rudolf Elphberg"}


def test_pasted_blocks_settle_the_doubt(tmp_path: Path) -> None:
    names = ["Rudolf Elphberg", "R. Elphberg", "Antonia Flavia", "A. Flavia: the 2nd"]
    text = "".join(block(one) for one in found(tmp_path, names))
    entries, problems = read(text, "people.yml")
    assert (len(entries), problems) == (1, [])
    assert found(tmp_path, names, people_yml=text) == []
