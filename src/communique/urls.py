"""Every address of the site is made here: ids from names, hrefs from the site's root, files from hrefs."""

from __future__ import annotations

import hashlib

import msgspec

from communique.patterns import lazy_regex

_ID = lazy_regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SIMPLE = lazy_regex(r"[A-Za-z0-9 .\-]+")
_LETTERS = lazy_regex(r"[a-z0-9]+")
_LONGEST = 120
"""Characters of an id; a longer one is cut and keeps apart by a digest (file names end at 255 bytes)."""


def slug(name: str) -> str:
    """Return what a name becomes in an address: `a-z`, `0-9` and single hyphens; empty where nothing is left."""
    if _SIMPLE.fullmatch(name):
        made = "-".join(_LETTERS.findall(name.lower()))
    else:
        from slugify import slugify

        made = slugify(name[: 4 * _LONGEST])
    if len(made) <= _LONGEST:
        return made
    return f"{made[: _LONGEST - 9].rstrip('-')}-{_digest(name)[:8]}"


def name_id(name: str) -> str:
    """Return the id of a person, region or source that no authority file names: the slug of its printed form."""
    return slug(name) or f"name-{_digest(name)[:12]}"


def release_id(stem: str, sha256: str) -> str:
    """Return the id that a wire's file name claims; `sha256` (hexadecimal, of its bytes) names one without letters."""
    if len(stem) <= _LONGEST and is_id(stem):
        return stem
    return slug(stem) or f"wire-{sha256[:12]}"


def is_id(text: str) -> bool:
    """Whether a text can stand in an address as it is."""
    return _ID.fullmatch(text) is not None


def is_release_id(text: str) -> bool:
    """Whether a text has the form of a release's id: `stem` or `stem.2`."""
    stem, dot, part = text.partition(".")
    return len(text) <= _LONGEST + 8 and is_id(stem) and (not dot or part.isdecimal())


def _digest(name: str) -> str:
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def file_of(href: str) -> str:
    """Return the file that an href from the root means: `people/` → `people/index.html`."""
    return href + "index.html" if not href or href.endswith("/") else href


_BESIDE = {
    "index.html": ("record.json", "wire.txt"),
    "records.ndjson": ("releases.csv", "turns.csv", "quotes.csv", "people.csv", "documents.csv", "citations.json"),
}
"""Name of a file → the names of those that are made with it: of a release's page, of a month's records."""
_FIRST = {name: first for first, names in _BESIDE.items() for name in names}


def beside(file: str) -> tuple[str, ...]:
    """Return the files that are made as one: a release's page, record and text, or the data files of a month."""
    folder, slash, name = file.rpartition("/")
    return (file, *[f"{folder}{slash}{other}" for other in _BESIDE.get(name, ())])


def made_with(file: str) -> str:
    """Return the first of the files that a file is made with: of `x/record.json`, `x/index.html`."""
    folder, slash, name = file.rpartition("/")
    return f"{folder}{slash}{_FIRST.get(name, name)}"


def root_of(file: str) -> str:
    """Return the way from a file to the site's root: empty, `../`, `../../` …"""
    return "../" * file.count("/")


class Urls(msgspec.Struct, frozen=True):
    """Hrefs from the site's root; with `offline` they name `index.html`, so that the site opens from disk."""

    offline: bool = False

    @property
    def index(self) -> str:
        """What ends the href of a folder."""
        return "index.html" if self.offline else ""

    def release(self, release: str) -> str:
        """Return the href of a release's page."""
        return f"releases/{release}/{self.index}"

    def record(self, release: str) -> str:
        """Return the href of a release's record."""
        return f"releases/{release}/record.json"

    def wire(self, release: str) -> str:
        """Return the href of a release's own text."""
        return f"releases/{release}/wire.txt"

    def section(self, section: str) -> str:
        """Return the href of a section: regions, people, documents, sources, dates, or a prose page."""
        return f"{section}/{self.index}"

    def entry(self, section: str, entry: str) -> str:
        """Return the href of one region, person or source."""
        return f"{section}/{entry}/{self.index}"

    def bucket(self, base: str, period: str) -> str:
        """Return the href of a bucket; `base` is `regions/russia` or `dates`, `period` an ISO year, month or day."""
        return f"{base}/{period.replace('-', '/')}/{self.index}"
