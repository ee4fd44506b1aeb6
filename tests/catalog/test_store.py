"""The catalog: what is put in comes out in order, and a wire takes its releases along."""

from __future__ import annotations

import zlib
from pathlib import Path

import msgspec
import pytest

from communique.catalog.damage import DamagedError
from communique.catalog.store import Catalog, Part, Read
from communique.catalog.summary import Summary


def summary(release: str, path: str, date: str | None) -> Summary:
    fields = dict.fromkeys(Summary.__struct_fields__)
    empty = {
        "was": [],
        "speakers": [],
        "participants": [],
        "documents": [],
        "record": b"",
        "title": release,
        "dialect": "A",
        "excerpt": "",
        "corrected": [],
    }
    flags = {"title_printed": True, "partial": False, "translation": False}
    return Summary(**{**fields, **empty, **flags, "id": release, "path": path, "date": date})  # type: ignore[arg-type]


def read(path: str, *releases: tuple[str, str | None], supersedes: str | None = None) -> Read:
    parts = []
    for release, date in releases:
        packed = msgspec.msgpack.encode(summary(release, path, date))
        parts.append(
            Part(release, date or "", zlib.crc32(packed), packed, b"said", b"record of " + release.encode(), supersedes)
        )
    return Read(path, "read", b"stamp", b"digest", parts)


@pytest.fixture
def catalog() -> Catalog:
    made = Catalog(None)
    made.apply([read("b.txt", ("b", "2021-01-01"), ("b.2", None)), read("a.txt", ("a", "2020-05-05"))])
    return made


def test_releases_come_by_date_and_id_the_undated_first(catalog: Catalog) -> None:
    assert [one.id for one, _ in catalog.summaries()] == ["b.2", "a", "b"]


def test_a_wire_that_goes_takes_its_releases_along(catalog: Catalog) -> None:
    bodies = [body for one, body in catalog.summaries() if one.path == "b.txt"]
    catalog.remove_wires(["b.txt", "unknown.txt"])
    assert [one.id for one, _ in catalog.summaries()] == ["a"]
    for body in bodies:
        with pytest.raises(DamagedError):
            catalog.record(body)


def test_two_files_with_one_id_are_found_the_first_by_path_keeps_it(catalog: Catalog) -> None:
    catalog.apply([read("c.txt", ("b", "2019-01-01")), read("0.txt", ("a", None))])
    assert catalog.claims() == [("a", "0.txt", "a.txt"), ("b", "b.txt", "c.txt")]


def test_bodies_come_in_the_order_asked_for(catalog: Catalog) -> None:
    bodies = [body for _, body in catalog.summaries()]
    assert catalog.said([*bodies, *bodies]) == [b"said"] * 6
    assert catalog.record(bodies[1]) == b"record of a"


def test_what_is_not_committed_is_undone(tmp_path: Path) -> None:
    made = Catalog(tmp_path / "catalog.sqlite")
    made.put("key", b"kept")
    made.begin()
    made.put("key", b"lost")
    made.close()
    again = Catalog(tmp_path / "catalog.sqlite")
    assert again.get("key") == b"kept"
    again.close()
    assert Catalog(tmp_path / "catalog.sqlite", clean=True).get("key") == b""


def test_a_wire_read_again_replaces_its_releases(tmp_path: Path) -> None:
    made = Catalog(tmp_path / "catalog.sqlite")
    made.apply([read("a.txt", ("a", "2020-05-05"), supersedes="b")])
    made.close()
    again = Catalog(tmp_path / "catalog.sqlite")
    again.apply([read("a.txt", ("a", "2021-05-05"))])
    assert [one.date for one, _ in again.summaries()] == ["2021-05-05"]
    assert again.links() == []
