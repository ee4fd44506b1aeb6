"""Links and anchors of a built site, read as a stream: what leads nowhere or outside, and what a host would drop."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

from communique.problems import Problem

_LINKS = (re.compile(rb' href="([^"]*)"'), re.compile(rb' src="([^"]*)"'))
_ID = re.compile(rb' id="([^"]*)"')
"""As the templates write them; a pattern that begins with fixed letters is found several times faster."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_BY_SCRIPT = re.compile(r"people/.*#r-")
"""A person's page finds a release among its calendar pages by script."""

_OURS = re.compile(r"\.communique|\.git[^/]*(/.*)?|\.nojekyll")
"""Hidden files that nobody misses on a host."""


class Walked(msgspec.Struct):
    """A site as it lies in its folder."""

    problems: list[Problem] = []
    outside: dict[str, str] = {}
    """Address outside of the site → the first page that names it."""
    sizes: dict[str, int] = {}
    """Folder at the top, or file there → bytes."""
    files: int = 0


class _Wanted(msgspec.Struct):
    """Something that is linked to: the first page that does, how it says it, and how many do."""

    page: str
    href: str
    pages: int = 0


def walk(site: Path, base_url: str = "") -> Walked:
    """Return what is found in the folder of a site; `base_url` is its public address, if it has one."""
    walked = Walked()
    files = dict(_files(str(site), walked))
    walked.files = len(files)
    for file, size in files.items():
        place = file.partition("/")[0]
        walked.sizes[place] = walked.sizes.get(place, 0) + size
    reader = _Reader(files, base_url, walked.outside)
    for file in sorted(files):
        if file.endswith(".html"):
            reader.read(file, (site / file).read_bytes())
    walked.problems += reader.problems()
    return walked


class _Reader:
    """Reads one page after the other; keeps what is linked to, and a number for each anchor that is there."""

    def __init__(self, files: dict[str, int], base_url: str, outside: dict[str, str]) -> None:
        self._files = files
        self._base_url = base_url
        self._base = urlsplit(base_url).path or "/"
        self._outside = outside
        self._anchors: set[int] = set()
        self._lost: dict[str, _Wanted] = {}
        self._wanted: dict[int, _Wanted] = {}
        self._sound: dict[int, set[bytes]] = {}
        """Depth → links by way of the root that lead somewhere, whichever page of that depth has them."""

    def read(self, page: str, data: bytes) -> None:
        """Take in one page."""
        self._anchors.update([hash(f"{page}#{_text(found)}") for found in _ID.findall(data)])
        folder, depth = page.rpartition("/")[0], page.count("/")
        sound = self._sound.setdefault(depth, set())
        root = b"../" * depth
        for found in set(_LINKS[0].findall(data)).union(_LINKS[1].findall(data)) - sound:
            href = _text(found)
            if _SCHEME.match(href):
                self._note_outside(page, href)
            elif self._is_sound(page, folder, href) and found.startswith(root):
                sound.add(found)

    def problems(self) -> Iterator[Problem]:
        """Yield what leads nowhere."""
        for target, lost in sorted(self._lost.items()):
            yield _problem("broken-link", lost, f"'{target}', where nothing stands")
        gone = [wanted for number, wanted in self._wanted.items() if number not in self._anchors]
        for wanted in sorted(gone, key=lambda one: (one.page, one.href)):
            yield _problem("broken-anchor", wanted, f"'{wanted.href}', a place that the page does not have")

    def _is_sound(self, page: str, folder: str, href: str) -> bool:
        """Whether a link leads somewhere for sure; else, or where that depends on an anchor, it is noted."""
        path, _, fragment = href.partition("#")
        target = self._target(page, folder, unquote(path.partition("?")[0]))
        if target not in self._files:
            wanted = self._lost.setdefault(target or href, _Wanted(page, href))
        elif fragment and target.endswith(".html") and not _BY_SCRIPT.match(place := f"{target}#{unquote(fragment)}"):
            wanted = self._wanted.setdefault(hash(place), _Wanted(page, href))
        else:
            return True
        wanted.pages += 1
        return False

    def _target(self, page: str, folder: str, path: str) -> str:
        """Return the file that a path on a page means; empty where it leads out of the site."""
        if not path:
            return page
        if path.startswith("/"):
            if not path.startswith(self._base):
                return ""
            folder, path = "", path[len(self._base) :]
        while path.startswith(("../", "./")):
            if path.startswith("../"):
                if not folder:
                    return ""
                folder = folder.rpartition("/")[0]
            path = path.partition("/")[2]
        whole = f"{folder}/{path}" if folder else path
        if not path or path.endswith("/"):
            return f"{whole}index.html"
        return whole if whole in self._files else f"{whole}/index.html"

    def _note_outside(self, page: str, href: str) -> None:
        if href.startswith(("https://", "http://")) and not (self._base_url and href.startswith(self._base_url)):
            self._outside.setdefault(href, page)


def _files(root: str, walked: Walked, folder: str = "") -> Iterator[tuple[str, int]]:
    """Yield (path, bytes) of every file; links and hidden files are problems and are left out."""
    with os.scandir(f"{root}/{folder}") as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith("."):
            if not _OURS.fullmatch(path):
                walked.problems.append(_dropped(path, "hidden-file", "GitHub Pages leaves hidden files out."))
        elif entry.is_symlink():
            walked.problems.append(_dropped(path, "link-in-site", "GitHub Pages refuses a site that holds links."))
        elif entry.is_dir():
            yield from _files(root, walked, path)
        else:
            yield path, entry.stat().st_size


def _text(found: bytes) -> str:
    text = found.decode("utf-8", "replace")
    return html.unescape(text) if "&" in text else text


def _problem(code: str, wanted: _Wanted, what: str) -> Problem:
    others = f", and {wanted.pages - 1} more" if wanted.pages > 1 else ""
    return Problem(
        code=code,
        severity="warning",
        file=wanted.page,
        message=f"This page{others} links to {what}.",
        hint="Build again; if it stays, mend the page or the template that makes the link.",
    )


def _dropped(path: str, code: str, message: str) -> Problem:
    return Problem(
        code=code,
        severity="warning",
        file=path,
        message=message,
        hint="Give the file in content/static/ another name, or put the file itself there.",
    )
