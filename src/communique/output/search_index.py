"""Runs Pagefind over some pages of the site, in a process of its own, into a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

_ANCHORS = 'a[href^="#c"]'
"""A ¶ beside a paragraph, where an own template prints it: no word of the text."""

_PLACEHOLDER = "<!doctype html><html><head><title>-</title></head><body><h1 data-pagefind-body>a</h1></body></html>"


class Failure(Exception):  # noqa: N818  (it is the tool's failure, told as a problem)
    """Pagefind failed; the text says how."""


class Missing(Failure):
    """Pagefind is not installed."""


class Indexer:
    """Pagefind as installed with the package, or as found on the path."""

    def __init__(self, language: str, work: Path) -> None:
        self._program = _program()
        self._language = language
        self._pages = work / "pages"
        self._index = work / "index"
        self.version = self._run("--version").strip().removeprefix("pagefind ")

    def index(self, site: Path, files: Iterable[str]) -> Path | None:
        """Return the folder with the index of the given files of the site; None where none of them exists."""
        self._clear()
        count = sum(_link(site / file, self._pages / file) for file in files)
        if not count:
            return None
        self._make()
        return self._index

    def interface(self) -> Path:
        """Return a folder with the files that search needs in the browser, and an index of one empty page."""
        self._clear()
        (self._pages / "index.html").write_text(_PLACEHOLDER, encoding="utf-8")
        self._make()
        return self._index

    def _clear(self) -> None:
        for folder in (self._pages, self._index):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)

    def _make(self) -> None:
        self._run(
            *("--site", str(self._pages), "--output-path", str(self._index)),
            *("--force-language", self._language, "--exclude-selectors", _ANCHORS, "--silent"),
        )

    def _run(self, *arguments: str) -> str:
        try:
            done = subprocess.run(  # noqa: S603  (our own program and arguments)
                [self._program, *arguments], capture_output=True, check=False, text=True, encoding="utf-8"
            )
        except OSError as error:
            raise Missing(f"the program pagefind cannot be run ({error})") from error
        if done.returncode:
            lines = (done.stderr or done.stdout).strip().splitlines()
            raise Failure(lines[-1] if lines else f"pagefind ended with status {done.returncode}")
        return done.stdout


def _program() -> str:
    named = os.environ.get("PAGEFIND_BINARY_PATH")
    if named:
        return named
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]

        return str(get_executable())
    except (ImportError, FileNotFoundError):
        found = shutil.which("pagefind_extended") or shutil.which("pagefind")
    if found is None:
        raise Missing("the program pagefind is not installed")
    return found


def _link(page: Path, at: Path) -> bool:
    """Put a page where Pagefind reads it, as a second name of the same file where the file system can."""
    at.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(page, at)
    except FileNotFoundError:
        return False
    except OSError:
        shutil.copyfile(page, at)
    return True
