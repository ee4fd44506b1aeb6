"""The library: records of a text, an open archive and its queries, what goes wrong; importing it costs little."""

from __future__ import annotations

import datetime
import doctest
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import communique
from communique import Archive, ArchiveError, Turn, library, parse
from communique.build import build
from communique.records.encode import json_line
from tests.archives import add, archive, signing, wire

ROOT = Path(__file__).parent.parent
PEOPLE = "- {id: rudolf, name: Rudolf V, aliases: [Rudolf Elphberg, R. Elphberg]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an archive of three people, two regions, a withdrawn and an undated release."""
    made = archive(tmp_path / "a", people_yml=PEOPLE)
    add(made, "2020-01-05-lights", wire("Lighthouses were lit"))
    add(made, "2020-02-01-signing", signing("Documents"))
    add(made, "2021-03-01-bees", wire("Bees", region="Sylvania", speaker="Antonia Flavia"))
    add(made, "2021-03-02-gone", wire("Gone"))
    add(made, "2021-03-02-gone", "withdrawn: {reason: Wrong}\n", ".yml")
    add(made, "undated", wire("No day", speaker="R. Elphberg"))
    return made


@pytest.fixture
def opened(folder: Path) -> Iterator[Archive]:
    """Return the open archive."""
    with Archive(folder) as found:
        yield found


def test_every_example_of_the_documentation_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples" / "archive").mkdir(parents=True)
    (tmp_path / "examples" / "archive" / "content").symlink_to(ROOT / "examples" / "archive" / "content")
    monkeypatch.chdir(tmp_path)
    result = doctest.testmod(library, raise_on_error=False)
    assert (result.failed, result.attempted > 12) == (0, True)


@pytest.mark.parametrize(
    "name", ["parse", *[f"Archive.{n}" for n in ("release", "text", "releases", "turns", "quotes")]]
)
def test_every_function_has_an_example(name: str) -> None:
    thing: object = library
    for part in name.split("."):
        thing = getattr(thing, part)
    assert ">>> " in (thing.__doc__ or "")


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(communique, name) for name in communique.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = communique.nothing
    assert (ROOT / "src" / "communique" / "py.typed").exists()


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys, communique; print([n for n in sys.modules if n.startswith(('communique.', 'msgspec'))])"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout == "[]\n"


def test_parse_reads_what_the_command_reads(tmp_path: Path) -> None:
    from communique.ingest.wires import read_wire

    file = tmp_path / "2020-01-05-lights.txt"
    file.write_text(wire("Lighthouses were lit"), encoding="utf-8")
    assert parse(file.read_text(encoding="utf-8"), file.name) == read_wire(file)[0]


def test_parse_takes_any_text_but_a_lone_surrogate() -> None:
    assert [one.dialect for one in parse("")] == ["plain"]
    assert parse("x", "talks")[0].id == "talks"
    with pytest.raises(ValueError, match="surrogates not allowed"):
        parse("\ud800")


def test_releases_are_those_that_are_published_in_order(opened: Archive) -> None:
    assert [one.id for one in opened.releases()] == [
        "undated",
        "2020-01-05-lights",
        "2020-02-01-signing",
        "2021-03-01-bees",
    ]
    assert len(opened) == 4


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"person": "rudolf"}, ["undated", "2020-01-05-lights", "2020-02-01-signing"]),
        ({"person": "R. Elphberg", "since": "2020-01-06"}, ["2020-02-01-signing"]),
        ({"region": "sylvania"}, ["2021-03-01-bees"]),
        ({"region": "Sylvania", "person": "rudolf"}, []),
        ({"since": datetime.date(2020, 1, 5), "until": "2020-02-01"}, ["2020-01-05-lights", "2020-02-01-signing"]),
        ({"until": "2020-01-05"}, ["2020-01-05-lights"]),
        ({"source": "nobody"}, []),
    ],
)
def test_queries_narrow_by_person_region_source_and_day(
    opened: Archive, wanted: dict[str, str], ids: list[str]
) -> None:
    assert [one.id for one in opened.releases(**wanted)] == ids  # type: ignore[arg-type]


def test_turns_of_a_person_are_theirs_under_every_name(opened: Archive) -> None:
    found = list(opened.turns(person="rudolf"))
    assert {(release.id, turn.speaker) for release, turn in found} == {
        ("undated", "R. Elphberg"),
        ("2020-01-05-lights", "Rudolf Elphberg"),
        ("2020-02-01-signing", "Rudolf Elphberg"),
    }
    assert all(isinstance(turn, Turn) for _, turn in found)


def test_documents_come_with_the_release_that_names_them(opened: Archive) -> None:
    assert [(release.id, document.kind) for release, document in opened.documents()] == [
        ("2020-02-01-signing", "memorandum"),
        ("2020-02-01-signing", "agreement"),
    ]


def test_a_wrong_query_is_told_at_once(opened: Archive) -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        opened.releases(since="May 2020")
    with pytest.raises(TypeError, match="unexpected keyword argument 'speaker'"):
        opened.turns(speaker="x")  # type: ignore[call-arg]
    with pytest.raises(KeyError):
        opened.release("nothing")


def test_the_text_of_a_release_is_what_its_offsets_count_in(opened: Archive, folder: Path) -> None:
    release = opened.release("2020-01-05-lights")
    [(start, end)] = release.evidence["/turns/0/paragraphs/0"]
    assert opened.text(release)[start:end] == release.turns[0].paragraphs[0]
    add(folder, "2020-01-05-lights", "another text")
    with pytest.raises(ArchiveError, match="changed since"):
        opened.text(release)


def test_an_archive_as_it_is_now_is_opened_and_let_go_of(folder: Path) -> None:
    build(folder, search=False, jobs=1)
    add(folder, "2022-01-01-new", wire("New"))
    with Archive(folder) as opened:
        assert opened.release("2022-01-01-new").date == "2022-01-01"
        with pytest.raises(ArchiveError, match="Another build or export"):
            Archive(folder)
    assert build(folder, search=False, jobs=1).counts["releases"] == 6
    with pytest.raises(ValueError, match="closed"):
        len(opened)


def test_a_folder_that_is_no_archive_is_told_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no 'content' folder") as told:
        Archive(tmp_path)
    assert told.value.problem.hint


def test_a_damaged_record_is_told_and_reading_everything_again_mends_it(folder: Path) -> None:
    with Archive(folder) as opened:
        lines = [json_line(one) for one in opened.releases()]
    catalog = folder / ".cache" / "catalog.sqlite"
    data = bytearray(catalog.read_bytes())
    data[data.rindex(b"Esteemed colleagues")] ^= 1
    catalog.write_bytes(data)
    with Archive(folder) as opened, pytest.raises(ArchiveError, match="damaged"):
        list(opened.releases())
    with Archive(folder, clean=True) as opened:
        assert [json_line(one) for one in opened.releases()] == lines
