"""Files of the site are written whole, and left alone where they are the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from communique.output.write import put, remove


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    (size, mtime), written = put(str(tmp_path), "a/b/c.html", b"words", compare=False)
    info = (tmp_path / "a/b/c.html").stat()
    assert (size, mtime, written) == (5, info.st_mtime_ns, True)
    assert [file.name for file in (tmp_path / "a/b").iterdir()] == ["c.html"]


def test_an_equal_file_is_left_as_it_is(tmp_path: Path) -> None:
    put(str(tmp_path), "a.html", b"words", compare=True)
    os.utime(tmp_path / "a.html", ns=(1, 1))
    assert put(str(tmp_path), "a.html", b"words", compare=True) == ((5, 1), False)
    assert put(str(tmp_path), "a.html", b"other", compare=True)[1]


def test_what_stands_in_the_way_goes(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file where a folder belongs")
    put(str(tmp_path), "a/b.html", b"words", compare=True)
    (tmp_path / "c.html").mkdir()
    (tmp_path / "c.html" / "x").write_text("x")
    put(str(tmp_path), "c.html", b"words", compare=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "d").symlink_to(tmp_path / "elsewhere" / "gone")
    put(str(tmp_path), "d/e.html", b"words", compare=True)
    assert [(tmp_path / name).read_bytes() for name in ("a/b.html", "c.html", "d/e.html")] == [b"words"] * 3
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "a.html").symlink_to(tmp_path / "mine")
    put(str(tmp_path), "a.html", b"words", compare=True)
    assert (tmp_path / "mine").read_text() == "mine"
    assert not (tmp_path / "a.html").is_symlink()


def test_a_disk_that_refuses_raises_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(str(tmp_path), "a.html", b"old", compare=False)

    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", refuse)
    with pytest.raises(OSError, match="No space"):
        put(str(tmp_path), "a.html", b"new", compare=False)
    assert (tmp_path / "a.html").read_bytes() == b"old"


def test_removing_what_is_gone_is_no_error(tmp_path: Path) -> None:
    remove(str(tmp_path / "nothing"))
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    remove(str(tmp_path / "folder"))
    assert not (tmp_path / "folder").exists()
