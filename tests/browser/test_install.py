"""Chromium is used where it is installed, else installed: by apt as root, else as Playwright does it; else all fails.

Programs of the same names stand in for the real ones; each writes down how it was called.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import chromium

Stand = Callable[[str, str], Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder in which programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def stand_in(folder: Path) -> Stand:
    """Return a function that puts a program into the folder: it notes its arguments, then does what it is given."""

    def put(name: str, then: str) -> Path:
        program = folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> "{folder}/calls"\n{then}\n')
        program.chmod(0o755)
        return program

    return put


def calls(folder: Path) -> list[str]:
    file = folder / "calls"
    return file.read_text().splitlines() if file.exists() else []


def making(program: Path) -> str:
    """Return the shell command that makes a program."""
    return f': > "{program}"; /bin/chmod +x "{program}"'


@pytest.fixture
def own(folder: Path, stand_in: Stand, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where Playwright's own Chromium comes to lie, with an interpreter that installs nothing yet."""
    monkeypatch.setattr(sys, "executable", str(stand_in("python", "exit 1")))
    return folder / "own"


def as_root(monkeypatch: pytest.MonkeyPatch, *, root: bool = True) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)


def test_what_is_installed_is_used(folder: Path, own: Path, stand_in: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    as_root(monkeypatch)
    stand_in("apt-get", "exit 1")
    there = stand_in("chromium-browser", "")
    own.touch()
    assert chromium(str(own)) == str(there)
    assert calls(folder) == []


def test_playwrights_own_is_used_where_the_system_has_none(folder: Path, own: Path) -> None:
    own.touch()
    assert chromium(str(own)) == str(own)
    assert calls(folder) == []


def test_root_installs_with_apt(folder: Path, own: Path, stand_in: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    as_root(monkeypatch)
    stand_in("apt-get", f'if [ "$1" = install ]; then {making(folder / "chromium")}; fi')
    assert chromium(str(own)) == str(folder / "chromium")
    assert calls(folder) == ["apt-get update -qq", "apt-get install -y -qq chromium"]


def test_where_apt_fails_playwright_installs_its_own(
    folder: Path, own: Path, stand_in: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_root(monkeypatch)
    stand_in("apt-get", "exit 100")
    stand_in("python", making(own))
    assert chromium(str(own)) == str(own)
    assert calls(folder)[-1] == "python -m playwright install chromium"
    assert len(calls(folder)) == 3


def test_who_is_not_root_leaves_apt_alone(
    folder: Path, own: Path, stand_in: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_root(monkeypatch, root=False)
    stand_in("apt-get", making(folder / "chromium"))
    stand_in("python", making(own))
    assert chromium(str(own)) == str(own)
    assert calls(folder) == ["python -m playwright install chromium"]


def test_without_any_the_tests_fail_and_say_what_to_do(
    folder: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_root(monkeypatch)
    with pytest.raises(pytest.fail.Exception, match=r"apt-get install chromium.*playwright install --with-deps"):
        chromium(str(own))
    assert calls(folder) == ["python -m playwright install chromium"]
