"""The index that is made aside: only after a pause, ended by a change, and telling what it found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.catalog.lock import Lock
from communique.cli import search_follower
from communique.cli.search_follower import SearchFollower
from communique.output.outcome import Outcome
from tests.archives import add, archive, files, made, wire

NAME = "2021-05-01-weir"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = archive(tmp_path / "archive", {NAME: wire("Weir")})
    made(folder, search=True)
    return folder


@pytest.fixture
def follower(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SearchFollower]:
    monkeypatch.setattr(search_follower, "_PAUSE", 0.0)
    made_one = SearchFollower(folder)
    yield made_one
    made_one.halt()


def change(folder: Path, title: str) -> None:
    add(folder, NAME, wire(title))
    made(folder, search=True, watched=True)


def ended(follower: SearchFollower) -> Outcome:
    """Ask until the build aside has ended."""
    while (found := follower.idle()) is None:
        pass
    return found


def index(folder: Path) -> str:
    return (folder / "site" / "pagefind" / "shards.json").read_text(encoding="utf-8")


def test_nothing_is_made_where_nothing_changed(follower: SearchFollower, folder: Path) -> None:
    before = index(folder)
    assert [follower.idle() for _ in range(3)] == [None] * 3
    assert not follower.busy
    assert index(folder) == before


def test_after_a_change_the_index_is_made_and_what_was_found_is_told(follower: SearchFollower, folder: Path) -> None:
    before = index(folder)
    change(folder, "A dam")
    assert index(folder) == before
    follower.changed()
    assert ended(follower).counts["releases"] == 1
    assert index(folder) != before
    assert follower.idle() is None


def test_before_the_pause_is_over_nothing_begins(follower: SearchFollower, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_follower, "_PAUSE", 1e9)
    follower.changed()
    assert follower.idle() is None
    assert not follower.busy


def test_a_change_ends_what_is_under_way_and_the_next_pause_begins_it_again(
    follower: SearchFollower, folder: Path
) -> None:
    follower.changed()
    assert follower.idle() is None
    assert follower.busy
    follower.halt()
    assert not follower.busy
    lock = Lock(folder / ".cache" / "lock")
    assert lock.take()
    lock.release()
    change(folder, "A dam")
    before = index(folder)
    follower.changed()
    ended(follower)
    assert index(folder) != before


def test_ended_while_it_indexes_it_leaves_nothing_wrong_behind(
    follower: SearchFollower, folder: Path, tmp_path: Path
) -> None:
    scratch = folder / ".cache" / "search.tmp"
    for title in ("A dam", "A lock"):
        change(folder, title)
        follower.changed()
        follower.idle()
        while follower.busy and not scratch.exists():
            follower.idle()
        follower.halt()
    change(folder, "A quay")
    assert not [problem for problem in made(folder, search=True).problems if problem.severity != "note"]
    made(folder, search=True, clean=True, output=tmp_path / "clean")
    assert files(folder / "site") == files(tmp_path / "clean")


def test_a_build_that_is_refused_tells_nothing_and_is_not_tried_for_ever(
    follower: SearchFollower, folder: Path
) -> None:
    (folder / "content").rename(folder / "elsewhere")
    follower.changed()
    found = [follower.idle()]
    while follower.busy:
        found.append(follower.idle())
    assert set(found) == {None}
    assert follower.idle() is None
    assert not follower.busy
