"""Links and anchors of a built site, read as a stream: what leads nowhere or outside, and what a host would drop."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit

import msgspec

from communique.problems import Problem

_Place = TypeVar("_Place")

_HREF, _SRC, _ID = b' href="', b' src="', b' id="'
"""As the templates write them: a page is cut at fixed letters several times faster than a pattern finds them."""

_FIRST = "releases/"
"""These pages are read first: most anchors that others name are theirs, and need not be remembered until the end."""

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
    """Something that is linked to and is not there: the first page that does, how it says it, and how many do."""

    page: str
    href: str
    pages: int = 1

    def note(self, page: str, href: str) -> None:
        """Count one more; the first is the first by name, whichever page was read first."""
        self.pages += 1
        self.page, self.href = min((self.page, self.href), (page, href))


def walk(site: Path, base_url: str = "") -> Walked:
    """Return what is found in the folder of a site; `base_url` is its public address, if it has one."""
    walked = Walked()
    files = dict(_files(str(site), walked))
    walked.files = len(files)
    for file, size in files.items():
        place = file.partition("/")[0]
        walked.sizes[place] = walked.sizes.get(place, 0) + size
    reader = _Reader(files, base_url, walked.outside)
    for file in sorted(files, key=lambda file: (not file.startswith(_FIRST), file)):
        if file.endswith(".html"):
            with open(f"{site}/{file}", "rb") as page:  # noqa: PTH123  (a path as an object costs a third of the reading)
                reader.read(file, page.read())
    walked.problems += reader.problems()
    return walked


class _Reader:
    """Reads one page after the other; keeps what is linked to and not there yet, and the anchors of each page."""

    def __init__(self, files: dict[str, int], base_url: str, outside: dict[str, str]) -> None:
        self._files = files
        self._base_url = base_url
        self._base = urlsplit(base_url).path or "/"
        self._outside = outside
        self._anchors: dict[str, bytes] = {}
        """Page → its anchors as it writes them, with a quote before and after each."""
        self._lost: dict[str, _Wanted] = {}
        self._wanted: dict[tuple[str, str], _Wanted] = {}
        """Page and anchor → who links there, where the page is not read yet or does not have it."""
        self._sound: dict[int, set[bytes]] = {}
        """Depth → links by way of the root that lead somewhere, whichever page of that depth has them."""

    def read(self, page: str, data: bytes) -> None:
        """Take in one page."""
        anchors = set(_values(data, _ID))
        self._anchors[page] = b'"%b"' % b'"'.join(anchors)
        depth = page.count("/")
        sound = self._sound.setdefault(depth, set())
        root = b"../" * depth
        found = {*_values(data, _HREF), *_values(data, _SRC)}
        for link in found.difference(sound, [b"#" + anchor for anchor in anchors]):
            href = _text(link)
            if _SCHEME.match(href):
                self._note_outside(page, href)
            elif self._is_sound(page, depth, href) and link.startswith(root):
                sound.add(link)

    def problems(self) -> Iterator[Problem]:
        """Yield what leads nowhere."""
        for target, lost in sorted(self._lost.items()):
            yield _problem("broken-link", lost, f"'{target}', where nothing stands")
        gone = [wanted for place, wanted in self._wanted.items() if not self._has(*place)]
        for wanted in sorted(gone, key=lambda one: (one.page, one.href)):
            yield _problem("broken-anchor", wanted, f"'{wanted.href}', a place that the page does not have")

    def _has(self, page: str, anchor: str) -> bool:
        """Whether a page that is read has an anchor; the second look is for those that are written otherwise."""
        anchors = self._anchors.get(page, b"")
        return b'"%b"' % anchor.encode() in anchors or anchor in map(_text, anchors.split(b'"'))

    def _is_sound(self, page: str, depth: int, href: str) -> bool:
        """Whether a link leads somewhere for sure; else, or where that depends on an anchor, it is noted."""
        path, _, fragment = href.partition("#")
        target = self._target(page, depth, unquote(path.partition("?")[0]))
        if target not in self._files:
            _note(self._lost, target or href, page, href)
            return False
        anchor = unquote(fragment)
        if not anchor or not target.endswith(".html") or _BY_SCRIPT.match(f"{target}#{anchor}"):
            return True
        if not self._has(target, anchor):
            _note(self._wanted, (target, anchor), page, href)
            return False
        return True

    def _target(self, page: str, depth: int, path: str) -> str:
        """Return the file that a path on a page means; empty where it leads out of the site."""
        if not path:
            return page
        folder, root = "", "../" * depth
        if path.startswith("/"):
            if not path.startswith(self._base):
                return ""
            path = path[len(self._base) :]
        elif path.startswith(root):
            path = path[len(root) :]
        else:
            folder = page.rpartition("/")[0]
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
            self._outside[href] = min(self._outside.get(href, page), page)


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


def _values(data: bytes, before: bytes) -> list[bytes]:
    """Return what stands in quotes after some letters, each time they stand in a page."""
    return [piece.partition(b'"')[0] for piece in data.split(before)[1:]]


def _note(noted: dict[_Place, _Wanted], place: _Place, page: str, href: str) -> None:
    """Note that a page links to a place."""
    if place in noted:
        noted[place].note(page, href)
    else:
        noted[place] = _Wanted(page, href)


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
