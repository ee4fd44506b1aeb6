"""Builds that somebody watches: what changed comes first, and the site is that of any other build."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from communique.listing.naming import Resolver
from tests.archives import add, archive, clean, files, made, wire

WIRES = {f"2020-01-{day:02d}-weir": wire(f"Weir {day}", speaker=f"Person {chr(64 + day)}x") for day in range(1, 9)}


def test_a_changed_release_is_there_before_the_rest_is_planned_and_rendered_once(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", WIRES)
    made(folder)
    page = folder / "site" / "releases" / "2020-01-04-weir" / "index.html"
    home = folder / "site" / "index.html"
    add(folder, "2020-01-04-weir", wire("Dam", speaker="Anna Rudolf"))
    seen: list[tuple[bool, bool]] = []

    def tell(stage: str, *_: int) -> None:
        if stage == "publish":
            seen.append(("Dam" in page.read_text(), "Dam" in home.read_text()))

    outcome = made(folder, watched=True, progress=tell)
    assert seen[0] == (True, False)
    assert seen[-1] == (True, True)
    assert outcome.pages.get("release", 0) <= 2  # its neighbours, which name it; not the page that came before them


def test_after_watched_builds_the_site_is_that_of_a_clean_one(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", WIRES)
    made(folder)
    changes = (
        ("2020-01-04-weir", wire("Dam", speaker="Person Bx"), ".txt"),
        ("2020-01-08-weir", "withdrawn: {reason: A letter., date: 2021-01-01}\n", ".yml"),
        ("2020-01-01-weir", "date: 2020-01-06\nwas: [old]\nsupersedes: 2020-01-02-weir\n", ".yml"),
        ("2020-01-09-new", wire("New", "Sylvania"), ".txt"),
        ("undated", wire("A letter of no known day"), ".txt"),
    )
    for stem, text, ending in changes:
        add(folder, stem, text, ending)
        made(folder, watched=True)
        assert files(folder / "site") == clean(folder, tmp_path / "clean"), stem


def test_what_was_changed_in_the_site_meanwhile_is_mended_by_the_next_unwatched_build(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", WIRES)
    made(folder)
    page = folder / "site" / "releases" / "2020-01-04-weir" / "index.html"
    whole = page.read_text()
    page.write_text("spoilt")
    add(folder, "2020-01-09-new", wire("New"))
    made(folder, watched=True)
    made(folder)
    assert page.read_text() == whole


def test_a_watched_build_plans_no_more_than_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 10**10)  # so that no wire is too young to be trusted
    folder = archive(tmp_path / "a", WIRES | {"2020-06-01-mill": wire("Mill"), "2021-02-02-dam": wire("Dam")})
    made(folder)
    seen: list[str] = []
    resolve = Resolver.resolve
    monkeypatch.setattr(Resolver, "resolve", lambda self, one: seen.append(one.id) or resolve(self, one))
    for watched in (True, False, True):
        add(folder, "2021-02-02-dam", wire(f"Dam {len(seen)}"))
        made(folder, watched=watched)
    assert "2021-02-02-dam" in seen
    assert "2020-01-01-weir" not in seen
