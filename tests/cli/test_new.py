"""`communique new` as a user runs it, on a pipe and on a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main


def site(folder: Path) -> str:
    return (folder / "content" / "site.yml").read_text(encoding="utf-8")


def test_on_a_pipe_nothing_is_asked(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["new", str(tmp_path / "a")])
    assert result.exit_code == 0
    assert "communique build" in result.stdout
    assert 'title: "Archive of press releases"' in site(tmp_path / "a")
    assert (tmp_path / "a" / ".github" / "workflows" / "pages.yml").is_file()


def test_title_and_address_may_be_given(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["new", str(tmp_path / "a"), "--title", "Zenda", "--base-url", "https://example.org/"])
    assert 'title: "Zenda"' in site(tmp_path / "a")
    assert 'base_url: "https://example.org/"' in site(tmp_path / "a")


def test_an_address_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["new", str(tmp_path / "a"), "--base-url", "example.org"]).exit_code == 2
    assert not (tmp_path / "a").exists()


def test_an_archive_that_is_there_is_refused_and_what_else_is_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    assert f"{tmp_path / 'README.md'} was there" in CliRunner().invoke(main, ["new", str(tmp_path)]).stderr
    result = CliRunner().invoke(main, ["new", str(tmp_path)])
    assert result.exit_code == 1
    assert "error not-empty" in result.stderr


def test_on_a_terminal_title_and_address_are_asked_for(tmp_path: Path) -> None:
    said = on_a_terminal(["new", str(tmp_path / "a")], b"Zenda\nexample.org\nhttps://example.org/z/\n")
    assert "Title of the archive [Archive of press releases]:" in said
    assert "an address begins with https://" in said
    assert 'title: "Zenda"' in site(tmp_path / "a")
    assert 'base_url: "https://example.org/z/"' in site(tmp_path / "a")


@pytest.mark.parametrize("typed", [b"\n\n", b"\x04"])
def test_on_a_terminal_all_may_stay_as_proposed_or_be_given_up(tmp_path: Path, typed: bytes) -> None:
    said = on_a_terminal(["new", str(tmp_path / "a")], typed)
    assert (tmp_path / "a").exists() == (typed == b"\n\n")
    assert "Traceback" not in said


def on_a_terminal(arguments: list[str], typed: bytes) -> str:
    """Run a command on a terminal of its own; return what it shows."""
    ours, theirs = pty.openpty()
    os.write(ours, typed)
    command = [sys.executable, "-m", "communique", *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 4096):
                shown += chunk
        except OSError:  # the terminal is closed
            pass
        process.wait(timeout=60)
    os.close(ours)
    return shown.decode()
