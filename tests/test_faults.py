"""Builds that are killed, starved or disturbed: whole files at every moment, and the next build is right."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique.catalog import schema
from communique.output import write
from tests.archives import add, archive, clean, codes, files, made, wire


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    wires = {
        f"{2015 + n % 7}-03-{n % 28 + 1:02d}-{n:03d}": wire(f"Title {n}", speaker=f"Person A{chr(97 + n % 9)}")
        for n in range(12)
    }
    return archive(tmp_path / "archive", wires)


def process(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start a build in a process of its own."""
    command = [
        sys.executable,
        "-c",
        "from communique.cli import run; run()",
        "build",
        str(folder),
        "--no-search",
        "-q",
        *options,
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("damage", ["garbage", "truncated", "alien", "newer", "older", "emptied"])
def test_a_catalog_that_is_of_no_use_counts_as_empty(folder: Path, damage: str) -> None:
    made(folder)
    before = files(folder / "site")
    add(folder, "2020-01-01-new", wire("Something new"))
    file = folder / ".cache" / "catalog.sqlite"
    data = file.read_bytes()
    if damage == "garbage":
        file.write_bytes(random.Random(1).randbytes(len(data)))
    elif damage == "truncated":
        file.write_bytes(data[: len(data) // 2])
    elif damage == "emptied":
        file.write_bytes(b"")
    else:
        with sqlite3.connect(file) as db:
            db.execute(
                "PRAGMA application_id=1"
                if damage == "alien"
                else f"PRAGMA user_version={schema.VERSION + (damage == 'newer') * 9 - 1}"
            )
        db.close()
    outcome = made(folder)
    assert codes(outcome) == []
    assert files(folder / "site") == clean(folder, folder.parent / "clean")
    assert files(folder / "site").keys() > before.keys()


@pytest.mark.parametrize("seed", range(4))
def test_damage_inside_a_catalog_is_noticed(folder: Path, seed: int) -> None:
    made(folder)
    add(folder, "2016-01-01-new", wire("Something new", speaker="Person Aa"))
    (folder / "content" / "people.yml").write_text("- {id: a, name: Person A, aliases: [Person Aa, Person Ab]}\n")
    file = folder / ".cache" / "catalog.sqlite"
    data = bytearray(file.read_bytes())
    dice = random.Random(seed)
    for _ in range(30):
        data[dice.randrange(100, len(data))] ^= 1 << dice.randrange(8)
    file.write_bytes(data)
    made(folder)
    assert files(folder / "site") == clean(folder, folder.parent / "clean")


def test_a_full_disk_is_said_and_the_next_build_is_right(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = iter(range(20))

    def refuse(descriptor: int, data: bytes) -> int:
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(descriptor, data)

    real = os.write
    monkeypatch.setattr(write.os, "write", refuse)
    outcome = made(folder)
    assert codes(outcome) == ["cannot-write"]
    assert "No space left" in outcome.problems[0].message
    monkeypatch.undo()
    made(folder)
    assert files(folder / "site") == clean(folder, folder.parent / "clean")


def test_a_full_disk_under_the_cache_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "PRAGMAS", schema.PRAGMAS)
    from communique.catalog import store

    monkeypatch.setattr(store, "PRAGMAS", (*schema.PRAGMAS, "PRAGMA max_page_count=12"))
    outcome = made(folder)
    assert codes(outcome) == ["cannot-write"]
    assert ".cache" in outcome.problems[0].file
    monkeypatch.undo()
    made(folder)
    assert files(folder / "site") == clean(folder, folder.parent / "clean")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_output_is_said(folder: Path) -> None:
    (folder / "site").mkdir(mode=0o555)
    assert codes(made(folder)) == ["cannot-write"]


def test_a_clock_that_jumps_back_hides_no_edit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 10**15)
    made(folder)
    monkeypatch.setattr(time, "time_ns", lambda: now - 10**15)
    add(folder, "2015-03-01-000", wire("Title 0 again"))
    made(folder)
    add(folder, "2015-03-01-000", wire("Title 0 twice"))
    made(folder)
    assert files(folder / "site") == clean(folder, folder.parent / "clean")


def test_a_link_in_the_place_of_a_folder_is_not_followed(folder: Path) -> None:
    made(folder)
    elsewhere = folder.parent / "elsewhere"
    (folder / "site" / "people").rename(elsewhere)
    (folder / "site" / "people").symlink_to(elsewhere)
    before = files(elsewhere)
    for forgotten in (False, True):
        if forgotten:
            shutil.rmtree(folder / ".cache")
            shutil.rmtree(folder / "site" / "people")
            (folder / "site" / "people").symlink_to(elsewhere)
        add(folder, "2015-03-01-000", wire("Title 0 again", speaker="Person Aa"))
        made(folder)
        assert not (folder / "site" / "people").is_symlink()
        assert files(elsewhere) == before
        assert files(folder / "site") == clean(folder, folder.parent / "clean")


def test_a_worker_that_dies_is_said_and_the_next_build_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from communique.output import executors, render

    folder = archive(tmp_path / "archive", {f"2020-01-01-{n:03d}": wire(f"Title {n}") for n in range(160)})
    monkeypatch.setattr(executors, "_threads", lambda: 1)  # only a forked worker inherits what the next line changes
    monkeypatch.setattr(render, "shard", lambda *_: os._exit(9))
    assert codes(made(folder, jobs=2)) == ["worker-died"]
    monkeypatch.undo()
    assert codes(made(folder, jobs=2)) == []
    assert files(folder / "site") == clean(folder, tmp_path / "clean")


def test_a_process_aside_that_dies_is_said_and_the_next_build_is_right(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from communique.output import executors, render

    made(folder)
    add(folder, "2021-05-05-new", wire("New"))
    monkeypatch.setattr(executors, "_threads", lambda: 1)
    monkeypatch.setattr(render, "shard", lambda *_: os._exit(9))
    assert codes(made(folder, jobs=2)) == ["worker-died"]
    monkeypatch.undo()
    made(folder, jobs=2)
    assert files(folder / "site") == clean(folder, folder.parent / "clean")


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_a_build_killed_at_any_moment_leaves_whole_files_and_the_next_repairs_all(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    wires = {
        f"{2015 + n % 7}-03-{n % 28 + 1:02d}-{n:04d}": wire(f"Title {n}", speaker=f"Person A{chr(97 + n % 9)}")
        for n in range(400)
    }
    folder = archive(tmp_path / "archive", wires)
    wanted = clean(folder, tmp_path / "clean")
    for _ in range(5):
        start = time.monotonic()
        killed = process(folder, "--jobs", "2")
        time.sleep(dice.uniform(0.05, 2.5))
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
        assert time.monotonic() - start < 30
        for name, data in files(folder / "site").items() if (folder / "site").exists() else ():
            if not name.rpartition("/")[2].startswith(".") and name in wanted and b"Title 0 again" not in data:
                assert data == wanted[name], name
        if dice.random() < 0.4:
            (folder / ".cache" / "catalog.sqlite").unlink(missing_ok=True)
        if dice.random() < 0.4:
            shutil.rmtree(folder / "site", ignore_errors=True)
    gone = dice.choice(sorted(wires))
    (folder / "content" / "wires" / f"{gone}.txt").unlink()
    last = process(folder, "--jobs", "2")
    assert last.wait() == 0
    assert files(folder / "site") == clean(folder, tmp_path / "clean")


@pytest.mark.long
def test_two_builds_at_once_one_says_so_and_the_site_is_right(tmp_path: Path) -> None:
    folder = archive(tmp_path / "archive", {f"2020-01-01-{n:03d}": wire(f"Title {n}") for n in range(1500)})
    first = process(folder, "--jobs", "1")
    while not (folder / "site" / ".communique").exists():  # written once the archive is claimed, before anything else
        assert first.poll() is None
        time.sleep(0.001)
    first.send_signal(signal.SIGSTOP)  # however slow the machine, it is under way while the second starts
    assert process(folder).wait() == 1
    first.send_signal(signal.SIGCONT)
    assert first.wait() == 0
    assert files(folder / "site") == clean(folder, tmp_path / "clean")
